import type { Words } from '@jiju/orders/core/forms/field'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../../ui/field.tsx'

/** The same words in both languages, side by side. */
export function WordsPair({ id, label, value, onChange }: { id: string; label: string; value: Words; onChange: (words: Words) => void }) {
  const { t } = useTranslation('order-form-editor')
  return (
    <div className="form-pair">
      <TextField
        id={`${id}-zh`}
        label={t('inChinese', { label })}
        maxLength={300}
        value={value.zh}
        onChange={(event) => onChange({ ...value, zh: event.target.value })}
      />
      <TextField
        id={`${id}-en`}
        label={t('inEnglish', { label })}
        maxLength={300}
        lang="en"
        value={value.en}
        onChange={(event) => onChange({ ...value, en: event.target.value })}
      />
    </div>
  )
}
