import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { Transaction } from 'kysely'
import type { RecordResults } from '../../contract/trainings.ts'
import { findResultProblems } from '../../core/qualification/trainings.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { listEnrolments, recordResult } from '../sql/qualification/enrolments.ts'
import { endTraining, lockTraining, type TrainingRow } from '../sql/qualification/trainings.ts'
import { chargeTraining } from '../use/charge-fee.ts'
import { getTraining } from './get-training.ts'
import { grantQualifications } from './grant.ts'

const NOT_TRAINER: Problem = { code: 'booking.not_the_trainer', kind: 'forbidden' }

type Recorder = {
  readonly id: string
  readonly version: number
  readonly providerId: string
  readonly userId: string
  readonly mayRecordAny: boolean
}

/** The trainer says who came and who passed: in one act the level is granted on every instrument of the session. With the last result it is over. */
export async function recordResults(
  tx: Transaction<BookingTables>,
  command: Command,
  needs: Pick<BookingNeeds, 'notify'>,
  wish: Recorder & RecordResults,
): Promise<TrainingRow> {
  const { now } = command
  await lockTraining(tx, wish.id)
  const row = await getTraining(tx, wish.id, wish.userId, wish.providerId)
  if (!wish.mayRecordAny && row.trainer_id !== wish.userId) throw new Refusal(NOT_TRAINER)
  if (row.version !== wish.version) throw new Refusal(VERSION_STALE)
  const problems = findResultProblems(row, now)
  if (problems.length > 0) throw new Refusal(...problems)
  for (const [index, { enrolmentId, result }] of wish.results.entries()) {
    const recorded = await recordResult(tx, { id: enrolmentId, trainingId: row.id }, { result, by: wish.userId, now })
    if (!recorded) throw new Refusal({ code: 'booking.enrolment_without_place', kind: 'refused', field: `/results/${index}` })
    await command.audit({
      action: 'booking.training.record',
      subjectType: 'training',
      subjectId: row.id,
      detail: { enrolmentId, personId: recorded.person_id, result },
    })
    await chargeTraining(tx, command, needs, { ...recorded, provider_id: row.provider_id })
    if (result !== 'passed') continue
    await grantQualifications(tx, command, needs, {
      providerId: row.provider_id,
      personId: recorded.person_id,
      resourceIds: row.resources.map(({ id }) => id),
      level: row.level,
      ground: 'training',
      groundId: enrolmentId,
      reason: null,
      validUntil: wish.validUntil,
      by: wish.userId,
    })
  }
  const isOver = (await listEnrolments(tx, row.id)).every(({ state }) => state !== 'enrolled')
  if (isOver && !(await endTraining(tx, wish, { state: 'finished', reason: null, now })) && row.state === 'open')
    throw new Refusal(VERSION_STALE)
  return getTraining(tx, row.id, wish.userId)
}
