import { Refusal } from '@jiju/kernel/problem'
import type { TimeRange } from '@jiju/kernel/time-range'
import { type Db, sqlStateOf } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { findMoveProblems } from '../core/cancellation.ts'
import type { Operation } from '../core/vocabulary.ts'
import { draftReservation } from './draft-reservation.ts'
import type { BookingTables } from './needs.ts'
import { eventDetail } from './place-reservation.ts'
import { sideOf, storePriceLines, termsOf } from './present.ts'
import { RESERVATION_MISSING, SLOT_TAKEN } from './problems.ts'
import { lockCalendar, moveReservation as updateTime } from './sql/changes.ts'
import { findCustomer } from './sql/customers.ts'
import { releaseOverlappingHolds } from './sql/holds.ts'
import { findReservation, type ReservationRow } from './sql/reservations.ts'
import { findResourceFacts } from './sql/resource-facts.ts'

type Move = {
  readonly id: string
  readonly organisationId: string
  readonly version: number
  readonly during: TimeRange
  readonly operation: Operation | undefined
  readonly reason: string | undefined
}

const EXCLUSION_VIOLATION = '23P01'

/** Moves or resizes under the same rules as placing, at the price of the new time. */
export async function moveReservation(tx: Db<BookingTables>, command: Command, move: Move): Promise<ReservationRow> {
  const row = await findReservation(tx, move.id, move.organisationId)
  if (!row) throw new Refusal(RESERVATION_MISSING)
  if (row.version !== move.version) throw new Refusal(VERSION_STALE)
  const { now } = command
  const wish = {
    resourceId: row.resource_id,
    during: move.during,
    operation: move.operation ?? row.operation,
    customerId: row.organisation_id,
    actorOrganisationId: move.organisationId,
    now,
  }
  const known = {
    resource: await findResourceFacts(tx, row.resource_id),
    customer: await findCustomer(tx, row.organisation_id),
    bookerName: '',
  }
  const draft = draftReservation(known, wish)
  const changeProblems = findMoveProblems(termsOf(row), { side: sideOf(row, move.organisationId), now, reason: move.reason })
  const problems = [...changeProblems, ...draft.problems]
  if (problems.length > 0 || !draft.price) throw new Refusal(...problems)

  await lockCalendar(tx, row.resource_id)
  await releaseOverlappingHolds(tx, { resourceId: row.resource_id, blockedStart: draft.blocked.start, blockedEnd: draft.blocked.end, now })
  const target = { id: row.id, resourceId: row.resource_id, version: move.version }
  const isMoved = await updateTime(tx, target, {
    during: move.during,
    blocked: draft.blocked,
    operation: draft.operation,
    priceFen: draft.price.totalFen,
    priceLines: storePriceLines(draft.price.lines),
    freeCancelUntil: draft.freeCancelUntil,
    lateCancelPercent: draft.facts.rules.lateCancelPercent,
    now,
  }).catch((error: unknown) => {
    if (sqlStateOf(error) === EXCLUSION_VIOLATION) throw new Refusal(SLOT_TAKEN)
    throw error
  })
  if (!isMoved) throw new Refusal(VERSION_STALE)

  const moved = await findReservation(tx, move.id, move.organisationId)
  if (!moved) throw new Error(`reservation ${move.id} vanished while it was moved`)
  const detail = {
    ...eventDetail(moved, { actorUserId: command.actor?.userId ?? null, actorOrganisationId: move.organisationId }),
    fromStart: row.start.toISOString(),
    fromEnd: row.end.toISOString(),
    ...(move.reason && { reason: move.reason }),
  }
  await command.audit({ action: 'booking.reservation.move', subjectType: 'reservation', subjectId: row.id, detail })
  if (moved.state !== 'held') await command.publish('booking.reservation_moved', detail)
  return moved
}
