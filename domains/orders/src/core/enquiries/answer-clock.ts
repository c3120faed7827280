import { addWorkingDays, isWorkingDay } from '@jiju/kernel/working-days'
import { instantAt, localDayOf } from '@jiju/kernel/zoned-time'
import { limitAfter, ORDER_ZONE } from '../order/clock.ts'

const OFFICE_BEGINS = 9 * 60

/** When a provider that has not answered is reminded: at nine on the last working day of its limit. */
export function reminderAt(answerUntil: Date): Date {
  return instantAt(localDayOf(answerUntil, ORDER_ZONE), OFFICE_BEGINS, ORDER_ZONE)
}

/** A quote made by then is in time; the same moment for a provider that is asked later, unless the enquiry ends first. */
export function answerLimitOf(askedAt: Date, answerDays: number, openUntil: Date): Date {
  const limit = limitAfter(askedAt, answerDays)
  return limit < openUntil ? limit : openUntil
}

/** How much an answer is late at `at`, in ms; 0 while it is in time. */
export function latenessMs({ answerUntil, answeredAt }: { answerUntil: Date; answeredAt: Date | null }, at: Date): number {
  return Math.max(0, (answeredAt ?? at).getTime() - answerUntil.getTime())
}

/** Working days that parcels of samples take inside the region; counted before the work begins. */
const TRANSPORT_DAYS = 2

/** The day of the report when an order is agreed on `today`: transport of samples, then the turnaround, in working days. */
export function reportDayOf(today: string, offer: { turnaroundDays: number; needsSamples: boolean }): string {
  const start = isWorkingDay(today) ? today : addWorkingDays(today, 1)
  return addWorkingDays(start, offer.turnaroundDays + (offer.needsSamples ? TRANSPORT_DAYS : 0))
}
