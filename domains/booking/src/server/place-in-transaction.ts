import { formatFen } from '@jiju/kernel/money'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Transaction } from 'kysely'
import { draftReservation } from './draft-reservation.ts'
import type { BookingTables } from './needs.ts'
import { SLOT_TAKEN } from './problems.ts'
import { type BookedAs, isQuoted, type PlaceOrder, type SellableDraft, sellable, toPlaced, toRow } from './reservation-row.ts'
import { findCustomer, findPersonName } from './sql/customers.ts'
import { releaseOverlapping } from './sql/expiry.ts'
import { insertReservations } from './sql/place.ts'
import type { ReservationRow } from './sql/reservations.ts'
import { findResourceFacts } from './sql/resource-facts.ts'
import { statementsOf } from './sql/statements.ts'
import { findFreeUnit } from './sql/units.ts'
import { judgeBooking, type Verdict } from './standing/judge-booking.ts'

/** Besides one for each unit: facts that change while they are read, and slots that are given back meanwhile. */
const SPARE_TRIES = 4

/**
 * The transactional door, for every calendar: reads what is true, judges the booker's standing under its lock, and takes a free unit. Writes
 * reservation, audit entry and event as part of the caller's transaction. Refuses with every broken rule and limit, or with `booking.slot_taken`.
 */
export async function placeInTransaction(tx: Transaction<BookingTables>, order: PlaceOrder): Promise<ReservationRow> {
  const { wish } = order
  let triesLeft = SPARE_TRIES
  let capacity: number | undefined
  while (triesLeft > 0) {
    triesLeft -= 1
    const draft = draftReservation(await readFacts(tx, order), wish)
    const verdict = await judgeBooking(tx, draft, {
      bookerId: order.bookerId,
      actorOrganisationId: wish.actorOrganisationId,
      now: wish.now,
    })
    const problems = [...draft.problems, ...verdict.problems]
    const sold = sellable(draft)
    if (problems.length > 0 || !sold) throw new Refusal(...problems)
    if (!isQuoted(order, sold)) throw new Refusal(priceChanged(order, sold))
    if (capacity === undefined) {
      capacity = draft.facts.rules.capacity
      triesLeft += capacity
    }

    const blocked = { blockedStart: draft.blocked.start, blockedEnd: draft.blocked.end }
    const place = { resourceId: wish.resourceId, capacity: draft.facts.rules.capacity, ...blocked }
    const unit = await findFreeUnit(tx, place)
    if (unit !== undefined) {
      const row = toRow(sold, order, bookedAs(order, verdict, unit))
      const [outcome] = await insertReservations(statementsOf(tx), [{ ...toPlaced(sold, order, row), is_judged: true }])
      if (outcome === 'placed') return row
    } else if (
      (await releaseOverlapping(tx, { ...place, now: wish.now })) === 0 &&
      // What somebody else gave back between the two looks is free now.
      (await findFreeUnit(tx, place)) === undefined
    )
      throw new Refusal(SLOT_TAKEN)
  }
  throw new Refusal(SLOT_TAKEN)
}

async function readFacts(tx: Transaction<BookingTables>, { wish, bookerId }: PlaceOrder) {
  return {
    resource: await findResourceFacts(tx, wish.resourceId),
    customer: await findCustomer(tx, wish.customerId),
    bookerName: (await findPersonName(tx, bookerId)) ?? '',
  }
}

function priceChanged({ quotedFen }: PlaceOrder, { price }: SellableDraft): Problem {
  const params = { quoted: formatFen(quotedFen ?? 0n), current: formatFen(price.totalFen) }
  return { code: 'booking.price_changed', kind: 'conflict', params, field: '/quotedTotal' }
}

function bookedAs(order: PlaceOrder, verdict: Verdict, unit: number): BookedAs {
  // What belongs together is answered together.
  const request = order.group?.request ?? verdict.request
  if (order.state === 'held') return { state: 'held', unit, request: null }
  return request ? { state: 'pending', unit, request } : { state: 'confirmed', unit, request: null }
}
