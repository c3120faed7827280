import { type Answer, type Answers, type Column, type FormField, MAX_SHORT_TEXT } from './field.ts'
import { isAsked } from './validate-answers.ts'

/** Answers that a form accepts: every field that is asked, in order, so that a preview shows the form filled and programs can try an order. */
export function exampleAnswers(fields: readonly FormField[], day: string): Answers {
  const answers: Record<string, Answer> = {}
  for (const field of fields) if (isAsked(fields, answers, field)) answers[field.key] = exampleOf(field, day)
  return answers
}

function exampleOf(field: FormField, day: string): Answer {
  switch (field.kind) {
    case 'text':
      return field.label.zh.slice(0, field.maxLength ?? MAX_SHORT_TEXT)
    case 'file':
      return `${field.key}.pdf`
    case 'number':
      return field.min ?? Math.min(1, field.max ?? 1)
    case 'choice':
      return field.options[0]?.value ?? ''
    case 'multi':
      return field.options.slice(0, 1).map(({ value }) => value)
    case 'date':
      return day
    case 'yes_no':
      return true
    case 'table':
      return Array.from({ length: Math.max(1, field.minRows ?? 1) }, (_, index) =>
        Object.fromEntries(field.columns.map((column) => [column.key, cellOf(column, index + 1)])),
      )
  }
}

function cellOf(column: Column, number: number): string | number {
  if (column.kind === 'number') return number
  return column.kind === 'choice' ? (column.options[0]?.value ?? '') : `${column.label.zh} ${number}`
}
