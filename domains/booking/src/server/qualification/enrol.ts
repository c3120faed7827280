import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { Transaction } from 'kysely'
import { findEnrolProblems } from '../../core/qualification/trainings.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { enrol, leave, promoteNext } from '../sql/qualification/enrolments.ts'
import { lockTraining, type TrainingRow } from '../sql/qualification/trainings.ts'
import { getTraining } from './get-training.ts'
import { trainingParams } from './training-params.ts'

type Who = { readonly id: string; readonly personId: string; readonly organisationId: string }

/** Takes a place in a session, or the next rank among those who wait. */
export async function enrolInTraining(
  tx: Transaction<BookingTables>,
  command: Command,
  needs: Pick<BookingNeeds, 'notify'>,
  who: Who,
): Promise<TrainingRow> {
  const { now } = command
  await lockTraining(tx, who.id)
  const row = await getTraining(tx, who.id, who.personId)
  const session = { state: row.state, start: row.start, isTestAsked: row.test_id !== null }
  const problems = findEnrolProblems(session, { hasPassedTest: row.has_passed_test, state: row.own_state }, now)
  if (problems.length > 0) throw new Refusal(...problems)
  const enrolment = await enrol(tx, {
    trainingId: row.id,
    personId: who.personId,
    organisationId: who.organisationId,
    feeFen: row.fee_fen,
    now,
  })
  const detail = { trainingId: row.id, personId: who.personId, state: enrolment.state, feeFen: row.fee_fen.toString() }
  await command.audit({ action: 'booking.training.enrol', subjectType: 'training', subjectId: row.id, detail })
  await needs.notify(tx, {
    kind: enrolment.state === 'enrolled' ? 'booking.training_enrolled' : 'booking.training_waiting',
    to: [who.personId],
    params: trainingParams(row),
    link: `/trainings/${row.id}`,
    key: `training ${enrolment.id} ${now.toISOString()}`,
  })
  return getTraining(tx, row.id, who.personId)
}

/** Gives up the place, which goes to who waits longest. */
export async function leaveTraining(
  tx: Transaction<BookingTables>,
  command: Command,
  needs: Pick<BookingNeeds, 'notify'>,
  who: Who,
): Promise<TrainingRow> {
  const { now } = command
  await lockTraining(tx, who.id)
  const row = await getTraining(tx, who.id, who.personId)
  if (row.state !== 'open' || row.start <= now)
    throw new Refusal({ code: 'booking.training_begun', kind: 'refused', params: { start: row.start.toISOString() } })
  if (!(await leave(tx, { trainingId: row.id, personId: who.personId, now })))
    throw new Refusal({ code: 'booking.training_not_enrolled', kind: 'refused' })
  await command.audit({
    action: 'booking.training.leave',
    subjectType: 'training',
    subjectId: row.id,
    detail: { trainingId: row.id, personId: who.personId },
  })
  await fillPlaces(tx, needs, row)
  return getTraining(tx, row.id, who.personId)
}

/** Lets in who waits, in order, as long as places are free. */
export async function fillPlaces(tx: Db<BookingTables>, needs: Pick<BookingNeeds, 'notify'>, row: TrainingRow): Promise<void> {
  for (let next = await promoteNext(tx, row.id); next; next = await promoteNext(tx, row.id))
    await needs.notify(tx, {
      kind: 'booking.training_promoted',
      to: [next.person_id],
      params: trainingParams(row),
      link: `/trainings/${row.id}`,
      key: `training_promoted ${next.id}`,
    })
}
