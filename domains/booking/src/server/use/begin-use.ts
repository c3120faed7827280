import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { getTransition } from '../../core/reservation-states.ts'
import { findBeginProblems } from '../../core/use/begin.ts'
import { voidMoveRequest } from '../moves/void-move-request.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { eventDetail } from '../reservation-row.ts'
import { findReservationForLetters, type ReservationRow } from '../sql/reservations.ts'
import { insertUseEvent } from '../sql/use/records.ts'
import { readUseRules } from '../sql/use/rules.ts'
import { changeUseState, findOccupant, occupyUnit, type RunningUseRow } from '../sql/use/running.ts'
import { closeUse } from './close-use.ts'
import { eventOf, type Signal } from './signal.ts'
import { actorIds, type Writer } from './writer.ts'

/** Begins the use of a booking. Of two who come at once one wins; the other is told. */
export async function beginUse(
  tx: Db<BookingTables>,
  writer: Writer,
  needs: BookingNeeds,
  row: ReservationRow,
  signal: Signal,
): Promise<RunningUseRow> {
  const rules = await readUseRules(tx, row.resource_id)
  const problems = findBeginProblems(termsOfUse(row), rules, signal.at)
  if (problems.length > 0) throw new Refusal(...problems)
  const use: RunningUseRow = {
    id: newId(writer.now.getTime()),
    resource_id: row.resource_id,
    unit: row.unit,
    provider_id: row.provider_id,
    reservation_id: row.id,
    organisation_id: row.organisation_id,
    person_id: row.booker_id,
    started_at: signal.at,
    planned_end: row.end,
    source: signal.source,
    device: signal.device?.name ?? null,
    purpose: null,
  }
  await occupy(tx, writer, needs, use)
  const transition = getTransition('confirmed', 'start')
  const target = { id: row.id, resourceId: row.resource_id, version: row.version }
  if (!(await changeUseState(tx, target, transition, writer.now))) throw new Refusal(await whatHappened(tx, row.id))
  await voidMoveRequest(tx, writer, row.id, writer.now)
  await insertUseEvent(tx, eventOf(use, 'start', signal, writer))
  const detail = { ...eventDetail(row, actorIds(writer)), startedAt: signal.at.toISOString(), source: signal.source }
  await writer.audit({ action: 'booking.reservation.start', subjectType: 'reservation', subjectId: row.id, detail })
  if (transition.event) await writer.publish(transition.event, detail)
  return use
}

/**
 * Puts a use on its unit. Somebody who is still written there but whose time is over has left, or the next could not begin: that use is closed
 * at its booked end. Somebody whose time still runs keeps the unit.
 */
export async function occupy(tx: Db<BookingTables>, writer: Writer, needs: BookingNeeds, use: RunningUseRow): Promise<void> {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    if (await occupyUnit(tx, use)) return
    const occupant = await findOccupant(tx, use.resource_id, use.unit)
    if (!occupant) continue
    if (use.reservation_id !== null && occupant.reservation_id === use.reservation_id)
      throw new Refusal({ code: 'booking.use_already_begun', kind: 'conflict' })
    if (occupant.planned_end > use.started_at) throw new Refusal(inUse(occupant))
    await closeUse(tx, writer, needs, occupant, { at: occupant.planned_end, source: 'inferred' })
  }
  throw new Refusal({ code: 'booking.use_unit_contended', kind: 'conflict' })
}

export function termsOfUse(row: ReservationRow) {
  return { kind: row.kind, state: row.state, start: row.start, end: row.end, isDisplaced: row.unit < 0 }
}

function inUse(occupant: RunningUseRow): Problem {
  return { code: 'booking.use_by_other', kind: 'conflict', params: { until: occupant.planned_end.toISOString() } }
}

/** The state changed between reading and writing: says what it is now. */
async function whatHappened(tx: Db<BookingTables>, id: string): Promise<Problem> {
  const row = await findReservationForLetters(tx, id)
  const [problem] = row ? findBeginProblems(termsOfUse(row), { earlyMinutes: 1440 }, row.start) : []
  return problem ?? { code: 'platform.version_stale', kind: 'stale' }
}
