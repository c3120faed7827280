import { newId } from '@jiju/kernel/ids'
import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { isBeyondTolerance, METERED_TOLERANCE_PERCENT, METERED_UNITS, meteredDifference } from '../../core/money/charge.ts'
import type { OrderState } from '../../core/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'
import { ORDER_MISSING } from '../problems.ts'
import { writeMetered } from '../sql/money/order-bills.ts'
import { listOrderItems } from '../sql/order-items.ts'
import { lockOrder, type OrderRow } from '../sql/service-orders.ts'

/** Before the client has accepted the results: with them it accepts what was measured. */
const MEASURED_IN: readonly OrderState[] = ['accepted', 'received', 'working', 'reporting', 'paused', 'reported', 'retest_requested']

type Wanted = {
  readonly orderId: string
  readonly providerId: string
  readonly itemId: string
  readonly measuredHundredths: bigint
  readonly note: string
  readonly by: string
}

/**
 * Measured work of an item that is counted in hours, days, runs or batches: the charge changes by the difference, at the frozen price. Refuses with
 * `orders.order_missing`, `orders.act_not_allowed`, `orders.item_not_metered` or `orders.metered_beyond`.
 */
export async function recordMetered(tx: Db<OrdersTables>, command: Command, wanted: Wanted): Promise<OrderRow> {
  const order = await lockOrder(tx, wanted.orderId)
  if (!order || order.provider_id !== wanted.providerId) throw new Refusal(ORDER_MISSING)
  if (!MEASURED_IN.includes(order.state))
    throw new Refusal({ code: 'orders.act_not_allowed', kind: 'conflict', params: { act: 'measure', state: order.state } })
  const item = (await listOrderItems(tx, order.id)).find(({ id }) => id === wanted.itemId)
  if (!item || !(METERED_UNITS as readonly string[]).includes(item.unit))
    throw new Refusal({ code: 'orders.item_not_metered', kind: 'refused', field: '/itemId' })
  const amounts = { unitPriceFen: item.unit_price_fen, amountFen: item.amount_fen }
  const amountFen = meteredDifference(amounts, wanted.measuredHundredths)
  if (isBeyondTolerance(amounts, amountFen))
    throw new Refusal({
      code: 'orders.metered_beyond',
      kind: 'refused',
      params: { percent: Number(METERED_TOLERANCE_PERCENT), foreseen: formatFen(item.amount_fen), difference: formatFen(amountFen) },
      field: '/measured',
    })
  await writeMetered(tx, { ...wanted, id: newId(command.now.getTime()), amountFen, at: command.now })
  await command.audit({
    action: 'orders.metered.record',
    subjectType: 'service_order',
    subjectId: order.id,
    detail: { itemId: item.id, measuredHundredths: wanted.measuredHundredths.toString(), difference: formatFen(amountFen) },
  })
  return order
}
