import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { ReceiveSamples } from '../../contract/samples.ts'
import { PAUSABLE_STATES } from '../../core/vocabulary.ts'
import { openDeviation } from '../deviations/open-deviation.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { changeOrder } from '../order/change-order.ts'
import { SAMPLE_MISSING } from '../problems.ts'
import { beginCustody, findPersonName } from '../sql/samples/custody.ts'
import { listSamplesOfOrder, moveSample, type SampleRow } from '../sql/samples/samples.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { SAMPLE_ORDER_CLOSED } from './declare-samples.ts'
import { allowed, type By, demandFiles, demandFit, getPlace, lockOwnOrder, notAllowed, record } from './sample-target.ts'
import { numbersOf, sampleEvent, tellReceived } from './tell-of-samples.ts'

type Item = ReceiveSamples['items'][number]

/**
 * What arrived, sample by sample: who receives a sample holds it from now on. One that cannot be used is refused with its reason: that is a deviation on
 * which the client decides, and when `pausesOrder` the clock of the order stands still until then.
 */
export async function receiveSamples(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  orderId: string,
  receipt: ReceiveSamples,
  by: By,
): Promise<void> {
  const order = await lockOwnOrder(tx, orderId, by)
  if (order.accepted_at === null || order.ended_at !== null) throw new Refusal(SAMPLE_ORDER_CLOSED)
  const all = new Map((await listSamplesOfOrder(tx, orderId)).map((sample) => [sample.id, sample]))
  const received: SampleRow[] = []
  const refused: { sample: SampleRow; refusal: string }[] = []
  for (const item of receipt.items) {
    const sample = all.get(item.sampleId)
    if (!sample) throw new Refusal(SAMPLE_MISSING)
    await receiveOne(tx, command, { order, sample, item, by })
    if (item.refusal) refused.push({ sample, refusal: item.refusal })
    else received.push(sample)
  }
  for (const { sample, refusal } of refused)
    await openDeviation(tx, command, needs, order, {
      kind: 'sample_refused',
      sampleId: sample.id,
      what: refusal,
      impact: receipt.impact,
      needsDecision: true,
      by: by.userId,
    })
  await command.publish('orders.samples_received', { ...sampleEvent(order, received), refusedIds: refused.map(({ sample }) => sample.id) })
  await tellReceived(tx, needs, order, {
    key: newId(command.now.getTime()),
    received: numbersOf(received),
  })
  const act = { orderId, side: 'provider', organisationId: by.organisationId, personId: by.userId } as const
  if (refused.length > 0 && receipt.pausesOrder && (PAUSABLE_STATES as readonly string[]).includes(order.state))
    await changeOrder(tx, command, {
      ...act,
      act: 'pause',
      reason: refused.map(({ sample, refusal }) => `${sample.number}：${refusal}`).join('；'),
    })
  else if (receipt.receivesOrder) await changeOrder(tx, command, { ...act, act: 'receive' })
}

async function receiveOne(
  tx: Db<OrdersTables>,
  command: Command,
  { order, sample, item, by }: { order: OrderRow; sample: SampleRow; item: Item; by: By },
): Promise<void> {
  allowed(sample, 'receive', by)
  await demandFiles(tx, item.fileIds, by.organisationId)
  const place = item.placeId ? await getPlace(tx, item.placeId, order.provider_id) : undefined
  if (place) demandFit(sample, place, item.words ?? item.refusal)
  const isMoved = await moveSample(tx, sample.id, ['declared', 'sent'], {
    state: item.refusal ? 'refused' : 'received',
    condition: item.condition,
    celsius: item.celsius ?? null,
    refusal: item.refusal ?? null,
    placeId: place?.id ?? null,
    receivedAt: command.now,
  })
  if (!isMoved) throw new Refusal(notAllowed(sample))
  await beginCustody(tx, { id: newId(command.now.getTime()), sampleId: sample.id, personId: by.userId, now: command.now })
  await record(tx, command, by, {
    sample,
    kind: item.refusal ? 'refused' : 'received',
    from: sample.parcel?.carrier ?? order.organisation_name,
    to: await findPersonName(tx, by.userId),
    place: place?.name,
    quantity: sample.quantity,
    celsius: item.celsius,
    condition: item.condition,
    words: item.refusal ?? item.words,
    trackingNumber: sample.parcel?.tracking_number,
    fileIds: item.fileIds,
  })
}
