import { formatFen } from '@jiju/kernel/money'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type {
  RelatedParty,
  VoucherListing,
  VoucherProgramme,
  VoucherProgrammeSummary,
  VoucherRulesVersion,
} from '../../contract/voucher-programmes.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersTables } from '../needs.ts'
import { type ListingRow, listListings, type RelatedRow } from '../sql/vouchers/lists-of-office.ts'
import { findRuleOn, listRules, listYears, type ProgrammeRow, type RuleRow } from '../sql/vouchers/programmes.ts'

export function presentProgramme(row: ProgrammeRow): VoucherProgrammeSummary {
  return {
    id: row.id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    issuer: row.issuer,
    budget: formatFen(row.budget_fen),
    reserved: formatFen(row.reserved_fen),
    redeemed: formatFen(row.redeemed_fen),
    left: formatFen(row.budget_fen - row.reserved_fen - row.redeemed_fen),
    isOpen: row.closed_at === null,
    version: row.version,
    createdAt: row.created_at.toISOString(),
  }
}

function presentRules({ id, number, rules, sources, createdAt }: RuleRow, holds: boolean): VoucherRulesVersion {
  return {
    id,
    number,
    createdAt: createdAt.toISOString(),
    holds,
    validFrom: rules.validFrom,
    validTo: rules.validTo,
    rate: rules.rate,
    enterpriseQuota: formatFen(rules.quotaFen.enterprise),
    teamQuota: formatFen(rules.quotaFen.team),
    minimum: formatFen(rules.minimumFen),
    orderCap: rules.orderCapFen === null ? null : formatFen(rules.orderCapFen),
    allowedPurposes: [...rules.allowedPurposes],
    excludedPurposes: [...rules.excludedPurposes],
    lineKinds: [...rules.lineKinds],
    excludedServiceIds: [...rules.excludedServiceIds],
    districts: [...rules.districts],
    needsListedProvider: rules.needsListedProvider,
    excludesRelatedParties: rules.excludesRelatedParties,
    sources: [...sources],
  }
}

const presentListing = (row: ListingRow): VoucherListing => ({
  id: row.id,
  providerId: row.provider_id,
  providerName: row.provider_name,
  from: row.listed_from,
  to: row.listed_to,
  source: row.source,
})

/** A programme with every version of its rules, its list of providers and what each year has taken. */
export async function readProgramme(db: Db<OrdersTables>, row: ProgrammeRow, now: Date): Promise<VoucherProgramme> {
  const today = localDayOf(now, ORDER_ZONE)
  const current = await findRuleOn(db, row.id, today)
  const covers = current && current.rules.validFrom <= today && (current.rules.validTo === null || today <= current.rules.validTo)
  const years = await listYears(db, row.id)
  return {
    ...presentProgramme(row),
    rules: (await listRules(db, row.id)).map((rule) => presentRules(rule, Boolean(covers) && rule.id === current?.id)),
    listings: (await listListings(db, row.id)).map(presentListing),
    years: years.map(({ year, organisations, reserved_fen, redeemed_fen }) => ({
      year,
      organisations,
      reserved: formatFen(reserved_fen),
      redeemed: formatFen(redeemed_fen),
    })),
  }
}

export const presentRelated = (row: RelatedRow): RelatedParty => ({
  id: row.id,
  organisationId: row.organisation_id,
  organisationName: row.organisation_name,
  relatedId: row.related_id,
  relatedName: row.related_name,
  relation: row.relation,
  source: row.source,
  notedAt: row.noted_at.toISOString(),
  notedBy: row.noted_by_name,
  endedAt: row.ended_at?.toISOString() ?? null,
  endReason: row.end_reason,
})
