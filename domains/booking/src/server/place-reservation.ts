import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { needsStanding } from '../core/calendar-rules.ts'
import { draftReservation } from './draft-reservation.ts'
import type { FactsCache } from './facts-cache.ts'
import type { BookingTables } from './needs.ts'
import { SLOT_TAKEN } from './problems.ts'
import { isQuoted, type PlaceOrder, type Receipt, sellable, toPlaced, toRow } from './reservation-row.ts'
import { releaseOverlapping } from './sql/expiry.ts'
import type { PlacedRow, Placement } from './sql/place.ts'
import type { ReservationRow } from './sql/reservations.ts'

type PlaceContext = {
  readonly db: Db<BookingTables>
  readonly insert: (row: PlacedRow) => Promise<Placement>
  readonly facts: FactsCache
  /** Makes the receipt that commits with the booking. */
  readonly receiptFor: (row: ReservationRow) => Receipt | undefined
}

const MAX_TRIES = 4

/**
 * The hot door: rules on facts from the cache, then one statement that compares them and takes the slot. Undefined when the statement did not
 * believe them, when the calendar or the booker needs more than a row to be judged, or when a rule is broken: `placeInTransaction` then decides
 * on what is true. Refuses only with `booking.slot_taken`.
 */
export async function placeAtOnce(context: PlaceContext, order: PlaceOrder): Promise<ReservationRow | undefined> {
  const { wish } = order
  const ids = { resourceId: wish.resourceId, customerId: wish.customerId, bookerId: order.bookerId }
  const known = await context.facts.read(ids)
  if (!known.resource || needsStanding(known.resource.rules)) return undefined
  const draft = sellable(draftReservation(known, wish))
  if (!draft || !isQuoted(order, draft)) return distrust(context, ids)
  for (let attempt = 1; attempt <= MAX_TRIES; attempt += 1) {
    const row = toRow(draft, order, { state: order.state === 'held' ? 'held' : 'confirmed', unit: 1, request: null })
    const outcome = await context.insert(toPlaced(draft, order, row, context.receiptFor(row)))
    if (outcome === 'placed') return row
    if (outcome === 'stale') return distrust(context, ids)
    if ((await releaseOverlapping(context.db, slotOf(row, wish.now))) === 0) break
  }
  throw new Refusal(SLOT_TAKEN)
}

/** The next booking starts from facts as they are now. */
async function distrust({ facts }: PlaceContext, ids: Parameters<FactsCache['read']>[0]): Promise<undefined> {
  await facts.read(ids, true)
  return undefined
}

function slotOf(row: Pick<ReservationRow, 'resource_id' | 'blocked_start' | 'blocked_end'>, now: Date) {
  return { resourceId: row.resource_id, blockedStart: row.blocked_start, blockedEnd: row.blocked_end, now }
}
