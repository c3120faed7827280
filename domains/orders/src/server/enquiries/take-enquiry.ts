import { newId } from '@jiju/kernel/ids'
import { formatFen, parseFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { TakeEnquiry } from '../../contract/enquiries.ts'
import { reportDayOf } from '../../core/enquiries/answer-clock.ts'
import { spreadOffered } from '../../core/enquiries/offered-price.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { tellEnquirer } from '../notices/tell-of-enquiry.ts'
import { type EnquiryItemRow, listEnquiryItems } from '../sql/enquiries.ts'
import type { NewOrderItem } from '../sql/order-items.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { awardEnquiry } from './award-enquiry.ts'
import { holdAskedEnquiry } from './get-enquiry.ts'
import { ownServices } from './own-services.ts'

/** The first provider that takes what is offered at a price has the order at once; everybody later is told that it is gone. */
export async function takeEnquiry(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  target: { id: string; providerId: string; userId: string; body: TakeEnquiry },
): Promise<OrderRow> {
  const { enquiry } = await holdAskedEnquiry(tx, target.id, target.providerId)
  const { turnaroundDays, expectedOffered } = target.body
  const offered = enquiry.offered_fen
  if (offered === null) throw new Refusal({ code: 'orders.not_offered', kind: 'refused' })
  if (parseFen(expectedOffered) !== offered)
    throw new Refusal({
      code: 'orders.offer_changed',
      kind: 'conflict',
      params: { offered: formatFen(offered) },
      field: '/expectedOffered',
    })
  const items = await listEnquiryItems(tx, enquiry.id)
  const needsSamples = items.some(({ sample_count }) => sample_count > 0)
  const reportDay = reportDayOf(localDayOf(command.now, ORDER_ZONE), { turnaroundDays, needsSamples })
  if (enquiry.deadline_day !== null && reportDay > enquiry.deadline_day)
    throw new Refusal({
      code: 'orders.too_late_for_deadline',
      kind: 'refused',
      params: { reportDay, deadlineDay: enquiry.deadline_day },
      field: '/turnaroundDays',
    })
  const programmeId = enquiry.voucher_programme_id
  const order = await awardEnquiry(tx, command, enquiry, {
    act: 'take',
    side: 'provider',
    actorId: target.userId,
    personId: enquiry.person_id,
    quoteId: null,
    providerId: target.providerId,
    turnaroundDays,
    needsSamples,
    items: priced(items, offered, { services: await ownServices(tx, target.providerId, items), now: command.now }),
    voucher: programmeId === null ? undefined : { programmeId, expectedFen: null },
  }).catch((error: unknown) => {
    // What speaks against the client's voucher is the client's matter; the provider learns that it does not hold with it.
    if (programmeId !== null && isVoucherRefusal(error)) throw new Refusal({ code: 'orders.voucher_not_with_you', kind: 'refused' })
    throw error
  })
  await tellEnquirer(tx, needs, {
    kind: 'orders.enquiry_taken_client',
    personId: enquiry.person_id,
    enquiry,
    key: `taken:${enquiry.id}`,
    params: { provider: order.provider_name, order: order.number },
  })
  return order
}

const isVoucherRefusal = (error: unknown): boolean =>
  error instanceof Refusal && error.problems.some(({ code }) => code.startsWith('orders.voucher_'))

function priced(
  items: readonly EnquiryItemRow[],
  offered: bigint,
  { services, now }: { services: ReadonlySet<string>; now: Date },
): NewOrderItem[] {
  const spread = spreadOffered(
    offered,
    items.map(({ quantity }) => quantity),
  )
  const lines = items.map(
    (item, index): NewOrderItem => ({
      id: newId(now.getTime()),
      kind: 'test',
      service_id: item.service_id && services.has(item.service_id) ? item.service_id : null,
      name: item.name,
      method: item.method,
      quantity: item.quantity,
      sample_count: item.sample_count,
      unit: 'item',
      unit_price_fen: spread.items[index]?.unitPriceFen ?? 0n,
      amount_fen: spread.items[index]?.amountFen ?? 0n,
      form: item.form,
      form_version: item.form_version,
      amendment_id: null,
    }),
  )
  if (spread.restFen === 0n) return lines
  const rest = { quantity: 1, unit_price_fen: spread.restFen, amount_fen: spread.restFen, sample_count: 0, form: {}, form_version: null }
  return [
    ...lines,
    { id: newId(now.getTime()), kind: 'other', service_id: null, name: '尾差', method: '', unit: 'item', amendment_id: null, ...rest },
  ]
}
