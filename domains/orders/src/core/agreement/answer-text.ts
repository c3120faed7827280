import type { Answer, FormField, Row } from '../forms/field.ts'

/** An answer of a form as it is printed, in Chinese: options by their words, units behind numbers, rows of a table one after the other. */
export function answerText(field: FormField | undefined, answer: Answer): string {
  if (typeof answer === 'boolean') return answer ? '是' : '否'
  if (Array.isArray(answer))
    return answer.map((one) => (typeof one === 'object' ? rowText(field, one) : optionText(field, String(one)))).join('；')
  if (typeof answer === 'number') return field?.kind === 'number' ? `${answer} ${field.unit.zh}` : String(answer)
  return optionText(field, String(answer))
}

function optionText(field: FormField | undefined, value: string): string {
  if (field?.kind !== 'choice' && field?.kind !== 'multi') return value
  return field.options.find((option) => option.value === value)?.zh ?? value
}

function rowText(field: FormField | undefined, row: Row): string {
  const columns = field?.kind === 'table' ? field.columns : []
  return Object.entries(row)
    .map(([key, value]) => `${columns.find((column) => column.key === key)?.label.zh ?? key} ${value}`)
    .join('，')
}
