import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ApprovalStep } from '../../../core/spending/approval-chain.ts'
import type { OrdersTables } from '../../needs.ts'

export type ApprovalRow = {
  readonly position: number
  readonly person_id: string | null
  readonly person_name: string | null
  readonly role: string | null
  readonly up_to_fen: bigint | null
  readonly state: 'open' | 'approved' | 'refused'
  readonly decided_by_name: string | null
  readonly decided_at: Date | null
  readonly words: string | null
}

export async function insertApprovals(tx: Db<OrdersTables>, orderId: string, steps: readonly ApprovalStep[]): Promise<void> {
  for (const [index, step] of steps.entries())
    await sql`
      insert into orders.purchase_approval (order_id, position, person_id, role, up_to_fen)
      values (${orderId}, ${index + 1}, ${step.personId}, ${step.role}, ${step.upToFen})`.execute(tx)
}

export async function listApprovals(db: Db<OrdersTables>, orderId: string): Promise<ApprovalRow[]> {
  const { rows } = await sql<ApprovalRow>`
    select a.position, a.person_id, p.name as person_name, a.role, a.up_to_fen, a.state, d.name as decided_by_name, a.decided_at, a.words
    from orders.purchase_approval a left join people_pub.person p on p.id = a.person_id left join people_pub.person d on d.id = a.decided_by
    where a.order_id = ${orderId} order by a.position`.execute(db)
  return rows
}

/** True when the step was still open. */
export async function decideApproval(
  tx: Db<OrdersTables>,
  decision: { orderId: string; position: number; state: 'approved' | 'refused'; personId: string; words: string | null; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.purchase_approval set state = ${decision.state}, decided_by = ${decision.personId}, decided_at = ${decision.now}, words = ${decision.words}
    where order_id = ${decision.orderId} and position = ${decision.position} and state = 'open'`.execute(tx)
  return numAffectedRows === 1n
}

export type WaitingRow = {
  readonly order_id: string
  readonly position: number
  readonly step_count: number
  readonly up_to_fen: bigint | null
  readonly answer_until: Date
}

/** Orders whose next step a person decides, the earliest limit first; `limit + 1` rows say whether there is more. */
export async function listWaiting(
  db: Db<OrdersTables>,
  reader: {
    organisationId: string
    personId: string
    roles: readonly string[]
    after: { answerUntil: Date; orderId: string } | undefined
    limit: number
  },
): Promise<WaitingRow[]> {
  const after = reader.after ? sql`and (o.answer_until, o.id) > (${reader.after.answerUntil}, ${reader.after.orderId}::uuid)` : sql``
  const { rows } = await sql<WaitingRow>`
    select o.id as order_id, a.position, a.up_to_fen, o.answer_until,
      (select count(*)::int from orders.purchase_approval n where n.order_id = o.id) as step_count
    from orders.service_order o
    join lateral (
      select position, person_id, role, up_to_fen from orders.purchase_approval where order_id = o.id and state = 'open' order by position limit 1) a on true
    where o.organisation_id = ${reader.organisationId} and o.state = 'awaiting_approval' and o.person_id <> ${reader.personId}
      and (a.person_id = ${reader.personId} or a.role = any(${reader.roles}::text[])) ${after}
    order by o.answer_until, o.id limit ${reader.limit + 1}`.execute(db)
  return rows
}
