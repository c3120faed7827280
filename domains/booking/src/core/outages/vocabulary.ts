/** Why an instrument cannot be used. */
export const OUTAGE_TYPES = ['maintenance', 'calibration', 'fault', 'cleaning', 'move', 'other'] as const
export type OutageType = (typeof OUTAGE_TYPES)[number]

/** `declared` holds or is to come; `ended` was over early; `called_off` never began. One that ran its time stays `declared`. */
export const OUTAGE_STATES = ['declared', 'ended', 'called_off'] as const
export type OutageState = (typeof OUTAGE_STATES)[number]

/**
 * What became of a booking that an outage hit. `open`: the customer has not answered; `moved`: to another time of the resource; `replaced`: by
 * a booking elsewhere; `lapsed`: nobody answered in time, cancelled free; `reinstated`: the outage gave the time back; `interrupted`: it was running.
 */
export const DISPLACEMENT_STATES = ['open', 'moved', 'replaced', 'cancelled', 'lapsed', 'reinstated', 'interrupted'] as const
export type DisplacementState = (typeof DISPLACEMENT_STATES)[number]

/** Whether an instrument with a fault can be used. */
export const FAULT_VERDICTS = ['usable', 'limited', 'down'] as const
export type FaultVerdict = (typeof FAULT_VERDICTS)[number]

export const FAULT_STATES = ['open', 'triaged', 'resolved'] as const
export type FaultState = (typeof FAULT_STATES)[number]

/** `verification` is the statutory 检定, `calibration` 校准, `check` the intermediate 期间核查. */
export const CALIBRATION_KINDS = ['calibration', 'verification', 'check'] as const
export type CalibrationKind = (typeof CALIBRATION_KINDS)[number]

/** How long customers have to answer proposals unless the provider says otherwise. */
export const DEFAULT_ANSWER_HOURS = 48
