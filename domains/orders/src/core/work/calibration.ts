import { daysBetween, type LocalDate } from '@jiju/kernel/local-date'
import type { CalibrationState } from './vocabulary.ts'

const SOON_DAYS = 30

/** How a calibration stands on the day of use; the due day itself is still covered. */
export function calibrationOn(dueOn: LocalDate | null, day: LocalDate): CalibrationState {
  if (dueOn === null) return 'unknown'
  const left = daysBetween(day, dueOn)
  return left < 0 ? 'overdue' : left <= SOON_DAYS ? 'due_soon' : 'valid'
}
