import { isLocalDate, type LocalDate } from '@jiju/kernel/local-date'

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY'] as const
export type Frequency = (typeof FREQUENCIES)[number]

export const WEEKDAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** A weekday of a rule; `nth` of the month (−1 the last), only with MONTHLY. */
export type RuleDay = { readonly weekday: Weekday; readonly nth?: number }

/** How a series ends: after so many occurrences (excluded ones count), on a local day, or at an instant. */
export type RuleEnd = { readonly count: number } | { readonly untilDay: LocalDate } | { readonly untilInstant: Date }

/** A recurrence rule of RFC 5545, as far as bookings need it. */
export type SeriesRule = {
  readonly frequency: Frequency
  readonly interval: number
  readonly days: readonly RuleDay[]
  readonly end: RuleEnd
}

const MAX_INTERVAL = 99

/**
 * Reads FREQ (DAILY, WEEKLY, MONTHLY), INTERVAL, BYDAY, COUNT or UNTIL and WKST=MO, in any order, with or without `RRULE:`.
 * Undefined for anything else: a part that is not understood is never passed over.
 */
export function parseRule(text: string): SeriesRule | undefined {
  const parts = readParts(text)
  if (!parts) return undefined
  const frequency = FREQUENCIES.find((known) => known === parts.get('FREQ'))
  const interval = readNumber(parts.get('INTERVAL') ?? '1', MAX_INTERVAL)
  const days = (parts.get('BYDAY')?.split(',') ?? []).map(readDay)
  const end = readEnd(parts.get('COUNT'), parts.get('UNTIL'))
  if (!frequency || !interval || !end || (parts.get('WKST') ?? 'MO') !== 'MO') return undefined
  const known = days.filter((day) => day !== undefined)
  if (known.length < days.length || (frequency !== 'MONTHLY' && known.some((day) => day.nth !== undefined))) return undefined
  return { frequency, interval, days: known, end }
}

/** The rule in the form that RFC 5545 prefers. */
export function writeRule(rule: SeriesRule): string {
  const { end } = rule
  const byDay = rule.days.map(({ weekday, nth }) => `${nth ?? ''}${WEEKDAY_CODES[weekday - 1]}`).join(',')
  return [
    `FREQ=${rule.frequency}`,
    ...(rule.interval > 1 ? [`INTERVAL=${rule.interval}`] : []),
    ...(byDay ? [`BYDAY=${byDay}`] : []),
    'count' in end ? `COUNT=${end.count}` : `UNTIL=${'untilDay' in end ? end.untilDay.replaceAll('-', '') : compact(end.untilInstant)}`,
  ].join(';')
}

const KNOWN_PARTS = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'COUNT', 'UNTIL', 'WKST'])

function readParts(text: string): Map<string, string> | undefined {
  const parts = new Map<string, string>()
  for (const part of text
    .replace(/^RRULE:/i, '')
    .toUpperCase()
    .split(';')) {
    const [name = '', value = ''] = part.split('=')
    if (!KNOWN_PARTS.has(name) || value === '' || parts.has(name)) return undefined
    parts.set(name, value)
  }
  return parts
}

function readNumber(text: string, max: number): number | undefined {
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= max ? Number(text) : undefined
}

function readDay(text: string): RuleDay | undefined {
  const match = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text)
  if (!match) return undefined
  const weekday = (WEEKDAY_CODES.indexOf(match[2] as (typeof WEEKDAY_CODES)[number]) + 1) as Weekday
  return match[1] === undefined ? { weekday } : { weekday, nth: Number(match[1]) }
}

function readEnd(count: string | undefined, until: string | undefined): RuleEnd | undefined {
  if ((count === undefined) === (until === undefined)) return undefined
  if (count !== undefined) {
    const number = readNumber(count, 9999)
    return number === undefined ? undefined : { count: number }
  }
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z)?$/.exec(until ?? '')
  const [, year, month, day, hour, minute, second] = match ?? []
  const untilDay = `${year}-${month}-${day}`
  if (!isLocalDate(untilDay)) return undefined
  if (hour === undefined) return { untilDay }
  const untilInstant = new Date(`${untilDay}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(untilInstant.getTime()) ? undefined : { untilInstant }
}

function compact(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}
