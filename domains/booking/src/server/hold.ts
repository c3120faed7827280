import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { stateAt } from '../core/cancellation.ts'
import { findSlotProblems } from '../core/reservation-rules.ts'
import { type Act, getTransition } from '../core/reservation-states.ts'
import { HOLD_MINUTES, MAX_HOLDS_PER_PERSON } from '../core/vocabulary.ts'
import type { BookingTables } from './needs.ts'
import { RESERVATION_MISSING, RESOURCE_MISSING } from './problems.ts'
import { eventDetail } from './reservation-row.ts'
import { extendHold, submitHold as updateHold } from './sql/changes.ts'
import { countHolds } from './sql/expiry.ts'
import { findReservation, type ReservationRow } from './sql/reservations.ts'
import { findResourceFacts } from './sql/resource-facts.ts'
import { judgeHeld } from './standing/judge-booking.ts'
import { settleOfferOf } from './waiting/settle-offer.ts'

/** Refuses when the person holds as many slots as one may. */
export async function refuseTooManyHolds(tx: Db<BookingTables>, bookerId: string, now: Date): Promise<void> {
  if ((await countHolds(tx, bookerId, now)) >= MAX_HOLDS_PER_PERSON)
    throw new Refusal({ code: 'booking.too_many_holds', kind: 'refused', params: { maxHolds: MAX_HOLDS_PER_PERSON } })
}

/** Turns a hold into a booking, or a request, at the price that was quoted when the slot was held. */
export async function submitHold(
  tx: Db<BookingTables>,
  command: Command,
  target: { id: string; organisationId: string; project: string | null; note: string | null },
): Promise<ReservationRow> {
  const row = await getHold(tx, target, command.now)
  const facts = await findResourceFacts(tx, row.resource_id)
  if (!facts) throw new Refusal(RESOURCE_MISSING)
  // Notice and horizon held when the slot was taken; what can have changed since is whether the resource is still offered.
  const slotProblems = findSlotProblems(facts.rules, facts.site, {
    during: row,
    operation: row.operation,
    now: command.now,
    isByProvider: true,
  })
  const verdict = await judgeHeld(tx, row, facts, { actorOrganisationId: target.organisationId, now: command.now })
  const problems = [...slotProblems, ...verdict.problems]
  if (problems.length > 0) throw new Refusal(...problems)
  const act: Act = verdict.request ? 'request' : 'confirm'
  const transition = getTransition('held', act)
  const held = { id: row.id, resourceId: row.resource_id, version: row.version }
  const as = { project: target.project, note: target.note, request: verdict.request, now: command.now }
  if (!(await updateHold(tx, held, transition, as))) throw new Refusal(holdExpired(row))
  await settleOfferOf(tx, row.id, 'accepted', command.now)
  const detail = eventDetail(row, { actorUserId: command.actor?.userId ?? null, actorOrganisationId: target.organisationId })
  await command.audit({ action: `booking.reservation.${act}`, subjectType: 'reservation', subjectId: row.id, detail })
  if (transition.event) await command.publish(transition.event, detail)
  return getVisible(tx, target)
}

/** Keeps a hold for another while, once. */
export async function prolongHold(
  tx: Db<BookingTables>,
  command: Command,
  target: { id: string; organisationId: string },
): Promise<ReservationRow> {
  const row = await getHold(tx, target, command.now)
  const until = new Date(command.now.getTime() + HOLD_MINUTES * 60_000)
  if (!(await extendHold(tx, { id: row.id, resourceId: row.resource_id }, until, command.now)))
    throw new Refusal({
      code: 'booking.hold_already_extended',
      kind: 'refused',
      params: { heldUntil: row.held_until?.toISOString() ?? '' },
    })
  await command.audit({ action: 'booking.reservation.extend_hold', subjectType: 'reservation', subjectId: row.id })
  return getVisible(tx, target)
}

/** Only who booked acts on a hold; the provider sees it and waits. */
async function getHold(tx: Db<BookingTables>, target: { id: string; organisationId: string }, now: Date): Promise<ReservationRow> {
  const row = await getVisible(tx, target)
  if (row.organisation_id !== target.organisationId) throw new Refusal(RESERVATION_MISSING)
  const state = stateAt({ state: row.state, heldUntil: row.held_until, decideUntil: row.decide_until }, now)
  if (state === 'expired') throw new Refusal(holdExpired(row))
  if (state !== 'held') throw new Refusal({ code: 'booking.not_held', kind: 'conflict' })
  return row
}

async function getVisible(tx: Db<BookingTables>, target: { id: string; organisationId: string }): Promise<ReservationRow> {
  const row = await findReservation(tx, target.id, target.organisationId)
  if (!row) throw new Refusal(RESERVATION_MISSING)
  return row
}

function holdExpired(row: ReservationRow) {
  const heldUntil = (row.held_until ?? row.ended_at ?? row.created_at).toISOString()
  return { code: 'booking.hold_expired', kind: 'conflict', params: { heldUntil } } as const
}
