import { Refusal } from '@jiju/kernel/problem'
import { overlaps, type TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import { effectOf } from '../../core/outages/effects.ts'
import type { BookingTables } from '../needs.ts'
import { releaseOverlapping } from '../sql/expiry.ts'
import { dropParts, endMoveRequest, findOpenMoveRequest, type MoveRequestRow } from '../sql/move-requests.ts'
import { displace, type InTheWay, insertOutageRows, interrupt, listInTheWay, releaseHold, reseat, trim } from '../sql/outages/occupy.ts'
import { listFreeUnits } from '../sql/units.ts'

/** What an outage did to a booking, or to the time to which one was asked to be moved. */
export type Hit =
  | { readonly effect: 'displaced' | 'interrupted'; readonly booking: InTheWay }
  | { readonly effect: 'unwished'; readonly request: MoveRequestRow }

type Outage = {
  readonly outageId: string
  readonly number: string
  readonly providerId: string
  readonly during: TimeRange
  readonly reason: string
  readonly by: string
  readonly now: Date
}

const MAX_ROUNDS = 12

/** What an outage takes: the units that are named, or every unit that the calendar has when none is. */
type Taken = { readonly id: string; readonly capacity: number; readonly units: readonly number[] | null }

/**
 * Takes one resource for an outage, all its units or those that are named, whatever stands there: bookings go to a unit that is left and free, or are
 * displaced, interrupted or trimmed; holds and wishes to move end. Bookings that commit meanwhile make a unit's row fail; then those are dealt with too, until every unit
 * is taken. The caller holds the calendar's lock and has removed the outage's former rows. Refuses with `booking.outage_overlaps` where another
 * outage stands.
 */
export async function occupyResource(tx: Db<BookingTables>, outage: Outage, resource: Taken): Promise<Hit[]> {
  const hits: Hit[] = []
  let units = resource.units ?? unitsOf(resource.capacity)
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    await releaseOverlapping(tx, {
      resourceId: resource.id,
      blockedStart: outage.during.start,
      blockedEnd: outage.during.end,
      now: outage.now,
    })
    const found = await listInTheWay(tx, resource, outage.during, outage.outageId)
    const others = found.filter((row) => row.kind === 'outage')
    if (others.length > 0) throw new Refusal(...overlapProblems(others))
    // Units that the calendar no longer has may still be booked.
    units = [...new Set([...units, ...(round === 1 ? found.map((row) => row.unit) : [])])]
    for (const booking of found) {
      if (await findAnotherUnit(tx, booking, outage, resource)) continue
      const hit = await apply(tx, booking, outage)
      if (hit) hits.push(hit)
    }
    const taken = new Set(await insertOutageRows(tx, { ...outage, resourceId: resource.id }, units))
    units = units.filter((unit) => !taken.has(unit))
    if (units.length === 0) return hits
  }
  throw new Refusal({ code: 'booking.outage_contested', kind: 'conflict' })
}

/** A booking that has not begun keeps its time on a unit that stays in use, where one is free. */
async function findAnotherUnit(tx: Db<BookingTables>, booking: InTheWay, outage: Outage, resource: Taken): Promise<boolean> {
  if (
    resource.units === null ||
    booking.kind === 'move' ||
    booking.state === 'in_use' ||
    booking.start <= outage.now ||
    !overlaps(booking, outage.during)
  )
    return false
  const isOut = new Set(resource.units)
  for (const unit of await listFreeUnits(tx, booking, resource.capacity))
    if (!isOut.has(unit) && (await reseat(tx, booking, unit))) return true
  return false
}

const unitsOf = (capacity: number): number[] => Array.from({ length: capacity }, (_, index) => index + 1)

async function apply(tx: Db<BookingTables>, booking: InTheWay, outage: Outage): Promise<Hit | undefined> {
  const { during, now } = outage
  switch (effectOf(booking, during, now)) {
    case 'displaced':
      return (await displace(tx, booking, now)) ? { effect: 'displaced', booking } : undefined
    case 'interrupted':
      return (await interrupt(tx, booking, during.start, now)) ? { effect: 'interrupted', booking } : undefined
    case 'unwished':
      return refuseWish(tx, booking, now)
    case 'finished':
      await displace(tx, booking, now)
      return undefined
    case 'trimmed':
      await trim(tx, booking, during)
      return undefined
    default:
      await releaseHold(tx, booking, now)
      return undefined
  }
}

/** The time that is wished for cannot be had any more: the request to move ends, and the booking stays where it is. */
async function refuseWish(tx: Db<BookingTables>, { moves_id }: InTheWay, now: Date): Promise<Hit | undefined> {
  const request = moves_id ? await findOpenMoveRequest(tx, moves_id) : undefined
  const isEnded = request && (await endMoveRequest(tx, request.id, { state: 'void', by: null, now }))
  if (moves_id) await dropParts(tx, { reservation_id: moves_id }, now)
  return isEnded ? { effect: 'unwished', request } : undefined
}

function overlapProblems(others: readonly InTheWay[]) {
  const seen = new Map(others.map((row) => [row.number, row]))
  return [...seen.values()].map((row) => ({
    code: 'booking.outage_overlaps',
    kind: 'conflict' as const,
    params: { number: row.number, start: row.start.toISOString(), end: row.end.toISOString() },
    field: '/start',
  }))
}
