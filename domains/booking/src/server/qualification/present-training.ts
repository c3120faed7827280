import { formatFen } from '@jiju/kernel/money'
import type { Enrolment, Training } from '../../contract/trainings.ts'
import { findEnrolProblems } from '../../core/qualification/trainings.ts'
import type { EnrolmentRow } from '../sql/qualification/enrolments.ts'
import type { TrainingRow } from '../sql/qualification/trainings.ts'

/** Row to wire; `isSignedIn` decides whether the reader could enrol. */
export function presentTraining(row: TrainingRow, reader: { isMember: boolean; now: Date }): Training {
  const session = { state: row.state, start: row.start, isTestAsked: row.test_id !== null }
  const person = { hasPassedTest: row.has_passed_test, state: row.own_state }
  return {
    id: row.id,
    number: row.number,
    providerId: row.provider_id,
    providerName: row.provider_name,
    state: row.state,
    title: row.title,
    description: row.description,
    level: row.level,
    start: row.start.toISOString(),
    end: row.end.toISOString(),
    zone: row.zone,
    location: row.location,
    places: row.places,
    fee: formatFen(row.fee_fen),
    trainerName: row.trainer_name,
    test: row.test_id ? { id: row.test_id, title: row.test_title ?? '', isPassed: row.has_passed_test } : null,
    resources: row.resources.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
    takesInstruments: row.takes_instruments,
    taken: row.taken,
    waiting: row.waiting,
    endReason: row.end_reason,
    mine: row.own_state && { state: row.own_state, waitingRank: row.own_rank },
    canEnrol: reader.isMember && findEnrolProblems(session, person, reader.now).length === 0,
    canLeave: row.state === 'open' && row.start > reader.now && (row.own_state === 'enrolled' || row.own_state === 'waiting'),
    version: row.version,
  }
}

export function presentEnrolment(row: EnrolmentRow): Enrolment {
  return {
    id: row.id,
    personId: row.person_id,
    personName: row.person_name,
    organisationName: row.organisation_name,
    state: row.state,
    place: row.place,
    fee: formatFen(row.fee_fen),
    enrolledAt: row.enrolled_at.toISOString(),
  }
}
