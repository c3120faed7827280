import type { OrdersDeps } from '../needs.ts'
import { listOpenBills } from '../sql/money/booking-bills.ts'
import { listOrdersAwaitingMoney } from '../sql/money/order-money.ts'
import { listOpenRecoveries } from '../sql/money/recoveries.ts'
import { findSettlement } from '../sql/money/settlements.ts'
import { lockOrder } from '../sql/service-orders.ts'
import { settleBill } from './bill-booking.ts'
import { fillDeposit, holdFor } from './hold.ts'
import { collectRecovery } from './recover-voucher.ts'
import { findOutstandingFen } from './results-held.ts'
import { type Settling, settleOrder } from './settle-order.ts'

const BATCH = 200

type Received = { readonly cause: string; readonly organisationId: string; readonly orderId: string | null }

/**
 * Money has come to a client's balance: it is set aside for the order for which it was paid, then missing deposits are filled and orders that wait for
 * their money are settled, that order before the others, then the oldest; then vouchers that were not accepted are made up for, then bookings paid. A repeat of the same cause changes nothing.
 */
export async function applyBalance({ db, needs }: OrdersDeps, received: Received, onPoint?: Settling['onPoint']): Promise<void> {
  const { cause, organisationId, orderId } = received
  const settling = { db, now: needs.now, onPoint }
  if (orderId !== null) {
    const isCharged = await db.transaction().execute(async (tx) => {
      const order = await lockOrder(tx, orderId)
      if (!order || order.organisation_id !== organisationId || order.ended_at !== null) return false
      // A settlement that has begun collects from the balance; what is set aside now would wait for ever.
      if (await findSettlement(tx, orderId)) return true
      await holdFor(tx, order, await findOutstandingFen(tx, order), { cause: `hold:${order.id}:${cause}`, at: needs.now(), personId: null })
      return false
    })
    if (isCharged) await settleOrder(settling, orderId)
  }
  for (const { id, isCharged } of await listOrdersAwaitingMoney(db, organisationId)) {
    if (isCharged) {
      await settleOrder(settling, id)
      continue
    }
    await db.transaction().execute(async (tx) => {
      const order = await lockOrder(tx, id)
      if (order && order.ended_at === null)
        await fillDeposit(tx, order, { cause: `deposit:${id}:${cause}`, at: needs.now(), personId: null })
    })
  }
  for (const id of await listOpenRecoveries(db, organisationId)) await collectRecovery({ db, needs }, id)
  for (const id of await listOpenBills(db, { organisationId, isWaitingToo: true, limit: BATCH })) await settleBill(settling, id)
}
