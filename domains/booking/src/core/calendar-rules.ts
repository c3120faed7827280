import type { Problem } from '@jiju/kernel/problem'
import type { CalibrationRule } from './outages/calibration.ts'
import type { QualificationRule } from './qualification/levels.ts'
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
  /** Working hours within which the provider answers a request. */
  readonly decideWithinHours: number
  /** Numbered units that are booked independently of each other. */
  readonly capacity: number
  readonly limits: FairShare
  readonly calibration: CalibrationRule
  /** What self-service asks of the booker; null asks nothing. */
  readonly qualification: QualificationRule | null
}

/** What one person or organisation may take of a calendar; null is no limit. Weeks are local weeks of the site, Monday to Sunday. */
export type FairShare = {
  readonly personWeekHours: number | null
  readonly organisationWeekHours: number | null
  /** Bookings of one person that have not started. */
  readonly openBookings: number | null
  /** Hours of one person in bookings that have not started. */
  readonly aheadHours: number | null
  /** True when the provider's own people are limited too; its bookings for a customer never are. */
  readonly includesInside: boolean
}

/** True when a booking needs more than its own row to be judged: it then goes through a transaction that reads the booker's standing. */
export function needsStanding(rules: Pick<CalendarRules, 'confirmation' | 'capacity' | 'limits' | 'qualification'>): boolean {
  return rules.confirmation === 'approval' || rules.capacity > 1 || hasLimits(rules.limits) || rules.qualification !== null
}

export function hasLimits({ personWeekHours, organisationWeekHours, openBookings, aheadHours }: FairShare): boolean {
  return [personWeekHours, organisationWeekHours, openBookings, aheadHours].some((limit) => limit !== null)
}

type CalendarBounds = Pick<CalendarRules, 'stepMinutes' | 'minMinutes' | 'maxMinutes' | 'minNoticeMinutes' | 'horizonDays'>

/** Lengths must lie on the step and in order, and the notice must leave time within the horizon; everything else is a range that the contract checks. */
export function findCalendarProblems(rules: CalendarBounds): Problem[] {
  const { stepMinutes, minMinutes, maxMinutes, minNoticeMinutes, horizonDays } = rules
  const problems: Problem[] = []
  if (minMinutes % stepMinutes !== 0 || maxMinutes % stepMinutes !== 0 || minMinutes > maxMinutes)
    problems.push({ code: 'booking.lengths_inconsistent', kind: 'refused', params: { stepMinutes }, field: '/minMinutes' })
  if (minNoticeMinutes >= horizonDays * 1440)
    problems.push({ code: 'booking.notice_beyond_horizon', kind: 'refused', params: { horizonDays }, field: '/minNoticeMinutes' })
  return problems
}
