import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { mayDo, type SampleAct } from '../../core/samples/sample-acts.ts'
import type { OrdersTables } from '../needs.ts'
import { ORDER_MISSING, SAMPLE_MISSING } from '../problems.ts'
import { countOwnFiles, insertEvent, type NewEvent } from '../sql/samples/custody.ts'
import { findPlace, type PlaceRow } from '../sql/samples/places.ts'
import { findOrderOfSample, findSample, type SampleRow } from '../sql/samples/samples.ts'
import { lockOrder, type OrderRow } from '../sql/service-orders.ts'

/** Who acts, and for which side of the order. */
export type By = { readonly side: 'client' | 'provider'; readonly organisationId: string; readonly userId: string }

const isOwn = (order: Pick<OrderRow, 'organisation_id' | 'provider_id'>, by: By) =>
  (by.side === 'client' ? order.organisation_id : order.provider_id) === by.organisationId

/** Locks the order: samples are changed by one after the other. Refuses with `orders.order_missing`. */
export async function lockOwnOrder(tx: Db<OrdersTables>, orderId: string, by: By): Promise<OrderRow> {
  const order = await lockOrder(tx, orderId)
  if (!order || !isOwn(order, by)) throw new Refusal(ORDER_MISSING)
  return order
}

/** A sample that this side may treat so, with its order locked. Refuses with `orders.sample_missing` or `orders.sample_act_not_allowed`. */
export async function lockSample(tx: Db<OrdersTables>, sampleId: string, act: SampleAct, by: By): Promise<SampleRow> {
  const orderId = await findOrderOfSample(tx, sampleId)
  const order = orderId && (await lockOrder(tx, orderId))
  const sample = order && isOwn(order, by) ? await findSample(tx, sampleId) : undefined
  if (!sample) throw new Refusal(SAMPLE_MISSING)
  return allowed(sample, act, by)
}

export function allowed(sample: SampleRow, act: SampleAct, by: Pick<By, 'side'>): SampleRow {
  if (!mayDo(sample.state, act, by.side)) throw new Refusal(notAllowed(sample))
  return sample
}

export const notAllowed = (sample: Pick<SampleRow, 'number'>) =>
  ({ code: 'orders.sample_act_not_allowed', kind: 'conflict', params: { number: sample.number } }) as const

/** Only who holds a sample does something to it; others have it handed over first. */
export function demandHolder(sample: SampleRow, by: By): void {
  if (sample.holder_id !== by.userId)
    throw new Refusal({
      code: 'orders.sample_not_holder',
      kind: 'refused',
      params: { number: sample.number, holder: sample.holder_name ?? '—' },
    })
}

/** A sample that is on its way to somebody else is not touched. */
export function demandNoOffer(sample: SampleRow): void {
  if (sample.offer)
    throw new Refusal({ code: 'orders.sample_offered', kind: 'conflict', params: { number: sample.number, to: sample.offer.to_name } })
}

/** A place of the provider that is in use. */
export async function getPlace(tx: Db<OrdersTables>, id: string, providerId: string, field = '/placeId'): Promise<PlaceRow> {
  const place = await findPlace(tx, id)
  if (!place || place.provider_id !== providerId || place.is_retired)
    throw new Refusal({ code: 'orders.storage_place_missing', kind: 'refused', field })
  return place
}

/** Where a sample is put must keep it as it needs, unless somebody says why not. */
export function demandFit(sample: Pick<SampleRow, 'number' | 'storage'>, place: PlaceRow, words: string | undefined): void {
  if (place.storage !== sample.storage && !words)
    throw new Refusal({
      code: 'orders.storage_unfit',
      kind: 'refused',
      params: { number: sample.number, place: place.name },
      field: '/placeId',
    })
}

/** Proof must have been uploaded by the own organisation. */
export async function demandFiles(tx: Db<OrdersTables>, fileIds: readonly string[], organisationId: string): Promise<void> {
  const ids = [...new Set(fileIds)]
  if (ids.length > 0 && (await countOwnFiles(tx, organisationId, ids)) < ids.length)
    throw new Refusal({ code: 'orders.sample_file_missing', kind: 'refused', field: '/fileIds' })
}

type Told = Omit<NewEvent, 'id' | 'sampleId' | 'side' | 'personId' | 'at' | 'kind'>

/** Writes what happened into the chain of custody and into the audit. */
export async function record(
  tx: Db<OrdersTables>,
  command: Pick<Command, 'now' | 'audit'>,
  by: By,
  what: { sample: Pick<SampleRow, 'id' | 'order_id'>; kind: NewEvent['kind'] } & Told,
): Promise<string> {
  const { sample, kind, ...told } = what
  const id = newId(command.now.getTime())
  await insertEvent(tx, { ...told, kind, id, sampleId: sample.id, side: by.side, personId: by.userId, at: command.now })
  await command.audit({
    action: `orders.sample.${kind}`,
    subjectType: 'sample',
    subjectId: sample.id,
    detail: {
      eventId: id,
      orderId: sample.order_id,
      ...(told.quantity && { quantity: told.quantity }),
      ...(told.words && { words: told.words }),
    },
  })
  return id
}
