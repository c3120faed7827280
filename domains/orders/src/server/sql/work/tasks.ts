import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { LineKind, OrderState } from '../../../core/vocabulary.ts'
import type { TaskKind, TaskState } from '../../../core/work/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'

/** A task with the order that it is for, its time, and what is open about it. */
export type TaskRow = {
  readonly id: string
  readonly order_id: string
  readonly order_number: string
  readonly order_title: string
  readonly order_state: OrderState
  readonly organisation_id: string
  readonly order_item_id: string
  readonly provider_id: string
  readonly kind: TaskKind
  readonly position: number
  readonly round: number
  readonly retest_of: string | null
  readonly retest_id: string | null
  readonly title: string
  readonly method: string
  readonly state: TaskState
  readonly assignee_id: string | null
  readonly assignee_name: string | null
  readonly due_day: string | null
  readonly conditions: string
  readonly note: string
  readonly version: number
  readonly entered_by: readonly string[]
  readonly started_at: Date | null
  readonly done_at: Date | null
  readonly done_by: string | null
  readonly done_by_name: string | null
  readonly checked_at: Date | null
  readonly checked_by_name: string | null
  readonly void_reason: string | null
  readonly batch_id: string | null
  readonly planned_start: Date | null
  readonly planned_end: Date | null
  readonly instrument_names: readonly string[]
  readonly is_plan_lost: boolean
  readonly open_investigations: number
}

const taskColumns = sql`
  select t.id, t.order_id, o.number as order_number, o.title as order_title, o.state as order_state, o.organisation_id, t.order_item_id, t.provider_id,
    t.kind, t.position, t.round, t.retest_of, (select r.id from orders.task r where r.retest_of = t.id) as retest_id, t.title, t.method, t.state,
    t.assignee_id, a.name as assignee_name, t.due_day, t.conditions, t.note, t.version, t.entered_by, t.started_at, t.done_at, t.done_by,
    d.name as done_by_name, t.checked_at, c.name as checked_by_name, t.void_reason,
    (select b.id from orders.batch b where b.task_id = t.id order by b.begun_at desc, b.id desc limit 1) as batch_id,
    lower(p.during) as planned_start, upper(p.during) as planned_end,
    coalesce((select array_agg(coalesce(r.name_zh, r.name_en, '') order by r.name_zh, r.id) from orders.task_plan_resource x
      join catalog_pub.resource r on r.id = x.resource_id where x.plan_id = p.id), '{}') as instrument_names,
    p.id is null and coalesce((select l.state = 'lost' from orders.task_plan l where l.task_id = t.id order by l.planned_at desc, l.id desc limit 1), false) as is_plan_lost,
    (select count(*)::int from orders.investigation i where i.task_id = t.id and i.state = 'open') as open_investigations
  from orders.task t
  join orders.service_order o on o.id = t.order_id
  left join orders.task_plan p on p.task_id = t.id and p.state = 'live'
  left join people_pub.person a on a.id = t.assignee_id
  left join people_pub.person d on d.id = t.done_by
  left join people_pub.person c on c.id = t.checked_by`

export async function findTask(db: Db<OrdersTables>, id: string): Promise<TaskRow | undefined> {
  const { rows } = await sql<TaskRow>`${taskColumns} where t.id = ${id}`.execute(db)
  return rows[0]
}

export async function listTasksOfOrder(db: Db<OrdersTables>, orderId: string): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`${taskColumns} where t.order_id = ${orderId} order by t.position`.execute(db)
  return rows
}

type TaskFilter = {
  readonly providerId: string
  readonly states: readonly TaskState[]
  readonly assigneeId: string | undefined
  readonly after: { readonly due: string; readonly id: string } | undefined
  readonly limit: number
}

/** Tasks of a provider, what is due first first, those without a day last. */
export async function listTasks(db: Db<OrdersTables>, filter: TaskFilter): Promise<TaskRow[]> {
  const key = sql`coalesce(t.due_day, 'infinity'::date)`
  const mine = filter.assigneeId ? sql`and t.assignee_id = ${filter.assigneeId}` : sql``
  const after = filter.after ? sql`and (${key}, t.id) > (${filter.after.due}::date, ${filter.after.id}::uuid)` : sql``
  const { rows } = await sql<TaskRow>`
    ${taskColumns} where t.provider_id = ${filter.providerId} and t.state = any(${filter.states}::text[]) ${mine} ${after}
    order by ${key}, t.id limit ${filter.limit + 1}`.execute(db)
  return rows
}

type WorkCountRow = {
  readonly state: TaskState
  readonly count: number
  readonly mine_today: number
  readonly late: number
  readonly to_check: number
}

export async function countTasks(
  db: Db<OrdersTables>,
  filter: { providerId: string; personId: string; today: string },
): Promise<WorkCountRow[]> {
  const { rows } = await sql<WorkCountRow>`
    select t.state, count(*)::int as count,
      (count(*) filter (where t.assignee_id = ${filter.personId} and t.state in ('planned', 'running') and (t.state = 'running' or t.due_day <= ${filter.today}::date
        or (lower(p.during) at time zone 'Asia/Shanghai')::date <= ${filter.today}::date)))::int as mine_today,
      (count(*) filter (where t.due_day < ${filter.today}::date and t.state in ('planned', 'running', 'done')))::int as late,
      (count(*) filter (where t.state = 'done' and not (${filter.personId}::uuid = any (t.entered_by)) and t.done_by <> ${filter.personId}::uuid))::int as to_check
    from orders.task t left join orders.task_plan p on p.task_id = t.id and p.state = 'live'
    where t.provider_id = ${filter.providerId} and (t.state in ('planned', 'running', 'done') or t.checked_at > now() - interval '30 days')
    group by t.state order by t.state`.execute(db)
  return rows
}

/** Items of an order with the kind of their service, and whether they have a task. */
type WorkItemRow = {
  readonly id: string
  readonly kind: LineKind
  readonly service_id: string | null
  readonly service_kind: string | null
  readonly name: string
  readonly method: string
  readonly tasks: number
  readonly grants: number
}

/** Items of an order that are worked on; one that an amendment took out only as far as work on it had begun. */
export async function listWorkItems(db: Db<OrdersTables>, orderId: string): Promise<WorkItemRow[]> {
  const { rows } = await sql<WorkItemRow>`
    select i.id, i.kind, i.service_id, r.kind as service_kind, i.name, i.method,
      (select count(*)::int from orders.task t where t.order_item_id = i.id) as tasks,
      (select count(*)::int from orders.access_grant g where g.order_item_id = i.id) as grants
    from orders.order_item i left join catalog_pub.resource r on r.id = i.service_id
    where i.order_id = ${orderId} and (i.removed_by is null or exists (select from orders.task t where t.order_item_id = i.id)) order by i.position`.execute(
    db,
  )
  return rows
}

/** Schemes in whose scope the services of an order's items are on a day. */
export async function listMarks(db: Db<OrdersTables>, orderId: string, day: string): Promise<{ item_id: string; scheme: string }[]> {
  const { rows } = await sql<{ item_id: string; scheme: string }>`
    select distinct i.id as item_id, a.scheme from orders.order_item i
    join catalog_pub.resource_accreditation a on a.resource_id = i.service_id
    where i.order_id = ${orderId} and a.valid_from <= ${day}::date and (a.valid_to is null or a.valid_to >= ${day}::date)
    order by i.id, a.scheme`.execute(db)
  return rows
}

export type NewTask = {
  readonly id: string
  readonly orderId: string
  readonly orderItemId: string
  readonly providerId: string
  readonly kind: TaskKind
  readonly round: number
  readonly retestOf: string | null
  readonly title: string
  readonly method: string
  readonly assigneeId: string | null
  readonly dueDay: string | null
  readonly at: Date
}

/** Adds a task behind those of the order; the order is locked by the caller. */
export async function insertTask(tx: Db<OrdersTables>, task: NewTask): Promise<void> {
  await sql`
    insert into orders.task (id, order_id, order_item_id, provider_id, kind, position, round, retest_of, title, method, assignee_id, due_day, created_at)
    select ${task.id}::uuid, ${task.orderId}::uuid, ${task.orderItemId}::uuid, ${task.providerId}::uuid, ${task.kind}, coalesce(max(position), 0) + 1,
      ${task.round}, ${task.retestOf}::uuid, ${task.title}, ${task.method}, ${task.assigneeId}::uuid, ${task.dueDay}::date, ${task.at}
    from orders.task where order_id = ${task.orderId}`.execute(tx)
}

type TaskMove = {
  readonly from: TaskState
  readonly to: TaskState
  readonly personId: string | null
  readonly reason: string | null
  readonly now: Date
}

/** True when the task still stood as it was seen. Whoever finishes counts among those who may not check. */
export async function moveTask(tx: Db<OrdersTables>, seen: { id: string; version: number }, move: TaskMove): Promise<boolean> {
  const { to, personId, now } = move
  const isDone = to === 'done'
  const isChecked = to === 'checked'
  const { numAffectedRows } = await sql`
    update orders.task set state = ${to}, version = version + 1,
      started_at = case when ${to} = 'running' then coalesce(started_at, ${now}) else started_at end,
      done_at = case when ${isDone} then ${now} when ${to} = 'running' then null else done_at end,
      done_by = case when ${isDone} then ${personId}::uuid when ${to} = 'running' then null else done_by end,
      checked_at = case when ${isChecked} then ${now}::timestamptz end,
      checked_by = case when ${isChecked} then ${personId}::uuid end,
      void_reason = case when ${to} = 'void' then ${move.reason} end
    where id = ${seen.id} and version = ${seen.version} and state = ${move.from}`.execute(tx)
  return numAffectedRows === 1n
}

/** A change of what stands beside the state; true when the version was still the one that was seen. */
export async function arrangeTask(
  tx: Db<OrdersTables>,
  seen: { id: string; version: number },
  to: { assigneeId: string | null; dueDay: string | null; conditions: string; note: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.task set assignee_id = ${to.assigneeId}, due_day = ${to.dueDay}, conditions = ${to.conditions}, note = ${to.note}, version = version + 1
    where id = ${seen.id} and version = ${seen.version}`.execute(tx)
  return numAffectedRows === 1n
}

/** Counts one more version and, when something was entered, who did. */
export async function touchTask(tx: Db<OrdersTables>, seen: { id: string; version: number }, enteredBy: string | null): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.task set version = version + 1,
      entered_by = case when ${enteredBy}::uuid is null or ${enteredBy}::uuid = any (entered_by) then entered_by else entered_by || ${enteredBy}::uuid end
    where id = ${seen.id} and version = ${seen.version}`.execute(tx)
  return numAffectedRows === 1n
}

type TaskStepRow = {
  readonly act: string
  readonly from_state: TaskState | null
  readonly to_state: TaskState
  readonly person_name: string | null
  readonly reason: string | null
  readonly at: Date
}

export async function insertTaskStep(
  tx: Db<OrdersTables>,
  step: {
    id: string
    taskId: string
    version: number
    act: string
    from: TaskState | null
    to: TaskState
    personId: string | null
    reason: string | null
    detail: Readonly<Record<string, unknown>>
    at: Date
  },
): Promise<void> {
  await sql`
    insert into orders.task_step (id, task_id, version, act, from_state, to_state, person_id, reason, detail, at)
    values (${step.id}, ${step.taskId}, ${step.version}, ${step.act}, ${step.from}, ${step.to}, ${step.personId}, ${step.reason},
      ${JSON.stringify(step.detail)}, ${step.at})`.execute(tx)
}

export async function listTaskSteps(db: Db<OrdersTables>, taskId: string): Promise<TaskStepRow[]> {
  const { rows } = await sql<TaskStepRow>`
    select s.act, s.from_state, s.to_state, p.name as person_name, s.reason, s.at
    from orders.task_step s left join people_pub.person p on p.id = s.person_id where s.task_id = ${taskId} order by s.version`.execute(db)
  return rows
}

/** What keeps an order's work from being finished. */
type OpenWork = {
  readonly open_tasks: number
  readonly open_investigations: number
  readonly open_batches: number
  readonly open_grants: number
  readonly tasks: number
}

export async function countOpenWork(db: Db<OrdersTables>, orderId: string, now: Date): Promise<OpenWork> {
  const { rows } = await sql<OpenWork>`
    select
      (select count(*)::int from orders.task where order_id = ${orderId} and state not in ('checked', 'void')) as open_tasks,
      (select count(*)::int from orders.investigation i join orders.task t on t.id = i.task_id where t.order_id = ${orderId} and i.state = 'open') as open_investigations,
      (select count(*)::int from orders.batch where order_id = ${orderId} and state in ('running', 'made')) as open_batches,
      (select count(*)::int from orders.access_grant where order_id = ${orderId} and state = 'granted' and upper(during) > ${now}) as open_grants,
      (select count(*)::int from orders.task where order_id = ${orderId}) as tasks`.execute(db)
  return rows[0] as OpenWork
}

/** Names of the active people of a provider who do its work. */
export async function listWorkers(db: Db<OrdersTables>, providerId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from people_pub.membership m join people_pub.person p on p.id = m.person_id
    where m.organisation_id = ${providerId} and m.status = 'active'
      and m.roles && array['provider:owner', 'provider:lab_manager', 'provider:lab_staff', 'provider:approver'] order by p.name, p.id`.execute(
    db,
  )
  return rows
}

/** Resources of a provider that can be planned: instruments, rooms, people's help. */
export async function listMeans(
  db: Db<OrdersTables>,
  providerId: string,
): Promise<{ id: string; name: string; name_en: string | null; kind: string }[]> {
  const { rows } = await sql<{ id: string; name: string; name_en: string | null; kind: string }>`
    select r.id, coalesce(r.name_zh, r.name_en, '') as name, r.name_en, r.kind
    from catalog_pub.resource r join booking_pub.calendar c on c.resource_id = r.id
    where r.provider_id = ${providerId} and r.status = 'published' and c.is_accepting order by r.kind, r.name_zh, r.id limit 1000`.execute(
    db,
  )
  return rows
}

/** Open tasks whose booking was taken away and that have no new plan. */
export async function countLostPlans(db: Db<OrdersTables>, providerId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from orders.task t
    where t.provider_id = ${providerId} and t.state in ('planned', 'running')
      and (select l.state from orders.task_plan l where l.task_id = t.id order by l.planned_at desc, l.id desc limit 1) = 'lost'`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}
