/** Where a sample stands. `refused`, `lost` and `broken` opened a deviation; from `used_up` on nothing is left of it at the provider. */
export const SAMPLE_STATES = [
  'declared',
  'sent',
  'received',
  'refused',
  'used_up',
  'returning',
  'returned',
  'destroyed',
  'lost',
  'broken',
  'withdrawn',
] as const
export type SampleState = (typeof SAMPLE_STATES)[number]

/** Declared by the client; split off a sample, of the same stuff; or derived, made from it. */
export const SAMPLE_ORIGINS = ['declared', 'split', 'derived'] as const
export type SampleOrigin = (typeof SAMPLE_ORIGINS)[number]

/** How it is kept: room 10–30 °C, cool 8–15 °C, cold 2–8 °C, frozen at −15 °C or below. */
export const STORAGES = ['room', 'cool', 'cold', 'frozen'] as const
export type Storage = (typeof STORAGES)[number]

export const HAZARDS = ['flammable', 'corrosive', 'toxic', 'infectious', 'biological', 'radioactive', 'sharp', 'pressurised'] as const
export type Hazard = (typeof HAZARDS)[number]

/** What the client wants done with what is left. */
export const RESTS = ['return', 'dispose'] as const
export type Rest = (typeof RESTS)[number]

/** How a sample arrived. `temperature`: outside the range of its storage. */
export const CONDITIONS = ['intact', 'damaged', 'temperature', 'insufficient'] as const
export type Condition = (typeof CONDITIONS)[number]

/** What can happen to a sample. */
export const CUSTODY_KINDS = [
  'declared',
  'edited',
  'withdrawn',
  'sent',
  'received',
  'refused',
  'offered',
  'handed_over',
  'offer_refused',
  'offer_withdrawn',
  'taken_over',
  'stored',
  'split',
  'derived',
  'consumed',
  'lost',
  'broken',
  'corrected',
  'retained',
  'returned',
  'return_confirmed',
  'destruction_proposed',
  'destruction_withdrawn',
  'destroyed',
] as const
export type CustodyKind = (typeof CUSTODY_KINDS)[number]

export const DEVIATION_KINDS = [
  'sample_refused',
  'sample_lost',
  'sample_broken',
  'method',
  'equipment',
  'environment',
  'result',
  'study',
  'batch',
  'other',
] as const
export type DeviationKind = (typeof DEVIATION_KINDS)[number]

/** What the client makes of a deviation. `replace`: another sample is sent. `stop`: it does not want the work to go on. */
export const DEVIATION_DECISIONS = ['go_on', 'replace', 'stop'] as const
export type DeviationDecision = (typeof DEVIATION_DECISIONS)[number]

/** Days that a provider keeps what is left after the report, when it has set nothing. */
export const DEFAULT_RETENTION_DAYS = 90

/** Days before the end of retention on which both sides are told. */
export const RETENTION_NOTICE_DAYS = 5
