import { daysBetween, isLocalDate, type LocalDate } from '@jiju/kernel/local-date'
import type { Words } from '../engine/model.ts'
import type { PeriodKind } from './sources.ts'

/** The zone whose days count in periods and limits. */
export const SCORING_ZONE = 'Asia/Shanghai'

/** What a run scores: a year `2025`, or a quarter `2026-Q3`. */
export const RUN_PERIOD = /^\d{4}(-Q[1-4])?$/

const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31'] as const

/** A period in words: `2025-Q4` is 2025 年第四季度, Q4 2025; a day stays as it is. */
export function periodWords(period: string): Words {
  const [, year, quarter] = /^(\d{4})(?:-Q([1-4]))?$/.exec(period) ?? []
  if (!year) return { zh: period, en: period }
  if (!quarter) return { zh: `${year} 年`, en: year }
  return { zh: `${year} 年第${'一二三四'[Number(quarter) - 1]}季度`, en: `Q${quarter} ${year}` }
}

/** The last day of a run's period. */
export function lastDayOf(period: string): LocalDate {
  const quarter = Number(period.slice(6) || 4)
  return `${period.slice(0, 4)}-${QUARTER_ENDS[quarter - 1]}`
}

/**
 * The period of which facts of a kind are taken for a run, `yearsBack` years before it. A quarter takes the last year that has ended;
 * a point in time is the last one up to that day, given as the day.
 */
export function factPeriod(kind: PeriodKind, runPeriod: string, yearsBack: number): string {
  const year = Number(runPeriod.slice(0, 4))
  const quarter = runPeriod.slice(5)
  if (kind === 'point') return lastDayOf(`${year - yearsBack}${quarter && `-${quarter}`}`)
  if (kind === 'quarter') return `${year - yearsBack}-${quarter || 'Q4'}`
  return String(year - yearsBack - (quarter === '' || quarter === 'Q4' ? 0 : 1))
}

/** Whether a text names a period of the kind: `2025`, `2026-Q3`, or a day. */
export function isPeriodOf(kind: PeriodKind, period: string): boolean {
  if (kind === 'point') return isLocalDate(period)
  return kind === 'year' ? /^\d{4}$/.test(period) : /^\d{4}-Q[1-4]$/.test(period)
}

/** Completed years from one day to another. */
export function yearsBetween(from: LocalDate, to: LocalDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return daysBetween(`${to.slice(0, 4)}${from.slice(4)}`.replace('-02-29', '-02-28'), to) < 0 ? years - 1 : years
}
