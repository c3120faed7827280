import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { InvoiceKind, InvoiceState } from '../../../core/money/invoices.ts'
import type { OrdersTables } from '../../needs.ts'

export type ProfileRow = {
  readonly invoice_title: string
  readonly taxpayer_number: string
  readonly invoice_kind: InvoiceKind
  readonly address: string
  readonly phone: string
  readonly bank_name: string
  readonly bank_account: string
  readonly email: string
  readonly version: number
}

/** Invoice data of an organisation; as long as it has entered none, what the register says of it, in version 0. */
export async function findProfile(db: Db<OrdersTables>, organisationId: string): Promise<ProfileRow | undefined> {
  const { rows } = await sql<ProfileRow>`
    select coalesce(p.invoice_title, o.name) as invoice_title, coalesce(p.taxpayer_number, o.uscc, '') as taxpayer_number,
      coalesce(p.invoice_kind, 'general') as invoice_kind, coalesce(p.address, '') as address, coalesce(p.phone, '') as phone,
      coalesce(p.bank_name, '') as bank_name, coalesce(p.bank_account, '') as bank_account, coalesce(p.email, '') as email, coalesce(p.version, 0) as version
    from people_pub.organisation o left join orders.money_profile p on p.organisation_id = o.id where o.id = ${organisationId}`.execute(db)
  return rows[0]
}

/** False when it was changed meanwhile; version 0 is one that nobody has entered yet. */
export async function writeProfile(tx: Db<OrdersTables>, organisationId: string, profile: ProfileRow): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.money_profile (organisation_id, invoice_title, taxpayer_number, invoice_kind, address, phone, bank_name, bank_account, email)
    values (${organisationId}, ${profile.invoice_title}, ${profile.taxpayer_number}, ${profile.invoice_kind}, ${profile.address}, ${profile.phone},
      ${profile.bank_name}, ${profile.bank_account}, ${profile.email})
    on conflict on constraint money_profile_pkey do update set invoice_title = excluded.invoice_title, taxpayer_number = excluded.taxpayer_number,
      invoice_kind = excluded.invoice_kind, address = excluded.address, phone = excluded.phone, bank_name = excluded.bank_name,
      bank_account = excluded.bank_account, email = excluded.email, version = money_profile.version + 1
    where money_profile.version = ${profile.version}`.execute(tx)
  return numAffectedRows === 1n
}

type InvoiceableRow = {
  readonly id: string
  /** Of a bill the version of its charge up to which it is invoiced; null of an order. */
  readonly charge_id: string | null
  readonly number: string
  readonly title: string
  readonly provider_id: string
  readonly provider_name: string
  readonly amount_fen: bigint
  readonly settled_at: Date
}

type Matters = { readonly orderIds: readonly string[]; readonly billIds: readonly string[] }

/** Settled orders and bills of bookings with what is on no invoice of what they cost in the end. */
export async function listInvoiceable(db: Db<OrdersTables>, organisationId: string, only?: Matters): Promise<InvoiceableRow[]> {
  const among = (column: RawBuilder<unknown>, ids?: readonly string[]) => (ids ? sql`and ${column} = any(${ids}::uuid[])` : sql``)
  const { rows } = await sql<InvoiceableRow>`
    with matter as (
      select o.id, null::uuid as charge_id, o.number, o.title, o.provider_id, s.done_at as settled_at,
        s.charge_fen - coalesce((select sum(c.amount_fen) from orders.credit_note c where c.order_id = o.id and c.is_posted), 0)::bigint as amount_fen
      from orders.settlement s join orders.service_order o on o.id = s.order_id
      where o.organisation_id = ${organisationId} and s.state = 'done' ${among(sql`o.id`, only?.orderIds)}
        and not exists (select from orders.invoice_order i where i.live_order_id = o.id)
      union all
      select b.id, b.charge_id, b.number, b.title, b.provider_id, b.done_at,
        b.paid_fen - coalesce((select sum(i.amount_fen) from orders.invoice_order i where i.bill_id = b.id and i.live_charge_id is not null), 0)::bigint
      from orders.booking_bill b
      where b.organisation_id = ${organisationId} and b.state = 'done' ${among(sql`b.id`, only?.billIds)}
    )
    select m.id, m.charge_id, m.number, m.title, m.provider_id, p.name as provider_name, m.settled_at, m.amount_fen
    from matter m join people_pub.organisation p on p.id = m.provider_id
    where m.amount_fen > 0 order by m.settled_at desc, m.id limit 200`.execute(db)
  return rows
}

export type InvoiceRow = Omit<ProfileRow, 'version'> & {
  readonly id: string
  readonly number: string
  readonly organisation_id: string
  readonly organisation_name: string
  readonly provider_id: string
  readonly provider_name: string
  readonly amount_fen: bigint
  readonly contents: string
  readonly state: InvoiceState
  readonly asked_by_name: string
  readonly asked_at: Date
  readonly invoice_number: string | null
  readonly invoice_day: string | null
  readonly ended_at: Date | null
  readonly refusal: string | null
  readonly order_numbers: string[]
}

const invoiceRows = sql`
  select r.id, r.number, r.organisation_id, c.name as organisation_name, r.provider_id, p.name as provider_name, r.amount_fen, r.contents,
    r.invoice_title, r.taxpayer_number, r.invoice_kind, r.address, r.phone, r.bank_name, r.bank_account, r.email, r.state,
    m.name as asked_by_name, r.asked_at, r.invoice_number, r.invoice_day, r.ended_at, r.refusal,
    array(select coalesce(o.number, b.number) from orders.invoice_order i left join orders.service_order o on o.id = i.order_id
      left join orders.booking_bill b on b.id = i.bill_id where i.request_id = r.id order by 1) as order_numbers
  from orders.invoice_request r
  join people_pub.organisation c on c.id = r.organisation_id
  join people_pub.organisation p on p.id = r.provider_id
  join people_pub.person m on m.id = r.asked_by`

export async function findInvoice(db: Db<OrdersTables>, id: string): Promise<InvoiceRow | undefined> {
  const { rows } = await sql<InvoiceRow>`${invoiceRows} where r.id = ${id}`.execute(db)
  return rows[0]
}

type Filter = {
  readonly side: 'client' | 'provider'
  readonly organisationId: string
  readonly state: InvoiceState | undefined
  readonly after: { at: Date; id: string } | undefined
  readonly limit: number
}

export async function listInvoices(db: Db<OrdersTables>, { side, organisationId, state, after, limit }: Filter): Promise<InvoiceRow[]> {
  const party = side === 'client' ? sql`r.organisation_id` : sql`r.provider_id`
  const only = state === undefined ? sql`` : sql`and r.state = ${state}`
  const older = after ? sql`and (r.asked_at, r.id) < (${after.at}, ${after.id}::uuid)` : sql``
  const { rows } = await sql<InvoiceRow>`
    ${invoiceRows} where ${party} = ${organisationId} ${only} ${older} order by r.asked_at desc, r.id desc limit ${limit + 1}`.execute(db)
  return rows
}

type NewInvoice = {
  readonly id: string
  readonly number: string
  readonly organisationId: string
  readonly providerId: string
  readonly contents: string
  readonly lines: readonly Pick<InvoiceableRow, 'id' | 'charge_id' | 'amount_fen'>[]
  readonly profile: ProfileRow
  readonly by: string
  readonly at: Date
}

/** False when one of the orders or bills is on another invoice. */
export async function insertInvoice(tx: Db<OrdersTables>, invoice: NewInvoice): Promise<boolean> {
  const { profile, lines } = invoice
  const amount = lines.reduce((sum, line) => sum + line.amount_fen, 0n)
  await sql`
    insert into orders.invoice_request (id, number, organisation_id, provider_id, amount_fen, contents, invoice_title, taxpayer_number, invoice_kind,
      address, phone, bank_name, bank_account, email, asked_by, asked_at)
    values (${invoice.id}, ${invoice.number}, ${invoice.organisationId}, ${invoice.providerId}, ${amount}, ${invoice.contents}, ${profile.invoice_title},
      ${profile.taxpayer_number}, ${profile.invoice_kind}, ${profile.address}, ${profile.phone}, ${profile.bank_name}, ${profile.bank_account},
      ${profile.email}, ${invoice.by}, ${invoice.at})`.execute(tx)
  const { numAffectedRows } = await sql`
    insert into orders.invoice_order (request_id, order_id, live_order_id, bill_id, charge_id, live_charge_id, amount_fen)
    select ${invoice.id}, case when charge is null then id end, case when charge is null then id end, case when charge is not null then id end, charge, charge, amount
    from unnest(${lines.map(({ id }) => id)}::uuid[], ${lines.map((line) => line.charge_id)}::uuid[],
      ${lines.map((line) => line.amount_fen.toString())}::bigint[]) as t (id, charge, amount) order by id
    on conflict do nothing`.execute(tx)
  return numAffectedRows === BigInt(lines.length)
}

type InvoiceEnd = {
  readonly id: string
  readonly state: Exclude<InvoiceState, 'asked'>
  readonly invoiceNumber: string | null
  readonly invoiceDay: string | null
  readonly refusal: string | null
  readonly by: string
  readonly at: Date
}

/** False when it was decided before. What was on a request that came to nothing is free for another. */
export async function endInvoice(tx: Db<OrdersTables>, end: InvoiceEnd): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.invoice_request set state = ${end.state}, invoice_number = ${end.invoiceNumber}, invoice_day = ${end.invoiceDay}, refusal = ${end.refusal},
      ended_by = ${end.by}, ended_at = ${end.at}
    where id = ${end.id} and state = 'asked'`.execute(tx)
  if (numAffectedRows !== 1n) return false
  if (end.state !== 'issued')
    await sql`update orders.invoice_order set live_order_id = null, live_charge_id = null where request_id = ${end.id}`.execute(tx)
  return true
}
