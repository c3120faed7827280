import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { AskedState, DeclineReason } from '../../core/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'

/** A provider that was asked, with what its thread holds for `side`. */
export type AskedRow = {
  readonly provider_id: string
  readonly provider_name: string
  readonly state: AskedState
  readonly asked_at: Date
  readonly answer_until: Date
  readonly answered_at: Date | null
  readonly escalated_at: Date | null
  readonly decline_reason: DeclineReason | null
  readonly decline_words: string | null
  readonly thread_id: string | null
  readonly unread: number
}

export async function listAsked(
  db: Db<OrdersTables>,
  filter: { enquiryId: string; providerId?: string; side: 'client' | 'provider' | 'operator' },
): Promise<AskedRow[]> {
  const own = filter.providerId ? sql`and p.provider_id = ${filter.providerId}` : sql``
  const readAt = filter.side === 'provider' ? sql`t.provider_read_at` : sql`t.client_read_at`
  const { rows } = await sql<AskedRow>`
    select p.provider_id, o.name as provider_name, p.state, p.asked_at, p.answer_until, p.answered_at, p.escalated_at, p.decline_reason, p.decline_words,
      t.id as thread_id,
      (select count(*)::int from orders.message m where m.thread_id = t.id and m.side <> ${filter.side} and m.created_at > coalesce(${readAt}, '-infinity')) as unread
    from orders.enquiry_provider p
    join people_pub.organisation o on o.id = p.provider_id
    left join orders.thread t on t.enquiry_id = p.enquiry_id and t.provider_id = p.provider_id
    where p.enquiry_id = ${filter.enquiryId} ${own} order by p.asked_at, p.provider_id`.execute(db)
  return rows
}

export async function findAskedState(db: Db<OrdersTables>, enquiryId: string, providerId: string): Promise<AskedState | undefined> {
  const { rows } = await sql<{ state: AskedState }>`
    select state from orders.enquiry_provider where enquiry_id = ${enquiryId} and provider_id = ${providerId}`.execute(db)
  return rows[0]?.state
}

/** True when the provider was not asked before; its thread begins with it. */
export async function insertAsked(
  tx: Db<OrdersTables>,
  asked: { enquiryId: string; organisationId: string; providerId: string; threadId: string; answerUntil: Date; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.enquiry_provider (enquiry_id, provider_id, answer_until, asked_at)
    values (${asked.enquiryId}, ${asked.providerId}, ${asked.answerUntil}, ${asked.now}) on conflict do nothing`.execute(tx)
  if (numAffectedRows !== 1n) return false
  await sql`
    insert into orders.thread (id, organisation_id, provider_id, enquiry_id, created_at)
    values (${asked.threadId}, ${asked.organisationId}, ${asked.providerId}, ${asked.enquiryId}, ${asked.now})`.execute(tx)
  return true
}

/** The first answer stops the clock; a quote after a refusal takes the refusal back. */
export async function markQuoted(tx: Db<OrdersTables>, enquiryId: string, providerId: string, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.enquiry_provider set state = 'quoted', answered_at = coalesce(answered_at, ${now}), decline_reason = null, decline_words = null
    where enquiry_id = ${enquiryId} and provider_id = ${providerId} and state in ('asked', 'quoted', 'declined')`.execute(tx)
  return numAffectedRows === 1n
}

export async function markDeclined(
  tx: Db<OrdersTables>,
  decline: { enquiryId: string; providerId: string; from: AskedState; reason: DeclineReason; words: string | null; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.enquiry_provider set state = 'declined', answered_at = coalesce(answered_at, ${decline.now}), decline_reason = ${decline.reason},
      decline_words = ${decline.words}
    where enquiry_id = ${decline.enquiryId} and provider_id = ${decline.providerId} and state = ${decline.from}`.execute(tx)
  return numAffectedRows === 1n
}

/** The enquiry is over: one has won or none; who quoted in vain has lost, who said nothing is let off. Gives whoever was still in it, with the state before. */
export async function closeAsked(
  tx: Db<OrdersTables>,
  enquiryId: string,
  winnerId: string | null,
  now: Date,
): Promise<{ provider_id: string; before: AskedState }[]> {
  const { rows } = await sql<{ provider_id: string; before: AskedState }>`
    with before as (select provider_id, state from orders.enquiry_provider where enquiry_id = ${enquiryId} and (state in ('asked', 'quoted') or provider_id = ${winnerId}))
    update orders.enquiry_provider p set
      state = case when p.provider_id = ${winnerId} then 'won' when b.state = 'quoted' and ${winnerId}::uuid is not null then 'lost' else 'closed' end,
      answered_at = case when p.provider_id = ${winnerId} then coalesce(p.answered_at, ${now}) else p.answered_at end
    from before b where p.enquiry_id = ${enquiryId} and p.provider_id = b.provider_id
    returning p.provider_id, b.state as before`.execute(tx)
  return rows
}

export type ClockRow = {
  readonly enquiry_id: string
  readonly provider_id: string
  readonly provider_name: string
  readonly number: string
  readonly title: string
  readonly answer_until: Date
}

const clockColumns = sql`p.enquiry_id, p.provider_id, o.name as provider_name, e.number, e.title, p.answer_until`

/** Marks as reminded whoever has not answered and whose limit ends by `until`; each once. */
export async function markReminded(tx: Db<OrdersTables>, filter: { now: Date; until: Date; limit: number }): Promise<ClockRow[]> {
  const { rows } = await sql<ClockRow>`
    with due as (select enquiry_id, provider_id from orders.enquiry_provider
      where state = 'asked' and escalated_at is null and reminded_at is null and answer_until > ${filter.now} and answer_until <= ${filter.until}
      order by answer_until, enquiry_id, provider_id limit ${filter.limit} for update skip locked)
    update orders.enquiry_provider p set reminded_at = ${filter.now}
    from due, orders.enquiry e, people_pub.organisation o
    where p.enquiry_id = due.enquiry_id and p.provider_id = due.provider_id and e.id = p.enquiry_id and o.id = p.provider_id
    returning ${clockColumns}`.execute(tx)
  return rows
}

/** Marks as escalated whoever has not answered by its limit; each once. */
export async function markEscalated(tx: Db<OrdersTables>, now: Date, limit: number): Promise<ClockRow[]> {
  const { rows } = await sql<ClockRow>`
    with due as (select enquiry_id, provider_id from orders.enquiry_provider
      where state = 'asked' and escalated_at is null and answer_until <= ${now}
      order by answer_until, enquiry_id, provider_id limit ${limit} for update skip locked)
    update orders.enquiry_provider p set escalated_at = ${now}
    from due, orders.enquiry e, people_pub.organisation o
    where p.enquiry_id = due.enquiry_id and p.provider_id = due.provider_id and e.id = p.enquiry_id and o.id = p.provider_id
    returning ${clockColumns}`.execute(tx)
  return rows
}

type OverdueRow = {
  readonly enquiry_id: string
  readonly number: string
  readonly title: string
  readonly organisation_name: string
  readonly provider_id: string
  readonly provider_name: string
  readonly asked_at: Date
  readonly answer_until: Date
  readonly escalated_at: Date | null
  readonly operator_reminded_at: Date | null
  readonly other_answers: number
}

/** Answers that are overdue in open enquiries, the oldest limit first; `limit + 1` rows. */
export async function listOverdueAnswers(
  db: Db<OrdersTables>,
  filter: { now: Date; after: { at: Date; enquiryId: string; providerId: string } | undefined; limit: number },
): Promise<OverdueRow[]> {
  const after = filter.after
    ? sql`and (p.answer_until, p.enquiry_id, p.provider_id) > (${filter.after.at}, ${filter.after.enquiryId}::uuid, ${filter.after.providerId}::uuid)`
    : sql``
  const { rows } = await sql<OverdueRow>`
    select p.enquiry_id, e.number, e.title, c.name as organisation_name, p.provider_id, o.name as provider_name, p.asked_at, p.answer_until, p.escalated_at,
      p.operator_reminded_at,
      (select count(*)::int from orders.enquiry_provider x where x.enquiry_id = p.enquiry_id and x.answered_at is not null) as other_answers
    from orders.enquiry_provider p
    join orders.enquiry e on e.id = p.enquiry_id
    join people_pub.organisation c on c.id = e.organisation_id
    join people_pub.organisation o on o.id = p.provider_id
    where p.state = 'asked' and p.answer_until <= ${filter.now} ${after}
    order by p.answer_until, p.enquiry_id, p.provider_id limit ${filter.limit + 1}`.execute(db)
  return rows
}

/** False when the provider has answered, is not late yet, or is unknown. */
export async function markOperatorReminded(
  tx: Db<OrdersTables>,
  target: { enquiryId: string; providerId: string },
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.enquiry_provider set operator_reminded_at = ${now}
    where enquiry_id = ${target.enquiryId} and provider_id = ${target.providerId} and state = 'asked' and answer_until <= ${now}`.execute(
    tx,
  )
  return numAffectedRows === 1n
}
