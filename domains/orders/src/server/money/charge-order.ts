import type { Db } from '@jiju/platform/database/pool'
import { ACCOUNTS } from '../../core/money/accounts.ts'
import { chargeFen } from '../../core/money/charge.ts'
import { cancelFee } from '../../core/order/cancellation.ts'
import type { OrdersTables } from '../needs.ts'
import type { Change } from '../order/order-act.ts'
import { post } from '../sql/money/ledger.ts'
import { findOrderMoney } from '../sql/money/order-money.ts'
import { findPausedFrom } from '../sql/money/paused-from.ts'
import { insertSettlement } from '../sql/money/settlements.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { releaseHeld } from './hold.ts'

/** When the results are accepted the order is charged, and its settlement begins. */
export async function chargeApproved(tx: Db<OrdersTables>, order: OrderRow, { work, personId }: Change): Promise<void> {
  const charge = chargeFen(await findOrderMoney(tx, order))
  await charged(tx, order, { kind: 'order', chargeFen: charge, personId, work })
}

/** When an order ends before its time the client owes the fee of the stage; the rest of what was set aside goes back. */
export async function chargeCancelled(tx: Db<OrdersTables>, order: OrderRow, { work, personId, from, side }: Change): Promise<void> {
  const pausedFrom = from === 'paused' ? await findPausedFrom(tx, order.id) : null
  const fee = cancelFee({ state: from, pausedFrom, totalFen: order.total_fen }, order.cancel_rates, side)
  if (fee > 0n) await charged(tx, order, { kind: 'cancellation', chargeFen: fee, personId, work })
  else await releaseHeld(tx, order, { cause: `release:${order.id}:cancelled`, at: work.now, personId })
}

/** An order that never came about gives back what was set aside for it. */
export async function releaseEnded(tx: Db<OrdersTables>, order: OrderRow, { work, personId, act }: Change): Promise<void> {
  await releaseHeld(tx, order, { cause: `release:${order.id}:${act}`, at: work.now, personId })
}

type Charged = Pick<Change, 'work' | 'personId'> & { readonly kind: 'order' | 'cancellation'; readonly chargeFen: bigint }

async function charged(tx: Db<OrdersTables>, order: OrderRow, { kind, chargeFen: amountFen, work, personId }: Charged): Promise<void> {
  if (!(await insertSettlement(tx, { orderId: order.id, kind, chargeFen: amountFen, at: work.now }))) return
  await post(tx, { at: work.now, personId, orderId: order.id }, [
    { cause: `charge:${order.id}`, kind: 'charge', debit: ACCOUNTS.due(order), credit: ACCOUNTS.income(order), amountFen },
  ])
  await work.publish('orders.order_charged', {
    orderId: order.id,
    number: order.number,
    organisationId: order.organisation_id,
    providerId: order.provider_id,
    kind,
    chargeFen: amountFen.toString(),
  })
}
