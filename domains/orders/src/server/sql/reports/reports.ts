import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { ReportTemplateContent } from '../../../contract/report-templates.ts'
import type { ReportContent } from '../../../core/reports/complete.ts'
import type { Mark } from '../../../core/reports/scope.ts'
import type { ReportKind, ReportLanguage, ReportState } from '../../../core/reports/vocabulary.ts'
import type { OrderState } from '../../../core/vocabulary.ts'
import type { EndedPaper, OrdersTables } from '../../needs.ts'

/** A report with the names that a reader sees. */
export type ReportRow = {
  readonly id: string
  readonly order_id: string
  readonly order_number: string
  readonly order_title: string
  readonly order_state: OrderState
  readonly organisation_id: string
  readonly organisation_name: string
  readonly provider_id: string
  readonly provider_name: string
  readonly template_id: string
  readonly template_version: number
  readonly template_name: string
  readonly class_code: string
  readonly language: ReportLanguage
  readonly template: ReportTemplateContent
  readonly kind: ReportKind
  readonly state: ReportState
  readonly version: number
  readonly content: ReportContent
  readonly replaces_id: string | null
  readonly replaces_number: string | null
  readonly replace_reason: string | null
  readonly successor_id: string | null
  readonly successor_number: string | null
  readonly created_at: Date
  readonly prepared_by: string | null
  readonly prepared_name: string | null
  readonly prepared_at: Date | null
  readonly checked_by: string | null
  readonly checked_name: string | null
  readonly checked_at: Date | null
  readonly approved_by: string | null
  readonly approved_name: string | null
  readonly approved_at: Date | null
  readonly returned_reason: string | null
  readonly number: string | null
  readonly edition: number
  readonly code: string | null
  readonly issued_at: Date | null
  readonly retain_until: string | null
  readonly sha256: string | null
  readonly size_bytes: bigint | null
  readonly pages: number | null
  readonly marks: readonly Mark[] | null
  readonly ended_at: Date | null
  readonly end_reason: string | null
}

const columns = sql`
  select r.id, r.order_id, o.number as order_number, o.title as order_title, o.state as order_state, o.organisation_id, c.name as organisation_name, r.provider_id,
    p.name as provider_name, r.template_id, r.template_version, t.name as template_name, t.class_code, t.language, v.content as template, r.kind, r.state,
    r.version, r.content, r.replaces_id, b.number as replaces_number, r.replace_reason, s.id as successor_id, s.number as successor_number, r.created_at,
    r.prepared_by, pp.name as prepared_name, r.prepared_at, r.checked_by, pc.name as checked_name, r.checked_at, r.approved_by, pa.name as approved_name,
    r.approved_at, r.returned_reason, r.number, r.edition, r.code, r.issued_at, r.retain_until, r.sha256, r.size_bytes, r.pages, r.marks, r.ended_at, r.end_reason
  from orders.report r
  join orders.service_order o on o.id = r.order_id
  join people_pub.organisation c on c.id = o.organisation_id
  join people_pub.organisation p on p.id = r.provider_id
  join orders.report_template t on t.id = r.template_id
  join orders.report_template_version v on v.template_id = r.template_id and v.version = r.template_version
  left join orders.report b on b.id = r.replaces_id
  left join orders.report s on s.replaces_id = r.id and s.state <> 'discarded' and s.number is not null
  left join people_pub.person pp on pp.id = r.prepared_by
  left join people_pub.person pc on pc.id = r.checked_by
  left join people_pub.person pa on pa.id = r.approved_by`

export async function findReport(db: Db<OrdersTables>, id: string): Promise<ReportRow | undefined> {
  const { rows } = await sql<ReportRow>`${columns} where r.id = ${id}`.execute(db)
  return rows[0]
}

export async function findReportByCode(db: Db<OrdersTables>, code: string): Promise<ReportRow | undefined> {
  const { rows } = await sql<ReportRow>`${columns} where r.code = ${code}`.execute(db)
  return rows[0]
}

/** Takes the report for this transaction; its order was locked before. */
export async function lockReport(tx: Db<OrdersTables>, id: string): Promise<ReportRow | undefined> {
  await sql`select from orders.report where id = ${id} for no key update`.execute(tx)
  return findReport(tx, id)
}

/** Reports of an order, oldest first; `states` narrows them to what a reader may see. */
export async function listReportsOfOrder(db: Db<OrdersTables>, orderId: string, states: readonly ReportState[]): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    ${columns} where r.order_id = ${orderId} and r.state = any(${states}::text[]) order by r.created_at, r.id`.execute(db)
  return rows
}

type Page = {
  readonly providerId: string
  readonly states: readonly ReportState[]
  readonly after: { readonly createdAt: Date; readonly id: string } | undefined
  readonly limit: number
}

export async function listReports(db: Db<OrdersTables>, { providerId, states, after, limit }: Page): Promise<ReportRow[]> {
  const beyond: RawBuilder<unknown> = after ? sql`and (r.created_at, r.id) < (${after.createdAt}, ${after.id}::uuid)` : sql``
  const { rows } = await sql<ReportRow>`
    ${columns} where r.provider_id = ${providerId} and r.state = any(${states}::text[]) ${beyond}
    order by r.created_at desc, r.id desc limit ${limit + 1}`.execute(db)
  return rows
}

export async function countReports(db: Db<OrdersTables>, providerId: string): Promise<Partial<Record<ReportState, number>>> {
  const { rows } = await sql<{ state: ReportState; count: number }>`
    select state, count(*)::int as count from orders.report where provider_id = ${providerId} group by state order by state`.execute(db)
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

type NewReport = Pick<ReportRow, 'id' | 'order_id' | 'provider_id' | 'template_id' | 'template_version' | 'kind' | 'content'> & {
  readonly replaces: { readonly id: string; readonly edition: number; readonly reason: string } | undefined
  readonly personId: string
  readonly now: Date
}

/** False when the order has a report in preparation, or the one to be replaced has a successor already. */
export async function insertReport(tx: Db<OrdersTables>, report: NewReport): Promise<boolean> {
  const { rows } = await sql`
    insert into orders.report (id, order_id, provider_id, template_id, template_version, kind, content, replaces_id, replace_reason, edition, created_by, created_at)
    values (${report.id}, ${report.order_id}, ${report.provider_id}, ${report.template_id}, ${report.template_version}, ${report.kind},
      ${JSON.stringify(report.content)}, ${report.replaces?.id ?? null}, ${report.replaces?.reason ?? null}, ${(report.replaces?.edition ?? 0) + 1},
      ${report.personId}, ${report.now})
    on conflict do nothing returning id`.execute(tx)
  return rows.length === 1
}

/** Writes what was typed; false when the report has another version or is no draft. */
export async function writeContent(tx: Db<OrdersTables>, id: string, version: number, content: ReportContent): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.report set content = ${JSON.stringify(content)}, version = version + 1
    where id = ${id} and version = ${version} and state = 'draft'`.execute(tx)
  return numAffectedRows === 1n
}

type Move = {
  readonly from: ReportRow
  readonly to: ReportState
  readonly personId: string
  readonly now: Date
  readonly reason?: string | undefined
}

const SIGNED: Partial<Record<ReportState, RawBuilder<unknown>>> = {
  prepared: sql.raw('prepared'),
  checked: sql.raw('checked'),
  approved: sql.raw('approved'),
}

/** Moves a report that stands as `from` says; false when it moved meanwhile. */
export async function moveReport(tx: Db<OrdersTables>, { from, to, personId, now, reason }: Move): Promise<boolean> {
  const name = SIGNED[to]
  const isEnd = to === 'withdrawn' || to === 'replaced' || to === 'discarded'
  const change = name
    ? sql`${name}_by = ${personId}, ${name}_at = ${now}, returned_reason = null`
    : isEnd
      ? sql`ended_by = ${personId}, ended_at = ${now}, end_reason = ${reason ?? null}`
      : sql`prepared_by = null, prepared_at = null, checked_by = null, checked_at = null, approved_by = null, approved_at = null, returned_reason = ${reason ?? null}`
  const { numAffectedRows } = await sql`
    update orders.report set state = ${to}, version = version + 1, ${change}
    where id = ${from.id} and state = ${from.state} and version = ${from.version}`.execute(tx)
  return numAffectedRows === 1n
}

/** Reports in preparation of an order that is given up are not gone on with. */
export async function discardDrafts(tx: Db<OrdersTables>, orderId: string, now: Date): Promise<void> {
  await sql`
    update orders.report set state = 'discarded', version = version + 1, ended_at = ${now}
    where order_id = ${orderId} and state in ('draft', 'prepared', 'checked', 'approved')`.execute(tx)
}

type Frozen = {
  readonly number: string
  readonly code: string
  readonly personId: string
  readonly now: Date
  readonly sha256: string
  readonly sizeBytes: number
  readonly pages: number
  readonly marks: readonly Mark[]
  readonly signingKeyId: string
  readonly retainUntil: string | null
}

/** From here on the report never changes. */
export async function freezeReport(tx: Db<OrdersTables>, id: string, frozen: Frozen): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.report set state = 'issued', version = version + 1, number = ${frozen.number}, code = ${frozen.code}, issued_by = ${frozen.personId},
      issued_at = ${frozen.now}, sha256 = ${frozen.sha256}, size_bytes = ${frozen.sizeBytes}, pages = ${frozen.pages}, marks = ${JSON.stringify(frozen.marks)},
      signing_key_id = ${frozen.signingKeyId}, retain_until = ${frozen.retainUntil}::date
    where id = ${id} and state = 'approved'`.execute(tx)
  return numAffectedRows === 1n
}

/** The next serial; whoever issues in the same class waits here until this one is done or given up. */
export async function nextSerial(tx: Db<OrdersTables>, providerId: string, year: number, classCode: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into orders.report_serial (provider_id, year, class_code, last) values (${providerId}, ${year}, ${classCode}, 1)
    on conflict on constraint report_serial_pkey do update set last = report_serial.last + 1 returning last`.execute(tx)
  return rows[0]?.last ?? 0
}

/** Every edition of a report, from the first to the last one issued. */
export async function listEditions(
  db: Db<OrdersTables>,
  id: string,
): Promise<{ edition: number; state: 'issued' | 'replaced' | 'withdrawn'; sha256: string }[]> {
  const { rows } = await sql<{ edition: number; state: 'issued' | 'replaced' | 'withdrawn'; sha256: string }>`
    with recursive before as (
      select id, replaces_id from orders.report where id = ${id}
      union all
      select r.id, r.replaces_id from orders.report r join before b on r.id = b.replaces_id
    ), chain as (
      select id from before where replaces_id is null
      union all
      select r.id from orders.report r join chain c on r.replaces_id = c.id and r.state <> 'discarded'
    )
    select r.edition, r.state, r.sha256 from chain c join orders.report r on r.id = c.id where r.sha256 is not null order by r.edition, r.id`.execute(
    db,
  )
  return rows
}

/** Files that no longer hold. */
export async function listEnded(db: Db<OrdersTables>): Promise<EndedPaper[]> {
  const { rows } = await sql<EndedPaper>`
    select sha256, state, ended_at as on from orders.report where state in ('replaced', 'withdrawn') order by ended_at, id`.execute(db)
  return rows
}
