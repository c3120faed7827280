import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { SendSamples } from '../../contract/samples.ts'
import type { OrderState } from '../../core/vocabulary.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { SAMPLE_MISSING } from '../problems.ts'
import { endCustody, findPersonName, withdrawOffers } from '../sql/samples/custody.ts'
import { insertParcel } from '../sql/samples/parcels.ts'
import { listSamplesOfOrder, moveSample, type SampleRow } from '../sql/samples/samples.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { SAMPLE_ORDER_CLOSED } from './declare-samples.ts'
import { allowed, type By, demandFiles, demandHolder, lockOwnOrder, lockSample, notAllowed, record } from './sample-target.ts'
import { numbersOf, sampleEvent, tellReturned, tellSent } from './tell-of-samples.ts'

/** States of an order in which the provider expects samples. */
const OPEN_FOR_PARCELS: readonly OrderState[] = ['accepted', 'received', 'working', 'paused']

/** Declared samples leave in one parcel; the provider is told what comes. */
export async function sendSamples(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  orderId: string,
  parcel: SendSamples,
  by: By,
): Promise<void> {
  const order = await lockOwnOrder(tx, orderId, by)
  if (!OPEN_FOR_PARCELS.includes(order.state)) throw new Refusal(SAMPLE_ORDER_CLOSED)
  const samples = await chosen(tx, order, parcel.sampleIds, 'send', by)
  const parcelId = await postParcel(tx, command, { order, parcel, by, direction: 'to_provider' })
  const sender = await findPersonName(tx, by.userId)
  for (const sample of samples) {
    if (!(await moveSample(tx, sample.id, ['declared'], { state: 'sent', parcelId }))) throw new Refusal(notAllowed(sample))
    await record(tx, command, by, { ...eventOf(parcel), sample, kind: 'sent', from: sender, to: parcel.carrier })
  }
  await command.publish('orders.samples_sent', sampleEvent(order, samples))
  await tellSent(tx, needs, order, { parcelId, numbers: numbersOf(samples), ...parcel })
}

/** What is left goes back to the client, who confirms that it came. */
export async function returnSamples(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  orderId: string,
  parcel: SendSamples,
  by: By,
): Promise<void> {
  const order = await lockOwnOrder(tx, orderId, by)
  const samples = await chosen(tx, order, parcel.sampleIds, 'return', by)
  const returnParcelId = await postParcel(tx, command, { order, parcel, by, direction: 'to_client' })
  for (const sample of samples) {
    demandHolder(sample, by)
    await withdrawOffers(tx, sample.id, command.now)
    await endCustody(tx, sample.id, command.now)
    const from = ['received', 'refused', 'broken'] as const
    if (!(await moveSample(tx, sample.id, from, { state: 'returning', returnParcelId, placeId: null })))
      throw new Refusal(notAllowed(sample))
    await record(tx, command, by, {
      ...eventOf(parcel),
      sample,
      kind: 'returned',
      quantity: sample.remaining,
      from: sample.holder_name,
      to: parcel.carrier,
    })
  }
  await command.publish('orders.samples_returned', sampleEvent(order, samples))
  await tellReturned(tx, needs, order, { parcelId: returnParcelId, numbers: numbersOf(samples), ...parcel })
}

/** What was sent back has arrived. */
export async function confirmReturn(tx: Db<OrdersTables>, command: Command, id: string, by: By): Promise<void> {
  const sample = await lockSample(tx, id, 'confirm_return', by)
  if (!(await moveSample(tx, id, ['returning'], { state: 'returned' }))) throw new Refusal(notAllowed(sample))
  const to = await findPersonName(tx, by.userId)
  await record(tx, command, by, { sample, kind: 'return_confirmed', from: sample.return_parcel?.carrier, to })
}

const eventOf = ({ trackingNumber, celsius, words, fileIds }: SendSamples) => ({ trackingNumber, celsius, words, fileIds })

/** Samples of the order that the side may treat so; all or none. */
async function chosen(tx: Db<OrdersTables>, order: OrderRow, ids: readonly string[], act: 'send' | 'return', by: By): Promise<SampleRow[]> {
  const all = new Map((await listSamplesOfOrder(tx, order.id)).map((sample) => [sample.id, sample]))
  return [...new Set(ids)].map((id) => {
    const sample = all.get(id)
    if (!sample) throw new Refusal(SAMPLE_MISSING)
    return allowed(sample, act, by)
  })
}

async function postParcel(
  tx: Db<OrdersTables>,
  { now }: Command,
  { order, parcel, by, direction }: { order: OrderRow; parcel: SendSamples; by: By; direction: 'to_provider' | 'to_client' },
): Promise<string> {
  await demandFiles(tx, parcel.fileIds, by.organisationId)
  const id = newId(now.getTime())
  const { carrier, trackingNumber } = parcel
  await insertParcel(tx, { id, orderId: order.id, direction, carrier, trackingNumber, by: by.userId, now })
  return id
}
