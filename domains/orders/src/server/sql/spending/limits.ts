import type { Fen } from '@jiju/kernel/money'
import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import { ORDER_ZONE } from '../../../core/order/clock.ts'
import type { SpendingLimit } from '../../../core/spending/limits.ts'
import type { OrdersTables } from '../../needs.ts'

/** Orders of one person for one enterprise are decided one after the other until the transaction ends, so that none overlooks another. */
export async function lockSpender(tx: Db<OrdersTables>, organisationId: string, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`orders.spending ${organisationId} ${personId}`}, 0))`.execute(tx)
}

export async function listLimits(db: Db<OrdersTables>, organisationId: string): Promise<SpendingLimit[]> {
  const { rows } = await sql<{ person_id: string | null; role: string | null; order_fen: bigint | null; month_fen: bigint | null }>`
    select person_id, role, order_fen, month_fen from orders.spending_limit where organisation_id = ${organisationId} order by role, person_id`.execute(
    db,
  )
  return rows.map((row) => ({ personId: row.person_id, role: row.role, orderFen: row.order_fen, monthFen: row.month_fen }))
}

export async function findRoles(db: Db<OrdersTables>, organisationId: string, personId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ roles: string[] }>`
    select roles from people_pub.membership where organisation_id = ${organisationId} and person_id = ${personId} and status = 'active'`.execute(
    db,
  )
  return rows[0]?.roles ?? []
}

/**
 * What a person has spent alone in the month of `now`: the own orders that needed no approval, as they were ordered, and the increases that the person signed.
 * What was declined, withdrawn, cancelled or lapsed is free again.
 */
export async function sumMonth(db: Db<OrdersTables>, person: { organisationId: string; personId: string; now: Date }): Promise<Fen> {
  const begin = sql`date_trunc('month', ${person.now}::timestamptz at time zone ${ORDER_ZONE})`
  const inMonth = (column: RawBuilder<unknown>) =>
    sql`${column} >= ${begin} at time zone ${ORDER_ZONE} and ${column} < (${begin} + interval '1 month') at time zone ${ORDER_ZONE}`
  const live = sql`o.state not in ('declined', 'withdrawn', 'cancelled', 'lapsed')`
  const { rows } = await sql<{ sum: bigint }>`
    select (coalesce((
      select sum(o.total_fen - coalesce((select sum(a.delta_fen) from orders.amendment a where a.order_id = o.id and a.state = 'signed'), 0))
      from orders.service_order o
      where o.organisation_id = ${person.organisationId} and o.person_id = ${person.personId} and ${inMonth(sql`o.placed_at`)} and ${live}
        and not exists (select from orders.purchase_approval w where w.order_id = o.id)), 0)
    + coalesce((
      select sum(a.delta_fen) from orders.amendment a join orders.service_order o on o.id = a.order_id
      where o.organisation_id = ${person.organisationId} and a.client_signed_by = ${person.personId} and a.state = 'signed' and ${inMonth(sql`a.client_signed_at`)}
        and a.delta_fen > 0 and ${live}), 0))::bigint as sum`.execute(db)
  return rows[0]?.sum ?? 0n
}
