import { addDays, daysBetween, type LocalDate } from '@jiju/kernel/local-date'

/** Both days belong to it; each instrument's by its site's own clock. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate }

export const MAX_PERIOD_DAYS = 731

/** Hours a year against which use is measured (利用率 = 年有效工作机时 ÷ 1600). */
const YEARLY_REFERENCE_HOURS = 1600

export const daysOf = ({ from, to }: Period): number => daysBetween(from, to) + 1

/** 1600 for a year, be it of 365 or 366 days; other periods in proportion of 365 days. */
export function referenceHoursOf(period: Period): number {
  const days = daysOf(period)
  return days === 366 ? YEARLY_REFERENCE_HOURS : (YEARLY_REFERENCE_HOURS * days) / 365
}

/** The calendar year that the national yearly message and own statements speak of: that of the last day. */
export const yearOf = ({ to }: Period): number => Number(to.slice(0, 4))

export type Step = 'week' | 'month'

/** The days on which a step begins, clipped to the period; weeks begin on Monday. */
export function stepsOf(period: Period, step: Step): Period[] {
  const steps: Period[] = []
  let from = period.from
  while (from <= period.to) {
    const end = step === 'month' ? lastOfMonth(from) : sundayOf(from)
    const to = end < period.to ? end : period.to
    steps.push({ from, to })
    from = addDays(to, 1)
  }
  return steps
}

function lastOfMonth(day: LocalDate): LocalDate {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return addDays(next, -1)
}

// 1970-01-04 was a Sunday.
const sundayOf = (day: LocalDate): LocalDate => addDays(day, (7 - (((daysBetween('1970-01-04', day) % 7) + 7) % 7)) % 7)
