import { daysBetween, type LocalDate } from '@jiju/kernel/local-date'
import type { Problem } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'

/** When the calibration of a resource runs out, and whether that keeps bookings away; the due day itself is still covered. */
export type CalibrationRule = { readonly dueOn: LocalDate | null; readonly blocksWhenOverdue: boolean }

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

/** True when a use that starts at `start` would run without a valid calibration. */
function isUncalibratedAt(rule: Pick<CalibrationRule, 'dueOn'>, start: Date, zone: string): boolean {
  return rule.dueOn !== null && localDayOf(start, zone) > rule.dueOn
}

/** Why a booking that starts after the due day is refused; the provider may still take the time, for the calibration itself. */
export function findCalibrationProblems(rule: CalibrationRule, start: Date, zone: string): Problem[] {
  if (!rule.blocksWhenOverdue || !rule.dueOn || !isUncalibratedAt(rule, start, zone)) return []
  return [{ code: 'booking.calibration_overdue', kind: 'refused', params: { dueOn: rule.dueOn }, field: '/start' }]
}
