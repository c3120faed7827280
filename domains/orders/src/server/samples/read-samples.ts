import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Actor } from '@jiju/platform/http/actor'
import { qrSvg } from '@jiju/platform/qr/qr-code'
import type { OrderSamples, SampleDetail, SampleLabels } from '../../contract/samples.ts'
import type { Side } from '../../core/vocabulary.ts'
import { presentDeviation } from '../deviations/present-deviation.ts'
import type { OrdersTables } from '../needs.ts'
import { ORDER_MISSING, SAMPLE_MISSING } from '../problems.ts'
import { sideOf } from '../routes/order-routes.ts'
import { listDeviations } from '../sql/deviations.ts'
import { listEvents } from '../sql/samples/custody.ts'
import { findSample, findSampleByCode, listSamplesOfOrder, type SampleRow } from '../sql/samples/samples.ts'
import { findOrder, type OrderRow } from '../sql/service-orders.ts'
import { presentEvent, presentSample } from './present-sample.ts'

/** An order of the reader's own, and on which side. */
export async function getOwnOrder(db: Db<OrdersTables>, id: string, actor: Actor): Promise<{ order: OrderRow; side: Side }> {
  const order = await findOrder(db, id)
  const side = order && sideOf(actor, order)
  if (!order || !side) throw new Refusal(ORDER_MISSING)
  return { order, side }
}

export async function getOwnSample(db: Db<OrdersTables>, id: string, actor: Actor): Promise<{ sample: SampleRow; side: Side }> {
  const sample = await findSample(db, id)
  const side = sample && sideOf(actor, { ...sample, state: sample.order_state })
  if (!sample || !side) throw new Refusal(SAMPLE_MISSING)
  return { sample, side }
}

/** All of an order's samples with everything that happened to them. */
export async function readOrderSamples(db: Db<OrdersTables>, orderId: string, side: Side): Promise<OrderSamples> {
  const items = await listSamplesOfOrder(db, orderId)
  const events = await listEvents(db, { orderId })
  const deviations = await listDeviations(db, orderId)
  return {
    items: items.map((row) => presentSample(row, side)),
    events: events.map(presentEvent),
    deviations: deviations.map(presentDeviation),
  }
}

/** One sample with its own history, its parent and what came of it. */
export async function readSample(db: Db<OrdersTables>, sample: SampleRow, side: Side): Promise<SampleDetail> {
  const events = await listEvents(db, { sampleId: sample.id })
  const relatives = (await listSamplesOfOrder(db, sample.order_id)).filter(
    ({ id, parent_id, replaces_id }) =>
      parent_id === sample.id || id === sample.parent_id || replaces_id === sample.id || id === sample.replaces_id,
  )
  return {
    sample: presentSample(sample, side),
    events: events.map(presentEvent),
    relatives: relatives.map((row) => presentSample(row, side)),
  }
}

/** What stands behind the code of a label, typed or read by a hand scanner, which types the whole address. */
export async function findByCode(db: Db<OrdersTables>, typed: string, actor: Actor): Promise<{ id: string; orderId: string }> {
  const found = await findSampleByCode(db, codeIn(typed))
  if (!found || !sideOf(actor, { ...found, state: found.order_state })) throw new Refusal(SAMPLE_MISSING)
  return { id: found.id, orderId: found.order_id }
}

/** The code in what a scanner types: the last part of the label's address, or what stands below it. */
export const codeIn = (typed: string): string => (typed.trim().split('/').at(-1) ?? '').replaceAll(/[\s-]/g, '').toUpperCase()

/** What is printed for each sample that was not withdrawn. */
export async function readLabels(
  db: Db<OrdersTables>,
  order: OrderRow,
  publicAddress: string,
  ids?: readonly string[],
): Promise<SampleLabels> {
  const rows = (await listSamplesOfOrder(db, order.id)).filter(({ id, state }) => (ids ? ids.includes(id) : state !== 'withdrawn'))
  const items = rows.map(async (row) => {
    const { id, number, code, name, spec, batch, quantity, unit, storage, hazards, expiresOn } = presentSample(row, 'client')
    const url = `${publicAddress}/s/${code}`
    return { sampleId: id, number, code, name, spec, batch, quantity, unit, storage, hazards, expiresOn, url, qrSvg: await qrSvg(url) }
  })
  return { orderNumber: order.number, providerName: order.provider_name, items: await Promise.all(items) }
}
