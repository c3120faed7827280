import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { PaperKind } from '../../../core/vouchers/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'

/** A document that the order has made by itself and that lies in the file store. */
export type StoredPaper = { readonly title: string; readonly sha256: string; readonly size_bytes: bigint }

export async function listAgreementFiles(db: Db<OrdersTables>, orderId: string): Promise<StoredPaper[]> {
  const { rows } = await sql<StoredPaper>`
    select to_char(agreed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as title, file_sha256 as sha256, file_bytes as size_bytes
    from orders.agreement where order_id = ${orderId} and state = 'agreed' and file_sha256 is not null order by agreed_at, id`.execute(db)
  return rows
}

export async function listReportFiles(db: Db<OrdersTables>, orderId: string): Promise<StoredPaper[]> {
  const { rows } = await sql<StoredPaper>`
    select number as title, sha256, size_bytes from orders.report where order_id = ${orderId} and state = 'issued' order by issued_at, id`.execute(
    db,
  )
  return rows
}

export type InvoiceRow = { readonly invoice_number: string; readonly invoice_day: string; readonly amount_fen: bigint }

/** Invoices that the provider has issued for the order; their numbers, for the file is the tax office's. */
export async function listInvoices(db: Db<OrdersTables>, orderId: string): Promise<InvoiceRow[]> {
  const { rows } = await sql<InvoiceRow>`
    select r.invoice_number, r.invoice_day, o.amount_fen from orders.invoice_order o join orders.invoice_request r on r.id = o.request_id
    where o.order_id = ${orderId} and r.state = 'issued' order by r.invoice_day, r.invoice_number`.execute(db)
  return rows
}

export type MeterRow = {
  readonly task: string
  readonly resource_id: string
  readonly resource_name: string
  readonly reservation_number: string
  readonly booked_from: Date
  readonly booked_to: Date
  /** Null while nothing is recorded of the use. */
  readonly started_at: Date | null
  readonly ended_at: Date | null
  readonly source: string | null
  readonly is_proved: boolean | null
}

/** What was booked and used for the tasks of an order, as it stands after corrections. */
export async function listMeterRows(db: Db<OrdersTables>, orderId: string): Promise<MeterRow[]> {
  const { rows } = await sql<MeterRow>`
    select t.title as task, p.resource_id, c.name_zh as resource_name, b.number as reservation_number, b.starts_at as booked_from, b.ends_at as booked_to,
      u.started_at, u.ended_at, u.source, u.is_proved
    from orders.task t
    join orders.task_plan l on l.task_id = t.id and l.state = 'live'
    join orders.task_plan_resource p on p.plan_id = l.id
    join booking_pub.reservation_time b on b.id = p.reservation_id
    join catalog_pub.resource c on c.id = p.resource_id
    left join booking_pub.use u on u.reservation_id = p.reservation_id
    where t.order_id = ${orderId} order by b.starts_at, p.reservation_id, u.started_at`.execute(db)
  return rows
}

type AddedPaper = {
  readonly id: string
  readonly kind: PaperKind
  readonly sha256: string
  readonly name: string
  readonly media_type: string
  readonly size_bytes: bigint
  readonly added_by_name: string | null
  readonly added_at: Date
}

/** Papers that were added by hand, oldest first. */
export async function listAddedPapers(db: Db<OrdersTables>, voucherId: string): Promise<AddedPaper[]> {
  const { rows } = await sql<AddedPaper>`
    select v.id, v.kind, v.sha256, v.name, v.media_type, v.size_bytes, p.name as added_by_name, v.added_at
    from orders.voucher_paper v left join people_pub.person p on p.id = v.added_by
    where v.voucher_id = ${voucherId} order by v.added_at, v.id`.execute(db)
  return rows
}

type NewPaper = {
  readonly id: string
  readonly voucherId: string
  readonly kind: PaperKind
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly by: string
  readonly at: Date
}

/** `known`: the same bytes are there. `full`: there are `max` already; the voucher's claim is locked, so two uploads at once are counted. */
export async function addPaper(tx: Db<OrdersTables>, paper: NewPaper, max: number): Promise<'added' | 'known' | 'full'> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from orders.voucher_paper where voucher_id = ${paper.voucherId}`.execute(tx)
  if ((rows[0]?.count ?? 0) >= max) return 'full'
  const { numAffectedRows } = await sql`
    insert into orders.voucher_paper (id, voucher_id, kind, sha256, name, media_type, size_bytes, added_by, added_at)
    values (${paper.id}, ${paper.voucherId}, ${paper.kind}, ${paper.sha256}, ${paper.name}, ${paper.mediaType}, ${paper.sizeBytes}, ${paper.by}, ${paper.at})
    on conflict on constraint voucher_paper_once do nothing`.execute(tx)
  return numAffectedRows === 1n ? 'added' : 'known'
}
