import type { ParseKeys } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Check, Segmented, SelectField, TextField } from '../../../ui/field.tsx'
import { DateField } from '../../../ui/late/moment-field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { UnitField } from '../../../ui/unit-field.tsx'
import type { DetailField, DetailGroup } from './content-fields.ts'
import { ListField } from './list-field.tsx'

type Values = Readonly<Record<string, unknown>>
type FormProps = {
  readonly values: Values
  readonly errors: Readonly<Record<string, string>>
  readonly prefix: string
  readonly isLocked: boolean
  readonly onChange: (change: Values) => void
}

/** The fields of a kind, as its table says. */
export function DetailForm({ groups, ...form }: { readonly groups: readonly DetailGroup[] } & FormProps) {
  const { t } = useTranslation('editor')
  return (
    <>
      {groups.map((group) => (
        <fieldset key={group.title} className="form-group" disabled={form.isLocked}>
          <legend>{t(group.title)}</legend>
          <DetailFields fields={group.fields} {...form} />
        </fieldset>
      ))}
    </>
  )
}

export function DetailFields({ fields, ...form }: { readonly fields: readonly DetailField[] } & FormProps) {
  const isWide = (field: DetailField) => field.kind === 'long' || field.kind === 'list'
  return (
    <>
      <div className="form-pair">
        {fields
          .filter((field) => !isWide(field))
          .map((field) => (
            <OneField key={field.name} field={field} {...form} />
          ))}
      </div>
      {fields.filter(isWide).map((field) => (
        <OneField key={field.name} field={field} {...form} />
      ))}
    </>
  )
}

function OneField({ field, values, errors, prefix, onChange }: { readonly field: DetailField } & FormProps) {
  const { t } = useTranslation('editor')
  const label = t(`field.${field.name}` as ParseKeys<'editor'>)
  const value = values[field.name]
  const error = errors[`${prefix}.${field.name}`]
  const common = { id: `field-${prefix}.${field.name}`, label, error }
  const text = value === null || value === undefined ? '' : String(value)
  const setText = (next: string) => onChange({ [field.name]: next === '' ? null : next })
  const unit = field.unit ? t(field.unit) : ''
  switch (field.kind) {
    case 'long':
      return <TextArea {...common} rows={4} value={text} onChange={(event) => setText(event.target.value)} />
    case 'date':
      return <DateField {...common} value={text} onChange={(event) => setText(event.target.value)} />
    case 'url':
      return <TextField {...common} type="url" value={text} onChange={(event) => setText(event.target.value)} />
    case 'yuan':
      return <UnitField {...common} unit={unit} inputMode="decimal" value={text} onChange={(event) => setText(event.target.value)} />
    case 'days':
    case 'count':
    case 'decimal':
      return (
        <UnitField
          {...common}
          unit={unit}
          inputMode="decimal"
          value={text}
          onChange={(event) => onChange({ [field.name]: event.target.value.trim() === '' ? null : numberOr(event.target.value) })}
        />
      )
    case 'list':
      return (
        <ListField
          {...common}
          hint={t('listHint')}
          value={(value as string[] | undefined) ?? []}
          onChange={(next) => onChange({ [field.name]: next })}
        />
      )
    case 'flag':
    case 'required_flag':
      return (
        <div>
          <div className="field-label">{label}</div>
          <Segmented
            label={label}
            value={value === true ? 'yes' : value === false ? 'no' : 'unknown'}
            options={[
              { value: 'yes', label: t('option.yes') },
              { value: 'no', label: t('option.no') },
              ...(field.kind === 'flag' ? [{ value: 'unknown', label: t('option.unknown') }] : []),
            ]}
            onPick={(next) => onChange({ [field.name]: next === 'yes' ? true : next === 'no' ? false : null })}
          />
        </div>
      )
    case 'acquisition':
      return (
        <SelectField
          {...common}
          value={text}
          options={[
            { value: '', label: t('option.unknown') },
            ...(['purchased', 'developed', 'donated', 'leased', 'other'] as const).map((each) => ({
              value: each as string,
              label: t(`option.acquisition.${each}`),
            })),
          ]}
          onPick={setText}
        />
      )
    case 'share_mode':
      return (
        <SelectField
          {...common}
          value={text}
          options={[
            { value: '', label: t('option.unknown') },
            ...(['outside', 'inside', 'not_shared'] as const).map((each) => ({
              value: each as string,
              label: t(`option.shareMode.${each}`),
            })),
          ]}
          onPick={setText}
        />
      )
    case 'languages': {
      const chosen = (value as string[] | undefined) ?? []
      return (
        <div>
          <div className="field-label">{label}</div>
          <div className="row g16">
            {(['zh', 'en'] as const).map((language) => (
              <Check
                key={language}
                isChecked={chosen.includes(language)}
                onChange={(isOn) =>
                  onChange({ [field.name]: ['zh', 'en'].filter((each) => (each === language ? isOn : chosen.includes(each))) })
                }
              >
                {t(`option.${language}`)}
              </Check>
            ))}
          </div>
        </div>
      )
    }
    default:
      return <TextField {...common} value={text} onChange={(event) => setText(event.target.value)} />
  }
}

/** A number where it is one; otherwise the text, which the contract then refuses with its reason. */
function numberOr(text: string): number | string {
  const value = Number(text)
  return Number.isNaN(value) ? text : value
}
