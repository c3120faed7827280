import i18next from 'i18next'

/** What zod says of a value, as far as a form words it. */
export type RawIssue = {
  readonly code?: string | undefined
  readonly origin?: string
  readonly minimum?: number | bigint
  readonly maximum?: number | bigint
  readonly format?: string
  readonly pattern?: string
  readonly expected?: string
  readonly input?: unknown
}

type Message = { readonly key: MessageKey; readonly values?: Readonly<Record<string, string | number>> }
type MessageKey =
  | 'required'
  | 'choose'
  | 'tooShort'
  | 'tooLong'
  | 'tooSmall'
  | 'tooLarge'
  | 'tooFew'
  | 'tooMany'
  | 'number'
  | 'integer'
  | 'email'
  | 'url'
  | 'date'
  | 'instant'
  | 'money'
  | 'sixDigits'
  | 'format'

const FORMATS: Readonly<Record<string, MessageKey>> = {
  email: 'email',
  url: 'url',
  date: 'date',
  datetime: 'instant',
  uuid: 'choose',
  guid: 'choose',
}

/** What is wrong and what would pass, for each kind of issue; never the schema's own terms. */
export function messageOf(issue: RawIssue): Message {
  const { input } = issue
  const isEmpty = input === undefined || input === null || input === '' || (Array.isArray(input) && input.length === 0)
  const length = typeof input === 'string' ? input.trim().length : Array.isArray(input) ? input.length : 0
  if (issue.code === 'too_small') {
    const min = Number(issue.minimum)
    if (issue.origin === 'string') return isEmpty || min === 1 ? { key: 'required' } : { key: 'tooShort', values: { min, count: length } }
    if (issue.origin === 'array') return min === 1 ? { key: 'choose' } : { key: 'tooFew', values: { min } }
    return { key: 'tooSmall', values: { min } }
  }
  if (issue.code === 'too_big') {
    const max = Number(issue.maximum)
    if (issue.origin === 'string') return { key: 'tooLong', values: { max, count: length } }
    return { key: issue.origin === 'array' ? 'tooMany' : 'tooLarge', values: { max } }
  }
  if (isEmpty) return { key: issue.format === 'uuid' ? 'choose' : 'required' }
  if (issue.code === 'invalid_format') {
    if (issue.pattern?.includes('\\d{6}')) return { key: 'sixDigits' }
    if (issue.pattern?.includes('\\.\\d{1,2}')) return { key: 'money' }
    return { key: FORMATS[issue.format ?? ''] ?? 'format' }
  }
  if (issue.code === 'invalid_type') {
    if (issue.format === 'safeint' || issue.expected === 'int') return { key: 'integer' }
    return { key: issue.expected === 'number' ? 'number' : 'format' }
  }
  return { key: 'format' }
}

/** The message in the reader's language. Needs the texts `workspace`. */
export function wordIssue(issue: RawIssue): string {
  const { key, values } = messageOf(issue)
  return i18next.t(`form.${key}`, { ns: 'workspace', ...values })
}
