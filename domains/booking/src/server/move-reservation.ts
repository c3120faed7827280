import { Refusal } from '@jiju/kernel/problem'
import { minutesIn, type TimeRange } from '@jiju/kernel/time-range'
import { type Db, sqlStateOf } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { findMoveProblems } from '../core/cancellation.ts'
import { isPriceProtected } from '../core/outages/effects.ts'
import type { Operation } from '../core/vocabulary.ts'
import { chargeBasisOf, draftReservation, noShowFeeOf } from './draft-reservation.ts'
import { findBundledProblems } from './groups/bundled.ts'
import type { BookingTables } from './needs.ts'
import { sideOf, storePriceLines, termsOf } from './present.ts'
import { RESERVATION_MISSING, SLOT_TAKEN } from './problems.ts'
import { eventDetail, toldAsGroup } from './reservation-row.ts'
import { publishFreed } from './slot-freed.ts'
import { lockCalendar, moveReservation as updateTime } from './sql/changes.ts'
import { findCustomer } from './sql/customers.ts'
import { releaseOverlapping } from './sql/expiry.ts'
import { resolveDisplacements } from './sql/outages/displacements.ts'
import { findReservation, getReservation, type ReservationRow } from './sql/reservations.ts'
import { findResourceFacts } from './sql/resource-facts.ts'
import { findFreeUnit } from './sql/units.ts'
import { isOffered } from './sql/waiting.ts'
import { judgeBooking } from './standing/judge-booking.ts'

type Move = {
  readonly id: string
  readonly organisationId: string
  readonly version: number
  readonly during: TimeRange
  readonly operation: Operation | undefined
  readonly reason: string | undefined
  /** The group of which it is told as a whole, and the resources of a bundle that move with it. */
  readonly asGroup?: { readonly id: string; readonly beside: readonly string[] } | undefined
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
    beside: move.asGroup?.beside,
    now,
  }
  const known = {
    resource: await findResourceFacts(tx, row.resource_id),
    customer: await findCustomer(tx, row.organisation_id),
    bookerName: '',
  }
  const draft = draftReservation(known, wish)
  const changeProblems = findMoveProblems(termsOf(row), { side: sideOf(row, move.organisationId), now, reason: move.reason })
  const verdict = await judgeBooking(tx, draft, { bookerId: row.booker_id, actorOrganisationId: move.organisationId, now, except: row.id })
  const alone = move.asGroup ? [] : findBundledProblems(row)
  if (row.state === 'held' && (await isOffered(tx, row.id))) throw new Refusal({ code: 'booking.offer_fixed', kind: 'refused' })
  const problems = [...alone, ...changeProblems, ...draft.problems, ...verdict.problems]
  // Moving is no way around the provider's answer.
  if (verdict.request && row.state === 'confirmed') problems.push({ code: 'booking.move_needs_approval', kind: 'refused' })
  if (problems.length > 0 || !draft.price) throw new Refusal(...problems)

  await lockCalendar(tx, row.resource_id)
  const slot = { resourceId: row.resource_id, blockedStart: draft.blocked.start, blockedEnd: draft.blocked.end }
  await releaseOverlapping(tx, { ...slot, now })
  const unit = await findFreeUnit(tx, { ...slot, capacity: draft.facts.rules.capacity, except: row.id, prefer: row.unit })
  if (unit === undefined) throw new Refusal(SLOT_TAKEN)
  const target = { id: row.id, resourceId: row.resource_id, version: move.version }
  const price = keepsPrice(row, move.during, draft.price.totalFen)
    ? row
    : {
        price_fen: draft.price.totalFen,
        price_lines: storePriceLines(draft.price.lines),
        charge_by: chargeBasisOf(draft.facts, move.during),
        no_show_fee_fen: noShowFeeOf(draft.facts, move.during, { priceFen: draft.price.totalFen, customerClass: draft.customerClass }),
      }
  const isMoved = await updateTime(tx, target, row.state, {
    during: move.during,
    blocked: draft.blocked,
    unit,
    operation: draft.operation,
    priceFen: price.price_fen,
    priceLines: price.price_lines,
    chargeBy: price.charge_by,
    freeCancelUntil: draft.freeCancelUntil,
    lateCancelPercent: draft.facts.rules.lateCancelPercent,
    noShowFeeFen: price.no_show_fee_fen,
    now,
  }).catch((error: unknown) => {
    if (sqlStateOf(error) === EXCLUSION_VIOLATION) throw new Refusal(SLOT_TAKEN)
    throw error
  })
  if (!isMoved) throw new Refusal(VERSION_STALE)
  if (row.unit < 0) await resolveDisplacements(tx, [row.id], { state: 'moved', now })

  const moved = await getReservation(tx, move.id, move.organisationId)
  const detail = {
    ...eventDetail(moved, { actorUserId: command.actor?.userId ?? null, actorOrganisationId: move.organisationId }),
    fromStart: row.start.toISOString(),
    fromEnd: row.end.toISOString(),
    ...(move.reason && { reason: move.reason }),
    ...(move.asGroup && toldAsGroup(move.asGroup.id)),
  }
  await command.audit({ action: 'booking.reservation.move', subjectType: 'reservation', subjectId: row.id, detail })
  if (moved.state !== 'held') await command.publish('booking.reservation_moved', detail)
  await publishFreed(command, row)
  return moved
}

/** A booking that an outage displaced is moved at no higher price. */
function keepsPrice(row: ReservationRow, to: TimeRange, priceFen: bigint): boolean {
  return row.unit < 0 && isPriceProtected({ minutes: minutesIn(row), priceFen: row.price_fen }, { minutes: minutesIn(to), priceFen })
}
