import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { MeterOutcome, UseSource } from '../../../core/use/vocabulary.ts'
import type { BookingTables } from '../../needs.ts'

export type UseEventRow = {
  readonly id: string
  readonly use_id: string | null
  readonly resource_id: string
  readonly provider_id: string
  readonly reservation_id: string | null
  readonly kind: 'start' | 'end'
  readonly at: Date
  readonly received_at: Date
  readonly source: UseSource
  readonly device: string | null
  readonly device_event: string | null
  readonly device_at: Date | null
  readonly skew_seconds: number | null
  readonly outcome: MeterOutcome
  readonly recorded_by: string | null
}

export type UseRecordRow = {
  readonly id: string
  readonly use_id: string
  readonly replaces: string | null
  readonly resource_id: string
  readonly unit: number
  readonly provider_id: string
  readonly reservation_id: string | null
  readonly organisation_id: string
  readonly person_id: string | null
  readonly is_outside: boolean
  readonly started_at: Date
  readonly ended_at: Date
  readonly start_source: UseSource
  readonly end_source: UseSource
  readonly is_proved: boolean
  readonly device: string | null
  readonly purpose: string | null
  readonly recorded_by: string | null
  readonly recorded_at: Date
  readonly reason: string | null
  readonly confirmed_by: string | null
}

/** A record with the names that people read beside it. */
export type NamedUseRecord = UseRecordRow & {
  readonly resource_name: string
  readonly resource_name_en: string | null
  readonly zone: string
  readonly organisation_name: string
  readonly person_name: string | null
  readonly number: string | null
  readonly booked_start: Date | null
  readonly booked_end: Date | null
}

export async function insertUseEvent(db: Db<BookingTables>, event: UseEventRow): Promise<void> {
  await sql`
    insert into booking.use_event (id, use_id, resource_id, provider_id, reservation_id, kind, at, received_at, source, device, device_event, device_at,
      skew_seconds, outcome, recorded_by)
    values (${event.id}, ${event.use_id}, ${event.resource_id}, ${event.provider_id}, ${event.reservation_id}, ${event.kind}, ${event.at},
      ${event.received_at}, ${event.source}, ${event.device}, ${event.device_event}, ${event.device_at}, ${event.skew_seconds}, ${event.outcome},
      ${event.recorded_by})`.execute(db)
}

/** A signal that came before. Takes a lock for the transaction: the same signal twice at once is handled one after the other. */
export async function findDeviceEvent(
  db: Db<BookingTables>,
  key: { providerId: string; device: string; eventId: string },
): Promise<UseEventRow | undefined> {
  const lock = `booking.meter ${key.providerId} ${key.device} ${key.eventId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(db)
  const { rows } = await sql<UseEventRow>`
    select id, use_id, resource_id, provider_id, reservation_id, kind, at, received_at, source, device, device_event, device_at, skew_seconds, outcome,
      recorded_by
    from booking.use_event where provider_id = ${key.providerId} and device = ${key.device} and device_event = ${key.eventId}`.execute(db)
  return rows[0]
}

/** False when another record has replaced the same one meanwhile. */
export async function insertUseRecord(db: Db<BookingTables>, record: UseRecordRow): Promise<boolean> {
  const result = await sql`
    insert into booking.use_record (id, use_id, replaces, resource_id, unit, provider_id, reservation_id, organisation_id, person_id, is_outside,
      started_at, ended_at, start_source, end_source, is_proved, device, purpose, recorded_by, recorded_at, reason, confirmed_by)
    values (${record.id}, ${record.use_id}, ${record.replaces}, ${record.resource_id}, ${record.unit}, ${record.provider_id},
      ${record.reservation_id}, ${record.organisation_id}, ${record.person_id}, ${record.is_outside}, ${record.started_at}, ${record.ended_at},
      ${record.start_source}, ${record.end_source}, ${record.is_proved}, ${record.device}, ${record.purpose}, ${record.recorded_by},
      ${record.recorded_at}, ${record.reason}, ${record.confirmed_by})
    on conflict do nothing`.execute(db)
  return result.numAffectedRows === 1n
}

const namedColumns: RawBuilder<NamedUseRecord> = sql`
  select u.id, u.use_id, u.replaces, u.resource_id, u.unit, u.provider_id, u.reservation_id, u.organisation_id, u.person_id, u.is_outside,
    u.started_at, u.ended_at, u.start_source, u.end_source, u.is_proved, u.device, u.purpose, u.recorded_by, u.recorded_at, u.reason,
    u.confirmed_by, coalesce(r.name_zh, r.name_en, '') as resource_name, r.name_en as resource_name_en, coalesce(r.zone, 'Asia/Shanghai') as zone,
    coalesce(o.short_name, o.name, '') as organisation_name, p.name as person_name, b.number, lower(b.during) as booked_start,
    upper(b.during) as booked_end
  from booking.use_record u
  left join catalog_pub.resource r on r.id = u.resource_id
  left join people_pub.organisation o on o.id = u.organisation_id
  left join people_pub.person p on p.id = u.person_id
  left join booking.reservation b on b.id = u.reservation_id and b.resource_id = u.resource_id`

const isCurrent = sql`not exists (select from booking.use_record later where later.replaces = u.id)`

/** Every record of one use, first to last. */
export async function listRecordsOf(db: Db<BookingTables>, use: { useId: string } | { reservationId: string }): Promise<NamedUseRecord[]> {
  const condition = 'useId' in use ? sql`u.use_id = ${use.useId}` : sql`u.reservation_id = ${use.reservationId}`
  const { rows } =
    await sql<NamedUseRecord>`${namedColumns} where ${condition} order by u.replaces is not null, u.recorded_at, u.id`.execute(db)
  return rows
}

/** The record of a use as it stands, for one of its two sides. */
export async function findCurrentRecord(db: Db<BookingTables>, useId: string, organisationId: string): Promise<NamedUseRecord | undefined> {
  const { rows } = await sql<NamedUseRecord>`
    ${namedColumns} where u.use_id = ${useId} and ${isCurrent} and (u.provider_id = ${organisationId} or u.organisation_id = ${organisationId})`.execute(
    db,
  )
  return rows[0]
}

/** The provider's uses as they stand, latest first. */
export async function listRecords(
  db: Db<BookingTables>,
  filter: {
    providerId: string
    resourceId: string | undefined
    from: Date | undefined
    until: Date | undefined
    isUnproved: boolean
    after: { startedAt: Date; id: string } | undefined
    limit: number
  },
): Promise<NamedUseRecord[]> {
  const conditions: RawBuilder<unknown>[] = [sql`u.provider_id = ${filter.providerId}`, isCurrent]
  if (filter.resourceId) conditions.push(sql`u.resource_id = ${filter.resourceId}`)
  if (filter.from) conditions.push(sql`u.started_at >= ${filter.from}`)
  if (filter.until) conditions.push(sql`u.started_at < ${filter.until}`)
  if (filter.isUnproved) conditions.push(sql`not u.is_proved`)
  if (filter.after) conditions.push(sql`(u.started_at, u.id) < (${filter.after.startedAt}, ${filter.after.id})`)
  const { rows } = await sql<NamedUseRecord>`
    ${namedColumns} where ${sql.join(conditions, sql` and `)} order by u.started_at desc, u.id desc limit ${filter.limit + 1}`.execute(db)
  return rows
}
