import { formatFen, parseFen } from '@jiju/kernel/money'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { PreviewVouchers, VoucherOffer } from '../../contract/vouchers.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import { sumOf } from '../../core/vouchers/amount.ts'
import { judgeVoucher } from '../../core/vouchers/judge.ts'
import type { OrdersTables } from '../needs.ts'
import { findRuleOn, listProgrammes } from '../sql/vouchers/programmes.ts'
import { findQuota } from '../sql/vouchers/quotas.ts'
import { gatherFacts } from './gather-facts.ts'
import { yearOf } from './matter.ts'
import { isToConfirm, presentCondition } from './present-voucher.ts'

/** What each open programme would pay of a price now, best first; nothing is reserved. */
export async function previewVouchers(
  db: Db<OrdersTables>,
  body: PreviewVouchers,
  { organisationId, now }: { organisationId: string; now: Date },
): Promise<VoucherOffer[]> {
  const day = localDayOf(now, ORDER_ZONE)
  const lines = body.lines.map(({ kind, serviceId, amount }) => ({ kind, serviceId, amountFen: parseFen(amount) ?? 0n }))
  const totalFen = sumOf(lines.map(({ amountFen }) => amountFen))
  const offers: { amountFen: bigint; offer: VoucherOffer }[] = []
  for (const programme of await listProgrammes(db)) {
    const rule = programme.closed_at === null ? await findRuleOn(db, programme.id, day) : undefined
    if (!rule) continue
    const { purpose, providerId } = body
    const facts = await gatherFacts(db, { programmeId: programme.id, organisationId, providerId, day, purpose, lines })
    const quota = await findQuota(db, { programmeId: programme.id, organisationId, year: yearOf(day) })
    const takenFen = quota ? quota.reservedFen + quota.redeemedFen : 0n
    const quotaFen = rule.rules.quotaFen[facts.applicant.kind]
    const budgetLeftFen = programme.budget_fen - programme.reserved_fen - programme.redeemed_fen
    const judgement = judgeVoucher(rule.rules, { ...facts, takenFen, budgetLeftFen, isClosed: false })
    const conditions = judgement.conditions.map((condition) => presentCondition(condition, rule.sources))
    offers.push({
      amountFen: judgement.amountFen,
      offer: {
        programmeId: programme.id,
        nameZh: programme.name_zh,
        nameEn: programme.name_en,
        issuer: programme.issuer,
        rate: rule.rules.rate,
        isEligible: judgement.isEligible,
        isToConfirm: isToConfirm(conditions, rule.sources),
        total: formatFen(totalFen),
        eligible: formatFen(judgement.eligibleFen),
        amount: formatFen(judgement.amountFen),
        clientPays: formatFen(totalFen - judgement.amountFen),
        year: yearOf(day),
        quota: formatFen(quotaFen),
        taken: formatFen(takenFen),
        left: formatFen(quotaFen > takenFen ? quotaFen - takenFen : 0n),
        conditions,
      },
    })
  }
  offers.sort((a, b) => (a.amountFen === b.amountFen ? 0 : a.amountFen > b.amountFen ? -1 : 1))
  return offers.map(({ offer }) => offer)
}
