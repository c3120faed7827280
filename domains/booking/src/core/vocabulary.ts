/** Every state of a reservation. `held` to `completed` take the slot (`LIVE_STATES`); the others gave it back. */
export const RESERVATION_STATES = [
  'held',
  'pending',
  'confirmed',
  'in_use',
  'completed',
  'cancelled',
  'declined',
  'released',
  'expired',
  'no_show',
] as const
export type ReservationState = (typeof RESERVATION_STATES)[number]

/** The states that `reservation_no_overlap` guards. */
export const LIVE_STATES = ['held', 'pending', 'confirmed', 'in_use', 'completed'] as const satisfies readonly ReservationState[]

/** `customer` pays, `internal` is the provider's own use, `outage` takes the time without a user, `move` holds the time to which a booking is asked to be moved. */
export const RESERVATION_KINDS = ['customer', 'internal', 'outage', 'move'] as const
export type ReservationKind = (typeof RESERVATION_KINDS)[number]

/** Reservations under one number: a series repeats one resource, a bundle takes several for one time. */
export const GROUP_KINDS = ['series', 'bundle'] as const
export type GroupKind = (typeof GROUP_KINDS)[number]

/** Who a price is for; decided by `customerClassOf`. */
export const CUSTOMER_CLASSES = ['inside', 'member', 'academic', 'enterprise', 'outside_district'] as const
export type CustomerClass = (typeof CUSTOMER_CLASSES)[number]

/** `self_service`: the booker runs the instrument; `with_operator`: the provider's staff does. */
export const OPERATIONS = ['self_service', 'with_operator'] as const
export type Operation = (typeof OPERATIONS)[number]

/** `instant`: whoever keeps the rules has the slot; `approval`: the slot is kept while the provider decides. */
export const CONFIRMATIONS = ['instant', 'approval'] as const
export type Confirmation = (typeof CONFIRMATIONS)[number]

/** Whose answer a pending reservation waits for. */
export const AWAITED = ['provider', 'customer'] as const
export type Awaited = (typeof AWAITED)[number]

/** Why a booking needs the provider's answer: the calendar asks for it, or the booker's no-show points do. */
export const REQUEST_CAUSES = ['calendar', 'no_show'] as const
export type RequestCause = (typeof REQUEST_CAUSES)[number]

/** Why a provider declines; counted as unmet demand. `other` needs words. */
export const DECLINE_REASONS = [
  'no_staff',
  'own_use',
  'instrument_condition',
  'purpose_unsuitable',
  'sample_unsuitable',
  'not_qualified',
  'other',
] as const
export type DeclineReason = (typeof DECLINE_REASONS)[number]

/** The steps that a calendar may use: each divides the day, so that every day has the same grid. */
export const STEP_MINUTES = [5, 10, 15, 20, 30, 60, 120, 240, 480, 720, 1440] as const

/** A hold keeps the slot this long, and once more when it is extended. */
export const HOLD_MINUTES = 15

/** Holds that one person may have at the same time, so that nobody keeps a calendar shut without booking. */
export const MAX_HOLDS_PER_PERSON = 5

/** Kinds of the catalogue whose time can be booked; the others are ordered. */
export const BOOKABLE_KINDS = ['instrument', 'laboratory', 'clean_room', 'animal_facility', 'computing', 'pilot_line'] as const

/** Kinds that can be booked beside another resource: those above, and people's help. */
export const COMPANION_KINDS = [...BOOKABLE_KINDS, 'technical_service'] as const
