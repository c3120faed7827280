import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { Transition } from '../../../core/reservation-states.ts'
import type { UseSource } from '../../../core/use/vocabulary.ts'
import type { BookingTables } from '../../needs.ts'

export type RunningUseRow = {
  readonly id: string
  readonly resource_id: string
  readonly unit: number
  readonly provider_id: string
  readonly reservation_id: string | null
  readonly organisation_id: string
  readonly person_id: string | null
  readonly started_at: Date
  readonly planned_end: Date
  readonly source: UseSource
  readonly device: string | null
  readonly purpose: string | null
}

const COLUMNS = sql`id, resource_id, unit, provider_id, reservation_id, organisation_id, person_id, started_at, planned_end, source, device, purpose`

/** Puts somebody on a unit; false when somebody is on it. Two who come at once: one waits for the other and finds it taken. */
export async function occupyUnit(db: Db<BookingTables>, use: RunningUseRow): Promise<boolean> {
  const result = await sql`
    insert into booking.running_use (${COLUMNS})
    values (${use.id}, ${use.resource_id}, ${use.unit}, ${use.provider_id}, ${use.reservation_id}, ${use.organisation_id}, ${use.person_id},
      ${use.started_at}, ${use.planned_end}, ${use.source}, ${use.device}, ${use.purpose})
    on conflict do nothing`.execute(db)
  return result.numAffectedRows === 1n
}

/** Who is on a unit now. */
export async function findOccupant(db: Db<BookingTables>, resourceId: string, unit: number): Promise<RunningUseRow | undefined> {
  const { rows } = await sql<RunningUseRow>`
    select ${COLUMNS} from booking.running_use where resource_id = ${resourceId} and unit = ${unit}`.execute(db)
  return rows[0]
}

/** What runs on a resource, by unit. */
export async function listRunningOn(db: Db<BookingTables>, resourceId: string): Promise<RunningUseRow[]> {
  const { rows } = await sql<RunningUseRow>`
    select ${COLUMNS} from booking.running_use where resource_id = ${resourceId} order by unit`.execute(db)
  return rows
}

export async function findRunning(
  db: Db<BookingTables>,
  use: { id: string } | { reservationId: string },
): Promise<RunningUseRow | undefined> {
  const { rows } = await sql<RunningUseRow>`select ${COLUMNS} from booking.running_use where ${isUse(use)}`.execute(db)
  return rows[0]
}

/** Takes a running use off its unit to close it; undefined when somebody else has. */
export async function takeRunning(
  db: Db<BookingTables>,
  use: { id: string } | { reservationId: string },
): Promise<RunningUseRow | undefined> {
  const { rows } = await sql<RunningUseRow>`delete from booking.running_use where ${isUse(use)} returning ${COLUMNS}`.execute(db)
  return rows[0]
}

const isUse = (use: { id: string } | { reservationId: string }): RawBuilder<unknown> =>
  'id' in use ? sql`id = ${use.id}` : sql`reservation_id = ${use.reservationId}`

/** Gives back what is left of a booking from `from` on, with the clean-up that follows a use; when it had been booked until stays. */
export async function freeRest(db: Db<BookingTables>, target: { id: string; resourceId: string }, from: Date): Promise<void> {
  await sql`
    update booking.reservation set booked_until = upper(during), during = tstzrange(lower(during), ${from}),
      blocked = tstzrange(lower(blocked), ${from}::timestamptz + (upper(blocked) - upper(during)))
    where id = ${target.id} and resource_id = ${target.resourceId} and state = 'completed'`.execute(db)
}

/** Begins or ends the use of a reservation; false when its state or version is not that any more. */
export async function changeUseState(
  db: Db<BookingTables>,
  target: { id: string; resourceId: string; version: number },
  change: Transition,
  now: Date,
): Promise<boolean> {
  const result = await sql`
    update booking.reservation set state = ${change.to}, version = version + 1, updated_at = ${now}
    where id = ${target.id} and resource_id = ${target.resourceId} and version = ${target.version} and state = ${change.from} and unit > 0`.execute(
    db,
  )
  return result.numAffectedRows === 1n
}
