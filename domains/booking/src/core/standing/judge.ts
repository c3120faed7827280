import type { Problem } from '@jiju/kernel/problem'
import type { TimeRange } from '@jiju/kernel/time-range'
import type { CalendarRules } from '../calendar-rules.ts'
import type { CustomerClass, RequestCause } from '../vocabulary.ts'
import { findLimitProblems } from './limits.ts'
import { isRestricted, type Standing, type Week } from './standing.ts'

type Applicant = {
  readonly customerClass: CustomerClass
  /** True when the provider's staff books, for itself or for a customer. */
  readonly isByProvider: boolean
}

/** `cause` says why the provider must answer first; null when the booking is confirmed at once. */
type Judgement = { readonly problems: readonly Problem[]; readonly cause: RequestCause | null }

/** Whether limits hold for who books: customers always, the provider's own people when its rules say so. */
export function isLimited(rules: Pick<CalendarRules, 'limits'>, { customerClass, isByProvider }: Applicant): boolean {
  return customerClass === 'inside' ? rules.limits.includesInside : !isByProvider
}

/** What the booker's standing means for a booking of `during`. */
export function judge(
  rules: Pick<CalendarRules, 'confirmation' | 'limits'>,
  standing: Standing,
  wanted: { during: TimeRange; weeks: readonly Week[] },
  applicant: Applicant,
): Judgement {
  const problems = isLimited(rules, applicant) ? findLimitProblems(rules.limits, standing, wanted) : []
  return { problems, cause: applicant.isByProvider ? null : causeOf(rules, standing) }
}

function causeOf(rules: Pick<CalendarRules, 'confirmation'>, standing: Standing): RequestCause | null {
  if (isRestricted(standing.noShow)) return 'no_show'
  return rules.confirmation === 'approval' ? 'calendar' : null
}
