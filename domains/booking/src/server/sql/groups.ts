import type { LocalDate } from '@jiju/kernel/local-date'
import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { GroupKind } from '../../core/vocabulary.ts'
import type { BookingTables } from '../needs.ts'
import { type ReservationRow, reservationColumns } from './reservations.ts'

export type GroupRow = {
  readonly id: string
  readonly number: string
  readonly kind: GroupKind
  readonly provider_id: string
  readonly organisation_id: string
  readonly booker_id: string
  readonly rule: string | null
  readonly first_day: LocalDate | null
  readonly excluded_days: readonly LocalDate[]
  readonly added_days: readonly LocalDate[]
  readonly version: number
  readonly created_at: Date
  readonly provider_name: string
  readonly organisation_name: string
}

type NewGroup = Omit<GroupRow, 'version' | 'provider_name' | 'organisation_name'>

export async function insertGroup(db: Db<BookingTables>, group: NewGroup): Promise<void> {
  await sql`
    insert into booking.reservation_group (id, number, kind, provider_id, organisation_id, booker_id, rule, first_day, excluded_days, added_days,
      created_at, updated_at)
    values (${group.id}, ${group.number}, ${group.kind}, ${group.provider_id}, ${group.organisation_id}, ${group.booker_id}, ${group.rule},
      ${group.first_day}, ${[...group.excluded_days]}, ${[...group.added_days]}, ${group.created_at}, ${group.created_at})`.execute(db)
}

/** A group that `organisationId` may see: it booked it, or it owns the resources. */
export async function findGroup(db: Db<BookingTables>, id: string, organisationId: string): Promise<GroupRow | undefined> {
  const [row] = await listGroups(db, id)
  return row && (row.organisation_id === organisationId || row.provider_id === organisationId) ? row : undefined
}

/** For handlers of events, which act for nobody. */
export async function findGroupForNotices(db: Db<BookingTables>, id: string): Promise<GroupRow | undefined> {
  const [row] = await listGroups(db, id)
  return row
}

async function listGroups(db: Db<BookingTables>, id: string): Promise<GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    select g.id, g.number, g.kind, g.provider_id, g.organisation_id, g.booker_id, g.rule, g.first_day, g.excluded_days, g.added_days, g.version,
      g.created_at, coalesce(p.name, '') as provider_name, coalesce(o.name, '') as organisation_name
    from booking.reservation_group g
    left join people_pub.organisation p on p.id = g.provider_id
    left join people_pub.organisation o on o.id = g.organisation_id
    where g.id = ${id}`.execute(db)
  return rows
}

/** Takes the version of a group for a change, which nobody else makes until the transaction ends; false when it is another by now. */
export async function takeGroupVersion(db: Db<BookingTables>, target: { id: string; version: number }, now: Date): Promise<boolean> {
  const result = await sql`
    update booking.reservation_group set version = version + 1, updated_at = ${now} where id = ${target.id} and version = ${target.version}`.execute(
    db,
  )
  return result.numAffectedRows === 1n
}

/** All reservations of a group, those that ended too, in order of time and resource. */
export async function listGroupReservations(db: Db<BookingTables>, groupId: string): Promise<ReservationRow[]> {
  const { rows } = await sql<ReservationRow>`
    ${reservationColumns} where b.group_id = ${groupId} order by lower(b.during), b.resource_id, b.id`.execute(db)
  return rows
}

/**
 * What one answer answers: the request, and those of its group that wait with it. Answers to one group go one after the other until the
 * transaction ends. The request itself is handed back as it was seen, so that its version still decides.
 */
export async function lockAnswered(db: Db<BookingTables>, request: ReservationRow): Promise<ReservationRow[]> {
  if (request.group_id === null) return [request]
  await sql`select 1 from booking.reservation_group where id = ${request.group_id} for no key update`.execute(db)
  const { rows } = await sql<ReservationRow>`
    ${reservationColumns} where b.group_id = ${request.group_id} and b.id <> ${request.id} and b.state = 'pending'
    order by b.resource_id, b.id`.execute(db)
  return [request, ...rows]
}
