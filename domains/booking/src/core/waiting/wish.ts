import { addDays, type LocalDate, weekdayOf } from '@jiju/kernel/local-date'
import type { Problem } from '@jiju/kernel/problem'
import type { TimeRange } from '@jiju/kernel/time-range'
import { overlaps } from '@jiju/kernel/time-range'
import { instantAt, localDayOf } from '@jiju/kernel/zoned-time'
import type { CalendarRules } from '../calendar-rules.ts'
import { bookableWindow, findFreeStarts } from '../free-slots.ts'
import type { SiteHours, Spans } from '../opening-hours.ts'
import type { CustomerClass } from '../vocabulary.ts'

/** Every state of a wish on the waiting list. `waiting` and `offered` are open. */
export const WISH_STATES = ['waiting', 'offered', 'booked', 'left', 'expired'] as const
export type WishState = (typeof WISH_STATES)[number]

/** What became of a slot that was offered. */
export const OFFER_STATES = ['open', 'accepted', 'declined', 'missed'] as const
export type OfferState = (typeof OFFER_STATES)[number]

/** When somebody wants a slot, by the wall clock of the resource's site: days, weekdays (ISO), hours of the day, and how long. */
export type WishWindow = {
  readonly fromDay: LocalDate
  readonly untilDay: LocalDate
  readonly weekdays: readonly number[]
  readonly fromMinute: number
  readonly untilMinute: number
  readonly minutes: number
}

const MAX_WISH_DAYS = 92
export const MAX_WISH_CHOICES = 8
export const MAX_OPEN_WISHES = 10

/** A wish whose offers were twice left without an answer leaves the list. */
export const MAX_MISSED_OFFERS = 2

/** What holds for a provider that has set nothing. */
export const DEFAULT_WAITING_POLICY = { answerMinutes: 120, classOrder: [] as readonly CustomerClass[] } as const

export type WaitingPolicy = { readonly answerMinutes: number; readonly classOrder: readonly CustomerClass[] }

/** What keeps a wish from ever being met at a resource; `today` is the local day there. */
export function findWishProblems(window: WishWindow, rules: CalendarRules, today: LocalDate): Problem[] {
  const { fromDay, untilDay, weekdays, fromMinute, untilMinute, minutes } = window
  const problems: Problem[] = []
  if (untilDay < fromDay || untilDay < today || untilDay > addDays(fromDay, MAX_WISH_DAYS))
    problems.push({ code: 'booking.wish_days_invalid', kind: 'refused', params: { today, maxDays: MAX_WISH_DAYS }, field: '/untilDay' })
  else if (!hasWeekday(window)) problems.push({ code: 'booking.wish_no_day', kind: 'refused', field: '/weekdays' })
  if (untilMinute - fromMinute < minutes)
    problems.push({ code: 'booking.wish_hours_too_short', kind: 'refused', params: { minutes }, field: '/untilMinute' })
  if (minutes < rules.minMinutes || minutes > rules.maxMinutes || minutes % rules.stepMinutes !== 0) {
    const { minMinutes, maxMinutes, stepMinutes } = rules
    problems.push({ code: 'booking.wish_length', kind: 'refused', params: { minMinutes, maxMinutes, stepMinutes }, field: '/minutes' })
  }
  if (weekdays.length === 0) problems.push({ code: 'booking.wish_no_day', kind: 'refused', field: '/weekdays' })
  return problems
}

function hasWeekday({ fromDay, untilDay, weekdays }: WishWindow): boolean {
  for (let day = fromDay; day <= untilDay && day < addDays(fromDay, 7); day = addDays(day, 1))
    if (weekdays.includes(weekdayOf(day))) return true
  return weekdays.length === 0
}

type SlotSearch = {
  readonly rules: CalendarRules
  readonly site: SiteHours
  /** Blocked ranges on each unit, sorted and disjoint. */
  readonly taken: readonly Spans[]
  /** Offers that the person did not take: they are not made again. */
  readonly passedOver: readonly TimeRange[]
  readonly now: Date
}

/** The first free slot that meets the wish; undefined when there is none now. */
export function findSlotFor(wish: WishWindow, search: SlotSearch): TimeRange | undefined {
  const { rules, site, taken, passedOver, now } = search
  const { earliest, until } = bookableWindow(rules, site.zone, now)
  const today = localDayOf(earliest, site.zone)
  const lengthMs = wish.minutes * 60_000
  for (let day = wish.fromDay > today ? wish.fromDay : today; day <= wish.untilDay; day = addDays(day, 1)) {
    if (!wish.weekdays.includes(weekdayOf(day))) continue
    const from = Math.max(instantAt(day, wish.fromMinute, site.zone).getTime(), earliest.getTime())
    const lastEnd = instantAt(day, wish.untilMinute, site.zone).getTime()
    const before = Math.min(lastEnd - lengthMs + 1, until.getTime())
    if (from >= before) continue
    const starts = findFreeStarts({ site, rules, taken, minutes: wish.minutes, from, firstDay: day, until: before }, 300)
    for (const start of starts) {
      const slot = { start: new Date(start), end: new Date(start + lengthMs) }
      if (!passedOver.some((other) => overlaps(slot, other))) return slot
    }
  }
  return undefined
}

/** How long an offer stands: the provider's time, but never past the start of the slot. */
export function offerUntil(policy: Pick<WaitingPolicy, 'answerMinutes'>, slot: TimeRange, now: Date): Date {
  return new Date(Math.min(now.getTime() + policy.answerMinutes * 60_000, slot.start.getTime()))
}
