/** How the beginning or the end of a use became known. `inferred`: nobody said so, the platform closed it by rule. */
export const USE_SOURCES = ['page', 'qr', 'api_key', 'staff', 'inferred'] as const
export type UseSource = (typeof USE_SOURCES)[number]

/** `required`: who has not begun when the grace has passed loses the slot; `optional`: a booking nobody metered counts as used as booked. */
export const CHECK_INS = ['optional', 'required'] as const
export type CheckIn = (typeof CHECK_INS)[number]

/** What became of a signal of a device. */
export const METER_OUTCOMES = ['started', 'finished', 'unmatched'] as const
export type MeterOutcome = (typeof METER_OUTCOMES)[number]

export const CORRECTION_STATES = ['proposed', 'confirmed', 'declined', 'withdrawn'] as const
export type CorrectionState = (typeof CORRECTION_STATES)[number]

/** What a charge is for: a use, a booking that nobody used, a place in a training. */
export const CHARGE_KINDS = ['use', 'no_show', 'training'] as const
export type ChargeKind = (typeof CHARGE_KINDS)[number]

/** `open` waits for the customer; silence until the limit accepts. */
export const CHARGE_STATES = ['open', 'accepted', 'objected', 'replaced'] as const
export type ChargeState = (typeof CHARGE_STATES)[number]

/** What a user judges from 1 to 5: the instrument's condition, the technical service, booking and access. */
export const EVALUATION_CRITERIA = ['condition', 'service', 'process'] as const
export type EvaluationCriterion = (typeof EVALUATION_CRITERIA)[number]

/** Averages are public from so many evaluations on, so that none can be told from the others. */
export const PUBLIC_EVALUATIONS = 3
