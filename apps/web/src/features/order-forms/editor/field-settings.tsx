import type { FormField } from '@jiju/orders/core/forms/field'
import { useTranslation } from 'react-i18next'
import { Check, TextField } from '../../../ui/field.tsx'
import { ColumnRows } from './column-rows.tsx'
import { ConditionField } from './condition-field.tsx'
import { OptionRows } from './option-rows.tsx'
import { WordsPair } from './words-pair.tsx'

const EMPTY = { zh: '', en: '' }

type FieldSettingsProps = { field: FormField; before: readonly FormField[]; id: string; onChange: (field: FormField) => void }

/** Everything that can be said of one field. */
export function FieldSettings({ field, before, id, onChange }: FieldSettingsProps) {
  const { t } = useTranslation('order-form-editor')
  return (
    <div className="stack">
      <WordsPair id={`${id}-label`} label={t('label')} value={field.label} onChange={(label) => onChange({ ...field, label })} />
      <WordsPair id={`${id}-help`} label={t('help')} value={field.help ?? EMPTY} onChange={(help) => onChange({ ...field, help })} />
      <OfKind field={field} id={id} onChange={onChange} />
      <Check isChecked={field.isRequired} onChange={(isRequired) => onChange({ ...field, isRequired })}>
        {t('required')}
      </Check>
      <ConditionField
        id={`${id}-when`}
        field={field}
        before={before}
        onChange={(when) => {
          const { when: _, ...rest } = field
          onChange((when ? { ...rest, when } : rest) as FormField)
        }}
      />
      <WordsPair
        id={`${id}-section`}
        label={t('section')}
        value={field.section ?? EMPTY}
        onChange={(section) => onChange({ ...field, section })}
      />
    </div>
  )
}

function OfKind({ field, id, onChange }: Omit<FieldSettingsProps, 'before'>) {
  const { t } = useTranslation('order-form-editor')
  switch (field.kind) {
    case 'text':
      return (
        <Check isChecked={field.isLong === true} onChange={(isLong) => onChange({ ...field, isLong })}>
          {t('isLong')}
        </Check>
      )
    case 'number': {
      const limit = (name: 'min' | 'max') => ({
        id: `${id}-${name}`,
        label: t(name),
        inputMode: 'decimal' as const,
        defaultValue: field[name] ?? '',
        onBlur: (event: { target: { value: string } }) => {
          const { [name]: _, ...rest } = field
          const typed = event.target.value.trim()
          const value = Number(typed)
          onChange(typed === '' || !Number.isFinite(value) ? rest : { ...rest, [name]: value })
        },
      })
      return (
        <>
          <WordsPair id={`${id}-unit`} label={t('unit')} value={field.unit} onChange={(unit) => onChange({ ...field, unit })} />
          <div className="form-pair">
            <TextField {...limit('min')} />
            <TextField {...limit('max')} />
          </div>
          <Check isChecked={field.isWhole === true} onChange={(isWhole) => onChange({ ...field, isWhole })}>
            {t('isWhole')}
          </Check>
        </>
      )
    }
    case 'choice':
    case 'multi':
      return <OptionRows options={field.options} onChange={(options) => onChange({ ...field, options })} />
    case 'table':
      return <ColumnRows columns={field.columns} onChange={(columns) => onChange({ ...field, columns })} />
    default:
      return null
  }
}
