import { newId } from '@jiju/kernel/ids'
import { formatFen } from '@jiju/kernel/money'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { limitAfter, ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersTables } from '../needs.ts'
import type { Work } from '../order/change-order.ts'
import { insertClaim, insertClaimStep } from '../sql/vouchers/claims.ts'
import { moveAmounts } from '../sql/vouchers/quotas.ts'
import { findVoucherOfOrder, markRedeemed, type VoucherRow } from '../sql/vouchers/vouchers.ts'

/** What a programme pays of an order instead of the client. */
export type VoucherShare = { readonly programmeId: string; readonly amountFen: bigint }

/** Working days in which the office decides a claim. */
export const OFFICE_DAYS = 10

/** The share of an order that a voucher has reserved or redeemed; null without one, and when it was freed or rejected. */
export async function findVoucherShare(tx: Db<OrdersTables>, orderId: string): Promise<VoucherShare | null> {
  const voucher = await findVoucherOfOrder(tx, orderId)
  return voucher && (voucher.state === 'reserved' || voucher.state === 'redeemed') ? shareOf(voucher) : null
}

/**
 * Redeems what was reserved with the order when it is settled, and opens the provider's claim on the office. Done once: a repeat answers the same share.
 * The caller holds the lock of the order. Null when the order has no voucher, or it was freed or rejected.
 */
export async function redeemVoucher(tx: Db<OrdersTables>, work: Work, orderId: string): Promise<VoucherShare | null> {
  const voucher = await findVoucherOfOrder(tx, orderId)
  if (!voucher || voucher.state === 'freed' || voucher.state === 'rejected') return null
  if (voucher.state === 'redeemed') return shareOf(voucher)
  const { now } = work
  const key = { programmeId: voucher.programme_id, organisationId: voucher.organisation_id, year: voucher.year }
  const isMoved = await moveAmounts(tx, key, { reservedFen: -voucher.amount_fen, redeemedFen: voucher.amount_fen })
  if (!isMoved || !(await markRedeemed(tx, voucher.id, now))) throw new Error(`what voucher ${voucher.number} has reserved is not there`)
  await insertClaim(tx, {
    voucherId: voucher.id,
    programmeId: voucher.programme_id,
    providerId: voucher.provider_id,
    month: localDayOf(now, ORDER_ZONE).slice(0, 7),
    amountFen: voucher.amount_fen,
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
    detail: { orderId, programmeId: voucher.programme_id, amount: formatFen(voucher.amount_fen) },
  })
  await work.publish('orders.voucher_changed', voucherEvent(voucher, 'redeemed', voucher.amount_fen))
  return shareOf(voucher)
}

/** What leaves with each change of a voucher: ids and money, never facts about the client. */
export function voucherEvent(voucher: VoucherRow, state: VoucherRow['state'], amountFen: bigint) {
  return {
    voucherId: voucher.id,
    number: voucher.number,
    orderId: voucher.order_id,
    programmeId: voucher.programme_id,
    organisationId: voucher.organisation_id,
    providerId: voucher.provider_id,
    year: voucher.year,
    state,
    amountFen: amountFen.toString(),
  }
}

const shareOf = ({ programme_id, amount_fen }: VoucherRow): VoucherShare => ({ programmeId: programme_id, amountFen: amount_fen })
