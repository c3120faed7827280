import type { Db } from '@jiju/platform/database/pool'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import type { SampleRow } from '../sql/samples/samples.ts'
import type { OrderRow } from '../sql/service-orders.ts'

/** Whoever works with samples at a provider. */
export const SAMPLE_WORKERS = ['provider:owner', 'provider:lab_manager', 'provider:lab_staff'] as const

export const numbersOf = (samples: readonly Pick<SampleRow, 'number'>[]): string => samples.map(({ number }) => number).join('、')

/** What leaves with an event of samples: ids, never words. */
export const sampleEvent = (order: OrderRow, samples: readonly Pick<SampleRow, 'id'>[]) => ({
  orderId: order.id,
  organisationId: order.organisation_id,
  providerId: order.provider_id,
  sampleIds: samples.map(({ id }) => id),
})

type Parcel = { readonly parcelId: string; readonly numbers: string; readonly carrier: string; readonly trackingNumber: string }

export async function tellSent(tx: Db<OrdersTables>, needs: OrdersNeeds, order: OrderRow, parcel: Parcel): Promise<void> {
  await needs.notify(tx, {
    kind: 'orders.samples_sent',
    to: { organisationId: order.provider_id, roles: SAMPLE_WORKERS },
    params: { number: order.number, organisation: order.organisation_name, ...paramsOf(parcel) },
    link: `/p/orders/${order.id}`,
    key: `parcel ${parcel.parcelId}`,
  })
}

export async function tellReturned(tx: Db<OrdersTables>, needs: OrdersNeeds, order: OrderRow, parcel: Parcel): Promise<void> {
  await needs.notify(tx, {
    kind: 'orders.samples_returned',
    to: [order.person_id],
    params: { number: order.number, provider: order.provider_name, ...paramsOf(parcel) },
    link: `/e/orders/${order.id}`,
    key: `parcel ${parcel.parcelId}`,
  })
}

const paramsOf = ({ numbers, carrier, trackingNumber }: Parcel) => ({ samples: numbers, carrier, tracking: trackingNumber || '—' })

export async function tellReceived(
  tx: Db<OrdersTables>,
  needs: OrdersNeeds,
  order: OrderRow,
  { key, received }: { key: string; received: string },
): Promise<void> {
  // What was refused is told as a deviation, which says what to decide.
  if (!received) return
  await needs.notify(tx, {
    kind: 'orders.samples_received',
    to: [order.person_id],
    params: { number: order.number, provider: order.provider_name, samples: received },
    link: `/e/orders/${order.id}`,
    key: `receipt ${key}`,
  })
}

export async function tellOffered(
  tx: Db<OrdersTables>,
  needs: OrdersNeeds,
  sample: SampleRow,
  { handoverId, from, to }: { handoverId: string; from: string; to: string },
): Promise<void> {
  await needs.notify(tx, {
    kind: 'orders.sample_offered',
    to: [to],
    params: { sample: `${sample.order_number} ${sample.number}`, name: sample.name, person: from },
    link: `/samples/${sample.id}`,
    key: `handover ${handoverId}`,
  })
}

export async function tellOfferRefused(
  tx: Db<OrdersTables>,
  needs: OrdersNeeds,
  sample: SampleRow,
  { handoverId, from, to, words }: { handoverId: string; from: string; to: string; words: string },
): Promise<void> {
  await needs.notify(tx, {
    kind: 'orders.sample_offer_refused',
    to: [from],
    params: { sample: `${sample.order_number} ${sample.number}`, person: to, words },
    link: `/samples/${sample.id}`,
    key: `handover ${handoverId} refused`,
  })
}

export async function tellDestruction(
  tx: Db<OrdersTables>,
  needs: OrdersNeeds,
  sample: SampleRow,
  { destructionId, by, method }: { destructionId: string; by: string; method: string },
): Promise<void> {
  await needs.notify(tx, {
    kind: 'orders.sample_destruction',
    to: { organisationId: sample.provider_id, roles: SAMPLE_WORKERS, except: [by] },
    params: { sample: `${sample.order_number} ${sample.number}`, name: sample.name, method },
    link: `/samples/${sample.id}`,
    key: `destruction ${destructionId}`,
  })
}

/** Some days before retention ends both sides hear what will be done with the rest. */
export async function tellRetention(tx: Db<OrdersTables>, needs: OrdersNeeds, sample: SampleRow): Promise<void> {
  const params = { sample: `${sample.order_number} ${sample.number}`, name: sample.name, until: sample.retain_until ?? '' }
  const key = `retention ${sample.id} ${sample.retain_until}`
  const link = `/samples/${sample.id}`
  await needs.notify(tx, { kind: `orders.sample_retention_${sample.rest}`, to: [sample.orderer_id], params, link, key })
  await needs.notify(tx, {
    kind: 'orders.sample_retention_provider',
    to: { organisationId: sample.provider_id, roles: SAMPLE_WORKERS },
    params,
    link,
    key,
  })
}

/** The order holds and needs samples: whoever ordered hears what to send where. */
export async function tellSamplesDue(tx: Db<OrdersTables>, needs: OrdersNeeds, order: OrderRow): Promise<void> {
  await needs.notify(tx, {
    kind: 'orders.samples_due',
    to: [order.person_id],
    params: { number: order.number, provider: order.provider_name },
    link: `/e/orders/${order.id}`,
    key: `samples due ${order.id}`,
  })
}
