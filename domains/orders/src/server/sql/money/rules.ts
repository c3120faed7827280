import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { OrdersTables } from '../../needs.ts'

export type FeeRuleRow = {
  readonly id: string
  readonly provider_id: string | null
  readonly provider_name: string | null
  readonly valid_from: string
  readonly rate_basis_points: number
  readonly note: string
  readonly created_by_name: string | null
  readonly created_at: Date
}

/** Fee rules, the newest first; with `providerId` only those that can hold for it. */
export async function listFeeRules(db: Db<OrdersTables>, providerId?: string): Promise<FeeRuleRow[]> {
  const only = providerId === undefined ? sql`` : sql`where r.provider_id is null or r.provider_id = ${providerId}`
  const { rows } = await sql<FeeRuleRow>`
    select r.id, r.provider_id, p.name as provider_name, r.valid_from, r.rate_basis_points, r.note, m.name as created_by_name, r.created_at
    from orders.fee_rule r
    left join people_pub.organisation p on p.id = r.provider_id
    left join people_pub.person m on m.id = r.created_by
    ${only} order by r.valid_from desc, r.id desc`.execute(db)
  return rows
}

/** False when a rule of that provider begins on that day already. */
export async function insertFeeRule(
  tx: Db<OrdersTables>,
  rule: { id: string; providerId: string | null; validFrom: string; basisPoints: number; note: string; by: string; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.fee_rule (id, provider_id, valid_from, rate_basis_points, note, created_by, created_at)
    values (${rule.id}, ${rule.providerId}, ${rule.validFrom}, ${rule.basisPoints}, ${rule.note}, ${rule.by}, ${rule.at})
    on conflict on constraint fee_rule_day do nothing`.execute(tx)
  return numAffectedRows === 1n
}

export type DepositRuleRow = {
  readonly id: string
  readonly provider_id: string
  readonly valid_from: string
  readonly deposit_percent: number
  readonly is_required: boolean
  readonly created_by_name: string | null
  readonly created_at: Date
}

export async function listDepositRules(db: Db<OrdersTables>, providerId: string): Promise<DepositRuleRow[]> {
  const { rows } = await sql<DepositRuleRow>`
    select r.id, r.provider_id, r.valid_from, r.deposit_percent, r.is_required, m.name as created_by_name, r.created_at
    from orders.deposit_rule r left join people_pub.person m on m.id = r.created_by
    where r.provider_id = ${providerId} order by r.valid_from desc`.execute(db)
  return rows
}

/** A rule for a day that has not begun can still be replaced. */
export async function writeDepositRule(
  tx: Db<OrdersTables>,
  rule: { id: string; providerId: string; validFrom: string; percent: number; isRequired: boolean; by: string; at: Date },
): Promise<void> {
  await sql`
    insert into orders.deposit_rule (id, provider_id, valid_from, deposit_percent, is_required, created_by, created_at)
    values (${rule.id}, ${rule.providerId}, ${rule.validFrom}, ${rule.percent}, ${rule.isRequired}, ${rule.by}, ${rule.at})
    on conflict on constraint deposit_rule_day do update set deposit_percent = excluded.deposit_percent, is_required = excluded.is_required,
      created_by = excluded.created_by, created_at = excluded.created_at`.execute(tx)
}
