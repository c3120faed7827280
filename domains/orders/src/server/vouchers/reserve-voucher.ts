import { newId, readableNumber } from '@jiju/kernel/ids'
import { formatFen, parseFen } from '@jiju/kernel/money'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import { type Judgement, judgeVoucher } from '../../core/vouchers/judge.ts'
import type { Effect } from '../order/order-act.ts'
import { listOrderItems } from '../sql/order-items.ts'
import { findProgramme, findRuleOn } from '../sql/vouchers/programmes.ts'
import { holdQuota, moveAmounts } from '../sql/vouchers/quotas.ts'
import { findVoucherOfOrder, insertVoucher } from '../sql/vouchers/vouchers.ts'
import { gatherFacts } from './gather-facts.ts'
import { costLinesOf, PROGRAMME_MISSING, yearOf } from './matter.ts'
import { voucherEvent } from './voucher-event.ts'

/**
 * Reserves the voucher that the client chose when ordering; the order is refused with it. One problem for each condition that is not met
 * (`orders.voucher_<condition>`), or `orders.voucher_less` when it pays less than was shown.
 */
export const reserveVoucher: Effect = async (tx, order, { detail, work }) => {
  const { voucherProgrammeId: programmeId, expectedVoucher } = detail
  if (typeof programmeId !== 'string') return
  const day = localDayOf(order.placed_at, ORDER_ZONE)
  const programme = await findProgramme(tx, programmeId)
  const rule = await findRuleOn(tx, programmeId, day)
  if (!programme || !rule) throw new Refusal({ ...PROGRAMME_MISSING, field: '/voucherProgrammeId' })
  const lines = costLinesOf(await listOrderItems(tx, order.id))
  const matter = { programmeId, organisationId: order.organisation_id, providerId: order.provider_id, day, purpose: order.purpose, lines }
  const facts = await gatherFacts(tx, matter)
  const key = { programmeId, organisationId: order.organisation_id, year: yearOf(day) }
  const { quota, budget } = await holdQuota(tx, key, rule.rules.quotaFen[facts.applicant.kind])
  const judgement = judgeVoucher(rule.rules, {
    ...facts,
    takenFen: quota.reservedFen + quota.redeemedFen,
    budgetLeftFen: budget.budgetFen - budget.reservedFen - budget.redeemedFen,
    isClosed: programme.closed_at !== null,
  })
  if (!judgement.isEligible) throw new Refusal(...problemsOf(judgement, programme.name_zh))
  const expectedFen = typeof expectedVoucher === 'string' ? parseFen(expectedVoucher) : undefined
  if (expectedFen !== undefined && judgement.amountFen < expectedFen)
    throw new Refusal({
      code: 'orders.voucher_less',
      kind: 'conflict',
      params: { amount: formatFen(judgement.amountFen), expected: formatFen(expectedFen) },
      field: '/expectedVoucher',
    })
  const isMoved = await moveAmounts(tx, key, { reservedFen: judgement.amountFen, redeemedFen: 0n })
  if (!isMoved) throw new Error('a voucher was judged by amounts that were not held')
  const id = newId(work.now.getTime())
  await insertVoucher(tx, {
    id,
    number: readableNumber('VCH', day, id),
    order_id: order.id,
    programme_id: programmeId,
    rule_id: rule.id,
    organisation_id: order.organisation_id,
    provider_id: order.provider_id,
    year: key.year,
    eligible_fen: judgement.eligibleFen,
    amount_fen: judgement.amountFen,
    conditions: judgement.conditions,
    reserved_at: work.now,
  })
  await work.audit({
    action: 'orders.voucher.reserve',
    subjectType: 'voucher',
    subjectId: id,
    detail: { orderId: order.id, programmeId, ruleNumber: rule.number, amount: formatFen(judgement.amountFen) },
  })
  const voucher = await findVoucherOfOrder(tx, order.id)
  if (voucher) await work.publish('orders.voucher_changed', voucherEvent(voucher, 'reserved', voucher.amount_fen))
}

/** One problem for each condition that is not met. */
function problemsOf({ conditions }: Judgement, programme: string): Problem[] {
  const problems = conditions
    .filter(({ verdict }) => verdict === 'not_met')
    .map(
      ({ code, fact }): Problem => ({
        code: `orders.voucher_${code}`,
        kind: 'refused',
        params: { programme, ...fact },
        field: '/voucherProgrammeId',
      }),
    )
  // So little counts that the share is not one fen.
  return problems.length > 0
    ? problems
    : [{ code: 'orders.voucher_minimum', kind: 'refused', params: { programme, eligible: '0.00', minimum: '0.01' } }]
}
