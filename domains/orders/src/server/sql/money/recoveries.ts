import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { OrdersTables } from '../../needs.ts'

/** What a voucher has paid of a settled order, by the ledger; undefined when it paid nothing. */
export async function findVoucherPaid(
  db: Db<OrdersTables>,
  orderId: string,
): Promise<{ amountFen: bigint; voucherId: string; programmeId: string } | undefined> {
  const { rows } = await sql<{ amount_fen: bigint; voucher_id: string; programme_id: string }>`
    select t.amount_fen, v.id as voucher_id, v.programme_id
    from orders.ledger_transfer t join orders.voucher v on v.order_id = t.order_id and v.state = 'rejected'
    where t.order_id = ${orderId} and t.kind = 'voucher' order by t.at, t.id limit 1`.execute(db)
  const [row] = rows
  return row && { amountFen: row.amount_fen, voucherId: row.voucher_id, programmeId: row.programme_id }
}

type NewRecovery = {
  readonly orderId: string
  readonly voucherId: string
  readonly programmeId: string
  readonly organisationId: string
  readonly amountFen: bigint
  readonly at: Date
}

/** False when the order has one already. */
export async function insertRecovery(tx: Db<OrdersTables>, recovery: NewRecovery): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.recovery (order_id, voucher_id, programme_id, organisation_id, amount_fen, opened_at)
    values (${recovery.orderId}, ${recovery.voucherId}, ${recovery.programmeId}, ${recovery.organisationId}, ${recovery.amountFen}, ${recovery.at})
    on conflict on constraint recovery_pkey do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** Orders of a client with a part that is owed again, the oldest first. */
export async function listOpenRecoveries(db: Db<OrdersTables>, organisationId: string): Promise<string[]> {
  const { rows } = await sql<{ order_id: string }>`
    select order_id from orders.recovery where organisation_id = ${organisationId} and collected_at is null order by opened_at, order_id`.execute(
    db,
  )
  return rows.map(({ order_id }) => order_id)
}

export async function isRecoveryOpen(db: Db<OrdersTables>, orderId: string): Promise<boolean> {
  const { rows } = await sql`select from orders.recovery where order_id = ${orderId} and collected_at is null`.execute(db)
  return rows.length > 0
}

export async function markCollected(tx: Db<OrdersTables>, orderId: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.recovery set collected_at = ${at} where order_id = ${orderId} and collected_at is null`.execute(tx)
  return numAffectedRows === 1n
}
