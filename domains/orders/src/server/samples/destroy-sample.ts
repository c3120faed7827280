import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { DestroySample } from '../../contract/samples.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { listUndecided } from '../sql/deviations.ts'
import { endCustody, findPersonName, withdrawOffers } from '../sql/samples/custody.ts'
import { type DestructionRow, endDestruction, findDestruction, insertDestruction } from '../sql/samples/destructions.ts'
import { moveSample, type SampleRow } from '../sql/samples/samples.ts'
import { type By, demandFiles, demandHolder, demandNoOffer, lockSample, notAllowed, record } from './sample-target.ts'
import { tellDestruction } from './tell-of-samples.ts'

const DESTRUCTION_MISSING = { code: 'orders.destruction_missing', kind: 'missing' } as const

/** Whoever holds a sample has destroyed it and shows the proof; it is gone when a second person confirms. */
export async function proposeDestruction(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  id: string,
  { method, words, fileIds }: DestroySample,
  by: By,
): Promise<void> {
  const sample = await lockSample(tx, id, 'destroy', by)
  demandHolder(sample, by)
  demandNoOffer(sample)
  const problems = await problemsOf(tx, sample, command.now)
  if (problems.length > 0) throw new Refusal(...problems)
  await demandFiles(tx, fileIds, by.organisationId)
  const eventId = await record(tx, command, by, {
    sample,
    kind: 'destruction_proposed',
    quantity: sample.remaining,
    from: sample.holder_name,
    words: words ? `${method}：${words}` : method,
    fileIds,
  })
  const destruction = { id: newId(command.now.getTime()), sampleId: id, method, eventId, by: by.userId, now: command.now }
  if (!(await insertDestruction(tx, destruction))) throw new Refusal(notAllowed(sample))
  await tellDestruction(tx, needs, sample, { destructionId: destruction.id, by: by.userId, method })
}

/** Nothing is destroyed that the client may still need. */
async function problemsOf(tx: Db<OrdersTables>, sample: SampleRow, now: Date): Promise<Problem[]> {
  const problems: Problem[] = []
  const { number, retain_until: until } = sample
  if (sample.rest === 'return') problems.push({ code: 'orders.rest_is_returned', kind: 'refused', params: { number } })
  if (sample.state === 'received' && until === null) problems.push({ code: 'orders.sample_in_work', kind: 'refused', params: { number } })
  if (until !== null && localDayOf(now, ORDER_ZONE) < until)
    problems.push({ code: 'orders.retention_running', kind: 'refused', params: { number, until } })
  const undecided = await listUndecided(tx, sample.order_id, sample.id)
  if (undecided.length > 0)
    problems.push({ code: 'orders.deviation_undecided', kind: 'refused', params: { numbers: undecided.join('、') } })
  return problems
}

/** A second person has seen it. */
export async function witnessDestruction(tx: Db<OrdersTables>, command: Command, id: string, by: By): Promise<string> {
  const { destruction, sample } = await getProposed(tx, id, by)
  if (destruction.proposed_by === by.userId) throw new Refusal({ code: 'orders.destruction_own', kind: 'refused' })
  if (!(await endDestruction(tx, id, by.userId, command.now))) throw new Refusal(DESTRUCTION_MISSING)
  await withdrawOffers(tx, sample.id, command.now)
  await endCustody(tx, sample.id, command.now)
  const held = ['received', 'refused', 'broken'] as const
  if (!(await moveSample(tx, sample.id, held, { state: 'destroyed', placeId: null }))) throw new Refusal(notAllowed(sample))
  await record(tx, command, by, {
    sample,
    kind: 'destroyed',
    quantity: sample.remaining,
    from: destruction.proposer_name,
    to: await findPersonName(tx, by.userId),
    words: destruction.method,
  })
  return sample.id
}

/** It was not done, or the proof is not good enough. */
export async function withdrawDestruction(tx: Db<OrdersTables>, command: Command, id: string, words: string, by: By): Promise<string> {
  const { sample } = await getProposed(tx, id, by)
  if (!(await endDestruction(tx, id, null, command.now))) throw new Refusal(DESTRUCTION_MISSING)
  await record(tx, command, by, { sample, kind: 'destruction_withdrawn', words })
  return sample.id
}

async function getProposed(tx: Db<OrdersTables>, id: string, by: By): Promise<{ destruction: DestructionRow; sample: SampleRow }> {
  const destruction = await findDestruction(tx, id)
  if (!destruction) throw new Refusal(DESTRUCTION_MISSING)
  try {
    return { destruction, sample: await lockSample(tx, destruction.sample_id, 'destroy', by) }
  } catch (error) {
    // Another organisation's record answers like an unknown one, and one that is done like one that is gone.
    if (error instanceof Refusal) throw new Refusal(DESTRUCTION_MISSING)
    throw error
  }
}
