import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { OrdersTables } from '../../needs.ts'

export type GrantRow = {
  readonly id: string
  readonly order_id: string
  readonly order_item_id: string
  readonly item_name: string
  readonly provider_id: string
  readonly from: Date
  readonly until: Date
  readonly unit: string
  readonly quota: string | null
  readonly used: string
  readonly directions: string
  readonly state: 'granted' | 'ended'
  readonly version: number
  readonly end_reason: string | null
}

const grantColumns = sql`
  select g.id, g.order_id, g.order_item_id, i.name as item_name, g.provider_id, lower(g.during) as "from", upper(g.during) as until, g.unit,
    trim_scale(g.quota)::text as quota, trim_scale(coalesce((select sum(u.quantity) from orders.access_use u where u.grant_id = g.id), 0))::text as used,
    g.directions, g.state, g.version, g.end_reason
  from orders.access_grant g join orders.order_item i on i.id = g.order_item_id`

export async function listGrants(db: Db<OrdersTables>, orderId: string): Promise<GrantRow[]> {
  const { rows } = await sql<GrantRow>`${grantColumns} where g.order_id = ${orderId} order by g.granted_at, g.id`.execute(db)
  return rows
}

export async function findGrant(db: Db<OrdersTables>, id: string): Promise<GrantRow | undefined> {
  const { rows } = await sql<GrantRow>`${grantColumns} where g.id = ${id}`.execute(db)
  return rows[0]
}

/** Takes the grant, so that metered amounts are summed one after the other. */
export async function lockGrant(tx: Db<OrdersTables>, id: string): Promise<GrantRow | undefined> {
  await sql`select from orders.access_grant where id = ${id} for no key update`.execute(tx)
  return findGrant(tx, id)
}

/** Fails on `access_grant_one` when the item is granted at that time already. */
export async function insertGrant(
  tx: Db<OrdersTables>,
  grant: {
    id: string
    orderId: string
    orderItemId: string
    providerId: string
    from: Date
    until: Date
    unit: string
    quota: string | null
    directions: string
    by: string
    at: Date
  },
): Promise<void> {
  await sql`
    insert into orders.access_grant (id, order_id, order_item_id, provider_id, during, unit, quota, directions, granted_by, granted_at)
    values (${grant.id}, ${grant.orderId}, ${grant.orderItemId}, ${grant.providerId}, tstzrange(${grant.from}, ${grant.until}), ${grant.unit}, ${grant.quota},
      ${grant.directions}, ${grant.by}, ${grant.at})`.execute(tx)
}

export async function endGrant(
  tx: Db<OrdersTables>,
  end: { id: string; by: string | null; reason: string | null; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.access_grant set state = 'ended', ended_at = ${end.at}, ended_by = ${end.by}, end_reason = ${end.reason}, version = version + 1
    where id = ${end.id} and state = 'granted'`.execute(tx)
  return numAffectedRows === 1n
}

/** Ends what has run out, or all of an order that is given up. */
export async function endGrants(
  tx: Db<OrdersTables>,
  which: { readonly dueBy: Date } | { readonly orderId: string; readonly at: Date },
): Promise<number> {
  const [where, at] = 'dueBy' in which ? [sql`upper(during) <= ${which.dueBy}`, which.dueBy] : [sql`order_id = ${which.orderId}`, which.at]
  const { numAffectedRows } = await sql`
    update orders.access_grant set state = 'ended', ended_at = ${at}, version = version + 1 where state = 'granted' and ${where}`.execute(
    tx,
  )
  return Number(numAffectedRows)
}

/** False when the meter's key was counted before. */
export async function insertUse(
  tx: Db<OrdersTables>,
  use: { id: string; grantId: string; key: string; usedAt: Date; quantity: string; note: string; by: string; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.access_use (id, grant_id, meter_key, used_at, quantity, note, recorded_by, recorded_at)
    values (${use.id}, ${use.grantId}, ${use.key}, ${use.usedAt}, ${use.quantity}, ${use.note}, ${use.by}, ${use.at})
    on conflict on constraint access_use_once do nothing`.execute(tx)
  return numAffectedRows === 1n
}

export async function listUses(
  db: Db<OrdersTables>,
  grantId: string,
): Promise<{ id: string; used_at: Date; quantity: string; note: string }[]> {
  const { rows } = await sql<{ id: string; used_at: Date; quantity: string; note: string }>`
    select id, used_at, trim_scale(quantity)::text as quantity, note from orders.access_use where grant_id = ${grantId} order by used_at desc, id desc limit 100`.execute(
    db,
  )
  return rows
}
