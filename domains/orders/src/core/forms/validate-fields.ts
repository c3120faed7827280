import type { Problem } from '@jiju/kernel/problem'
import type { Column, FormField, Option } from './field.ts'

/**
 * What speaks against a form before it is published: keys that are not unique, options or columns that are missing or named twice, a range without
 * room, a condition on a field that does not stand before it or cannot be answered so. Codes `orders.field_…`, pointers `/fields/3/when`.
 */
export function validateFields(fields: readonly FormField[]): Problem[] {
  return fields.flatMap((field, index) => [
    ...(fields.findIndex(({ key }) => key === field.key) < index ? [wrong('key_taken', `/fields/${index}/key`, { key: field.key })] : []),
    ...validateKind(field, `/fields/${index}`),
    ...validateCondition(field, fields.slice(0, index), `/fields/${index}/when`),
  ])
}

function validateKind(field: FormField, at: string): Problem[] {
  switch (field.kind) {
    case 'choice':
    case 'multi':
      return validateOptions(field.options, `${at}/options`)
    case 'number':
      return field.min !== undefined && field.max !== undefined && field.min > field.max ? [wrong('range', `${at}/max`)] : []
    case 'table':
      return [
        ...(field.columns.length === 0 ? [wrong('columns', `${at}/columns`)] : []),
        ...field.columns.flatMap((column, index) => validateColumn(column, field.columns.slice(0, index), `${at}/columns/${index}`)),
        ...((field.minRows ?? 0) > (field.maxRows ?? Infinity) ? [wrong('range', `${at}/maxRows`)] : []),
      ]
    default:
      return []
  }
}

function validateColumn(column: Column, before: readonly Column[], at: string): Problem[] {
  return [
    ...(before.some(({ key }) => key === column.key) ? [wrong('key_taken', `${at}/key`, { key: column.key })] : []),
    ...(column.kind === 'choice' ? validateOptions(column.options, `${at}/options`) : []),
  ]
}

function validateOptions(options: readonly Option[], at: string): Problem[] {
  const values = new Set(options.map(({ value }) => value))
  return options.length < 2 || values.size < options.length ? [wrong('options', at)] : []
}

function validateCondition({ when }: FormField, before: readonly FormField[], at: string): Problem[] {
  if (!when) return []
  const ground = before.find(({ key }) => key === when.key)
  if (!ground) return [wrong('condition', at, { key: when.key })]
  const possible: readonly (string | boolean)[] =
    ground.kind === 'yes_no'
      ? [true, false]
      : ground.kind === 'choice' || ground.kind === 'multi'
        ? ground.options.map(({ value }) => value)
        : []
  const isPossible = when.is.length > 0 && when.is.every((value) => possible.includes(value))
  return isPossible ? [] : [wrong('condition', at, { key: when.key })]
}

const wrong = (reason: string, field: string, params: Record<string, string> = {}): Problem => ({
  code: `orders.field_${reason}`,
  kind: 'refused',
  field,
  params,
})
