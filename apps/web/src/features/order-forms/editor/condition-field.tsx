import type { FormField } from '@jiju/orders/core/forms/field'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../../lib/i18n.ts'
import { SelectField } from '../../../ui/field.tsx'
import { ChoiceGroup } from '../../../ui/service-form/choice-group.tsx'

/** On which earlier answer the field depends. */
export function ConditionField({
  id,
  field,
  before,
  onChange,
}: {
  id: string
  field: FormField
  before: readonly FormField[]
  onChange: (when: FormField['when']) => void
}) {
  const { t } = useTranslation('order-form-editor')
  const language = currentLanguage()
  const grounds = before.filter(({ kind }) => kind === 'choice' || kind === 'multi' || kind === 'yes_no')
  const ground = grounds.find(({ key }) => key === field.when?.key)
  const values = ground ? valuesOf(ground, { yes: t('yes'), no: t('no') }, language) : []
  const chosen = field.when?.is ?? []
  return (
    <>
      <SelectField
        id={id}
        label={t('when')}
        hint={t('whenHint')}
        value={ground?.key ?? ''}
        options={[{ value: '', label: t('always') }, ...grounds.map(({ key, label }) => ({ value: key, label: label[language] || key }))]}
        onPick={(key) => onChange(key === '' ? undefined : { key, is: [] })}
      />
      {ground && (
        <ChoiceGroup
          id={`${id}-is`}
          label={t('whenIs')}
          isMany
          options={values.map(({ value, label }) => ({ value: String(value), label }))}
          chosen={chosen.map(String)}
          onPick={(picked) => {
            const is = values.map(({ value }) => value).filter((value) => chosen.includes(value) !== (String(value) === picked))
            onChange({ key: ground.key, is })
          }}
        />
      )}
    </>
  )
}

function valuesOf(
  ground: FormField,
  words: { yes: string; no: string },
  language: 'zh' | 'en',
): { value: string | boolean; label: string }[] {
  if (ground.kind === 'yes_no')
    return [
      { value: true, label: words.yes },
      { value: false, label: words.no },
    ]
  return ground.kind === 'choice' || ground.kind === 'multi'
    ? ground.options.map((option) => ({ value: option.value, label: option[language] || option.value }))
    : []
}
