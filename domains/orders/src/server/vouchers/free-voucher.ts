import { formatFen } from '@jiju/kernel/money'
import type { Db } from '@jiju/platform/database/pool'
import type { OrdersTables } from '../needs.ts'
import type { Effect, Work } from '../order/order-act.ts'
import { moveAmounts } from '../sql/vouchers/quotas.ts'
import { findVoucherOfOrder, markFreed, type VoucherRow } from '../sql/vouchers/vouchers.ts'
import { voucherEvent } from './voucher-event.ts'

/** Gives back what an order has reserved when it comes to nothing, whoever ended it. */
export const freeVoucher: Effect = async (tx, order, { act, work }) => {
  const voucher = await findVoucherOfOrder(tx, order.id)
  if (voucher?.state === 'reserved') await freeReserved(tx, work, voucher, act)
}

/** Gives a reserved voucher back to quota and budget. The caller holds the lock of the order. */
export async function freeReserved(tx: Db<OrdersTables>, work: Work, voucher: VoucherRow, reason: string): Promise<void> {
  const key = { programmeId: voucher.programme_id, organisationId: voucher.organisation_id, year: voucher.year }
  const isMoved = await moveAmounts(tx, key, { reservedFen: -voucher.amount_fen, redeemedFen: 0n })
  if (!isMoved || !(await markFreed(tx, voucher.id, reason, work.now)))
    throw new Error(`what voucher ${voucher.number} has reserved is not there`)
  await work.audit({
    action: 'orders.voucher.free',
    subjectType: 'voucher',
    subjectId: voucher.id,
    detail: { orderId: voucher.order_id, reason, amount: formatFen(voucher.amount_fen) },
  })
  await work.publish('orders.voucher_changed', { ...voucherEvent(voucher, 'freed', voucher.amount_fen), reason })
}
