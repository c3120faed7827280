import { Refusal } from '@jiju/kernel/problem'
import type { TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { findMoveProblems } from '../core/cancellation.ts'
import type { Operation } from '../core/vocabulary.ts'
import { draftOtherTime } from './draft-other-time.ts'
import type { Draft } from './draft-reservation.ts'
import { findBundledProblems } from './groups/bundled.ts'
import type { BookingTables } from './needs.ts'
import { sideOf, termsOf } from './present.ts'
import { RESERVATION_MISSING } from './problems.ts'
import type { SellableDraft } from './reservation-row.ts'
import { findReservation, type ReservationRow } from './sql/reservations.ts'
import { isOffered } from './sql/waiting.ts'
import { judgeBooking, type Verdict } from './standing/judge-booking.ts'

export type Move = {
  readonly id: string
  readonly organisationId: string
  readonly version: number
  readonly during: TimeRange
  readonly operation: Operation | undefined
  readonly reason: string | undefined
  /** The group of which it is told as a whole, and the resources of a bundle that move with it. */
  readonly asGroup?: { readonly id: string; readonly beside: readonly string[] } | undefined
}

type DraftedMove = {
  readonly row: ReservationRow
  readonly draft: Draft & Pick<SellableDraft, 'price'>
  readonly request: Verdict['request']
}

/**
 * What a move would make of a reservation, judged by the same rules as a booking of that time. `toProblems` adds what speaks against the way in
 * which it is moved. Refuses with everything at once.
 */
export async function draftMove(
  tx: Db<BookingTables>,
  move: Move,
  now: Date,
  toProblems: (row: ReservationRow, request: Verdict['request']) => readonly { code: string; kind: 'refused' }[],
): Promise<DraftedMove> {
  const row = await findReservation(tx, move.id, move.organisationId)
  if (!row) throw new Refusal(RESERVATION_MISSING)
  if (row.version !== move.version) throw new Refusal(VERSION_STALE)
  const draft = await draftOtherTime(tx, row, {
    during: move.during,
    operation: move.operation,
    actorOrganisationId: move.organisationId,
    beside: move.asGroup?.beside,
    now,
  })
  const changeProblems = findMoveProblems(termsOf(row), { side: sideOf(row, move.organisationId), now, reason: move.reason })
  const verdict = await judgeBooking(tx, draft, { bookerId: row.booker_id, actorOrganisationId: move.organisationId, now, except: row.id })
  const alone = move.asGroup ? [] : findBundledProblems(row)
  if (row.state === 'held' && (await isOffered(tx, row.id))) throw new Refusal({ code: 'booking.offer_fixed', kind: 'refused' })
  const problems = [...alone, ...changeProblems, ...draft.problems, ...verdict.problems, ...toProblems(row, verdict.request)]
  if (problems.length > 0 || !draft.price) throw new Refusal(...problems)
  return { row, draft: { ...draft, price: draft.price }, request: verdict.request }
}
