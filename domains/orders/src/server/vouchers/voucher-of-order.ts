import { newId } from '@jiju/kernel/ids'
import { type Fen, formatFen } from '@jiju/kernel/money'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { limitAfter, ORDER_ZONE } from '../../core/order/clock.ts'
import { shareOfCharge } from '../../core/vouchers/amount.ts'
import type { OrdersTables } from '../needs.ts'
import type { Work } from '../order/order-act.ts'
import { lockOrder } from '../sql/service-orders.ts'
import { insertClaim, insertClaimStep } from '../sql/vouchers/claims.ts'
import { moveAmounts } from '../sql/vouchers/quotas.ts'
import { findVoucherOfOrder, markRedeemed, type VoucherRow } from '../sql/vouchers/vouchers.ts'
import { freeReserved } from './free-voucher.ts'
import { voucherEvent } from './voucher-event.ts'

/** What a programme pays of an order instead of the client. */
type VoucherShare = { readonly programmeId: string; readonly amountFen: bigint }

/** Working days in which the office decides a claim. */
export const OFFICE_DAYS = 10

/** The share of an order that a voucher has reserved or redeemed; null without one, and when it was freed or rejected. */
export async function findVoucherShare(tx: Db<OrdersTables>, orderId: string): Promise<VoucherShare | null> {
  const voucher = await findVoucherOfOrder(tx, orderId)
  return voucher && (voucher.state === 'reserved' || voucher.state === 'redeemed') ? shareOf(voucher) : null
}

/**
 * Redeems what was reserved with the order when it is settled, and opens the provider's claim on the office. Done once: a repeat answers the same share.
 * When less than the order's total is charged (`chargeFen`) the voucher pays its share of that, and the rest is given back. Takes
 * the lock of the order. Null when the order has no voucher, when it was freed or rejected, or when nothing is left to pay.
 */
export async function redeemVoucher(tx: Db<OrdersTables>, work: Work, orderId: string, chargeFen?: Fen): Promise<VoucherShare | null> {
  const order = await lockOrder(tx, orderId)
  const voucher = order && (await findVoucherOfOrder(tx, orderId))
  if (!voucher || voucher.state === 'freed' || voucher.state === 'rejected') return null
  if (voucher.state === 'redeemed') return shareOf(voucher)
  const { now } = work
  const amountFen = shareOfCharge(voucher.amount_fen, { chargeFen, totalFen: order.total_fen })
  if (amountFen === 0n) {
    await freeReserved(tx, work, voucher, 'settle')
    return null
  }
  const key = { programmeId: voucher.programme_id, organisationId: voucher.organisation_id, year: voucher.year }
  const isMoved = await moveAmounts(tx, key, { reservedFen: -voucher.amount_fen, redeemedFen: amountFen })
  if (!isMoved || !(await markRedeemed(tx, voucher.id, amountFen, now)))
    throw new Error(`what voucher ${voucher.number} has reserved is not there`)
  await insertClaim(tx, {
    voucherId: voucher.id,
    programmeId: voucher.programme_id,
    providerId: voucher.provider_id,
    month: localDayOf(now, ORDER_ZONE).slice(0, 7),
    amountFen,
    answerUntil: limitAfter(now, OFFICE_DAYS),
    at: now,
  })
  await insertClaimStep(tx, {
    id: newId(now.getTime()),
    voucherId: voucher.id,
    version: 1,
    act: 'claim',
    personId: null,
    words: null,
    at: now,
  })
  await work.audit({
    action: 'orders.voucher.redeem',
    subjectType: 'voucher',
    subjectId: voucher.id,
    detail: { orderId, programmeId: voucher.programme_id, amount: formatFen(amountFen) },
  })
  await work.publish('orders.voucher_changed', voucherEvent(voucher, 'redeemed', amountFen))
  return { programmeId: voucher.programme_id, amountFen }
}

const shareOf = ({ programme_id, amount_fen }: VoucherRow): VoucherShare => ({ programmeId: programme_id, amountFen: amount_fen })
