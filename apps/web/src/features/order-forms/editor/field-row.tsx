import type { FormField } from '@jiju/orders/core/forms/field'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Tag } from '../../../ui/tag.tsx'
import styles from './editor.module.css'
import { FieldSettings } from './field-settings.tsx'

/** One field of the list: what it asks, moved, removed, or opened for editing. */
export function FieldRow({
  field,
  before,
  isLast,
  isOpen,
  onOpen,
  onChange,
  onMove,
  onRemove,
}: {
  field: FormField
  before: readonly FormField[]
  isLast: boolean
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  onChange: (field: FormField) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}) {
  const { t } = useTranslation('order-form-editor')
  const language = currentLanguage()
  const name = field.label[language] || field.label.zh || t('unnamed')
  return (
    <li className={styles.field} id={`field-${before.length}`} tabIndex={-1}>
      <div className="row sb wrap g8">
        <div className="row g8 wrap f1">
          <span className="b">{name}</span>
          <Tag kind="line">{t(`kind.${field.kind}`)}</Tag>
          {field.isRequired && <Tag kind="accent">{t('requiredShort')}</Tag>}
          {field.when && <Tag>{t('conditional')}</Tag>}
        </div>
        <div className="row g4">
          <Button size="sm" kind="text" disabled={before.length === 0} onClick={() => onMove(-1)}>
            {t('up')}
            <span className="sr-only"> {name}</span>
          </Button>
          <Button size="sm" kind="text" disabled={isLast} onClick={() => onMove(1)}>
            {t('down')}
            <span className="sr-only"> {name}</span>
          </Button>
          <Button size="sm" kind="text" onClick={onRemove}>
            {t('remove')}
            <span className="sr-only"> {name}</span>
          </Button>
          <Button size="sm" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
            {t(isOpen ? 'close' : 'edit')}
            <span className="sr-only"> {name}</span>
          </Button>
        </div>
      </div>
      {isOpen && <FieldSettings field={field} before={before} id={`edit-${field.key}`} onChange={onChange} />}
    </li>
  )
}
