import type { Calendar } from '@jiju/booking/contract/calendars'
import { addDays, daysBetween, type LocalDate } from '@jiju/kernel/local-date'
import { useState } from 'react'
import { dayNow, zonedParts } from '../../lib/format.ts'
import type { Span } from './slot-grid.ts'

/** The days that a calendar shows: weeks counted from today, so that no row is spent on days that have passed. */
export function useWeek(rules: Pick<Calendar, 'zone' | 'horizonDays'>, chosen: Span | null) {
  const today = dayNow(rules.zone)
  const weekOf = (day: LocalDate) => addDays(today, Math.floor(Math.max(0, daysBetween(today, day)) / 7) * 7)
  const [from, setFrom] = useState<LocalDate>(() => (chosen ? weekOf(zonedParts(new Date(chosen.start), rules.zone).day) : today))
  const lastDay = addDays(today, rules.horizonDays)
  return {
    from,
    openDay: (day: LocalDate) => setFrom(weekOf(day)),
    /** Undefined where there is nothing before. */
    earlier: (days: number) => (from > today ? () => setFrom(daysBetween(today, from) > days ? addDays(from, -days) : today) : undefined),
    /** Undefined beyond the horizon of bookings. */
    later: (days: number) => (addDays(from, days) <= lastDay ? () => setFrom(addDays(from, days)) : undefined),
  }
}
