import { WEEKDAY_CODES } from '@jiju/booking/core/series/rule'
import type { LocalDate } from '@jiju/kernel/local-date'
import { weekdayOf } from '@jiju/kernel/local-date'

export type Repeat = 'DAILY' | 'WEEKLY' | 'MONTHLY'

/** What the form asks: the rule is written from it. */
export type RuleValues = {
  readonly frequency: Repeat
  readonly interval: string
  /** ISO weekdays of a weekly series. */
  readonly weekdays: readonly number[]
  /** Of a monthly series: the day of the month, or the same weekday of the same week. */
  readonly monthly: 'day' | 'weekday'
  readonly ends: 'count' | 'until'
  readonly count: string
  readonly untilDay: string
}

/** The rule in RFC 5545; null while something is missing. */
export function ruleOf(values: RuleValues, firstDay: LocalDate): string | null {
  const interval = Number(values.interval)
  const end =
    values.ends === 'count'
      ? /^[1-9]\d{0,2}$/.test(values.count) && `COUNT=${values.count}`
      : values.untilDay >= firstDay && `UNTIL=${values.untilDay.replaceAll('-', '')}`
  if (!end || !Number.isInteger(interval) || interval < 1 || interval > 99) return null
  const days = byDay(values, firstDay)
  return [`FREQ=${values.frequency}`, ...(interval > 1 ? [`INTERVAL=${interval}`] : []), ...(days ? [`BYDAY=${days}`] : []), end].join(';')
}

function byDay({ frequency, weekdays, monthly }: RuleValues, firstDay: LocalDate): string {
  if (frequency === 'WEEKLY') return [...weekdays].sort().map(codeOf).join(',')
  if (frequency === 'MONTHLY' && monthly === 'weekday') return `${weekOfMonth(firstDay)}${codeOf(weekdayOf(firstDay))}`
  return ''
}

/** Which of its weekday in the month a day is; −1 for a fifth, which not every month has. */
export function weekOfMonth(day: LocalDate): number {
  const week = Math.ceil(Number(day.slice(8)) / 7)
  return week > 4 ? -1 : week
}

const codeOf = (weekday: number) => WEEKDAY_CODES[weekday - 1] ?? 'MO'
