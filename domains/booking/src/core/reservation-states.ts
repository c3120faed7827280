import type { ReservationState } from './vocabulary.ts'

/** Who acts: the side that booked, the provider, or the platform itself. */
export type ActBy = 'customer' | 'provider' | 'platform'

/** One allowed change of state. `from` null is a new reservation; `event` leaves in the same transaction. */
export type Transition = {
  readonly from: ReservationState | null
  readonly act: string
  readonly to: ReservationState
  readonly by: readonly ActBy[]
  readonly event: string | null
}

const transition = <const T extends Transition>(row: T): T => row

/** Every way in which a reservation changes its state; docs/booking-states.md is drawn from it. */
export const TRANSITIONS = [
  transition({ from: null, act: 'hold', to: 'held', by: ['customer', 'provider'], event: null }),
  transition({ from: null, act: 'place', to: 'confirmed', by: ['customer', 'provider'], event: 'booking.reservation_placed' }),
  transition({ from: null, act: 'request', to: 'pending', by: ['customer'], event: 'booking.reservation_requested' }),
  transition({ from: 'held', act: 'confirm', to: 'confirmed', by: ['customer', 'provider'], event: 'booking.reservation_placed' }),
  transition({ from: 'held', act: 'request', to: 'pending', by: ['customer'], event: 'booking.reservation_requested' }),
  transition({ from: 'held', act: 'move', to: 'held', by: ['customer', 'provider'], event: null }),
  transition({ from: 'held', act: 'release', to: 'released', by: ['customer', 'provider'], event: null }),
  transition({ from: 'held', act: 'expire', to: 'expired', by: ['platform'], event: null }),
  transition({ from: 'pending', act: 'approve', to: 'confirmed', by: ['provider'], event: 'booking.reservation_approved' }),
  transition({ from: 'pending', act: 'decline', to: 'declined', by: ['provider'], event: 'booking.reservation_declined' }),
  transition({ from: 'pending', act: 'propose', to: 'pending', by: ['provider'], event: 'booking.reservation_proposed' }),
  transition({ from: 'pending', act: 'accept', to: 'confirmed', by: ['customer'], event: 'booking.reservation_approved' }),
  transition({ from: 'pending', act: 'refuse', to: 'cancelled', by: ['customer'], event: 'booking.reservation_cancelled' }),
  transition({ from: 'pending', act: 'withdraw', to: 'cancelled', by: ['customer'], event: 'booking.reservation_cancelled' }),
  transition({ from: 'pending', act: 'expire', to: 'expired', by: ['platform'], event: 'booking.reservation_expired' }),
  transition({ from: 'confirmed', act: 'move', to: 'confirmed', by: ['customer', 'provider'], event: 'booking.reservation_moved' }),
  transition({ from: 'confirmed', act: 'cancel', to: 'cancelled', by: ['customer', 'provider'], event: 'booking.reservation_cancelled' }),
  transition({
    from: 'confirmed',
    act: 'start',
    to: 'in_use',
    by: ['customer', 'provider', 'platform'],
    event: 'booking.reservation_started',
  }),
  transition({ from: 'confirmed', act: 'miss', to: 'no_show', by: ['provider', 'platform'], event: 'booking.no_show' }),
  transition({
    from: 'in_use',
    act: 'finish',
    to: 'completed',
    by: ['customer', 'provider', 'platform'],
    event: 'booking.reservation_finished',
  }),
  transition({ from: 'pending', act: 'replace', to: 'cancelled', by: ['customer'], event: 'booking.reservation_cancelled' }),
  transition({ from: 'confirmed', act: 'replace', to: 'cancelled', by: ['customer'], event: 'booking.reservation_cancelled' }),
  transition({ from: 'pending', act: 'lapse', to: 'cancelled', by: ['platform'], event: 'booking.reservation_cancelled' }),
  transition({ from: 'confirmed', act: 'lapse', to: 'cancelled', by: ['platform'], event: 'booking.reservation_cancelled' }),
] as const

export type Act = (typeof TRANSITIONS)[number]['act']

/** What `act` makes of a reservation in `from`; undefined when that state does not allow it. */
export function transitionOf(from: ReservationState | null, act: Act): Transition | undefined {
  return TRANSITIONS.find((row) => row.from === from && row.act === act)
}

/** As `transitionOf`, for callers that have already refused everything else. */
export function getTransition(from: ReservationState | null, act: Act): Transition {
  const found = transitionOf(from, act)
  if (!found) throw new Error(`no reservation goes from ${from ?? 'nothing'} by ${act}`)
  return found
}
