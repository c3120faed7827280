import type { Problem } from '@jiju/kernel/problem'
import type { Confirmation, Operation } from './vocabulary.ts'

/** What a provider decided for one resource. */
export type CalendarRules = {
  readonly isAccepting: boolean
  readonly confirmation: Confirmation
  readonly operations: readonly Operation[]
  /** Added for each hour with an operator; null when the hourly price includes it. */
  readonly operatorHourFen: bigint | null
  readonly stepMinutes: number
  readonly billingStepMinutes: number
  readonly minMinutes: number
  readonly maxMinutes: number
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  readonly minNoticeMinutes: number
  readonly horizonDays: number
  readonly freeCancelHours: number
  readonly lateCancelPercent: number
}

/** Lengths must lie on the step and in order; everything else is a range that the contract checks. */
export function findCalendarProblems(rules: Pick<CalendarRules, 'stepMinutes' | 'minMinutes' | 'maxMinutes'>): Problem[] {
  const { stepMinutes, minMinutes, maxMinutes } = rules
  if (minMinutes % stepMinutes === 0 && maxMinutes % stepMinutes === 0 && minMinutes <= maxMinutes) return []
  return [{ code: 'booking.lengths_inconsistent', kind: 'refused', params: { stepMinutes }, field: '/minMinutes' }]
}
