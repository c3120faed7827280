import { formatFen } from '@jiju/kernel/money'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import { rejudgeVoucher } from '../../core/vouchers/judge.ts'
import type { Effect } from '../order/order-act.ts'
import { listOrderItems } from '../sql/order-items.ts'
import { findRule } from '../sql/vouchers/programmes.ts'
import { holdQuota, moveAmounts } from '../sql/vouchers/quotas.ts'
import { adjustVoucher, findVoucherOfOrder } from '../sql/vouchers/vouchers.ts'
import { freeReserved } from './free-voucher.ts'
import { gatherFacts } from './gather-facts.ts'
import { costLinesOf } from './matter.ts'
import { voucherEvent } from './voucher-event.ts'

/**
 * Fits a reserved voucher to the items of an amended order, by the rules of the day on which it was placed: less is given back, more is reserved as far
 * as quota and budget reach. What was judged of the parties stays judged. Runs after the amendment has changed the items.
 */
export const adjustToAmendment: Effect = async (tx, order, { work }) => {
  const voucher = await findVoucherOfOrder(tx, order.id)
  if (voucher?.state !== 'reserved') return
  const rule = await findRule(tx, voucher.rule_id)
  if (!rule) throw new Error(`voucher ${voucher.number} has no rules`)
  const { programme_id: programmeId, organisation_id: organisationId, provider_id: providerId, year } = voucher
  const day = localDayOf(order.placed_at, ORDER_ZONE)
  const lines = costLinesOf(await listOrderItems(tx, order.id))
  const facts = await gatherFacts(tx, { programmeId, organisationId, providerId, day, purpose: order.purpose, lines })
  const key = { programmeId, organisationId, year }
  const { quota, budget } = await holdQuota(tx, key, rule.rules.quotaFen[facts.applicant.kind])
  const takenFen = quota.reservedFen + quota.redeemedFen - voucher.amount_fen
  const budgetLeftFen = budget.budgetFen - budget.reservedFen - budget.redeemedFen + voucher.amount_fen
  const judgement = rejudgeVoucher(rule.rules, { ...facts, takenFen, budgetLeftFen, isClosed: false }, voucher.conditions)
  if (judgement.amountFen === voucher.amount_fen && judgement.eligibleFen === voucher.eligible_fen) return
  if (!judgement.isEligible) return freeReserved(tx, work, voucher, 'amend')
  const isMoved = await moveAmounts(tx, key, { reservedFen: judgement.amountFen - voucher.amount_fen, redeemedFen: 0n })
  const { eligibleFen, amountFen, conditions } = judgement
  if (!isMoved || !(await adjustVoucher(tx, { id: voucher.id, eligibleFen, amountFen, conditions })))
    throw new Error(`what voucher ${voucher.number} has reserved is not there`)
  await work.audit({
    action: 'orders.voucher.adjust',
    subjectType: 'voucher',
    subjectId: voucher.id,
    detail: { orderId: order.id, from: formatFen(voucher.amount_fen), amount: formatFen(amountFen) },
  })
  await work.publish('orders.voucher_changed', { ...voucherEvent(voucher, 'reserved', amountFen), fromFen: voucher.amount_fen.toString() })
}
