import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { DecideDeviation, EditDeviation, OpenDeviation } from '../../contract/deviations.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { SAMPLE_MISSING } from '../problems.ts'
import { type By, lockOwnOrder } from '../samples/sample-target.ts'
import { type DeviationRow, decideDeviation, findDeviation, updateDeviation } from '../sql/deviations.ts'
import { findOrderOfSample } from '../sql/samples/samples.ts'
import { openDeviation } from './open-deviation.ts'
import { tellDeviation } from './tell-of-deviations.ts'

const DEVIATION_MISSING = { code: 'orders.deviation_missing', kind: 'missing' } as const
const DEVIATION_DECIDED = { code: 'orders.deviation_decided', kind: 'conflict' } as const

/** The provider writes down what went otherwise. */
export async function reportDeviation(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  orderId: string,
  body: OpenDeviation,
  by: By,
): Promise<DeviationRow> {
  const order = await lockOwnOrder(tx, orderId, by)
  if (body.sampleId && (await findOrderOfSample(tx, body.sampleId)) !== orderId) throw new Refusal(SAMPLE_MISSING)
  const occurredAt = body.occurredAt ? new Date(body.occurredAt) : undefined
  return openDeviation(tx, command, needs, order, { ...body, occurredAt, by: by.userId })
}

/** Cause and corrective action; closed when both are known and whoever has to decide has. */
export async function editDeviation(
  tx: Db<OrdersTables>,
  command: Command,
  target: { id: string; version: number },
  { isClosed, ...words }: EditDeviation,
  by: By,
): Promise<DeviationRow> {
  const deviation = await lockDeviation(tx, target.id, by)
  if (deviation.state === 'closed') throw new Refusal(DEVIATION_DECIDED)
  if (isClosed && (!words.cause || !words.correctiveAction)) throw new Refusal({ code: 'orders.deviation_incomplete', kind: 'refused' })
  if (isClosed && deviation.needs_decision && deviation.decision === null)
    throw new Refusal({ code: 'orders.deviation_undecided', kind: 'refused', params: { numbers: String(deviation.number) } })
  if (!(await updateDeviation(tx, target, { ...words, closedBy: isClosed ? by.userId : null, now: command.now })))
    throw new Refusal(VERSION_STALE)
  await say(command, deviation, isClosed ? 'close' : 'edit')
  return getDeviation(tx, target.id)
}

/** The client says whether the work goes on, another sample comes, or it wants to stop. */
export async function answerDeviation(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  id: string,
  { decision, words }: DecideDeviation,
  by: By,
): Promise<DeviationRow> {
  const deviation = await lockDeviation(tx, id, by)
  if (!(await decideDeviation(tx, id, { decision, words: words ?? null, by: by.userId, now: command.now })))
    throw new Refusal(DEVIATION_DECIDED)
  await say(command, deviation, 'decide', { decision })
  const decided = await getDeviation(tx, id)
  await tellDeviation(tx, needs, decided, 'decided')
  return decided
}

async function lockDeviation(tx: Db<OrdersTables>, id: string, by: By): Promise<DeviationRow> {
  const deviation = await findDeviation(tx, id)
  const isOwn = deviation && (by.side === 'client' ? deviation.organisation_id : deviation.provider_id) === by.organisationId
  if (!isOwn) throw new Refusal(DEVIATION_MISSING)
  await lockOwnOrder(tx, deviation.order_id, by)
  return getDeviation(tx, id)
}

async function getDeviation(tx: Db<OrdersTables>, id: string): Promise<DeviationRow> {
  const deviation = await findDeviation(tx, id)
  if (!deviation) throw new Refusal(DEVIATION_MISSING)
  return deviation
}

async function say(
  command: Command,
  deviation: DeviationRow,
  verb: 'edit' | 'close' | 'decide',
  more: Record<string, unknown> = {},
): Promise<void> {
  const detail = { deviationId: deviation.id, orderId: deviation.order_id, ...more }
  await command.audit({ action: `orders.deviation.${verb}`, subjectType: 'deviation', subjectId: deviation.id, detail })
  if (verb !== 'edit')
    await command.publish(`orders.deviation_${verb}d`, {
      ...detail,
      organisationId: deviation.organisation_id,
      providerId: deviation.provider_id,
    })
}
