import type { Problem } from '@jiju/kernel/problem'
import type { Answer, Answers, FormField } from '@jiju/orders/core/forms/field'
import { askedFields } from '@jiju/orders/core/forms/validate-answers'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { SelectField, TextField } from '../field.tsx'
import { TextArea } from '../text-area.tsx'
import { ChoiceGroup } from './choice-group.tsx'
import { NumberField } from './number-field.tsx'
import styles from './service-form.module.css'
import { TableField } from './table-field.tsx'
import { wordProblem } from './word-problem.ts'

type FormFieldsProps = {
  fields: readonly FormField[]
  answers: Answers
  /** Shown beside their fields; pointers begin behind the answers (`/cables/0/length`). */
  problems: readonly Problem[]
  /** Before the key of a field, for links to its control. */
  idPrefix: string
  onChange: (answers: Answers) => void
}

/** The questions of a service that are asked under the answers so far. What is no longer asked is taken out. */
export function FormFields({ fields, answers, problems, idPrefix, onChange }: FormFieldsProps) {
  const set = (key: string, answer: Answer | undefined) => {
    const { [key]: _, ...others } = answers
    onChange(onlyAsked(fields, answer === undefined ? others : { ...others, [key]: answer }))
  }
  const language = currentLanguage()
  return (
    <div className={styles.fields}>
      {askedFields(fields, answers).map((field) => (
        <Fragment key={field.key}>
          {field.section && <h3 className={`h3 ${styles.section}`}>{field.section[language]}</h3>}
          <div className={isBroad(field) ? styles.broad : undefined}>
            <OneField
              field={field}
              id={`${idPrefix}${field.key}`}
              answer={answers[field.key]}
              problems={problems.filter(({ field: at }) => at === `/${field.key}` || at?.startsWith(`/${field.key}/`))}
              onChange={(answer) => set(field.key, answer)}
            />
          </div>
        </Fragment>
      ))}
    </div>
  )
}

const isBroad = (field: FormField) =>
  field.kind === 'table' ||
  field.kind === 'multi' ||
  (field.kind === 'text' && field.isLong === true) ||
  (field.kind === 'choice' && field.options.length > 2)

/** Takes out what the other answers no longer ask for, and what depends on that. */
function onlyAsked(fields: readonly FormField[], answers: Answers): Answers {
  const asked = new Set(askedFields(fields, answers).map(({ key }) => key))
  return Object.fromEntries(Object.entries(answers).filter(([key]) => asked.has(key)))
}

type OneFieldProps = {
  field: FormField
  id: string
  answer: Answer | undefined
  problems: readonly Problem[]
  onChange: (answer: Answer | undefined) => void
}

function OneField({ field, id, answer, problems, onChange }: OneFieldProps) {
  const { t } = useTranslation('order-forms')
  const language = currentLanguage()
  const own = problems.find(({ field: at }) => at === `/${field.key}`)
  const label = field.isRequired ? field.label[language] : t('optional', { label: field.label[language] })
  const frame = { id, label, hint: field.help?.[language], error: own && wordProblem(t, own, language) }
  const text = typeof answer === 'string' ? answer : ''
  const setText = (value: string) => onChange(value === '' ? undefined : value)
  switch (field.kind) {
    case 'text':
      return field.isLong ? (
        <TextArea {...frame} value={text} maxLength={field.maxLength ?? 2000} onChange={(event) => setText(event.target.value)} />
      ) : (
        <TextField {...frame} value={text} maxLength={field.maxLength ?? 200} onChange={(event) => setText(event.target.value)} />
      )
    case 'file':
      return (
        <TextField
          {...frame}
          hint={field.help?.[language] ?? t('fileHint')}
          value={text}
          maxLength={200}
          placeholder={t('filePlaceholder')}
          onChange={(event) => setText(event.target.value)}
        />
      )
    case 'date':
      return <TextField {...frame} type="date" value={text} onChange={(event) => setText(event.target.value)} />
    case 'number':
      return <NumberField {...frame} field={field} answer={answer} onChange={onChange} />
    case 'yes_no':
      return (
        <ChoiceGroup
          {...frame}
          options={[
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
          chosen={typeof answer === 'boolean' ? [String(answer)] : []}
          onPick={(value) => onChange(value === 'true')}
        />
      )
    case 'choice': {
      const options = field.options.map((option) => ({ value: option.value, label: option[language] }))
      if (options.length <= 4)
        return <ChoiceGroup {...frame} options={options} chosen={text ? [text] : []} onPick={(value) => onChange(value)} />
      return <SelectField {...frame} options={[{ value: '', label: t('choose') }, ...options]} value={text} onPick={setText} />
    }
    case 'multi': {
      const chosen = Array.isArray(answer) ? (answer as readonly string[]) : []
      return (
        <ChoiceGroup
          {...frame}
          isMany
          options={field.options.map((option) => ({ value: option.value, label: option[language] }))}
          chosen={chosen}
          onPick={(value) => {
            const next = field.options.map((option) => option.value).filter((one) => chosen.includes(one) !== (one === value))
            onChange(next.length > 0 ? next : undefined)
          }}
        />
      )
    }
    case 'table':
      return <TableField {...frame} field={field} answer={answer} problems={problems} onChange={onChange} />
  }
}
