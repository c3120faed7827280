import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { LineKind, QuoteState } from '../../core/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'

export type QuoteRow = {
  readonly id: string
  readonly number: string
  readonly enquiry_id: string
  readonly provider_id: string
  readonly provider_name: string
  readonly revision: number
  readonly state: QuoteState
  readonly valid_until: Date
  readonly turnaround_days: number
  readonly needs_samples: boolean
  readonly total_fen: bigint
  readonly words: string
  readonly offered_by_name: string
  readonly offered_at: Date
  readonly ended_at: Date | null
}

const quoteColumns = sql`
  select q.id, q.number, q.enquiry_id, q.provider_id, o.name as provider_name, q.revision, q.state, q.valid_until, q.turnaround_days, q.needs_samples,
    q.total_fen, q.words, p.name as offered_by_name, q.offered_at, q.ended_at
  from orders.quote q
  join people_pub.organisation o on o.id = q.provider_id
  join people_pub.person p on p.id = q.offered_by`

export async function findQuote(db: Db<OrdersTables>, id: string): Promise<QuoteRow | undefined> {
  const { rows } = await sql<QuoteRow>`${quoteColumns} where q.id = ${id}`.execute(db)
  return rows[0]
}

/** Quotes of an enquiry, of one provider or all, by provider and newest revision first. */
export async function listQuotes(db: Db<OrdersTables>, enquiryId: string, providerId?: string): Promise<QuoteRow[]> {
  const own = providerId ? sql`and q.provider_id = ${providerId}` : sql``
  const { rows } = await sql<QuoteRow>`
    ${quoteColumns} where q.enquiry_id = ${enquiryId} ${own} order by q.provider_id, q.revision desc, q.id`.execute(db)
  return rows
}

export async function findLastRevision(db: Db<OrdersTables>, enquiryId: string, providerId: string): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    select coalesce(max(revision), 0) as revision from orders.quote where enquiry_id = ${enquiryId} and provider_id = ${providerId}`.execute(
    db,
  )
  return rows[0]?.revision ?? 0
}

type NewQuote = {
  readonly id: string
  readonly number: string
  readonly enquiryId: string
  readonly providerId: string
  readonly revision: number
  readonly validUntil: Date
  readonly turnaroundDays: number
  readonly needsSamples: boolean
  readonly totalFen: bigint
  readonly words: string
  readonly offeredBy: string
  readonly now: Date
}

/** The quote that is on offer is superseded by this one. */
export async function insertQuote(tx: Db<OrdersTables>, quote: NewQuote): Promise<void> {
  await sql`
    update orders.quote set state = 'superseded', ended_at = ${quote.now}
    where enquiry_id = ${quote.enquiryId} and provider_id = ${quote.providerId} and state = 'offered'`.execute(tx)
  await sql`
    insert into orders.quote (id, number, enquiry_id, provider_id, revision, valid_until, turnaround_days, needs_samples, total_fen, words, offered_by, offered_at)
    values (${quote.id}, ${quote.number}, ${quote.enquiryId}, ${quote.providerId}, ${quote.revision}, ${quote.validUntil}, ${quote.turnaroundDays},
      ${quote.needsSamples}, ${quote.totalFen}, ${quote.words}, ${quote.offeredBy}, ${quote.now})`.execute(tx)
}

export type QuoteLineRow = {
  readonly quote_id: string
  readonly position: number
  readonly kind: LineKind
  readonly enquiry_item_id: string | null
  readonly service_id: string | null
  readonly name: string
  readonly method: string
  readonly quantity: number
  readonly unit: string
  readonly unit_price_fen: bigint
  readonly amount_fen: bigint
}

export async function insertQuoteLines(tx: Db<OrdersTables>, lines: readonly QuoteLineRow[]): Promise<void> {
  for (const line of lines)
    await sql`
      insert into orders.quote_line (quote_id, position, kind, enquiry_item_id, service_id, name, method, quantity, unit, unit_price_fen, amount_fen)
      values (${line.quote_id}, ${line.position}, ${line.kind}, ${line.enquiry_item_id}, ${line.service_id}, ${line.name}, ${line.method}, ${line.quantity},
        ${line.unit}, ${line.unit_price_fen}, ${line.amount_fen})`.execute(tx)
}

export async function listQuoteLines(db: Db<OrdersTables>, quoteIds: readonly string[]): Promise<QuoteLineRow[]> {
  const { rows } = await sql<QuoteLineRow>`
    select quote_id, position, kind, enquiry_item_id, service_id, name, method, quantity, unit, unit_price_fen, amount_fen
    from orders.quote_line where quote_id = any(${quoteIds}::uuid[]) order by quote_id, position`.execute(db)
  return rows
}

/** True when it was on offer and valid: compare and swap. */
export async function acceptOffered(tx: Db<OrdersTables>, id: string, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.quote set state = 'accepted', ended_at = ${now} where id = ${id} and state = 'offered' and valid_until > ${now}`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

export async function withdrawOffered(tx: Db<OrdersTables>, id: string, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.quote set state = 'withdrawn', ended_at = ${now} where id = ${id} and state = 'offered'`.execute(tx)
  return numAffectedRows === 1n
}

/** What is still on offer when an enquiry ends. */
export async function endOffered(tx: Db<OrdersTables>, enquiryId: string, to: 'declined' | 'lapsed', now: Date): Promise<void> {
  await sql`update orders.quote set state = ${to}, ended_at = ${now} where enquiry_id = ${enquiryId} and state = 'offered'`.execute(tx)
}

/** What was chosen in vain is on offer again, or has lapsed meanwhile. */
export async function reofferAccepted(tx: Db<OrdersTables>, id: string, now: Date): Promise<void> {
  await sql`
    update orders.quote set state = case when valid_until > ${now} then 'offered' else 'lapsed' end, ended_at = case when valid_until > ${now} then null else ${now}::timestamptz end
    where id = ${id} and state = 'accepted'`.execute(tx)
}

/** Quotes on offer whose validity is over. */
export async function lapseQuotes(tx: Db<OrdersTables>, now: Date, limit: number): Promise<{ id: string; enquiry_id: string }[]> {
  const { rows } = await sql<{ id: string; enquiry_id: string }>`
    with due as (select id from orders.quote where state = 'offered' and valid_until <= ${now} order by valid_until, id limit ${limit} for update skip locked)
    update orders.quote q set state = 'lapsed', ended_at = ${now} from due where q.id = due.id returning q.id, q.enquiry_id`.execute(tx)
  return rows
}
