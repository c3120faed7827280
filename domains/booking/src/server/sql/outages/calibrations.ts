import type { LocalDate } from '@jiju/kernel/local-date'
import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { CalibrationKind } from '../../../core/outages/vocabulary.ts'
import type { BookingTables } from '../../needs.ts'
import { LIVE } from '../live.ts'

export type CalibrationRow = {
  readonly id: string
  readonly resource_id: string
  readonly provider_id: string
  readonly kind: CalibrationKind
  readonly done_on: LocalDate
  readonly due_on: LocalDate
  readonly performed_by: string
  readonly certificate_no: string | null
  readonly certificate_file_id: string | null
  readonly recorded_by_name: string
  readonly recorded_at: Date
}

/** The records of a resource, the last first. */
export async function listCalibrations(db: Db<BookingTables>, resourceId: string): Promise<CalibrationRow[]> {
  const { rows } = await sql<CalibrationRow>`
    select k.id, k.resource_id, k.provider_id, k.kind, k.done_on, k.due_on, k.performed_by, k.certificate_no, k.certificate_file_id,
      coalesce(u.name, '') as recorded_by_name, k.recorded_at
    from booking.calibration k left join people_pub.person u on u.id = k.recorded_by
    where k.resource_id = ${resourceId} order by k.done_on desc, k.id desc limit 200`.execute(db)
  return rows
}

export async function findCalibration(db: Db<BookingTables>, id: string, providerId: string): Promise<CalibrationRow | undefined> {
  const { rows } = await sql<CalibrationRow>`
    select k.id, k.resource_id, k.provider_id, k.kind, k.done_on, k.due_on, k.performed_by, k.certificate_no, k.certificate_file_id,
      '' as recorded_by_name, k.recorded_at
    from booking.calibration k where k.id = ${id} and k.provider_id = ${providerId}`.execute(db)
  return rows[0]
}

export async function insertCalibration(
  db: Db<BookingTables>,
  row: {
    id: string
    resourceId: string
    providerId: string
    kind: CalibrationKind
    doneOn: LocalDate
    dueOn: LocalDate
    performedBy: string
    certificateNo: string | null
    by: string
    now: Date
  },
): Promise<void> {
  await sql`
    insert into booking.calibration (id, resource_id, provider_id, kind, done_on, due_on, performed_by, certificate_no, recorded_by, recorded_at)
    values (${row.id}, ${row.resourceId}, ${row.providerId}, ${row.kind}, ${row.doneOn}, ${row.dueOn}, ${row.performedBy}, ${row.certificateNo}, ${row.by}, ${row.now})
  `.execute(db)
}

export async function attachCertificate(db: Db<BookingTables>, id: string, fileId: string): Promise<void> {
  await sql`update booking.calibration set certificate_file_id = ${fileId} where id = ${id}`.execute(db)
}

/**
 * Writes the due day of the last record into the calendar, where placing reads it with the other rules. Its version moves, so that no booking
 * rests on the former day.
 */
export async function refreshDueDay(db: Db<BookingTables>, resourceId: string): Promise<void> {
  await sql`
    update booking.calendar c set version = c.version + 1, calibration_due_on = (
      select due_on from booking.calibration k where k.resource_id = c.resource_id order by k.done_on desc, k.id desc limit 1)
    where c.resource_id = ${resourceId}`.execute(db)
}

/** False when the calendar's version is not the current one any more. */
export async function setCalibrationRule(
  db: Db<BookingTables>,
  target: { resourceId: string; providerId: string; version: number },
  blocksWhenOverdue: boolean,
): Promise<boolean> {
  const result = await sql`
    update booking.calendar set blocks_when_overdue = ${blocksWhenOverdue}, version = version + 1
    where resource_id = ${target.resourceId} and provider_id = ${target.providerId} and version = ${target.version}`.execute(db)
  return result.numAffectedRows === 1n
}

export type DueRow = {
  readonly resource_id: string
  readonly name: string
  readonly name_en: string | null
  readonly model: string | null
  readonly provider_id: string
  readonly zone: string
  readonly due_on: LocalDate | null
  readonly blocks_when_overdue: boolean
  readonly version: number
  readonly done_on: LocalDate | null
  readonly kind: CalibrationKind | null
  readonly performed_by: string | null
  readonly certificate_no: string | null
  readonly bookings_after_due: number
  readonly capacity: number
}

/** Every bookable resource of a provider with its last record: what is due first first, those without a record last. */
export async function listDueDays(
  db: Db<BookingTables>,
  filter: { providerId: string; now: Date; after?: { due: string; id: string } | undefined; limit: number },
): Promise<DueRow[]> {
  const key = sql`coalesce(c.calibration_due_on, 'infinity'::date)`
  const { rows } = await sql<DueRow>`
    select c.resource_id, coalesce(r.name_zh, r.name_en, '') as name, r.name_en, r.model, c.provider_id, r.zone, c.calibration_due_on as due_on,
      c.blocks_when_overdue, c.version, k.done_on, k.kind, k.performed_by, k.certificate_no, coalesce(b.bookings, 0)::int as bookings_after_due, c.capacity
    from booking.calendar c
    join catalog_pub.resource r on r.id = c.resource_id and r.status = 'published'
    left join lateral (
      select done_on, kind, performed_by, certificate_no from booking.calibration
      where resource_id = c.resource_id order by done_on desc, id desc limit 1) k on true
    left join lateral (
      select count(*) as bookings from booking.reservation x
      where x.resource_id = c.resource_id and x.state in ${LIVE} and x.kind = 'customer' and lower(x.during) > ${filter.now}
        and (lower(x.during) at time zone r.zone)::date > c.calibration_due_on) b on c.calibration_due_on is not null
    where c.provider_id = ${filter.providerId}
      and (${filter.after === undefined} or (${key}, c.resource_id) > (${filter.after?.due ?? null}::date, ${filter.after?.id ?? null}::uuid))
    order by ${key}, c.resource_id limit ${filter.limit + 1}`.execute(db)
  return rows
}

/** Bookings of customers that start after the due day, by time. */
export async function listBookingsAfterDue(
  db: Db<BookingTables>,
  resourceId: string,
  now: Date,
): Promise<{ id: string; number: string; start: Date; end: Date; organisation_name: string }[]> {
  const { rows } = await sql<{ id: string; number: string; start: Date; end: Date; organisation_name: string }>`
    select b.id, b.number, lower(b.during) as start, upper(b.during) as "end", coalesce(o.short_name, o.name, '') as organisation_name
    from booking.reservation b
    join booking.calendar c on c.resource_id = b.resource_id
    join catalog_pub.resource r on r.id = b.resource_id
    left join people_pub.organisation o on o.id = b.organisation_id
    where b.resource_id = ${resourceId} and b.state in ${LIVE} and b.kind = 'customer' and lower(b.during) > ${now}
      and (lower(b.during) at time zone r.zone)::date > c.calibration_due_on
    order by lower(b.during), b.id limit 100`.execute(db)
  return rows
}

/** Resources whose calibration runs out within `days` days, for reminders. */
export async function listDueWithin(
  db: Db<BookingTables>,
  today: LocalDate,
  days: number,
): Promise<{ resource_id: string; provider_id: string; due_on: LocalDate; name: string; name_en: string | null }[]> {
  const { rows } = await sql<{ resource_id: string; provider_id: string; due_on: LocalDate; name: string; name_en: string | null }>`
    select c.resource_id, c.provider_id, c.calibration_due_on as due_on, coalesce(r.name_zh, r.name_en, '') as name, r.name_en
    from booking.calendar c join catalog_pub.resource r on r.id = c.resource_id
    where c.calibration_due_on between ${today}::date and ${today}::date + ${days}::int and r.status = 'published'
    order by c.calibration_due_on, c.resource_id`.execute(db)
  return rows
}
