import { daysBetween, type LocalDate } from '@jiju/kernel/local-date'
import type { Problem } from '@jiju/kernel/problem'
import { dayRange } from '@jiju/kernel/zoned-time'

/** When the calibration of a resource runs out, and whether that keeps bookings away; the due day itself is still covered. */
export type CalibrationRule = { readonly dueOn: LocalDate | null; readonly blocksWhenOverdue: boolean }

/** A calibration that keeps nothing away. */
export const NEVER_DUE: CalibrationRule = { dueOn: null, blocksWhenOverdue: false }

/** Days before the due day on which people are reminded, largest first. */
export const REMINDER_DAYS = [30, 7, 1] as const

/** The reminder that is due now: the smallest step reached, so that a day without a run loses none; null when it is not yet time or already over. */
export function reminderDue(dueOn: LocalDate, today: LocalDate): (typeof REMINDER_DAYS)[number] | null {
  const left = daysBetween(today, dueOn)
  if (left < 0) return null
  return REMINDER_DAYS.findLast((days) => left <= days) ?? null
}

/** Where a calibration stands: `due_soon` from the first reminder on. */
export function calibrationState(dueOn: LocalDate | null, today: LocalDate): 'unknown' | 'valid' | 'due_soon' | 'overdue' {
  if (dueOn === null) return 'unknown'
  const left = daysBetween(today, dueOn)
  return left < 0 ? 'overdue' : left <= REMINDER_DAYS[0] ? 'due_soon' : 'valid'
}

/** The instant from which the calibration keeps bookings away: the end of the due day. Undefined while it keeps none away. */
export function calibratedUntil({ dueOn, blocksWhenOverdue }: CalibrationRule, zone: string): Date | undefined {
  return blocksWhenOverdue && dueOn !== null ? dayRange(dueOn, zone).end : undefined
}

/** Why a booking that starts after the due day is refused; the provider may still take the time, for the calibration itself. */
export function findCalibrationProblems(rule: CalibrationRule, start: Date, zone: string): Problem[] {
  const until = calibratedUntil(rule, zone)
  if (!until || !rule.dueOn || start < until) return []
  return [{ code: 'booking.calibration_overdue', kind: 'refused', params: { dueOn: rule.dueOn }, field: '/start' }]
}
