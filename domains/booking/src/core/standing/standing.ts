import { addDays, type LocalDate, weekdayOf } from '@jiju/kernel/local-date'
import { addMinutes, minutesIn, type TimeRange } from '@jiju/kernel/time-range'
import { dayRange, localDayOf } from '@jiju/kernel/zoned-time'

/** A local week of a site: `monday` names it. */
export type Week = { readonly monday: LocalDate; readonly range: TimeRange }

/** What is known about a booker at a calendar besides the booking that is asked for. */
export type Standing = {
  /** Of each week that the booking touches, in the order of `weeksOf`. */
  readonly weeks: readonly { readonly personMinutes: number; readonly organisationMinutes: number }[]
  /** The person's live bookings that have not started. */
  readonly openBookings: number
  readonly firstOpenStart: Date | null
  readonly aheadMinutes: number
  readonly noShow: NoShowStanding
}

/** A person's points at one provider now; they fall below the threshold at `clearsAt` when nothing is added. */
export type NoShowStanding = { readonly points: number; readonly threshold: number; readonly clearsAt: Date | null }

/** The local weeks, Monday to Sunday, that `during` touches. */
export function weeksOf(during: TimeRange, zone: string): Week[] {
  const last = localDayOf(addMinutes(during.end, -1 / 60_000), zone)
  const first = localDayOf(during.start, zone)
  const weeks: Week[] = []
  for (let monday = addDays(first, 1 - weekdayOf(first)); monday <= last; monday = addDays(monday, 7))
    weeks.push({ monday, range: { start: dayRange(monday, zone).start, end: dayRange(addDays(monday, 6), zone).end } })
  return weeks
}

/** The standing as it would be with `planned`, which lie in the future. */
export function withPlanned(standing: Standing, weeks: readonly Week[], planned: readonly TimeRange[]): Standing {
  if (planned.length === 0) return standing
  const minutesInside = ({ range }: Week) =>
    planned
      .map(({ start, end }) => Math.min(end.getTime(), range.end.getTime()) - Math.max(start.getTime(), range.start.getTime()))
      .reduce((sum, length) => sum + Math.max(0, length) / 60_000, 0)
  const first = planned.map(({ start }) => start).sort((a, b) => a.getTime() - b.getTime())[0] ?? null
  return {
    ...standing,
    weeks: standing.weeks.map(({ personMinutes, organisationMinutes }, index) => {
      const week = weeks[index]
      const more = week ? minutesInside(week) : 0
      return { personMinutes: personMinutes + more, organisationMinutes: organisationMinutes + more }
    }),
    openBookings: standing.openBookings + planned.length,
    firstOpenStart: standing.firstOpenStart && first && standing.firstOpenStart < first ? standing.firstOpenStart : first,
    aheadMinutes: standing.aheadMinutes + planned.reduce((sum, range) => sum + minutesIn(range), 0),
  }
}

/** True when somebody has missed so many bookings that the provider decides about the next. */
export function isRestricted({ points, threshold }: NoShowStanding): boolean {
  return points >= threshold
}
