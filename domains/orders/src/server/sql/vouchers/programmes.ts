import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { LineKind, Purpose } from '../../../core/vocabulary.ts'
import type { ParameterSource, VoucherRules } from '../../../core/vouchers/rules.ts'
import type { OrdersTables } from '../../needs.ts'

export type ProgrammeRow = {
  readonly id: string
  readonly name_zh: string
  readonly name_en: string
  readonly issuer: string
  readonly budget_fen: bigint
  readonly reserved_fen: bigint
  readonly redeemed_fen: bigint
  readonly version: number
  readonly closed_at: Date | null
  readonly created_at: Date
}

const programmeColumns = sql`select id, name_zh, name_en, issuer, budget_fen, reserved_fen, redeemed_fen, version, closed_at, created_at from orders.voucher_programme`

/** All programmes, open ones first. There are a few, not thousands. */
export async function listProgrammes(db: Db<OrdersTables>): Promise<ProgrammeRow[]> {
  const { rows } = await sql<ProgrammeRow>`${programmeColumns} order by (closed_at is not null), created_at, id`.execute(db)
  return rows
}

export async function findProgramme(db: Db<OrdersTables>, id: string): Promise<ProgrammeRow | undefined> {
  const { rows } = await sql<ProgrammeRow>`${programmeColumns} where id = ${id}`.execute(db)
  return rows[0]
}

type NewProgramme = Pick<ProgrammeRow, 'id' | 'name_zh' | 'name_en' | 'issuer' | 'budget_fen'> & {
  readonly by: string
  readonly at: Date
}

export async function insertProgramme(tx: Db<OrdersTables>, programme: NewProgramme): Promise<void> {
  await sql`
    insert into orders.voucher_programme (id, name_zh, name_en, issuer, budget_fen, created_by, created_at)
    values (${programme.id}, ${programme.name_zh}, ${programme.name_en}, ${programme.issuer}, ${programme.budget_fen}, ${programme.by}, ${programme.at})`.execute(
    tx,
  )
}

/** True when the caller saw the newest version. A budget below what is taken breaks `voucher_programme_not_overdrawn`. */
export async function setBudget(tx: Db<OrdersTables>, seen: { id: string; version: number }, budgetFen: bigint): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.voucher_programme set budget_fen = ${budgetFen}, version = version + 1 where id = ${seen.id} and version = ${seen.version}`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

/** True when the caller saw the newest version. */
export async function setClosed(tx: Db<OrdersTables>, seen: { id: string; version: number }, closedAt: Date | null): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.voucher_programme set closed_at = ${closedAt}, version = version + 1 where id = ${seen.id} and version = ${seen.version}`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

type RuleColumns = {
  readonly id: string
  readonly programme_id: string
  readonly number: number
  readonly valid_from: string
  readonly valid_to: string | null
  readonly rate_numerator: number
  readonly rate_denominator: number
  readonly enterprise_quota_fen: bigint
  readonly team_quota_fen: bigint
  readonly minimum_fen: bigint
  readonly order_cap_fen: bigint | null
  readonly allowed_purposes: Purpose[]
  readonly excluded_purposes: Purpose[]
  readonly line_kinds: LineKind[]
  readonly excluded_service_ids: string[]
  readonly districts: string[]
  readonly needs_listed_provider: boolean
  readonly excludes_related_parties: boolean
  readonly sources: ParameterSource[]
  readonly created_at: Date
}

/** One row of rules as core reads it. */
export type RuleRow = {
  readonly id: string
  readonly programmeId: string
  readonly number: number
  readonly rules: VoucherRules
  readonly sources: readonly ParameterSource[]
  readonly createdAt: Date
}

const ruleColumns = sql`
  select id, programme_id, number, valid_from, valid_to, rate_numerator, rate_denominator, enterprise_quota_fen, team_quota_fen, minimum_fen, order_cap_fen,
    allowed_purposes, excluded_purposes, line_kinds, excluded_service_ids, districts, needs_listed_provider, excludes_related_parties, sources, created_at
  from orders.voucher_rule`

function ruleOf(row: RuleColumns): RuleRow {
  return {
    id: row.id,
    programmeId: row.programme_id,
    number: row.number,
    rules: {
      validFrom: row.valid_from,
      validTo: row.valid_to,
      rate: { numerator: row.rate_numerator, denominator: row.rate_denominator },
      quotaFen: { enterprise: row.enterprise_quota_fen, team: row.team_quota_fen },
      minimumFen: row.minimum_fen,
      orderCapFen: row.order_cap_fen,
      allowedPurposes: row.allowed_purposes,
      excludedPurposes: row.excluded_purposes,
      lineKinds: row.line_kinds,
      excludedServiceIds: row.excluded_service_ids,
      districts: row.districts,
      needsListedProvider: row.needs_listed_provider,
      excludesRelatedParties: row.excludes_related_parties,
    },
    sources: row.sources,
    createdAt: row.created_at,
  }
}

/** The newest rules that cover the day; when none do, the newest of all, which then say that it is out of their days. */
export async function findRuleOn(db: Db<OrdersTables>, programmeId: string, day: string): Promise<RuleRow | undefined> {
  const { rows } = await sql<RuleColumns>`
    ${ruleColumns} where programme_id = ${programmeId}
    order by (valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)) desc, number desc limit 1`.execute(db)
  return rows[0] && ruleOf(rows[0])
}

export async function findRule(db: Db<OrdersTables>, id: string): Promise<RuleRow | undefined> {
  const { rows } = await sql<RuleColumns>`${ruleColumns} where id = ${id}`.execute(db)
  return rows[0] && ruleOf(rows[0])
}

/** Every version of the rules, newest first. */
export async function listRules(db: Db<OrdersTables>, programmeId: string): Promise<RuleRow[]> {
  const { rows } = await sql<RuleColumns>`${ruleColumns} where programme_id = ${programmeId} order by number desc`.execute(db)
  return rows.map(ruleOf)
}

type NewRule = {
  readonly id: string
  readonly programmeId: string
  readonly number: number
  readonly rules: VoucherRules
  readonly sources: readonly ParameterSource[]
  readonly by: string
  readonly at: Date
}

/** False when somebody else has written this version meanwhile. */
export async function insertRule(tx: Db<OrdersTables>, { rules, ...rule }: NewRule): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.voucher_rule (id, programme_id, number, valid_from, valid_to, rate_numerator, rate_denominator, enterprise_quota_fen, team_quota_fen,
      minimum_fen, order_cap_fen, allowed_purposes, excluded_purposes, line_kinds, excluded_service_ids, districts, needs_listed_provider,
      excludes_related_parties, sources, created_by, created_at)
    values (${rule.id}, ${rule.programmeId}, ${rule.number}, ${rules.validFrom}, ${rules.validTo}, ${rules.rate.numerator}, ${rules.rate.denominator},
      ${rules.quotaFen.enterprise}, ${rules.quotaFen.team}, ${rules.minimumFen}, ${rules.orderCapFen}, ${rules.allowedPurposes}, ${rules.excludedPurposes},
      ${rules.lineKinds}, ${rules.excludedServiceIds}::uuid[], ${rules.districts}, ${rules.needsListedProvider}, ${rules.excludesRelatedParties},
      ${JSON.stringify(rule.sources)}, ${rule.by}, ${rule.at})
    on conflict on constraint voucher_rule_number do nothing`.execute(tx)
  return numAffectedRows === 1n
}

type YearRow = {
  readonly year: number
  readonly organisations: number
  readonly reserved_fen: bigint
  readonly redeemed_fen: bigint
}

/** What each year has taken of a programme, newest first. */
export async function listYears(db: Db<OrdersTables>, programmeId: string): Promise<YearRow[]> {
  const { rows } = await sql<YearRow>`
    select year, count(*)::int as organisations, sum(reserved_fen)::bigint as reserved_fen, sum(redeemed_fen)::bigint as redeemed_fen
    from orders.voucher_quota where programme_id = ${programmeId} group by year order by year desc`.execute(db)
  return rows
}
