import { newId } from '@jiju/kernel/ids'
import type { TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { MoveRequestState } from '../../core/moves.ts'
import type { ChargeBasis } from '../../core/prices/tariff.ts'
import type { Operation } from '../../core/vocabulary.ts'
import type { BookingTables } from '../needs.ts'
import { runsAt } from './live.ts'
import type { ReservationRow, StoredPriceLine } from './reservations.ts'

export type MoveRequestRow = {
  readonly id: string
  readonly reservation_id: string
  readonly resource_id: string
  readonly provider_id: string
  readonly organisation_id: string
  readonly start: Date
  readonly end: Date
  readonly blocked_start: Date
  readonly blocked_end: Date
  readonly unit: number
  readonly held_parts: number
  readonly operation: Operation
  readonly price_fen: bigint
  readonly price_lines: readonly StoredPriceLine[]
  readonly charge_by: ChargeBasis
  readonly free_cancel_until: Date
  readonly late_cancel_percent: number
  readonly no_show_fee_fen: bigint
  readonly words: string | null
  readonly state: MoveRequestState
  readonly decide_until: Date
}

const columns: RawBuilder<MoveRequestRow> = sql`
  select id, reservation_id, resource_id, provider_id, organisation_id, lower(during) as start, upper(during) as "end", lower(blocked) as blocked_start,
    upper(blocked) as blocked_end, unit, held_parts, operation, price_fen, price_lines, charge_by, free_cancel_until, late_cancel_percent,
    no_show_fee_fen, words, state, decide_until
  from booking.move_request`

export async function findMoveRequest(db: Db<BookingTables>, id: string): Promise<MoveRequestRow | undefined> {
  const { rows } = await sql<MoveRequestRow>`${columns} where id = ${id}`.execute(db)
  return rows[0]
}

/** The one request of a booking that nobody has answered, also when its limit has passed and nothing wrote it down yet. */
export async function findOpenMoveRequest(db: Db<BookingTables>, reservationId: string): Promise<MoveRequestRow | undefined> {
  const { rows } = await sql<MoveRequestRow>`${columns} where reservation_id = ${reservationId} and state = 'open'`.execute(db)
  return rows[0]
}

/** Requests that nobody answered by their limit. */
export async function listExpiredMoveRequests(db: Db<BookingTables>, now: Date, limit: number): Promise<MoveRequestRow[]> {
  const { rows } = await sql<MoveRequestRow>`
    ${columns} where state = 'open' and decide_until <= ${now} order by decide_until, id limit ${limit}`.execute(db)
  return rows
}

/** Whatever changes a booking or its request locks the booking first: of two that meet the second sees what the first made of it. */
export async function lockReservation(db: Db<BookingTables>, target: { id: string; resourceId: string }): Promise<void> {
  await sql`select 1 from booking.reservation where id = ${target.id} and resource_id = ${target.resourceId} for update`.execute(db)
}

type NewMoveRequest = Omit<MoveRequestRow, 'state' | 'provider_id' | 'organisation_id' | 'reservation_id' | 'resource_id'> & {
  readonly askedBy: string
  readonly now: Date
}

export async function insertMoveRequest(db: Db<BookingTables>, row: ReservationRow, request: NewMoveRequest): Promise<void> {
  await sql`
    insert into booking.move_request (id, reservation_id, resource_id, provider_id, organisation_id, asked_by, asked_at, during, blocked, unit, held_parts,
      operation, price_fen, price_lines, charge_by, free_cancel_until, late_cancel_percent, no_show_fee_fen, words, decide_until)
    values (${request.id}, ${row.id}, ${row.resource_id}, ${row.provider_id}, ${row.organisation_id}, ${request.askedBy}, ${request.now},
      tstzrange(${request.start}, ${request.end}), tstzrange(${request.blocked_start}, ${request.blocked_end}), ${request.unit},
      ${request.held_parts}, ${request.operation}, ${request.price_fen}, ${JSON.stringify(request.price_lines)}::jsonb, ${request.charge_by},
      ${request.free_cancel_until}, ${request.late_cancel_percent}, ${request.no_show_fee_fen}, ${request.words}, ${request.decide_until})`.execute(
    db,
  )
}

/** Ends a request that is open; an answer only within its limit, silence only past it. False when somebody was faster. */
export async function endMoveRequest(
  db: Db<BookingTables>,
  id: string,
  end: { readonly state: Exclude<MoveRequestState, 'open'>; readonly by: string | null; readonly now: Date },
): Promise<boolean> {
  const limit =
    end.state === 'void' ? sql`` : end.state === 'expired' ? sql`and decide_until <= ${end.now}` : sql`and decide_until > ${end.now}`
  const result = await sql`
    update booking.move_request set state = ${end.state}, ended_at = ${end.now}, ended_by = ${end.by}
    where id = ${id} and state = 'open' ${limit}`.execute(db)
  return result.numAffectedRows === 1n
}

/** Holds the parts of a wished time for the booking. Returns how many could be held; on the others somebody else was faster. */
export async function holdParts(
  db: Db<BookingTables>,
  row: ReservationRow,
  hold: {
    readonly parts: readonly TimeRange[]
    readonly unit: number
    readonly decideUntil: Date
    readonly by: string
    readonly now: Date
  },
): Promise<number> {
  const { parts, now } = hold
  const result = await sql`
    insert into booking.reservation (id, resource_id, unit, provider_id, number, kind, state, during, blocked, organisation_id, booker_id, placed_by,
      customer_class, operation, project, price_fen, price_lines, free_cancel_until, late_cancel_percent, created_at, updated_at, decide_until, awaits,
      moves_id)
    select part.id, ${row.resource_id}, ${hold.unit}, ${row.provider_id}, ${row.number}, 'move', 'pending', tstzrange(part.start, part."end"),
      tstzrange(part.start, part."end"), ${row.organisation_id}, ${row.booker_id}, ${hold.by}, ${row.customer_class}, ${row.operation},
      ${row.project}, 0, '[]', part.start, 0, ${now}, ${now}, ${hold.decideUntil}, 'provider', ${row.id}
    from unnest(${parts.map(() => newId(now.getTime()))}::uuid[], ${parts.map(({ start }) => start)}::timestamptz[],
      ${parts.map(({ end }) => end)}::timestamptz[]) as part (id, start, "end")
    on conflict on constraint reservation_no_overlap do nothing`.execute(db)
  return Number(result.numAffectedRows ?? 0n)
}

/** Gives up what is held for a booking's wished time. Returns the parts that still took their time. */
export async function dropParts(db: Db<BookingTables>, request: Pick<MoveRequestRow, 'reservation_id'>, now: Date): Promise<HeldPart[]> {
  const { rows } = await sql<HeldPart & { runs: boolean }>`
    with part as (
      select id, resource_id, state = 'pending' and ${runsAt(now)} as runs from booking.reservation
      where moves_id = ${request.reservation_id} order by id for update
    )
    delete from booking.reservation r using part where r.id = part.id and r.resource_id = part.resource_id
    returning r.resource_id, r.unit, lower(r.during) as start, upper(r.during) as "end", part.runs`.execute(db)
  return rows.filter(({ runs }) => runs)
}

type HeldPart = Pick<ReservationRow, 'resource_id' | 'unit' | 'start' | 'end'>
