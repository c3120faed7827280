import type { Problem } from '@jiju/kernel/problem'

export const TRAINING_STATES = ['open', 'finished', 'cancelled'] as const
export type TrainingState = (typeof TRAINING_STATES)[number]

/** `waiting` has no place yet; `passed`, `failed` and `absent` are what the trainer recorded. */
export const ENROLMENT_STATES = ['enrolled', 'waiting', 'left', 'passed', 'failed', 'absent'] as const
export type EnrolmentState = (typeof ENROLMENT_STATES)[number]

export const TRAINING_RESULTS = ['passed', 'failed', 'absent'] as const
export type TrainingResult = (typeof TRAINING_RESULTS)[number]

type Session = { readonly state: TrainingState; readonly start: Date; readonly isTestAsked: boolean }

/** Why a person cannot enrol. Places are not asked here: who finds none waits. */
export function findEnrolProblems(
  session: Session,
  person: { hasPassedTest: boolean; state: EnrolmentState | null },
  now: Date,
): Problem[] {
  if (session.state === 'cancelled') return [{ code: 'booking.training_cancelled', kind: 'refused' }]
  if (session.state === 'finished' || session.start <= now)
    return [{ code: 'booking.training_begun', kind: 'refused', params: { start: session.start.toISOString() } }]
  if (person.state === 'enrolled' || person.state === 'waiting') return [{ code: 'booking.training_enrolled_already', kind: 'conflict' }]
  if (session.isTestAsked && !person.hasPassedTest) return [{ code: 'booking.training_test_first', kind: 'refused' }]
  return []
}

/** Why results cannot be recorded yet, or no more. */
export function findResultProblems(session: Pick<Session, 'state' | 'start'>, now: Date): Problem[] {
  if (session.state === 'cancelled') return [{ code: 'booking.training_cancelled', kind: 'refused' }]
  if (session.start > now) return [{ code: 'booking.training_not_begun', kind: 'refused', params: { start: session.start.toISOString() } }]
  return []
}
