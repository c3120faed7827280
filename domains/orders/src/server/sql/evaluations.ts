import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { OrdersTables } from '../needs.ts'

export type EvaluationRow = {
  readonly order_id: string
  readonly order_number: string
  readonly organisation_id: string
  readonly organisation_name: string
  readonly provider_id: string
  readonly provider_name: string
  readonly quality: number
  readonly punctuality: number
  readonly service: number
  readonly words: string
  readonly given_at: Date
  readonly reply: string | null
  readonly replied_at: Date | null
  readonly appeal: string | null
  readonly appealed_at: Date | null
  readonly decision: 'kept' | 'hidden' | null
  readonly decision_words: string | null
}

const columns = sql`
  select e.order_id, o.number as order_number, e.organisation_id, c.name as organisation_name, e.provider_id, p.name as provider_name, e.quality,
    e.punctuality, e.service, e.words, e.given_at, e.reply, e.replied_at, e.appeal, e.appealed_at, e.decision, e.decision_words
  from orders.evaluation e
  join orders.service_order o on o.id = e.order_id
  join people_pub.organisation c on c.id = e.organisation_id
  join people_pub.organisation p on p.id = e.provider_id`

export async function findEvaluation(db: Db<OrdersTables>, orderId: string): Promise<EvaluationRow | undefined> {
  const { rows } = await sql<EvaluationRow>`${columns} where e.order_id = ${orderId}`.execute(db)
  return rows[0]
}

type Page = { readonly after: { at: Date; id: string } | undefined; readonly limit: number }

/** What everybody may read of a provider, newest first; what the operator has hidden is left out. */
export async function listEvaluations(db: Db<OrdersTables>, filter: Page & { providerId: string }): Promise<EvaluationRow[]> {
  const after = filter.after ? sql`and (e.given_at, e.order_id) < (${filter.after.at}, ${filter.after.id}::uuid)` : sql``
  const { rows } = await sql<EvaluationRow>`
    ${columns} where e.provider_id = ${filter.providerId} and e.decision is distinct from 'hidden' ${after}
    order by e.given_at desc, e.order_id desc limit ${filter.limit + 1}`.execute(db)
  return rows
}

/** Evaluations against which a provider appeals and nobody has decided, oldest first. */
export async function listAppealed(db: Db<OrdersTables>, filter: Page): Promise<EvaluationRow[]> {
  const after = filter.after ? sql`and (e.appealed_at, e.order_id) > (${filter.after.at}, ${filter.after.id}::uuid)` : sql``
  const { rows } = await sql<EvaluationRow>`
    ${columns} where e.appealed_at is not null and e.decided_at is null ${after}
    order by e.appealed_at, e.order_id limit ${filter.limit + 1}`.execute(db)
  return rows
}

/** False when the order has its evaluation already. */
export async function insertEvaluation(
  tx: Db<OrdersTables>,
  evaluation: {
    orderId: string
    organisationId: string
    providerId: string
    quality: number
    punctuality: number
    service: number
    words: string
    by: string
    at: Date
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.evaluation (order_id, organisation_id, provider_id, quality, punctuality, service, words, given_by, given_at)
    values (${evaluation.orderId}, ${evaluation.organisationId}, ${evaluation.providerId}, ${evaluation.quality}, ${evaluation.punctuality},
      ${evaluation.service}, ${evaluation.words}, ${evaluation.by}, ${evaluation.at})
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** False when the provider has replied already. */
export async function replyTo(tx: Db<OrdersTables>, orderId: string, said: { words: string; by: string; at: Date }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.evaluation set reply = ${said.words}, replied_by = ${said.by}, replied_at = ${said.at}
    where order_id = ${orderId} and replied_at is null`.execute(tx)
  return numAffectedRows === 1n
}

/** False when the provider has appealed already. */
export async function appealAgainst(
  tx: Db<OrdersTables>,
  orderId: string,
  said: { words: string; by: string; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.evaluation set appeal = ${said.words}, appealed_by = ${said.by}, appealed_at = ${said.at}
    where order_id = ${orderId} and appealed_at is null`.execute(tx)
  return numAffectedRows === 1n
}

/** False when there is no appeal, or it is decided already. */
export async function decideAppeal(
  tx: Db<OrdersTables>,
  orderId: string,
  decision: { decision: 'kept' | 'hidden'; words: string; by: string; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.evaluation set decision = ${decision.decision}, decision_words = ${decision.words}, decided_by = ${decision.by}, decided_at = ${decision.at}
    where order_id = ${orderId} and appealed_at is not null and decided_at is null`.execute(tx)
  return numAffectedRows === 1n
}

type RecordRow = {
  readonly retests: number
  readonly reported: number
  readonly given_up: number
  readonly accepted: number
  readonly evaluations: number
  readonly quality: number | null
  readonly punctuality: number | null
  readonly service: number | null
}

/** Retests, orders given up and evaluations of a provider since a day; from the steps of its orders. */
export async function findRecord(db: Db<OrdersTables>, providerId: string, since: Date): Promise<RecordRow> {
  const { rows } = await sql<RecordRow>`
    select s.retests, s.reported, s.given_up, s.accepted, e.evaluations, e.quality, e.punctuality, e.service
    from (
      select (count(distinct t.order_id) filter (where t.act = 'agree_retest'))::int as retests,
        (count(distinct t.order_id) filter (where t.act = 'issue'))::int as reported,
        (count(distinct t.order_id) filter (where t.act = 'cancel' and t.side = 'provider'))::int as given_up,
        (count(distinct t.order_id) filter (where t.to_state = 'accepted'))::int as accepted
      from orders.service_order o join orders.order_step t on t.order_id = o.id
      where o.provider_id = ${providerId} and t.at >= ${since}
    ) s, (
      select count(*)::int as evaluations, round(avg(quality), 1)::float8 as quality, round(avg(punctuality), 1)::float8 as punctuality,
        round(avg(service), 1)::float8 as service
      from orders.evaluation where provider_id = ${providerId} and given_at >= ${since} and decision is distinct from 'hidden'
    ) e`.execute(db)
  const [row] = rows
  if (!row) throw new Error('counting returns one row')
  return row
}
