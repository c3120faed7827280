import { addDays, isLocalDate, type LocalDate } from '@jiju/kernel/local-date'
import type { Period } from './calls.ts'

export const SPANS = ['year', 'this', 'last'] as const
type Span = (typeof SPANS)[number]

/** The last 365 days up to yesterday, this calendar year up to yesterday, the last calendar year. */
export function spanOf(span: Span, today: LocalDate): Period {
  const year = Number(today.slice(0, 4))
  const yesterday = addDays(today, -1)
  if (span === 'last') return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
  if (span === 'this' && today > `${year}-01-01`) return { from: `${year}-01-01`, to: yesterday }
  return { from: addDays(today, -365), to: yesterday }
}

/** A calendar year, the current one up to yesterday. */
export function yearSpan(year: number, today: LocalDate): Period {
  return year === Number(today.slice(0, 4)) ? spanOf('this', today) : { from: `${year}-01-01`, to: `${year}-12-31` }
}

/** The period that an address names; when it names none the last 365 days, or what the page says. */
export function periodOf(search: { from?: string | undefined; to?: string | undefined }, today: LocalDate, usual: Span = 'year'): Period {
  const { from, to } = search
  return from && to && isLocalDate(from) && isLocalDate(to) && from <= to ? { from, to } : spanOf(usual, today)
}
