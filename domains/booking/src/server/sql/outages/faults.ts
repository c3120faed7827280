import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { FaultState, FaultVerdict } from '../../../core/outages/vocabulary.ts'
import type { BookingTables } from '../../needs.ts'

export type FaultRow = {
  readonly id: string
  readonly number: string
  readonly resource_id: string
  readonly resource_name: string
  readonly resource_name_en: string | null
  readonly zone: string
  readonly provider_id: string
  readonly provider_name: string
  readonly reservation_id: string | null
  readonly organisation_id: string
  readonly organisation_name: string
  readonly reported_by: string
  readonly reporter_name: string
  readonly reported_at: Date
  readonly impact: FaultVerdict
  readonly description: string
  readonly state: FaultState
  readonly verdict: FaultVerdict | null
  readonly triage_note: string | null
  readonly triaged_at: Date | null
  readonly outage_id: string | null
  readonly resolution: string | null
  readonly resolved_at: Date | null
  readonly version: number
  readonly photo_ids: readonly string[]
}

const faultColumns: RawBuilder<FaultRow> = sql`
  select f.id, f.number, f.resource_id, coalesce(r.name_zh, r.name_en, '') as resource_name, r.name_en as resource_name_en,
    coalesce(r.zone, 'Asia/Shanghai') as zone, f.provider_id, coalesce(p.name, '') as provider_name, f.reservation_id, f.organisation_id,
    coalesce(o.short_name, o.name, '') as organisation_name, f.reported_by, coalesce(u.name, '') as reporter_name, f.reported_at, f.impact, f.description,
    f.state, f.verdict, f.triage_note, f.triaged_at, f.outage_id, f.resolution, f.resolved_at, f.version,
    coalesce((select jsonb_agg(x.file_id order by x.added_at, x.file_id) from booking.fault_photo x where x.report_id = f.id), '[]') as photo_ids
  from booking.fault_report f
  left join catalog_pub.resource r on r.id = f.resource_id
  left join people_pub.organisation p on p.id = f.provider_id
  left join people_pub.organisation o on o.id = f.organisation_id
  left join people_pub.person u on u.id = f.reported_by`

/** A report that `organisationId` may see: its people wrote it, or it owns the resource. */
export async function findFault(db: Db<BookingTables>, id: string, organisationId: string): Promise<FaultRow | undefined> {
  const { rows } = await sql<FaultRow>`
    ${faultColumns} where f.id = ${id} and (f.organisation_id = ${organisationId} or f.provider_id = ${organisationId})`.execute(db)
  return rows[0]
}

/** For handlers of events, which act for nobody. */
export async function findFaultForNotices(db: Db<BookingTables>, id: string): Promise<FaultRow | undefined> {
  const { rows } = await sql<FaultRow>`${faultColumns} where f.id = ${id}`.execute(db)
  return rows[0]
}

type FaultFilter = {
  readonly scope: { readonly provider: string } | { readonly organisation: string }
  readonly state: 'unresolved' | 'resolved' | 'all'
  readonly resourceId?: string | undefined
  readonly after?: { readonly at: Date; readonly id: string } | undefined
  readonly limit: number
}

/** One page of reports, the last first. */
export async function listFaults(db: Db<BookingTables>, filter: FaultFilter): Promise<FaultRow[]> {
  const { scope, after } = filter
  const conditions: RawBuilder<unknown>[] = [
    'provider' in scope ? sql`f.provider_id = ${scope.provider}` : sql`f.organisation_id = ${scope.organisation}`,
  ]
  if (filter.state !== 'all') conditions.push(filter.state === 'resolved' ? sql`f.state = 'resolved'` : sql`f.state <> 'resolved'`)
  if (filter.resourceId) conditions.push(sql`f.resource_id = ${filter.resourceId}`)
  if (after) conditions.push(sql`(f.reported_at, f.id) < (${after.at}, ${after.id}::uuid)`)
  const { rows } = await sql<FaultRow>`
    ${faultColumns} where ${sql.join(conditions, sql` and `)} order by f.reported_at desc, f.id desc limit ${filter.limit + 1}`.execute(db)
  return rows
}

export async function insertFault(
  db: Db<BookingTables>,
  fault: {
    id: string
    number: string
    resourceId: string
    providerId: string
    reservationId: string | null
    organisationId: string
    by: string
    impact: FaultVerdict
    description: string
    now: Date
  },
): Promise<void> {
  await sql`
    insert into booking.fault_report (id, number, resource_id, provider_id, reservation_id, organisation_id, reported_by, reported_at, impact, description)
    values (${fault.id}, ${fault.number}, ${fault.resourceId}, ${fault.providerId}, ${fault.reservationId}, ${fault.organisationId}, ${fault.by},
      ${fault.now}, ${fault.impact}, ${fault.description})`.execute(db)
}

/** Adds a photo while there are fewer than `max`; the report's row is locked, so that two uploads cannot both be the last. */
export async function addFaultPhoto(
  db: Db<BookingTables>,
  reportId: string,
  fileId: string,
  limits: { max: number; now: Date },
): Promise<boolean> {
  await sql`select 1 from booking.fault_report where id = ${reportId} for update`.execute(db)
  const result = await sql`
    insert into booking.fault_photo (report_id, file_id, added_at)
    select ${reportId}, ${fileId}, ${limits.now}
    where (select count(*) from booking.fault_photo where report_id = ${reportId}) < ${limits.max}`.execute(db)
  return result.numAffectedRows === 1n
}

type Target = { readonly id: string; readonly providerId: string; readonly version: number }

/** What the provider found; can be said again until it is resolved. False when the version is not the current one any more. */
export async function triageFault(
  db: Db<BookingTables>,
  target: Target,
  finding: { verdict: FaultVerdict; note: string | null; by: string; now: Date },
): Promise<boolean> {
  const result = await sql`
    update booking.fault_report set state = 'triaged', verdict = ${finding.verdict}, triage_note = ${finding.note}, triaged_by = ${finding.by},
      triaged_at = ${finding.now}, version = version + 1
    where id = ${target.id} and provider_id = ${target.providerId} and version = ${target.version} and state <> 'resolved'`.execute(db)
  return result.numAffectedRows === 1n
}

/** False when the version is not the current one any more. One that was never looked at counts as still usable. */
export async function resolveFault(
  db: Db<BookingTables>,
  target: Target,
  end: { resolution: string; by: string; now: Date },
): Promise<boolean> {
  const result = await sql`
    update booking.fault_report set state = 'resolved', resolution = ${end.resolution}, resolved_by = ${end.by}, resolved_at = ${end.now},
      verdict = coalesce(verdict, 'usable'), triaged_by = coalesce(triaged_by, ${end.by}), triaged_at = coalesce(triaged_at, ${end.now}),
      version = version + 1
    where id = ${target.id} and provider_id = ${target.providerId} and version = ${target.version} and state <> 'resolved'`.execute(db)
  return result.numAffectedRows === 1n
}

/** Says that the outage is because of the report; the instrument is down then. False when the provider has no such report that is open. */
export async function linkFaultReport(
  db: Db<BookingTables>,
  target: { id: string; providerId: string; outageId: string | null },
  by: { userId: string; now: Date },
): Promise<boolean> {
  const result = await sql`
    update booking.fault_report set outage_id = ${target.outageId}, state = 'triaged', verdict = 'down', triaged_by = ${by.userId},
      triaged_at = ${by.now}, version = version + 1
    where id = ${target.id} and provider_id = ${target.providerId} and state <> 'resolved'`.execute(db)
  return result.numAffectedRows === 1n
}
