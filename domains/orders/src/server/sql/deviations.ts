import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { DeviationDecision, DeviationKind } from '../../core/samples/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'

export type DeviationRow = {
  readonly id: string
  readonly order_id: string
  readonly order_number: string
  readonly organisation_id: string
  readonly orderer_id: string
  readonly provider_id: string
  readonly number: number
  readonly kind: DeviationKind
  readonly sample_id: string | null
  readonly sample_number: string | null
  readonly task_id: string | null
  readonly what: string
  readonly occurred_at: Date
  readonly impact: string
  readonly cause: string
  readonly corrective_action: string
  readonly needs_decision: boolean
  readonly informed_at: Date | null
  readonly decision: DeviationDecision | null
  readonly decision_words: string | null
  readonly decider_name: string | null
  readonly decided_at: Date | null
  readonly state: 'open' | 'closed'
  readonly opener_name: string | null
  readonly opened_at: Date
  readonly closed_at: Date | null
  readonly version: number
}

const deviationColumns = sql`
  select d.id, d.order_id, o.number as order_number, o.organisation_id, o.person_id as orderer_id, o.provider_id, d.number, d.kind, d.sample_id,
    s.number as sample_number, d.task_id, d.what, d.occurred_at, d.impact, d.cause, d.corrective_action, d.needs_decision, d.informed_at, d.decision,
    d.decision_words, x.name as decider_name, d.decided_at, d.state, p.name as opener_name, d.opened_at, d.closed_at, d.version
  from orders.deviation d
  join orders.service_order o on o.id = d.order_id
  left join orders.sample s on s.id = d.sample_id
  left join people_pub.person p on p.id = d.opened_by
  left join people_pub.person x on x.id = d.decided_by`

export async function findDeviation(db: Db<OrdersTables>, id: string): Promise<DeviationRow | undefined> {
  const { rows } = await sql<DeviationRow>`${deviationColumns} where d.id = ${id}`.execute(db)
  return rows[0]
}

export async function listDeviations(db: Db<OrdersTables>, orderId: string): Promise<DeviationRow[]> {
  const { rows } = await sql<DeviationRow>`${deviationColumns} where d.order_id = ${orderId} order by d.number`.execute(db)
  return rows
}

type NewDeviation = {
  readonly id: string
  readonly orderId: string
  readonly kind: DeviationKind
  readonly sampleId: string | null
  readonly taskId: string | null
  readonly what: string
  readonly occurredAt: Date
  readonly impact: string
  readonly cause: string
  readonly correctiveAction: string
  readonly needsDecision: boolean
  readonly by: string | null
  readonly now: Date
}

/** The order is locked by the caller, so that the numbers go on without a gap. The client is told in the same transaction. */
export async function insertDeviation(tx: Db<OrdersTables>, deviation: NewDeviation): Promise<void> {
  await sql`
    insert into orders.deviation (id, order_id, number, kind, sample_id, task_id, what, occurred_at, impact, cause, corrective_action, needs_decision,
      informed_at, opened_by, opened_at)
    select ${deviation.id}, ${deviation.orderId}, coalesce(max(number), 0) + 1, ${deviation.kind}, ${deviation.sampleId}, ${deviation.taskId},
      ${deviation.what}, ${deviation.occurredAt}, ${deviation.impact}, ${deviation.cause}, ${deviation.correctiveAction}, ${deviation.needsDecision},
      ${deviation.now}, ${deviation.by}, ${deviation.now}
    from orders.deviation where order_id = ${deviation.orderId}`.execute(tx)
}

type Versioned = { readonly id: string; readonly version: number }

/** False when the version is another by now, or it is closed. */
export async function updateDeviation(
  tx: Db<OrdersTables>,
  target: Versioned,
  words: { impact: string; cause: string; correctiveAction: string; closedBy: string | null; now: Date },
): Promise<boolean> {
  const close = words.closedBy ? sql`, state = 'closed', closed_by = ${words.closedBy}, closed_at = ${words.now}` : sql``
  const { numAffectedRows } = await sql`
    update orders.deviation set impact = ${words.impact}, cause = ${words.cause}, corrective_action = ${words.correctiveAction}, version = version + 1 ${close}
    where id = ${target.id} and version = ${target.version} and state = 'open'`.execute(tx)
  return numAffectedRows === 1n
}

/** False when somebody has decided before, or it is closed. */
export async function decideDeviation(
  tx: Db<OrdersTables>,
  id: string,
  answer: { decision: DeviationDecision; words: string | null; by: string; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.deviation set decision = ${answer.decision}, decision_words = ${answer.words}, decided_by = ${answer.by}, decided_at = ${answer.now},
      version = version + 1
    where id = ${id} and decision is null and state = 'open'`.execute(tx)
  return numAffectedRows === 1n
}

/** Numbers of the deviations on which the client still has to decide. */
export async function listUndecided(db: Db<OrdersTables>, orderId: string, sampleId?: string): Promise<number[]> {
  const which = sampleId ? sql`and sample_id = ${sampleId}` : sql``
  const { rows } = await sql<{ number: number }>`
    select number from orders.deviation where order_id = ${orderId} and state = 'open' and needs_decision and decision is null ${which}
    order by number`.execute(db)
  return rows.map(({ number }) => number)
}
