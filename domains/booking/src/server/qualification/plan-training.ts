import { newId, readableNumber } from '@jiju/kernel/ids'
import { parseFen } from '@jiju/kernel/money'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Command } from '@jiju/platform/http/command'
import type { Transaction } from 'kysely'
import type { PlanTraining } from '../../contract/trainings.ts'
import type { BookingTables } from '../needs.ts'
import { placeInTransaction } from '../place-in-transaction.ts'
import { findTest } from '../sql/qualification/tests.ts'
import { insertTraining, isStaff, type TrainingRow } from '../sql/qualification/trainings.ts'
import { listResourceFacts, type ResourceFacts } from '../sql/resource-facts.ts'
import { getTraining } from './get-training.ts'
import { RESOURCE_NOT_OWN } from './grant.ts'

const IN_THE_PAST: Problem = { code: 'booking.training_in_the_past', kind: 'refused', field: '/start' }
const TRAINER_MISSING: Problem = { code: 'booking.trainer_missing', kind: 'missing', field: '/trainerId' }
const TEST_MISSING: Problem = { code: 'booking.test_missing', kind: 'missing', field: '/testId' }

/** Announces a session. When it takes the instruments each is booked for the provider itself, under the same constraint as every booking. */
export async function planTraining(
  tx: Transaction<BookingTables>,
  command: Command,
  wish: PlanTraining,
  by: { providerId: string; userId: string },
): Promise<TrainingRow> {
  const { now } = command
  const during = { start: new Date(wish.start), end: new Date(wish.end) }
  const trainerId = wish.trainerId ?? by.userId
  const resourceIds = [...new Set(wish.resourceIds)].sort()
  const facts = (await listResourceFacts(tx, resourceIds)).filter(({ providerId }) => providerId === by.providerId)
  const test = wish.testId === null ? null : await findTest(tx, wish.testId, by.providerId)
  const problems: Problem[] = []
  if (during.start <= now) problems.push(IN_THE_PAST)
  if (facts.length !== resourceIds.length) problems.push(RESOURCE_NOT_OWN)
  if (!(await isStaff(tx, by.providerId, trainerId))) problems.push(TRAINER_MISSING)
  if (test !== null && (!test || test.published_number === null || test.is_retired)) problems.push(TEST_MISSING)
  if (problems.length > 0) throw new Refusal(...problems)

  const id = newId(now.getTime())
  const number = readableNumber('TRN', localDayOf(now, facts[0]?.site.zone ?? 'Asia/Shanghai'), id)
  const take = async ({ resourceId, rules }: ResourceFacts) => {
    const operation = rules.operations.includes('with_operator') ? 'with_operator' : 'self_service'
    const slot = { resourceId, during, operation, customerId: by.providerId, actorOrganisationId: by.providerId, now } as const
    const order = { bookerId: trainerId, placedBy: by.userId, project: null, note: `${number} ${wish.title}` }
    return (await placeInTransaction(tx, { wish: slot, state: 'booked', ...order, requestId: command.requestId })).id
  }
  const resources: { id: string; reservationId: string | null }[] = []
  for (const one of facts.sort((a, b) => (a.resourceId < b.resourceId ? -1 : 1)))
    resources.push({ id: one.resourceId, reservationId: wish.takesInstruments ? await take(one) : null })

  const feeFen = parseFen(wish.fee) ?? 0n
  const { title, description, level, location, places, takesInstruments } = wish
  await insertTraining(
    tx,
    {
      id,
      number,
      providerId: by.providerId,
      title,
      description,
      level,
      during,
      location,
      places,
      feeFen,
      trainerId,
      testId: wish.testId,
      takesInstruments,
      by: by.userId,
      now,
    },
    resources,
  )
  const detail = { number, level, start: wish.start, end: wish.end, places, feeFen: feeFen.toString(), resourceIds }
  await command.audit({ action: 'booking.training.plan', subjectType: 'training', subjectId: id, detail })
  return getTraining(tx, id, by.userId)
}
