import { formatFen } from '@jiju/kernel/money'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { OrderVoucher, VoucherAccount } from '../../contract/vouchers.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { Side } from '../../core/vocabulary.ts'
import { allocateVoucher, eligibleParts } from '../../core/vouchers/amount.ts'
import { judgeVoucher, OWN_CONDITIONS } from '../../core/vouchers/judge.ts'
import type { OrdersTables } from '../needs.ts'
import { listOrderItems } from '../sql/order-items.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { findListedOfOrder, listListedOn } from '../sql/vouchers/lists.ts'
import { findRule, findRuleOn, listProgrammes } from '../sql/vouchers/programmes.ts'
import { findQuota } from '../sql/vouchers/quotas.ts'
import { applicantOf } from './gather-facts.ts'
import { costLinesOf } from './matter.ts'
import { presentCondition, presentVoucher } from './present-voucher.ts'

/** The voucher of an order with what falls on each item; without one everything is the client's. What else the client has used is not the provider's business. */
export async function readOrderVoucher(db: Db<OrdersTables>, order: OrderRow, side: Side): Promise<OrderVoucher> {
  const row = await findListedOfOrder(db, order.id)
  const rule = row && (await findRule(db, row.rule_id))
  if (!row || !rule) return { voucher: null, rate: null, clientPays: formatFen(order.total_fen), conditions: [], shares: [] }
  const items = await listOrderItems(db, order.id)
  const parts = eligibleParts(costLinesOf(items), rule.rules)
  const holds = row.state === 'reserved' || row.state === 'redeemed'
  const amountFen = holds ? row.amount_fen : 0n
  const shares = allocateVoucher(amountFen, parts)
  return {
    voucher: presentVoucher(row),
    rate: rule.rules.rate,
    clientPays: formatFen(order.total_fen - amountFen),
    conditions: row.conditions
      .filter(({ code }) => side !== 'provider' || code !== 'quota')
      .map((condition) => presentCondition(condition, rule.sources)),
    shares: items.map((item, index) => ({
      position: item.position,
      name: item.name,
      amount: formatFen(item.amount_fen),
      eligible: formatFen(parts[index] ?? 0n),
      voucher: formatFen(shares[index] ?? 0n),
    })),
  }
}

/** Every programme as an organisation stands in it: quota of a year, what is taken, and what about the organisation speaks against it. */
export async function readAccounts(
  db: Db<OrdersTables>,
  { organisationId, year, now }: { organisationId: string; year: number; now: Date },
): Promise<VoucherAccount[]> {
  const today = localDayOf(now, ORDER_ZONE)
  const applicant = await applicantOf(db, organisationId)
  const accounts: VoucherAccount[] = []
  for (const programme of await listProgrammes(db)) {
    const rule = await findRuleOn(db, programme.id, today)
    if (!rule) continue
    const { rules, sources } = rule
    const quota = await findQuota(db, { programmeId: programme.id, organisationId, year })
    const quotaFen = rules.quotaFen[applicant.kind]
    const reservedFen = quota?.reservedFen ?? 0n
    const redeemedFen = quota?.redeemedFen ?? 0n
    const takenFen = reservedFen + redeemedFen
    const { conditions } = judgeVoucher(rules, {
      day: today,
      purpose: 'development',
      lines: [],
      applicant,
      listing: null,
      relation: null,
      takenFen,
      budgetLeftFen: programme.budget_fen - programme.reserved_fen - programme.redeemed_fen,
      isClosed: programme.closed_at !== null,
    })
    const own = conditions.filter(({ code }) => OWN_CONDITIONS.has(code))
    accounts.push({
      programmeId: programme.id,
      nameZh: programme.name_zh,
      nameEn: programme.name_en,
      issuer: programme.issuer,
      isOpen: programme.closed_at === null,
      applicantKind: applicant.kind,
      rate: rules.rate,
      minimum: formatFen(rules.minimumFen),
      orderCap: rules.orderCapFen === null ? null : formatFen(rules.orderCapFen),
      allowedPurposes: [...rules.allowedPurposes],
      excludedPurposes: [...rules.excludedPurposes],
      validFrom: rules.validFrom,
      validTo: rules.validTo,
      quota: formatFen(quotaFen),
      reserved: formatFen(reservedFen),
      redeemed: formatFen(redeemedFen),
      left: formatFen(quotaFen > takenFen ? quotaFen - takenFen : 0n),
      isEligible: own.every(({ verdict }) => verdict !== 'not_met'),
      conditions: own.map((condition) => presentCondition(condition, sources)),
      sources: [...sources],
      listedProviders: rules.needsListedProvider
        ? (await listListedOn(db, programme.id, today)).map(({ provider_id, name }) => ({ providerId: provider_id, name }))
        : [],
    })
  }
  // What can be used stands first.
  return accounts.sort((a, b) => Number(b.isEligible) - Number(a.isEligible))
}
