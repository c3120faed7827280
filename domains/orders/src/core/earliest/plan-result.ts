import { addDays, type LocalDate } from '@jiju/kernel/local-date'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '@jiju/kernel/working-days'

/** What a client brings: samples that travel, a place to come to, or only files. */
export const RECEIVES = ['samples', 'site', 'files'] as const
export type Receives = (typeof RECEIVES)[number]

/** How a provider works on one service. Days are working days. */
export type ServicePlan = {
  readonly receives: Receives
  readonly parallelOrders: number
  readonly intakeDays: number
  /** False: the provider has stated nothing and the defaults hold. */
  readonly isStated: boolean
}

/** What holds for a service whose provider has stated nothing. */
export const DEFAULT_PLAN: ServicePlan = { receives: 'samples', parallelOrders: 3, intakeDays: 1, isStated: false }

/** An order that comes first: in work until its promised day, or still waiting for its own turn. */
export type Ahead = { readonly dueDay: LocalDate | null; readonly turnaroundDays: number }

export const LEG_KINDS = ['transport', 'intake', 'queue', 'instrument', 'work'] as const
type LegKind = (typeof LEG_KINDS)[number]

/** One stretch of the way to the result, `(from, to]`; legs follow each other without a gap. */
type Leg = { readonly kind: LegKind; readonly from: LocalDate; readonly to: LocalDate; readonly workingDays: number }

type ResultPlan = {
  readonly legs: readonly Leg[]
  /** The day on which the work can begin. */
  readonly startDay: LocalDate
  /** With the longest turnaround that is stated. */
  readonly resultDay: LocalDate
  /** With the shortest. */
  readonly bestDay: LocalDate
}

export type Planning = {
  /** The day on which samples or files can leave the client. */
  readonly readyDay: LocalDate
  readonly transportDays: number
  readonly plan: ServicePlan
  readonly ahead: readonly Ahead[]
  /** First day on which the instrument is free at or after a day; null when the service needs none or none is free in sight. */
  readonly instrumentDay: LocalDate | null
  readonly turnaroundDays: { readonly min: number; readonly max: number }
}

/** The day itself when offices work on it, otherwise the next on which they do. */
function workingDayFrom(day: LocalDate): LocalDate {
  let current = day
  while (!isWorkingDay(current)) current = addDays(current, 1)
  return current
}

/** The day on which what is sent on `readyDay` has arrived and been reviewed: from then on the instrument and the queue count. */
export function reviewedDay({ readyDay, transportDays, plan }: Pick<Planning, 'readyDay' | 'transportDays' | 'plan'>): LocalDate {
  return addWorkingDays(workingDayFrom(readyDay), daysOnTheWay(plan, transportDays) + plan.intakeDays)
}

const daysOnTheWay = ({ receives }: ServicePlan, transportDays: number) => (receives === 'samples' ? transportDays : 0)

/**
 * The first day on which a new order is worked on when `parallelOrders` are worked on at once: whoever came before goes first, each takes the place that
 * is free earliest. An order in work leaves its place on its promised day, at the earliest today.
 */
export function queueDay(ahead: readonly Ahead[], parallelOrders: number, today: LocalDate): LocalDate {
  const places = Array.from({ length: parallelOrders }, () => today)
  const begun = ahead.flatMap(({ dueDay }) => (dueDay === null ? [] : [dueDay])).sort()
  const waiting = ahead.filter(({ dueDay }) => dueDay === null)
  const take = (until: (free: LocalDate) => LocalDate) => {
    const index = places.indexOf(earliest(places))
    places[index] = until(places[index] ?? today)
  }
  for (const due of begun) take((free) => (due > free ? due : free))
  for (const { turnaroundDays } of waiting) take((free) => addWorkingDays(free, turnaroundDays))
  return workingDayFrom(earliest(places))
}

const earliest = (days: readonly LocalDate[]): LocalDate => days.reduce((first, day) => (day < first ? day : first))

/** From the day of sending to the day of the result, leg by leg: transport, review, the queue, the instrument, the turnaround. */
export function planResult({ readyDay, transportDays, plan, ahead, instrumentDay, turnaroundDays }: Planning): ResultPlan {
  const legs: Leg[] = []
  let day = workingDayFrom(readyDay)
  const goTo = (kind: LegKind, to: LocalDate) => {
    if (to <= day) return
    legs.push({ kind, from: day, to, workingDays: workingDaysBetween(day, to) })
    day = to
  }
  goTo('transport', addWorkingDays(day, daysOnTheWay(plan, transportDays)))
  goTo('intake', addWorkingDays(day, plan.intakeDays))
  goTo('queue', queueDay(ahead, plan.parallelOrders, readyDay))
  if (instrumentDay !== null) goTo('instrument', workingDayFrom(instrumentDay))
  const startDay = day
  goTo('work', addWorkingDays(startDay, turnaroundDays.max))
  return { legs, startDay, resultDay: day, bestDay: addWorkingDays(startDay, turnaroundDays.min) }
}
