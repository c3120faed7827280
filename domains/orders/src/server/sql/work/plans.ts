import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { PLAN_STATES, TaskState } from '../../../core/work/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'

type PlanState = (typeof PLAN_STATES)[number]

export type PlanRow = {
  readonly id: string
  readonly task_id: string
  readonly provider_id: string
  readonly person_id: string | null
  readonly person_name: string | null
  readonly takes_person: boolean
  readonly state: PlanState
  readonly start: Date
  readonly end: Date
  readonly end_reason: string | null
}

export type PlanResourceRow = {
  readonly plan_id: string
  readonly resource_id: string
  readonly name: string
  readonly reservation_id: string
  readonly reservation_number: string
}

const planColumns = sql`
  select l.id, l.task_id, l.provider_id, l.person_id, p.name as person_name, l.takes_person, l.state, lower(l.during) as start, upper(l.during) as "end", l.end_reason
  from orders.task_plan l left join people_pub.person p on p.id = l.person_id`

/** Every plan that a task ever had: the one that holds, then the newest. */
export async function listPlans(db: Db<OrdersTables>, taskId: string): Promise<PlanRow[]> {
  const { rows } =
    await sql<PlanRow>`${planColumns} where l.task_id = ${taskId} order by (l.state = 'live') desc, l.planned_at desc, l.id desc`.execute(
      db,
    )
  return rows
}

export async function findLivePlan(db: Db<OrdersTables>, taskId: string): Promise<PlanRow | undefined> {
  const { rows } = await sql<PlanRow>`${planColumns} where l.task_id = ${taskId} and l.state = 'live'`.execute(db)
  return rows[0]
}

export async function listPlanResources(db: Db<OrdersTables>, planIds: readonly string[]): Promise<PlanResourceRow[]> {
  const { rows } = await sql<PlanResourceRow>`
    select x.plan_id, x.resource_id, coalesce(r.name_zh, r.name_en, '') as name, x.reservation_id, coalesce(b.number, '') as reservation_number
    from orders.task_plan_resource x
    left join catalog_pub.resource r on r.id = x.resource_id
    left join booking_pub.reservation_time b on b.id = x.reservation_id
    where x.plan_id = any(${planIds}::uuid[]) order by x.plan_id, r.kind, x.resource_id`.execute(db)
  return rows
}

/** Fails on `task_plan_person_free` when the person is planned elsewhere at that time. */
export async function insertPlan(
  tx: Db<OrdersTables>,
  plan: {
    id: string
    taskId: string
    providerId: string
    personId: string | null
    takesPerson: boolean
    start: Date
    end: Date
    plannedBy: string
    at: Date
  },
): Promise<void> {
  await sql`
    insert into orders.task_plan (id, task_id, provider_id, person_id, during, takes_person, planned_by, planned_at)
    values (${plan.id}, ${plan.taskId}, ${plan.providerId}, ${plan.personId}, tstzrange(${plan.start}, ${plan.end}), ${plan.takesPerson}, ${plan.plannedBy},
      ${plan.at})`.execute(tx)
}

export async function insertPlanResource(
  tx: Db<OrdersTables>,
  row: { planId: string; resourceId: string; reservationId: string },
): Promise<void> {
  await sql`
    insert into orders.task_plan_resource (plan_id, resource_id, reservation_id) values (${row.planId}, ${row.resourceId}, ${row.reservationId})`.execute(
    tx,
  )
}

/** Ends the live plan of a task; undefined when it has none. */
export async function endPlan(
  tx: Db<OrdersTables>,
  taskId: string,
  end: { state: Exclude<PlanState, 'live'>; reason: string | null; now: Date },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    update orders.task_plan set state = ${end.state}, end_reason = ${end.reason}, ended_at = ${end.now}
    where task_id = ${taskId} and state = 'live' returning id`.execute(tx)
  return rows[0]?.id
}

/** Ends every live plan of an order. */
export async function endPlansOfOrder(tx: Db<OrdersTables>, orderId: string, reason: string, now: Date): Promise<void> {
  await sql`
    update orders.task_plan l set state = 'released', end_reason = ${reason}, ended_at = ${now}
    from orders.task t where t.id = l.task_id and t.order_id = ${orderId} and l.state = 'live'`.execute(tx)
}

/** Bookings of plans that are over and that have not been given back yet. */
export async function listUnreleased(
  db: Db<OrdersTables>,
  where: { readonly planId: string } | { readonly orderId: string },
): Promise<{ provider_id: string; plan_id: string; reservation_id: string; reason: string }[]> {
  const which =
    'planId' in where
      ? sql`l.id = ${where.planId}`
      : sql`l.task_id in (select id from orders.task where order_id = ${where.orderId}) and l.state <> 'live'`
  const { rows } = await sql<{ provider_id: string; plan_id: string; reservation_id: string; reason: string }>`
    select l.provider_id, l.id as plan_id, x.reservation_id, coalesce(l.end_reason, '') as reason
    from orders.task_plan l join orders.task_plan_resource x on x.plan_id = l.id
    where ${which} and x.released_at is null order by x.resource_id, x.plan_id`.execute(db)
  return rows
}

export async function markReleased(tx: Db<OrdersTables>, reservationIds: readonly string[], now: Date): Promise<void> {
  await sql`
    update orders.task_plan_resource set released_at = ${now} where reservation_id = any(${reservationIds}::uuid[]) and released_at is null`.execute(
    tx,
  )
}

export type PlanOfReservation = {
  readonly plan_id: string
  readonly task_id: string
  readonly order_id: string
  readonly assignee_id: string | null
  readonly title: string
  readonly order_number: string
  readonly provider_id: string
}

/** The live plan that a booking belongs to. */
export async function findPlanOfReservation(db: Db<OrdersTables>, reservationId: string): Promise<PlanOfReservation | undefined> {
  const { rows } = await sql<PlanOfReservation>`
    select l.id as plan_id, t.id as task_id, t.order_id, t.assignee_id, t.title, o.number as order_number, l.provider_id
    from orders.task_plan_resource x join orders.task_plan l on l.id = x.plan_id and l.state = 'live'
    join orders.task t on t.id = l.task_id join orders.service_order o on o.id = t.order_id
    where x.reservation_id = ${reservationId}`.execute(db)
  return rows[0]
}

/** Where the bookings of a plan lie now; empty when none is live any more. */
export async function listPlanTimes(db: Db<OrdersTables>, planId: string): Promise<{ state: string; start: Date; end: Date }[]> {
  const { rows } = await sql<{ state: string; start: Date; end: Date }>`
    select b.state, b.starts_at as start, b.ends_at as "end" from orders.task_plan_resource x
    join booking_pub.reservation_time b on b.id = x.reservation_id where x.plan_id = ${planId} order by x.resource_id`.execute(db)
  return rows
}

/** Moves a plan with its bookings; fails on `task_plan_person_free` when its person is planned elsewhere then. */
export async function shiftPlan(tx: Db<OrdersTables>, planId: string, to: { start: Date; end: Date }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.task_plan set during = tstzrange(${to.start}, ${to.end})
    where id = ${planId} and state = 'live' and during <> tstzrange(${to.start}, ${to.end})`.execute(tx)
  return numAffectedRows === 1n
}

type ClashRow = {
  readonly resource_id: string | null
  readonly name: string
  readonly what: string
  readonly start: Date
  readonly end: Date
}

/** What lies at a time already: bookings of the resources, and other tasks of the person. */
export async function listClashes(
  db: Db<OrdersTables>,
  wish: {
    resourceIds: readonly string[]
    personId: string | null
    start: Date
    end: Date
    exceptTaskId: string
    givingBack: readonly string[]
    providerId: string
  },
): Promise<ClashRow[]> {
  const range = sql`tstzrange(${wish.start}, ${wish.end})`
  const { rows } = await sql<ClashRow>`
    select b.resource_id, coalesce(r.name_zh, r.name_en, '') as name, b.number as what, b.starts_at as start, b.ends_at as "end"
    from booking_pub.reservation_time b join catalog_pub.resource r on r.id = b.resource_id
    where b.resource_id = any(${wish.resourceIds}::uuid[]) and b.provider_id = ${wish.providerId} and b.state in ('held', 'pending', 'confirmed', 'in_use', 'completed')
      and b.starts_at < ${wish.end} and b.ends_at > ${wish.start}
      and b.id <> all(${wish.givingBack}::uuid[])
    union all
    select null, p.name, t.title, lower(l.during), upper(l.during)
    from orders.task_plan l join orders.task t on t.id = l.task_id join people_pub.person p on p.id = l.person_id
    where l.person_id = ${wish.personId}::uuid and l.takes_person and l.state = 'live' and l.task_id <> ${wish.exceptTaskId} and l.during && ${range}
    order by 4, 1, 3`.execute(db)
  return rows
}

/** The bookings that a task has taken and not given back. */
export async function listTaskReservations(db: Db<OrdersTables>, taskId: string): Promise<string[]> {
  const { rows } = await sql<{ reservation_id: string }>`
    select x.reservation_id from orders.task_plan l join orders.task_plan_resource x on x.plan_id = l.id
    where l.task_id = ${taskId} and l.state = 'live' and x.released_at is null`.execute(db)
  return rows.map((row) => row.reservation_id)
}

/** Ranges in which a person is planned the whole time. */
export async function listPersonPlans(
  db: Db<OrdersTables>,
  where: { personId: string; from: Date; until: Date; exceptTaskId: string },
): Promise<{ start: Date; end: Date }[]> {
  const { rows } = await sql<{ start: Date; end: Date }>`
    select lower(during) as start, upper(during) as "end" from orders.task_plan
    where person_id = ${where.personId} and takes_person and state = 'live' and task_id <> ${where.exceptTaskId}
      and during && tstzrange(${where.from}, ${where.until}) order by during, id`.execute(db)
  return rows
}

type PlannedRow = {
  readonly plan_id: string
  readonly task_id: string
  readonly title: string
  readonly order_number: string
  readonly state: TaskState
  readonly person_id: string | null
  readonly person_name: string | null
  readonly start: Date
  readonly end: Date
}

/** Live plans of a provider that touch a window. */
export async function listPlannedTasks(
  db: Db<OrdersTables>,
  where: { providerId: string; from: Date; until: Date },
): Promise<PlannedRow[]> {
  const { rows } = await sql<PlannedRow>`
    select l.id as plan_id, t.id as task_id, t.title, o.number as order_number, t.state, l.person_id, p.name as person_name,
      lower(l.during) as start, upper(l.during) as "end"
    from orders.task_plan l join orders.task t on t.id = l.task_id join orders.service_order o on o.id = t.order_id
    left join people_pub.person p on p.id = l.person_id
    where l.provider_id = ${where.providerId} and l.state = 'live' and l.during && tstzrange(${where.from}, ${where.until})
    order by lower(l.during), l.id limit 500`.execute(db)
  return rows
}
