import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { findAnswerProblems, findNotPendingProblems } from '../../core/requests.ts'
import type { Awaited } from '../../core/vocabulary.ts'
import type { BookingTables } from '../needs.ts'
import { RESERVATION_MISSING } from '../problems.ts'
import { findReservation, type ReservationRow } from '../sql/reservations.ts'

/** A request as one side saw it when it answered. */
export type SeenRequest = { readonly id: string; readonly organisationId: string; readonly version: number }

/** The request that `side` may answer now; refuses with what became of it, whose turn it is, or that it changed since it was seen. */
export async function getRequestFor(tx: Db<BookingTables>, seen: SeenRequest, side: Awaited, now: Date): Promise<ReservationRow> {
  return getChecked(tx, seen, side, (row) => findAnswerProblems(termsOf(row), { side, now, limit: limitOf(row) }))
}

/** The request that the customer may give up now, whoever's turn it is. */
export async function getOwnRequest(tx: Db<BookingTables>, seen: SeenRequest, now: Date): Promise<ReservationRow> {
  return getChecked(tx, seen, 'customer', (row) => findNotPendingProblems(termsOf(row), { now, limit: limitOf(row) }))
}

/** What to tell whoever lost against another answer, a withdrawal or the limit. */
export async function refuseOvertaken(tx: Db<BookingTables>, seen: SeenRequest, now: Date): Promise<never> {
  const row = await findReservation(tx, seen.id, seen.organisationId)
  if (!row) throw new Refusal(RESERVATION_MISSING)
  const [problem = VERSION_STALE] = findNotPendingProblems(termsOf(row), { now, limit: limitOf(row) })
  throw new Refusal(problem)
}

async function getChecked(
  tx: Db<BookingTables>,
  seen: SeenRequest,
  side: Awaited,
  findProblems: (row: ReservationRow) => readonly Problem[],
): Promise<ReservationRow> {
  const row = await findReservation(tx, seen.id, seen.organisationId)
  // The other side sees it, but this act is not its own.
  if (!row || (side === 'provider' ? row.provider_id : row.organisation_id) !== seen.organisationId) throw new Refusal(RESERVATION_MISSING)
  const problems = findProblems(row)
  if (problems.length > 0) throw new Refusal(...problems)
  if (row.version !== seen.version) throw new Refusal(VERSION_STALE)
  return row
}

const termsOf = (row: ReservationRow) => ({
  state: row.state,
  heldUntil: row.held_until,
  decideUntil: row.decide_until,
  awaits: row.awaits,
})

/** The limit that a request has, or the moment at which it was given back. */
const limitOf = (row: ReservationRow): Date => row.decide_until ?? row.ended_at ?? row.created_at
