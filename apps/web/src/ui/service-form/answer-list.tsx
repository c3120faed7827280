import type { Answer, Answers, Column, FormField, Row } from '@jiju/orders/core/forms/field'
import { askedFields } from '@jiju/orders/core/forms/validate-answers'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'

/** Answers beside their questions, for reading; questions without an answer are left out. */
export function AnswerList({ fields, answers }: { fields: readonly FormField[]; answers: Answers }) {
  const { t } = useTranslation('order-forms')
  const language = currentLanguage()
  const shown = askedFields(fields, answers).filter(({ key }) => answers[key] !== undefined)
  if (shown.length === 0) return <p className="t3">{t('noAnswers')}</p>
  return (
    <dl className="kv">
      {shown.map((field) => (
        <div key={field.key} style={{ display: 'contents' }}>
          <dt>{field.label[language]}</dt>
          <dd style={{ overflowWrap: 'anywhere' }}>
            <AnswerText field={field} answer={answers[field.key] as Answer} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function AnswerText({ field, answer }: { field: FormField; answer: Answer }) {
  const { t } = useTranslation('order-forms')
  const format = useFormat()
  const language = currentLanguage()
  switch (field.kind) {
    case 'yes_no':
      return t(answer === true ? 'yes' : 'no')
    case 'number':
      return `${answer} ${field.unit[language]}`
    case 'date':
      return format.day(String(answer))
    case 'choice':
    case 'multi': {
      const chosen = Array.isArray(answer) ? (answer as readonly string[]) : [String(answer)]
      return chosen.map((value) => field.options.find((option) => option.value === value)?.[language] ?? value).join(t('and'))
    }
    case 'table':
      return (
        <ul>
          {(answer as readonly Row[]).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place.
            <li key={index}>{field.columns.flatMap((column) => cellText(column, row[column.key], language)).join(' · ')}</li>
          ))}
        </ul>
      )
    default:
      return String(answer)
  }
}

function cellText(column: Column, cell: string | number | undefined, language: 'zh' | 'en'): string[] {
  if (cell === undefined) return []
  if (column.kind === 'choice')
    return [`${column.label[language]} ${column.options.find((option) => option.value === cell)?.[language] ?? cell}`]
  return [column.kind === 'number' ? `${cell} ${column.unit?.[language] ?? ''}`.trim() : String(cell)]
}
