import { newId } from '@jiju/kernel/ids'
import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ApprovalStep } from '../../../core/spending/approval-chain.ts'
import type { SpendingLimit } from '../../../core/spending/limits.ts'
import type { OrdersTables } from '../../needs.ts'

type PolicyRow = { readonly version: number; readonly updated_at: Date; readonly updated_by_name: string | null }

export async function findSpendingPolicy(db: Db<OrdersTables>, organisationId: string): Promise<PolicyRow | undefined> {
  const { rows } = await sql<PolicyRow>`
    select s.version, s.updated_at, p.name as updated_by_name
    from orders.spending_policy s left join people_pub.person p on p.id = s.updated_by where s.organisation_id = ${organisationId}`.execute(
    db,
  )
  return rows[0]
}

/** True when the policy still had the version that was seen; 0 when there was none. */
export async function bumpPolicy(
  tx: Db<OrdersTables>,
  policy: { organisationId: string; version: number; userId: string; now: Date },
): Promise<boolean> {
  const { numAffectedRows } =
    policy.version === 0
      ? await sql`
          insert into orders.spending_policy (organisation_id, updated_at, updated_by) values (${policy.organisationId}, ${policy.now}, ${policy.userId})
          on conflict do nothing`.execute(tx)
      : await sql`
          update orders.spending_policy set version = version + 1, updated_at = ${policy.now}, updated_by = ${policy.userId}
          where organisation_id = ${policy.organisationId} and version = ${policy.version}`.execute(tx)
  return numAffectedRows === 1n
}

/** Puts these limits and steps in place of all others. */
export async function replaceRules(
  tx: Db<OrdersTables>,
  organisationId: string,
  { limits, steps }: { limits: readonly SpendingLimit[]; steps: readonly ApprovalStep[] },
): Promise<void> {
  await sql`delete from orders.spending_limit where organisation_id = ${organisationId}`.execute(tx)
  await sql`delete from orders.approval_step where organisation_id = ${organisationId}`.execute(tx)
  for (const limit of limits)
    await sql`
      insert into orders.spending_limit (id, organisation_id, person_id, role, order_fen, month_fen)
      values (${newId()}, ${organisationId}, ${limit.personId}, ${limit.role}, ${limit.orderFen}, ${limit.monthFen})`.execute(tx)
  for (const [index, step] of steps.entries())
    await sql`
      insert into orders.approval_step (organisation_id, position, person_id, role, up_to_fen)
      values (${organisationId}, ${index + 1}, ${step.personId}, ${step.role}, ${step.upToFen})`.execute(tx)
}

export async function listApprovalSteps(db: Db<OrdersTables>, organisationId: string): Promise<ApprovalStep[]> {
  const { rows } = await sql<{ person_id: string | null; role: string | null; up_to_fen: bigint | null }>`
    select person_id, role, up_to_fen from orders.approval_step where organisation_id = ${organisationId} order by position`.execute(db)
  return rows.map((row) => ({ personId: row.person_id, role: row.role, upToFen: row.up_to_fen }))
}

export type MemberRow = { readonly personId: string; readonly name: string; readonly roles: readonly string[] }

export async function listMembers(db: Db<OrdersTables>, organisationId: string): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select m.person_id as "personId", p.name, m.roles from people_pub.membership m join people_pub.person p on p.id = m.person_id
    where m.organisation_id = ${organisationId} and m.status = 'active' order by p.name, m.person_id`.execute(db)
  return rows
}
