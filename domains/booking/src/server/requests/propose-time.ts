import { Refusal } from '@jiju/kernel/problem'
import type { TimeRange } from '@jiju/kernel/time-range'
import { type Db, sqlStateOf } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { answerDue } from '../../core/office-hours.ts'
import { getTransition } from '../../core/reservation-states.ts'
import type { Operation } from '../../core/vocabulary.ts'
import { draftOtherTime } from '../draft-other-time.ts'
import { chargeBasisOf, noShowFeeOf } from '../draft-reservation.ts'
import type { BookingTables } from '../needs.ts'
import { storePriceLines } from '../present.ts'
import { SLOT_TAKEN } from '../problems.ts'
import { eventDetail } from '../reservation-row.ts'
import { publishFreed } from '../slot-freed.ts'
import { lockCalendar, proposeTime as updateTime } from '../sql/changes.ts'
import { releaseOverlapping } from '../sql/expiry.ts'
import { getReservation, type ReservationRow } from '../sql/reservations.ts'
import { findFreeUnit } from '../sql/units.ts'
import { getRequestFor, refuseOvertaken, type SeenRequest } from './get-request.ts'

const EXCLUSION_VIOLATION = '23P01'

type Proposal = { readonly during: TimeRange; readonly operation: Operation | undefined; readonly words: string | undefined }

/**
 * The provider offers another time instead: the request keeps that slot, priced anew, until the customer has answered within the same office
 * hours; the time first asked for is given back.
 */
export async function proposeTime(tx: Db<BookingTables>, command: Command, seen: SeenRequest, proposal: Proposal): Promise<ReservationRow> {
  const { now } = command
  const row = await getRequestFor(tx, seen, 'provider', now)
  if (row.group_id) throw new Refusal({ code: 'booking.group_answered_whole', kind: 'refused', params: { number: row.group_number ?? '' } })
  const draft = await draftOtherTime(tx, row, {
    during: proposal.during,
    operation: proposal.operation,
    actorOrganisationId: seen.organisationId,
    now,
  })
  if (draft.problems.length > 0 || !draft.price) throw new Refusal(...draft.problems)

  await lockCalendar(tx, row.resource_id)
  const { facts, blocked } = draft
  const slot = { resourceId: row.resource_id, blockedStart: blocked.start, blockedEnd: blocked.end }
  await releaseOverlapping(tx, { ...slot, now })
  const unit = await findFreeUnit(tx, { ...slot, capacity: facts.rules.capacity, except: row.id, prefer: row.unit })
  if (unit === undefined) throw new Refusal(SLOT_TAKEN)
  const transition = getTransition(row.state, 'propose')
  const target = { id: row.id, resourceId: row.resource_id, version: seen.version }
  const isProposed = await updateTime(tx, target, transition, {
    during: draft.during,
    blocked,
    unit,
    operation: draft.operation,
    priceFen: draft.price.totalFen,
    priceLines: storePriceLines(draft.price.lines),
    chargeBy: chargeBasisOf(draft.facts, draft.during),
    freeCancelUntil: draft.freeCancelUntil,
    lateCancelPercent: facts.rules.lateCancelPercent,
    noShowFeeFen: noShowFeeOf(facts, draft.during, { priceFen: draft.price.totalFen, customerClass: draft.customerClass }),
    decideUntil: answerDue(now, facts.rules.decideWithinHours, facts.site.zone, draft.during.start),
    now,
  }).catch((error: unknown) => {
    if (sqlStateOf(error) === EXCLUSION_VIOLATION) throw new Refusal(SLOT_TAKEN)
    throw error
  })
  if (!isProposed) return refuseOvertaken(tx, seen, now)

  const proposed = await getReservation(tx, seen.id, seen.organisationId)
  const detail = {
    ...eventDetail(proposed, { actorUserId: command.actor?.userId ?? null, actorOrganisationId: seen.organisationId }),
    fromStart: row.start.toISOString(),
    fromEnd: row.end.toISOString(),
    ...(proposal.words && { reason: proposal.words }),
  }
  await command.audit({ action: 'booking.reservation.propose', subjectType: 'reservation', subjectId: row.id, detail })
  if (transition.event) await command.publish(transition.event, detail)
  await publishFreed(command, row)
  return proposed
}
