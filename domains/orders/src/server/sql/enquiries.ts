import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { AskedState, Award, Confidentiality, EnquiryState, Purpose } from '../../core/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'

/** An enquiry with the names of whoever asks. */
export type EnquiryRow = {
  readonly id: string
  readonly number: string
  readonly organisation_id: string
  readonly organisation_name: string
  readonly person_id: string
  readonly person_name: string
  readonly kind: 'service' | 'need'
  readonly award: Award
  readonly offered_fen: bigint | null
  readonly voucher_programme_id: string | null
  readonly title: string
  readonly words: string
  readonly purpose: Purpose
  readonly confidentiality: Confidentiality
  readonly deadline_day: string | null
  readonly open_until: Date
  readonly state: EnquiryState
  readonly version: number
  readonly created_at: Date
  readonly ended_at: Date | null
  readonly order_id: string | null
}

const enquiryColumns = sql`
  select e.id, e.number, e.organisation_id, c.name as organisation_name, e.person_id, m.name as person_name, e.kind, e.award, e.offered_fen, e.voucher_programme_id, e.title, e.words,
    e.purpose, e.confidentiality, e.deadline_day, e.open_until, e.state, e.version, e.created_at, e.ended_at,
    (select o.id from orders.service_order o where o.enquiry_id = e.id and o.state not in ('withdrawn', 'lapsed')) as order_id
  from orders.enquiry e
  join people_pub.organisation c on c.id = e.organisation_id
  join people_pub.person m on m.id = e.person_id`

export async function findEnquiry(db: Db<OrdersTables>, id: string): Promise<EnquiryRow | undefined> {
  const { rows } = await sql<EnquiryRow>`${enquiryColumns} where e.id = ${id}`.execute(db)
  return rows[0]
}

/** Takes the enquiry for this transaction: quotes, acceptance, withdrawal and lapse of one enquiry come one after the other. */
export async function lockEnquiry(tx: Db<OrdersTables>, id: string): Promise<EnquiryRow | undefined> {
  await sql`select from orders.enquiry where id = ${id} for no key update`.execute(tx)
  return findEnquiry(tx, id)
}

type NewEnquiry = Omit<EnquiryRow, 'organisation_name' | 'person_name' | 'state' | 'version' | 'created_at' | 'ended_at' | 'order_id'> & {
  readonly at: Date
}

export async function insertEnquiry(tx: Db<OrdersTables>, enquiry: NewEnquiry): Promise<void> {
  await sql`
    insert into orders.enquiry (id, number, organisation_id, person_id, kind, award, offered_fen, voucher_programme_id, title, words, purpose, confidentiality, deadline_day,
      open_until, created_at)
    values (${enquiry.id}, ${enquiry.number}, ${enquiry.organisation_id}, ${enquiry.person_id}, ${enquiry.kind}, ${enquiry.award}, ${enquiry.offered_fen},
      ${enquiry.voucher_programme_id}, ${enquiry.title}, ${enquiry.words}, ${enquiry.purpose}, ${enquiry.confidentiality}, ${enquiry.deadline_day}, ${enquiry.open_until}, ${enquiry.at})`.execute(
    tx,
  )
}

/** True when it stood so: compare and swap. */
export async function moveEnquiry(
  tx: Db<OrdersTables>,
  id: string,
  { from, to, now }: { from: EnquiryState; to: EnquiryState; now: Date },
): Promise<boolean> {
  const endedAt = to === 'open' || to === 'deciding' ? null : now
  const { numAffectedRows } = await sql`
    update orders.enquiry set state = ${to}, version = version + 1, ended_at = ${endedAt} where id = ${id} and state = ${from}`.execute(tx)
  return numAffectedRows === 1n
}

export type EnquiryItemRow = {
  readonly id: string
  readonly position: number
  readonly service_id: string | null
  readonly name: string
  readonly method: string
  readonly quantity: number
  readonly sample_count: number
  readonly form: Readonly<Record<string, unknown>>
  readonly form_version: number | null
}

export async function insertEnquiryItems(tx: Db<OrdersTables>, enquiryId: string, items: readonly EnquiryItemRow[]): Promise<void> {
  for (const item of items)
    await sql`
      insert into orders.enquiry_item (id, enquiry_id, position, service_id, name, method, quantity, sample_count, form, form_version)
      values (${item.id}, ${enquiryId}, ${item.position}, ${item.service_id}, ${item.name}, ${item.method}, ${item.quantity}, ${item.sample_count},
        ${JSON.stringify(item.form)}, ${item.form_version})`.execute(tx)
}

export async function listEnquiryItems(db: Db<OrdersTables>, enquiryId: string): Promise<EnquiryItemRow[]> {
  const { rows } = await sql<EnquiryItemRow>`
    select id, position, service_id, name, method, quantity, sample_count, form, form_version
    from orders.enquiry_item where enquiry_id = ${enquiryId} order by position`.execute(db)
  return rows
}

type EnquirySummaryRow = EnquiryRow & {
  readonly asked_count: number
  readonly quoted_count: number
  readonly declined_count: number
  readonly lowest_fen: bigint | null
  readonly unread: number
}

type ClientFilter = {
  readonly organisationId: string
  readonly states: readonly EnquiryState[]
  readonly after: { createdAt: Date; id: string } | undefined
  readonly limit: number
}

/** Enquiries of a client, newest first; `limit + 1` rows say whether there is more. */
export async function listEnquiries(db: Db<OrdersTables>, filter: ClientFilter): Promise<EnquirySummaryRow[]> {
  const after = filter.after ? sql`and (e.created_at, e.id) < (${filter.after.createdAt}, ${filter.after.id}::uuid)` : sql``
  const { rows } = await sql<EnquirySummaryRow>`
    with page as (${enquiryColumns} where e.organisation_id = ${filter.organisationId} and e.state = any(${filter.states}::text[]) ${after}
      order by e.created_at desc, e.id desc limit ${filter.limit + 1})
    select page.*, asked.*,
      (select min(q.total_fen) from orders.quote q where q.enquiry_id = page.id and q.state in ('offered', 'accepted')) as lowest_fen,
      (select count(*)::int from orders.thread t join orders.message m on m.thread_id = t.id
        where t.enquiry_id = page.id and m.side <> 'client' and m.created_at > coalesce(t.client_read_at, '-infinity')) as unread
    from page, lateral (select count(*)::int as asked_count, (count(*) filter (where p.state in ('quoted', 'won', 'lost')))::int as quoted_count,
        (count(*) filter (where p.state = 'declined'))::int as declined_count
      from orders.enquiry_provider p where p.enquiry_id = page.id) asked
    order by page.created_at desc, page.id desc`.execute(db)
  return rows
}

export type InboxRow = EnquiryRow & {
  readonly asked: AskedState
  readonly asked_at: Date
  readonly answer_until: Date
  readonly answered_at: Date | null
  readonly item_names: string[]
  readonly own_fen: bigint | null
  readonly unread: number
}

const INBOX_SHOWS = {
  waiting: ['asked'],
  quoted: ['quoted'],
  ended: ['declined', 'won', 'lost', 'closed'],
} as const satisfies Readonly<Record<string, readonly AskedState[]>>

type InboxFilter = {
  readonly providerId: string
  readonly show: keyof typeof INBOX_SHOWS
  readonly after: { at: Date; id: string } | undefined
  readonly limit: number
}

/** Enquiries that a provider was asked, whatever waits by the time that is left, the rest by what was asked last; `limit + 1` rows. */
export async function listInbox(db: Db<OrdersTables>, filter: InboxFilter): Promise<InboxRow[]> {
  const isWaiting = filter.show === 'waiting'
  const order = isWaiting ? sql`p.answer_until, p.enquiry_id` : sql`p.asked_at desc, p.enquiry_id desc`
  const after = filter.after
    ? isWaiting
      ? sql`and (p.answer_until, p.enquiry_id) > (${filter.after.at}, ${filter.after.id}::uuid)`
      : sql`and (p.asked_at, p.enquiry_id) < (${filter.after.at}, ${filter.after.id}::uuid)`
    : sql``
  const { rows } = await sql<InboxRow>`
    with page as (select p.enquiry_id, p.provider_id, p.state as asked, p.asked_at, p.answer_until, p.answered_at from orders.enquiry_provider p
      where p.provider_id = ${filter.providerId} and p.state = any(${INBOX_SHOWS[filter.show]}::text[]) ${after} order by ${order} limit ${filter.limit + 1})
    select e.*, p.asked, p.asked_at, p.answer_until, p.answered_at,
      (select array_agg(i.name order by i.position) from orders.enquiry_item i where i.enquiry_id = p.enquiry_id) as item_names,
      (select q.total_fen from orders.quote q where q.enquiry_id = p.enquiry_id and q.provider_id = p.provider_id and q.state in ('offered', 'accepted')) as own_fen,
      (select count(*)::int from orders.thread t join orders.message m on m.thread_id = t.id
        where t.enquiry_id = p.enquiry_id and t.provider_id = p.provider_id and m.side <> 'provider' and m.created_at > coalesce(t.provider_read_at, '-infinity')) as unread
    from page p join (${enquiryColumns} where e.id in (select enquiry_id from page)) e on e.id = p.enquiry_id
    order by ${order}`.execute(db)
  return rows
}

/** What waits for a provider. */
export async function countInbox(
  db: Db<OrdersTables>,
  providerId: string,
  now: Date,
): Promise<{ waiting: number; late: number; next_answer_until: Date | null; unread: number }> {
  const { rows } = await sql<{ waiting: number; late: number; next_answer_until: Date | null; unread: number }>`
    select count(*)::int as waiting, (count(*) filter (where answer_until < ${now}))::int as late,
      min(answer_until) filter (where answer_until >= ${now}) as next_answer_until,
      (select count(*)::int from orders.thread t where t.provider_id = ${providerId} and t.enquiry_id is not null and exists (select from orders.message m
        where m.thread_id = t.id and m.side <> 'provider' and m.created_at > coalesce(t.provider_read_at, '-infinity'))) as unread
    from orders.enquiry_provider where provider_id = ${providerId} and state = 'asked'`.execute(db)
  const [row] = rows
  if (!row) throw new Error('an aggregate has one row')
  return row
}

/** Open enquiries past their end without a quote that can still be accepted. */
export async function listLapsing(db: Db<OrdersTables>, now: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from orders.enquiry e where e.state = 'open' and e.open_until <= ${now}
      and not exists (select from orders.quote q where q.enquiry_id = e.id and q.state = 'offered' and q.valid_until > ${now})
    order by e.open_until, e.id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}
