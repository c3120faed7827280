import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { CalibrationState, Cause, Verdict } from '../../../core/work/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'

/** One entry of a result; `position` and `result_id` say which figure it is about. */
export type EntryRow = {
  readonly result_id: string
  readonly task_id: string
  readonly position: number
  readonly revision: number
  readonly parameter: string
  readonly sample_label: string
  readonly value: string
  readonly unit: string
  readonly limit_low: string | null
  readonly limit_high: string | null
  readonly limit_words: string
  readonly basis: string
  readonly verdict: Verdict
  readonly is_withdrawn: boolean
  readonly source: 'form' | 'import'
  readonly reason: string | null
  readonly entered_by_name: string
  readonly entered_at: Date
}

/** Every entry of the results of tasks, by figure, newest first. */
export async function listEntries(db: Db<OrdersTables>, taskIds: readonly string[]): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select r.id as result_id, r.task_id, r.position, e.revision, e.parameter, e.sample_label, e.value, e.unit, trim_scale(e.limit_low)::text as limit_low,
      trim_scale(e.limit_high)::text as limit_high, e.limit_words, e.basis, e.verdict, e.is_withdrawn, e.source, e.reason, coalesce(p.name, '') as entered_by_name,
      e.entered_at
    from orders.result r join orders.result_entry e on e.result_id = r.id left join people_pub.person p on p.id = e.entered_by
    where r.task_id = any(${taskIds}::uuid[]) order by r.task_id, r.position, e.revision desc`.execute(db)
  return rows
}

/** What stands now, without what was withdrawn. */
export async function listCurrentEntries(db: Db<OrdersTables>, orderId: string): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select r.id as result_id, r.task_id, r.position, e.revision, e.parameter, e.sample_label, e.value, e.unit, trim_scale(e.limit_low)::text as limit_low,
      trim_scale(e.limit_high)::text as limit_high, e.limit_words, e.basis, e.verdict, e.is_withdrawn, e.source, e.reason, coalesce(p.name, '') as entered_by_name,
      e.entered_at
    from orders.task t join orders.result r on r.task_id = t.id join orders.result_entry e on e.result_id = r.id and e.revision = r.revision
    left join people_pub.person p on p.id = e.entered_by
    where t.order_id = ${orderId} and not e.is_withdrawn order by t.position, r.position`.execute(db)
  return rows
}

type NewEntry = {
  readonly id: string
  readonly resultId: string
  readonly revision: number
  readonly parameter: string
  readonly sampleLabel: string
  readonly value: string
  readonly unit: string
  readonly limitLow: string | null
  readonly limitHigh: string | null
  readonly limitWords: string
  readonly basis: string
  readonly verdict: Verdict
  readonly isWithdrawn: boolean
  readonly source: 'form' | 'import'
  readonly reason: string | null
  readonly enteredBy: string
  readonly at: Date
}

export async function insertResult(tx: Db<OrdersTables>, result: { id: string; taskId: string }): Promise<void> {
  await sql`
    insert into orders.result (id, task_id, position)
    select ${result.id}::uuid, ${result.taskId}::uuid, coalesce(max(position), 0) + 1 from orders.result where task_id = ${result.taskId}`.execute(
    tx,
  )
}

export async function insertEntry(tx: Db<OrdersTables>, entry: NewEntry): Promise<void> {
  await sql`
    insert into orders.result_entry (id, result_id, revision, parameter, sample_label, value, unit, limit_low, limit_high, limit_words, basis, verdict,
      is_withdrawn, source, reason, entered_by, entered_at)
    values (${entry.id}, ${entry.resultId}, ${entry.revision}, ${entry.parameter}, ${entry.sampleLabel}, ${entry.value}, ${entry.unit}, ${entry.limitLow},
      ${entry.limitHigh}, ${entry.limitWords}, ${entry.basis}, ${entry.verdict}, ${entry.isWithdrawn}, ${entry.source}, ${entry.reason}, ${entry.enteredBy},
      ${entry.at})`.execute(tx)
}

/** The next revision of a result of this task; undefined when there is no such result. */
export async function raiseRevision(tx: Db<OrdersTables>, taskId: string, resultId: string): Promise<number | undefined> {
  const { rows } = await sql<{ revision: number }>`
    update orders.result set revision = revision + 1 where id = ${resultId} and task_id = ${taskId} returning revision`.execute(tx)
  return rows[0]?.revision
}

export type InvestigationRow = {
  readonly id: string
  readonly task_id: string
  readonly result_id: string
  readonly provider_id: string
  readonly parameter: string
  readonly value: string
  readonly state: 'open' | 'closed'
  readonly opened_by: string
  readonly opened_by_name: string
  readonly opened_at: Date
  readonly cause: Cause | null
  readonly findings: string | null
  readonly conclusion: string | null
  readonly is_retest_allowed: boolean | null
  readonly closed_by_name: string | null
  readonly closed_at: Date | null
}

const investigationColumns = sql`
  select i.id, i.task_id, i.result_id, i.provider_id, e.parameter, e.value, i.state, i.opened_by, o.name as opened_by_name, i.opened_at, i.cause, i.findings,
    i.conclusion, i.is_retest_allowed, c.name as closed_by_name, i.closed_at
  from orders.investigation i join orders.result_entry e on e.result_id = i.result_id and e.revision = i.revision
  join people_pub.person o on o.id = i.opened_by left join people_pub.person c on c.id = i.closed_by`

export async function listInvestigations(db: Db<OrdersTables>, taskId: string): Promise<InvestigationRow[]> {
  const { rows } = await sql<InvestigationRow>`${investigationColumns} where i.task_id = ${taskId} order by i.opened_at, i.id`.execute(db)
  return rows
}

export async function findInvestigation(db: Db<OrdersTables>, id: string): Promise<InvestigationRow | undefined> {
  const { rows } = await sql<InvestigationRow>`${investigationColumns} where i.id = ${id}`.execute(db)
  return rows[0]
}

export async function insertInvestigation(
  tx: Db<OrdersTables>,
  row: { id: string; taskId: string; resultId: string; revision: number; providerId: string; openedBy: string; at: Date },
): Promise<void> {
  await sql`
    insert into orders.investigation (id, task_id, result_id, revision, provider_id, opened_by, opened_at)
    values (${row.id}, ${row.taskId}, ${row.resultId}, ${row.revision}, ${row.providerId}, ${row.openedBy}, ${row.at})`.execute(tx)
}

/** True when it was open; fails on `investigation_second_person` when whoever opened it would close it. */
export async function closeInvestigation(
  tx: Db<OrdersTables>,
  id: string,
  close: { cause: Cause; findings: string; conclusion: string; isRetestAllowed: boolean; by: string; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.investigation set state = 'closed', cause = ${close.cause}, findings = ${close.findings}, conclusion = ${close.conclusion},
      is_retest_allowed = ${close.isRetestAllowed}, closed_by = ${close.by}, closed_at = ${close.at}
    where id = ${id} and state = 'open'`.execute(tx)
  return numAffectedRows === 1n
}

export async function countOpenInvestigations(db: Db<OrdersTables>, providerId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from orders.investigation where provider_id = ${providerId} and state = 'open'`.execute(db)
  return rows[0]?.count ?? 0
}

export type UsedInstrumentRow = {
  readonly id: string
  readonly resource_id: string
  readonly name: string
  readonly used_on: string
  readonly calibration_state: CalibrationState
  readonly calibration_due_on: string | null
  readonly certificate_no: string | null
  readonly reason: string | null
  readonly recorded_by_name: string
}

export async function listUsedInstruments(db: Db<OrdersTables>, taskId: string): Promise<UsedInstrumentRow[]> {
  const { rows } = await sql<UsedInstrumentRow>`
    select u.id, u.resource_id, coalesce(r.name_zh, r.name_en, '') as name, u.used_on, u.calibration_state, u.calibration_due_on, c.certificate_no, u.reason,
      coalesce(p.name, '') as recorded_by_name
    from orders.task_instrument u left join catalog_pub.resource r on r.id = u.resource_id
    left join booking_pub.calibration c on c.id = u.calibration_id left join people_pub.person p on p.id = u.recorded_by
    where u.task_id = ${taskId} order by u.used_on, u.recorded_at, u.id`.execute(db)
  return rows
}

/** A resource of the provider with the calibration that held on a day: the last done by then. */
type CalibrationOnDay = {
  readonly resource_id: string
  readonly name: string
  readonly calibration_id: string | null
  readonly due_on: string | null
  readonly blocks_when_overdue: boolean
}

export async function listCalibrationsOn(
  db: Db<OrdersTables>,
  where: { providerId: string; resourceIds: readonly string[]; day: string },
): Promise<CalibrationOnDay[]> {
  const { rows } = await sql<CalibrationOnDay>`
    select r.id as resource_id, coalesce(r.name_zh, r.name_en, '') as name, c.id as calibration_id, c.due_on, coalesce(c.blocks_when_overdue, false) as blocks_when_overdue
    from catalog_pub.resource r
    left join lateral (select k.id, k.due_on, k.blocks_when_overdue from booking_pub.calibration k
      where k.resource_id = r.id and k.done_on <= ${where.day}::date order by k.done_on desc, k.id desc limit 1) c on true
    where r.id = any(${where.resourceIds}::uuid[]) and r.provider_id = ${where.providerId} order by r.id`.execute(db)
  return rows
}

/** False when it stands already for that day. */
export async function insertUsedInstrument(
  tx: Db<OrdersTables>,
  row: {
    id: string
    taskId: string
    resourceId: string
    reservationId: string | null
    usedOn: string
    calibrationId: string | null
    calibrationDueOn: string | null
    calibrationState: CalibrationState
    reason: string | null
    by: string
    at: Date
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.task_instrument (id, task_id, resource_id, reservation_id, used_on, calibration_id, calibration_due_on, calibration_state, reason,
      recorded_by, recorded_at)
    values (${row.id}, ${row.taskId}, ${row.resourceId}, ${row.reservationId}, ${row.usedOn}, ${row.calibrationId}, ${row.calibrationDueOn}, ${row.calibrationState},
      ${row.reason}, ${row.by}, ${row.at})
    on conflict on constraint task_instrument_once do nothing`.execute(tx)
  return numAffectedRows === 1n
}
