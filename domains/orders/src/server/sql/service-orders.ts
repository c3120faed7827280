import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { CancelRates } from '../../core/order/cancellation.ts'
import type { Confidentiality, OrderState, PausableState, Purpose, Side } from '../../core/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'

/** An order with the names of both parties. Days are local days of the district. */
export type OrderRow = {
  readonly id: string
  readonly number: string
  readonly enquiry_id: string | null
  readonly quote_id: string | null
  readonly organisation_id: string
  readonly organisation_name: string
  readonly provider_id: string
  readonly provider_name: string
  readonly person_id: string
  readonly person_name: string
  readonly title: string
  readonly purpose: Purpose
  readonly confidentiality: Confidentiality
  readonly state: OrderState
  readonly paused_from: PausableState | null
  readonly version: number
  readonly total_fen: bigint
  readonly cancel_rates: CancelRates
  readonly turnaround_days: number
  readonly needs_samples: boolean
  readonly holds_results: boolean
  readonly needs_agreement: boolean
  readonly answer_until: Date | null
  readonly due_day: string | null
  readonly clock_started_on: string | null
  readonly clock_stopped_on: string | null
  readonly stopped_days: number
  readonly placed_at: Date
  readonly accepted_at: Date | null
  readonly received_at: Date | null
  readonly finished_at: Date | null
  readonly reported_at: Date | null
  readonly approved_at: Date | null
  readonly settled_at: Date | null
  readonly ended_at: Date | null
}

const orderColumns = sql`
  select o.id, o.number, o.enquiry_id, o.quote_id, o.organisation_id, c.name as organisation_name, o.provider_id, p.name as provider_name,
    o.person_id, m.name as person_name, o.title, o.purpose, o.confidentiality, o.state, o.paused_from, o.version, o.total_fen, o.cancel_rates,
    o.turnaround_days, o.needs_samples, o.holds_results, o.needs_agreement, o.answer_until, o.due_day, o.clock_started_on, o.clock_stopped_on, o.stopped_days,
    o.placed_at, o.accepted_at, o.received_at, o.finished_at, o.reported_at, o.approved_at, o.settled_at, o.ended_at
  from orders.service_order o
  join people_pub.organisation c on c.id = o.organisation_id
  join people_pub.organisation p on p.id = o.provider_id
  join people_pub.person m on m.id = o.person_id`

export async function findOrder(db: Db<OrdersTables>, id: string): Promise<OrderRow | undefined> {
  const { rows } = await sql<OrderRow>`${orderColumns} where o.id = ${id}`.execute(db)
  return rows[0]
}

/** An order that is known to be there, as it stands now. */
export async function getOrder(db: Db<OrdersTables>, id: string): Promise<OrderRow> {
  const order = await findOrder(db, id)
  if (!order) throw new Error('an order that was there is gone')
  return order
}

/** Takes the order for this transaction: whoever wants to change it too waits here and then sees what became of it. */
export async function lockOrder(tx: Db<OrdersTables>, id: string): Promise<OrderRow | undefined> {
  await sql`select from orders.service_order where id = ${id} for no key update`.execute(tx)
  return findOrder(tx, id)
}

type NewOrder = {
  readonly id: string
  readonly number: string
  readonly enquiryId: string | null
  readonly quoteId: string | null
  readonly organisationId: string
  readonly providerId: string
  readonly personId: string
  readonly title: string
  readonly purpose: Purpose
  readonly confidentiality: Confidentiality
  readonly state: OrderState
  readonly totalFen: bigint
  readonly cancelRates: CancelRates
  readonly turnaroundDays: number
  readonly needsSamples: boolean
  readonly holdsResults: boolean
  readonly needsAgreement: boolean
  readonly answerUntil: Date | null
  readonly at: Date
}

/** False when the enquiry or the quote has led to an order already. */
export async function insertOrder(tx: Db<OrdersTables>, order: NewOrder): Promise<boolean> {
  const accepted = order.state === 'accepted' ? order.at : null
  const { numAffectedRows } = await sql`
    insert into orders.service_order (id, number, enquiry_id, quote_id, organisation_id, provider_id, person_id, title, purpose, confidentiality, state,
      total_fen, cancel_rates, turnaround_days, needs_samples, holds_results, needs_agreement, answer_until, placed_at, accepted_at)
    values (${order.id}, ${order.number}, ${order.enquiryId}, ${order.quoteId}, ${order.organisationId}, ${order.providerId}, ${order.personId},
      ${order.title}, ${order.purpose}, ${order.confidentiality}, ${order.state}, ${order.totalFen}, ${JSON.stringify(order.cancelRates)},
      ${order.turnaroundDays}, ${order.needsSamples}, ${order.holdsResults}, ${order.needsAgreement}, ${order.answerUntil}, ${order.at}, ${accepted})
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** What changes with the state; columns that are left out keep their value. */
export type OrderChange = {
  readonly to: OrderState
  readonly pausedFrom: PausableState | null
  readonly answerUntil: Date | null
  readonly clock: { startedOn: string | null; stoppedOn: string | null; stoppedDays: number; dueDay: string | null }
  readonly stamp?: 'accepted_at' | 'received_at' | 'finished_at' | 'reported_at' | 'approved_at' | 'settled_at' | undefined
  readonly endedAt: Date | null
  readonly now: Date
}

/** True when the order still stood as it was seen: compare and swap on version and state. */
export async function moveOrder(
  tx: Db<OrdersTables>,
  seen: { readonly id: string; readonly version: number; readonly state: OrderState },
  change: OrderChange,
): Promise<boolean> {
  const stamp: RawBuilder<unknown> = change.stamp ? sql`, ${sql.ref(change.stamp)} = ${change.now}` : sql``
  const { numAffectedRows } = await sql`
    update orders.service_order set state = ${change.to}, paused_from = ${change.pausedFrom}, version = version + 1, answer_until = ${change.answerUntil},
      clock_started_on = ${change.clock.startedOn}, clock_stopped_on = ${change.clock.stoppedOn}, stopped_days = ${change.clock.stoppedDays},
      due_day = ${change.clock.dueDay}, ended_at = ${change.endedAt} ${stamp}
    where id = ${seen.id} and version = ${seen.version} and state = ${seen.state}`.execute(tx)
  return numAffectedRows === 1n
}

type NewStep = {
  readonly id: string
  readonly orderId: string
  readonly version: number
  readonly act: string
  readonly from: OrderState | null
  readonly to: OrderState
  readonly side: Side
  readonly personId: string | null
  readonly reason: string | null
  readonly detail: Readonly<Record<string, unknown>>
  readonly at: Date
}

export async function insertStep(tx: Db<OrdersTables>, step: NewStep): Promise<void> {
  await sql`
    insert into orders.order_step (id, order_id, version, act, from_state, to_state, side, person_id, reason, detail, at)
    values (${step.id}, ${step.orderId}, ${step.version}, ${step.act}, ${step.from}, ${step.to}, ${step.side}, ${step.personId}, ${step.reason},
      ${JSON.stringify(step.detail)}, ${step.at})`.execute(tx)
}

export type StepRow = {
  readonly act: string
  readonly from_state: OrderState | null
  readonly to_state: OrderState
  readonly side: Side
  readonly person_name: string | null
  readonly reason: string | null
  readonly at: Date
}

/** The whole history of an order, oldest first. */
export async function listSteps(db: Db<OrdersTables>, orderId: string): Promise<StepRow[]> {
  const { rows } = await sql<StepRow>`
    select s.act, s.from_state, s.to_state, s.side, p.name as person_name, s.reason, s.at
    from orders.order_step s left join people_pub.person p on p.id = s.person_id
    where s.order_id = ${orderId} order by s.version`.execute(db)
  return rows
}

type OrderFilter = {
  readonly side: 'client' | 'provider'
  readonly organisationId: string
  readonly states: readonly OrderState[] | undefined
  readonly q: string | undefined
  readonly after: { placedAt: Date; id: string } | undefined
  readonly limit: number
}

/** Orders of one party, newest first; `limit + 1` rows say whether there is more. */
export async function listOrders(db: Db<OrdersTables>, filter: OrderFilter): Promise<OrderRow[]> {
  const party = filter.side === 'client' ? sql`o.organisation_id` : sql`o.state <> 'awaiting_approval' and o.provider_id`
  const states = filter.states ? sql`and o.state = any(${filter.states}::text[])` : sql``
  const words = filter.q
    ? sql`and (o.number = upper(${filter.q}) or o.title ilike ${`%${filter.q.replaceAll(/[\\%_]/g, '\\$&')}%`})`
    : sql``
  const after = filter.after ? sql`and (o.placed_at, o.id) < (${filter.after.placedAt}, ${filter.after.id}::uuid)` : sql``
  const { rows } = await sql<OrderRow>`
    ${orderColumns} where ${party} = ${filter.organisationId} ${states} ${words} ${after}
    order by o.placed_at desc, o.id desc limit ${filter.limit + 1}`.execute(db)
  return rows
}

export type StateCount = {
  readonly state: OrderState
  /** The samples of an accepted order have not been received yet. */
  readonly has_samples_due: boolean
  readonly count: number
  readonly next_answer_until: Date | null
  readonly late: number
}

/** How many orders of one party stand in each state that is not ended, with the limit that ends first. */
export async function countOrders(
  db: Db<OrdersTables>,
  filter: { side: 'client' | 'provider'; organisationId: string; today: string },
): Promise<StateCount[]> {
  const party = filter.side === 'client' ? sql`organisation_id` : sql`state <> 'awaiting_approval' and provider_id`
  const { rows } = await sql<StateCount>`
    select state, needs_samples and received_at is null as has_samples_due, count(*)::int as count, min(answer_until) as next_answer_until, (count(*) filter (where due_day < ${filter.today}::date))::int as late
    from orders.service_order where ${party} = ${filter.organisationId} and ended_at is null group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

/** Orders whose answer is overdue, for the platform to act on. */
export async function listOverdue(db: Db<OrdersTables>, now: Date, limit: number): Promise<{ id: string; state: OrderState }[]> {
  const { rows } = await sql<{ id: string; state: OrderState }>`
    select id, state from orders.service_order where answer_until <= ${now} order by answer_until, id limit ${limit}`.execute(db)
  return rows
}
