// Shapes of plain data, checked field by field: every mistake is reported with its place, none throws.

type Params = Readonly<Record<string, string | number>>

/** Takes a mistake: its place as a JSON pointer, and what it is. */
export type Report = (path: string, code: string, params?: Params) => void

/** Reports what is wrong with a value. */
export type Shape = (value: unknown, path: string, report: Report) => void

/** Whether a value has a shape; fields that it does not know are no harm to what is read. */
export function has(shape: Shape, value: unknown): boolean {
  let isSound = true
  shape(value, '', (_, code) => {
    if (code !== 'scoring.model_unknown_field') isSound = false
  })
  return isSound
}

/** The place of a field (RFC 6901). */
export function field(path: string, key: string | number): string {
  return `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

export const text: Shape = (value, path, report) => {
  if (typeof value !== 'string') report(path, 'scoring.model_not_text')
}

/** A text with something in it. */
export const filled: Shape = (value, path, report) => {
  if (typeof value !== 'string') report(path, 'scoring.model_not_text')
  else if (value.trim() === '') report(path, 'scoring.model_text_empty')
}

/** What something is called in data: letters, digits, `_`, `-` and `.`. */
export const code: Shape = (value, path, report) => {
  if (typeof value !== 'string') report(path, 'scoring.model_not_text')
  else if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/.test(value)) report(path, 'scoring.model_code_form', { code: value })
}

/** A day of the calendar as `2026-09-30`. */
export const day: Shape = (value, path, report) => {
  if (typeof value !== 'string') report(path, 'scoring.model_not_text')
  else if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || !isOfCalendar(value)) report(path, 'scoring.model_not_day', { value })
}

function isOfCalendar(value: string): boolean {
  const instant = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value)
}

export const yesOrNo: Shape = (value, path, report) => {
  if (typeof value !== 'boolean') report(path, 'scoring.model_not_boolean')
}

export function choice(...choices: readonly string[]): Shape {
  return (value, path, report) => {
    if (typeof value !== 'string' || !choices.includes(value)) report(path, 'scoring.model_not_choice', { choices: choices.join(', ') })
  }
}

export function numberBetween(least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): Shape {
  return (value, path, report) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) report(path, 'scoring.model_not_number')
    else if (value < least && most === Number.POSITIVE_INFINITY) report(path, 'scoring.model_number_low', { value, least })
    else if (value < least || value > most) report(path, 'scoring.model_number_range', { value, least, most })
  }
}

export function wholeBetween(least: number, most: number): Shape {
  return (value, path, report) => {
    if (typeof value === 'number' && Number.isFinite(value) && !Number.isInteger(value)) report(path, 'scoring.model_not_whole', { value })
    else numberBetween(least, most)(value, path, report)
  }
}

export function nullOr(shape: Shape): Shape {
  return (value, path, report) => {
    if (value !== null) shape(value, path, report)
  }
}

/** The first shape for texts, the second for all else. */
export function or(forText: Shape, otherwise: Shape): Shape {
  return (value, path, report) => (typeof value === 'string' ? forText : otherwise)(value, path, report)
}

export function list(item: Shape): Shape {
  return (value, path, report) => {
    if (!Array.isArray(value)) return report(path, 'scoring.model_not_list')
    for (const [index, own] of value.entries()) item(own, field(path, index), report)
  }
}

type Fields = Readonly<Record<string, Shape>>

export function object(fields: Fields, optional: Fields = {}): Shape {
  return (value, path, report) => {
    if (!isObject(value)) return report(path, 'scoring.model_not_object')
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(fields, key) && !Object.hasOwn(optional, key))
        report(field(path, key), 'scoring.model_unknown_field', { field: key })
    }
    for (const [key, shape] of Object.entries(fields)) {
      if (Object.hasOwn(value, key)) shape(value[key], field(path, key), report)
      else report(path, 'scoring.model_missing_field', { field: key })
    }
    for (const [key, shape] of Object.entries(optional)) if (Object.hasOwn(value, key)) shape(value[key], field(path, key), report)
  }
}

/** An object whose `kind` says which other fields it has. */
export function byKind(kinds: Readonly<Record<string, Fields>>): Shape {
  const kind = choice(...Object.keys(kinds))
  return (value, path, report) => {
    if (!isObject(value)) return report(path, 'scoring.model_not_object')
    const own = typeof value.kind === 'string' && Object.hasOwn(kinds, value.kind) ? kinds[value.kind] : undefined
    if (own) object({ kind, ...own })(value, path, report)
    else if (Object.hasOwn(value, 'kind')) kind(value.kind, field(path, 'kind'), report)
    else report(path, 'scoring.model_missing_field', { field: 'kind' })
  }
}

export function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object of data whose fields are not yet known. */
export type Raw = Readonly<Record<string, unknown>>

/** The code of an item, whatever else may be wrong with it. */
export function codeOf(item: unknown): string | null {
  return isObject(item) && typeof item.code === 'string' ? item.code : null
}
