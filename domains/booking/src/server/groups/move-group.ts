import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { findMoveProblems } from '../../core/cancellation.ts'
import { inMovingOrder, shiftBetween, shifted } from '../../core/series/shift.ts'
import { draftReservation } from '../draft-reservation.ts'
import { moveReservation } from '../move-reservation.ts'
import type { BookingTables } from '../needs.ts'
import { sideOf, termsOf } from '../present.ts'
import { SLOT_TAKEN } from '../problems.ts'
import { findCustomer } from '../sql/customers.ts'
import { type GroupRow, takeGroupVersion } from '../sql/groups.ts'
import { lockCalendars } from '../sql/outages/occupy.ts'
import type { ReservationRow } from '../sql/reservations.ts'
import { findResourceFacts } from '../sql/resource-facts.ts'
import { findFreeUnit } from '../sql/units.ts'
import { chooseReservations, type ScopedChange } from './choose-reservations.ts'

type Move = ScopedChange & {
  /** Where the named reservation, or the first, is to lie. */
  readonly during: TimeRange
  readonly reason: string | undefined
}

type Shifted = { readonly row: ReservationRow; readonly to: TimeRange }

async function planMove(
  db: Db<BookingTables>,
  move: Move,
  now: Date,
): Promise<{ group: GroupRow; moves: Shifted[]; beside: string[]; isLater: boolean }> {
  if (move.during.end <= move.during.start) throw new Refusal({ code: 'booking.end_not_after_start', kind: 'invalid', field: '/end' })
  const { group, chosen, anchor } = await chooseReservations(db, move, now)
  const shift = shiftBetween(anchor, move.during, anchor.zone)
  const moves = chosen.map((row) => ({ row, to: group.kind === 'bundle' ? move.during : shifted(row, shift, row.zone) }))
  const beside = group.kind === 'bundle' ? chosen.map(({ resource_id }) => resource_id) : []
  return { group, moves, beside, isLater: move.during.start > anchor.start }
}

/** Where each would lie, at what price, and what speaks against it. Limits are judged when it is done. */
export async function previewMove(db: Db<BookingTables>, move: Move, now: Date) {
  const { group, moves, beside } = await planMove(db, move, now)
  const ids = moves.map(({ row }) => row.id)
  const items: (Shifted & { priceFen: bigint | null; problems: Problem[] })[] = []
  for (const { row, to } of moves) {
    const resource = await findResourceFacts(db, row.resource_id)
    const customer = await findCustomer(db, row.organisation_id)
    const { operation, resource_id: resourceId, organisation_id: customerId } = row
    const wish = { resourceId, during: to, operation, customerId, actorOrganisationId: move.organisationId, beside, now }
    const draft = draftReservation({ resource, customer, bookerName: '' }, wish)
    const change = { side: sideOf(row, move.organisationId), now, reason: move.reason ?? 'given later' }
    const slot = { resourceId, capacity: draft.facts.rules.capacity, blockedStart: draft.blocked.start, blockedEnd: draft.blocked.end }
    const isFree = (await findFreeUnit(db, { ...slot, except: ids })) !== undefined
    const problems = [...findMoveProblems(termsOf(row), change), ...draft.problems, ...(isFree ? [] : [SLOT_TAKEN])]
    items.push({ row, to, priceFen: draft.price?.totalFen ?? null, problems })
  }
  return { group, items }
}

/** Moves what the change means by the same days to the same time of day, all or none. A refusal names the reservation that it comes from. */
export async function moveGroup(tx: Db<BookingTables>, command: Command, move: Move & { readonly version: number }): Promise<void> {
  const { group, moves, beside, isLater } = await planMove(tx, move, command.now)
  if (!(await takeGroupVersion(tx, { id: group.id, version: move.version }, command.now))) throw new Refusal(VERSION_STALE)
  await lockCalendars(
    tx,
    moves.map(({ row }) => row.resource_id),
  )
  // Of a series the last goes first when all go later, so that none meets another that has not left yet.
  const ordered = inMovingOrder(
    moves.map(({ row, to }) => ({ start: row.start, end: row.end, row, to })),
    isLater,
  ).sort((a, b) => (a.row.resource_id === b.row.resource_id ? 0 : a.row.resource_id < b.row.resource_id ? -1 : 1))
  for (const { row, to } of ordered) {
    const { organisationId, reason } = move
    const one = {
      id: row.id,
      organisationId,
      version: row.version,
      during: to,
      operation: undefined,
      reason,
      asGroup: { id: group.id, beside },
    }
    await naming(row, () => moveReservation(tx, command, one))
  }
  const reservationIds = moves.map(({ row }) => row.id)
  await command.audit({ action: 'booking.group.move', subjectType: 'reservation_group', subjectId: group.id, detail: { reservationIds } })
  await command.publish('booking.group_moved', {
    groupId: group.id,
    reservationIds,
    actorUserId: command.actor?.userId ?? null,
    actorOrganisationId: move.organisationId,
    ...(move.reason && { reason: move.reason }),
  })
}

async function naming(row: ReservationRow, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Refusal)
      throw error.with({ reservation: { id: row.id, start: row.start.toISOString(), end: row.end.toISOString() } })
    throw error
  }
}
