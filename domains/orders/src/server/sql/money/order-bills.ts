import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { OrdersTables } from '../../needs.ts'

export type MeteredRow = {
  readonly id: string
  readonly item_id: string
  readonly item_name: string
  readonly unit: string
  readonly measured_hundredths: bigint
  readonly amount_fen: bigint
  readonly note: string
  readonly recorded_by_name: string
  readonly recorded_at: Date
}

export async function listMetered(db: Db<OrdersTables>, orderId: string): Promise<MeteredRow[]> {
  const { rows } = await sql<MeteredRow>`
    select m.id, m.item_id, i.name as item_name, i.unit, m.measured_hundredths, m.amount_fen, m.note, p.name as recorded_by_name, m.recorded_at
    from orders.metered_charge m
    join orders.order_item i on i.id = m.item_id
    join people_pub.person p on p.id = m.recorded_by
    where m.order_id = ${orderId} order by i.position`.execute(db)
  return rows
}

/** What was measured of an item; a later measurement takes the place of an earlier one as long as the order is not charged. */
export async function writeMetered(
  tx: Db<OrdersTables>,
  row: { id: string; orderId: string; itemId: string; measuredHundredths: bigint; amountFen: bigint; note: string; by: string; at: Date },
): Promise<void> {
  await sql`
    insert into orders.metered_charge (id, order_id, item_id, measured_hundredths, amount_fen, note, recorded_by, recorded_at)
    values (${row.id}, ${row.orderId}, ${row.itemId}, ${row.measuredHundredths}, ${row.amountFen}, ${row.note}, ${row.by}, ${row.at})
    on conflict on constraint metered_charge_item do update set measured_hundredths = excluded.measured_hundredths, amount_fen = excluded.amount_fen,
      note = excluded.note, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`.execute(tx)
}

export type CreditNoteRow = {
  readonly id: string
  readonly number: string
  readonly amount_fen: bigint
  readonly reason: string
  readonly issued_by_name: string
  readonly issued_at: Date
}

export async function listCreditNotes(db: Db<OrdersTables>, orderId: string): Promise<CreditNoteRow[]> {
  const { rows } = await sql<CreditNoteRow>`
    select c.id, c.number, c.amount_fen, c.reason, p.name as issued_by_name, c.issued_at
    from orders.credit_note c join people_pub.person p on p.id = c.issued_by where c.order_id = ${orderId} order by c.issued_at, c.id`.execute(
    db,
  )
  return rows
}

export async function insertCreditNote(
  tx: Db<OrdersTables>,
  note: { id: string; number: string; orderId: string; amountFen: bigint; reason: string; isPosted: boolean; by: string; at: Date },
): Promise<void> {
  await sql`
    insert into orders.credit_note (id, number, order_id, amount_fen, reason, is_posted, issued_by, issued_at)
    values (${note.id}, ${note.number}, ${note.orderId}, ${note.amountFen}, ${note.reason}, ${note.isPosted}, ${note.by}, ${note.at})`.execute(
    tx,
  )
}

export type AmendmentRow = { readonly number: number; readonly delta_fen: bigint; readonly signed_at: Date }

/** Amendments that both sides have signed, with what they changed of the total. */
export async function listSignedAmendments(db: Db<OrdersTables>, orderId: string): Promise<AmendmentRow[]> {
  const { rows } = await sql<AmendmentRow>`
    select number, delta_fen, coalesce(ended_at, greatest(client_signed_at, provider_signed_at)) as signed_at
    from orders.amendment where order_id = ${orderId} and state = 'signed' order by number`.execute(db)
  return rows
}

export type EntryRow = {
  readonly id: string
  readonly kind: string
  readonly debit_kind: string
  readonly debit_name: string | null
  readonly credit_kind: string
  readonly credit_name: string | null
  readonly amount_fen: bigint
  readonly at: Date
}

/** Every transfer of an order, oldest first: the same amount debited to one account and credited to another. */
export async function listOrderTransfers(db: Db<OrdersTables>, orderId: string): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select t.id, t.kind, d.kind as debit_kind, dn.name as debit_name, c.kind as credit_kind, cn.name as credit_name, t.amount_fen, t.at
    from orders.ledger_transfer t
    join orders.ledger_account d on d.id = t.debit_account_id
    join orders.ledger_account c on c.id = t.credit_account_id
    left join people_pub.organisation dn on dn.id = d.organisation_id
    left join people_pub.organisation cn on cn.id = c.organisation_id
    where t.order_id = ${orderId} order by t.at, t.id`.execute(db)
  return rows
}
