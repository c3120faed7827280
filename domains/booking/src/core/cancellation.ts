import { type Fen, scaleFen } from '@jiju/kernel/money'
import type { Problem } from '@jiju/kernel/problem'
import type { ReservationKind, ReservationState } from './vocabulary.ts'

/** `customer` is the organisation that booked, `provider` the owner of the resource; a provider's own use is the provider's. */
export type Side = 'customer' | 'provider'

/** What decides whether a reservation can still change, as frozen when it was placed. */
export type ChangeTerms = {
  readonly kind: ReservationKind
  readonly state: ReservationState
  readonly start: Date
  readonly end: Date
  readonly heldUntil: Date | null
  readonly decideUntil: Date | null
  readonly priceFen: Fen
  readonly freeCancelUntil: Date
  readonly lateCancelPercent: number
  /** An outage took its time: the customer moves or cancels free. */
  readonly isDisplaced: boolean
}

/** The state to read at `now`: a hold or a request that ran out has expired, even before anything released it. */
export function stateAt(
  { state, heldUntil, decideUntil }: Pick<ChangeTerms, 'state' | 'heldUntil' | 'decideUntil'>,
  now: Date,
): ReservationState {
  if (state === 'held' && heldUntil !== null && heldUntil <= now) return 'expired'
  if (state === 'pending' && decideUntil !== null && decideUntil <= now) return 'expired'
  return state
}

/** Where `now` lies against the booked time. */
export function phaseAt(terms: Pick<ChangeTerms, 'start' | 'end'>, now: Date): 'upcoming' | 'running' | 'past' {
  if (now < terms.start) return 'upcoming'
  return now < terms.end ? 'running' : 'past'
}

/** Until when cancelling is free: `freeCancelHours` before the start. */
export function freeCancelUntil(start: Date, freeCancelHours: number): Date {
  return new Date(start.getTime() - freeCancelHours * 3_600_000)
}

function findEndedProblems(terms: ChangeTerms, now: Date): Problem[] {
  if (terms.kind === 'outage') return [{ code: 'booking.is_outage', kind: 'refused' }]
  const state = stateAt(terms, now)
  if (state === 'expired' && terms.heldUntil)
    return [{ code: 'booking.hold_expired', kind: 'conflict', params: { heldUntil: terms.heldUntil.toISOString() } }]
  if (state === 'expired' && terms.decideUntil)
    return [{ code: 'booking.request_expired', kind: 'conflict', params: { decideUntil: terms.decideUntil.toISOString() } }]
  if (state !== 'held' && state !== 'pending' && state !== 'confirmed') return [{ code: 'booking.already_ended', kind: 'conflict' }]
  return []
}

/** Why `side` cannot cancel now. A customer can until the start, a provider until the end, each with a reason when it is the other's booking. */
export function findCancelProblems(terms: ChangeTerms, change: { side: Side; now: Date; reason: string | undefined }): Problem[] {
  const ended = findEndedProblems(terms, change.now)
  if (ended.length > 0) return ended
  const problems: Problem[] = []
  const limit = change.side === 'provider' ? terms.end : terms.start
  if (change.now >= limit) problems.push(alreadyStarted(terms))
  if (terms.state === 'pending' && change.side === 'provider') return [{ code: 'booking.answer_request', kind: 'refused' }]
  if (needsReason(terms, change.side) && !change.reason)
    problems.push({ code: 'booking.reason_missing', kind: 'refused', field: '/reason' })
  return problems
}

/** What cancelling costs `side`: nothing while it is held or pending, until the free limit, or for the provider; else the late share of the price. */
export function cancelFee(terms: ChangeTerms, change: { side: Side; now: Date }): Fen {
  if (
    terms.isDisplaced ||
    change.side === 'provider' ||
    terms.state === 'held' ||
    terms.state === 'pending' ||
    change.now < terms.freeCancelUntil
  )
    return 0n
  return scaleFen(terms.priceFen, BigInt(terms.lateCancelPercent), 100n)
}

/** Why `side` cannot move now. A customer moves as long as cancelling is free, so that moving is no way around the fee. */
export function findMoveProblems(terms: ChangeTerms, change: { side: Side; now: Date; reason: string | undefined }): Problem[] {
  const ended = findEndedProblems(terms, change.now)
  if (ended.length > 0) return ended
  if (terms.state === 'pending')
    return [{ code: change.side === 'provider' ? 'booking.propose_instead' : 'booking.request_cannot_move', kind: 'refused' }]
  const problems: Problem[] = []
  if (change.now >= terms.start) problems.push(alreadyStarted(terms))
  else if (cancelFee(terms, change) > 0n)
    problems.push({
      code: 'booking.too_late_to_move',
      kind: 'refused',
      params: { freeUntil: terms.freeCancelUntil.toISOString(), feePercent: terms.lateCancelPercent },
    })
  if (needsReason(terms, change.side) && !change.reason)
    problems.push({ code: 'booking.reason_missing', kind: 'refused', field: '/reason' })
  return problems
}

function needsReason(terms: ChangeTerms, side: Side): boolean {
  return side === 'provider' && terms.kind === 'customer'
}

function alreadyStarted(terms: ChangeTerms): Problem {
  return { code: 'booking.already_started', kind: 'refused', params: { start: terms.start.toISOString() } }
}
