import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Scope } from '../../../core/reports/scope.ts'
import type { ReportVerdict } from '../../../core/reports/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'

/** Scopes of accreditation of the services of an order's items. */
export async function listScopes(db: Db<OrdersTables>, orderId: string): Promise<Scope[]> {
  const { rows } = await sql<{ resource_id: string; scheme: string; certificate_no: string; valid_from: string; valid_to: string | null }>`
    select a.resource_id, a.scheme, a.certificate_no, a.valid_from, a.valid_to from catalog_pub.resource_accreditation a
    where a.resource_id in (select service_id from orders.order_item where order_id = ${orderId})
    order by a.scheme, a.certificate_no, a.valid_from, a.resource_id`.execute(db)
  return rows.map((row) => ({
    serviceId: row.resource_id,
    scheme: row.scheme,
    certificateNo: row.certificate_no,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}

export type CheckedResult = {
  readonly order_item_id: string
  readonly parameter: string
  readonly sample_label: string
  readonly value: string
  readonly unit: string
  readonly limits: string
  readonly basis: string
  readonly verdict: ReportVerdict
}

/** Results that a second person has checked, as they stand now; of a test that was done again only the last round. */
export async function listCheckedResults(db: Db<OrdersTables>, orderId: string): Promise<CheckedResult[]> {
  const { rows } = await sql<CheckedResult>`
    select t.order_item_id, e.parameter, e.sample_label, e.value, e.unit, e.basis, e.verdict,
      case when e.limit_words <> '' then e.limit_words
        when e.limit_low is not null and e.limit_high is not null then e.limit_low || ' – ' || e.limit_high
        when e.limit_low is not null then '≥ ' || e.limit_low
        when e.limit_high is not null then '≤ ' || e.limit_high
        else '' end as limits
    from orders.task t
    join orders.result r on r.task_id = t.id
    join orders.result_entry e on e.result_id = r.id and e.revision = r.revision and not e.is_withdrawn
    where t.order_id = ${orderId} and t.state = 'checked' and not exists (select from orders.task n where n.retest_of = t.id and n.state = 'checked')
    order by t.position, r.position, r.id`.execute(db)
  return rows
}

export type ReportedSample = {
  readonly number: string
  readonly name: string
  readonly spec: string
  readonly batch: string
  readonly maker: string
  readonly condition: string | null
  readonly received_at: Date | null
}

/** Samples that came in for an order; parts of them are not named again. */
export async function listReportedSamples(db: Db<OrdersTables>, orderId: string): Promise<ReportedSample[]> {
  const { rows } = await sql<ReportedSample>`
    select number, name, spec, batch, maker, condition, received_at from orders.sample
    where order_id = ${orderId} and parent_id is null and received_at is not null order by number, id`.execute(db)
  return rows
}

/** Instruments that were used, with how long their calibration holds. */
export async function listUsedInstruments(db: Db<OrdersTables>, orderId: string): Promise<{ name: string; due: string | null }[]> {
  const { rows } = await sql<{ name: string; due: string | null }>`
    select distinct on (r.name_zh) r.name_zh as name, i.calibration_due_on as due
    from orders.task t join orders.task_instrument i on i.task_id = t.id join catalog_pub.resource r on r.id = i.resource_id
    where t.order_id = ${orderId} and t.state <> 'void' order by r.name_zh, i.used_on desc`.execute(db)
  return rows
}

/** Days on which work was done; null when none was recorded. */
export async function findWorkDays(db: Db<OrdersTables>, orderId: string): Promise<{ from: Date | null; to: Date | null }> {
  const { rows } = await sql<{ from: Date | null; to: Date | null }>`
    select min(started_at) as from, max(done_at) as to from orders.task where order_id = ${orderId} and state <> 'void'`.execute(db)
  return rows[0] ?? { from: null, to: null }
}
