import type { Option } from '@jiju/orders/core/forms/field'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import styles from './editor.module.css'
import { newOption } from './new-field.ts'

/** What can be chosen. The value of an option stays when its words change, so that answers keep their meaning. */
export function OptionRows({ options, onChange }: { options: readonly Option[]; onChange: (options: readonly Option[]) => void }) {
  const { t } = useTranslation('order-form-editor')
  const set = (index: number, part: Partial<Option>) =>
    onChange(options.map((option, place) => (place === index ? { ...option, ...part } : option)))
  return (
    <fieldset className="form-group">
      <legend className="field-label">{t('options')}</legend>
      <div className="col g8">
        {options.map((option, index) => (
          <div key={option.value} className={styles.pair}>
            <input
              className="input"
              aria-label={t('optionZh', { number: index + 1 })}
              placeholder={t('zh')}
              maxLength={200}
              value={option.zh}
              onChange={(event) => set(index, { zh: event.target.value })}
            />
            <input
              className="input"
              aria-label={t('optionEn', { number: index + 1 })}
              placeholder="English"
              lang="en"
              maxLength={200}
              value={option.en}
              onChange={(event) => set(index, { en: event.target.value })}
            />
            <button
              type="button"
              className="icon-btn"
              aria-label={t('removeOption', { number: index + 1 })}
              onClick={() => onChange(options.filter((_, place) => place !== index))}
            >
              <Icon name="close" size={16} />
            </button>
          </div>
        ))}
        <div>
          <Button size="sm" onClick={() => onChange([...options, newOption(options.map(({ value }) => value))])}>
            {t('addOption')}
          </Button>
        </div>
      </div>
    </fieldset>
  )
}
