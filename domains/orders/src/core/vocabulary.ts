/** Every state of an order. */
export const ORDER_STATES = [
  'awaiting_approval',
  'placed',
  'accepted',
  'received',
  'working',
  'reporting',
  'reported',
  'retest_requested',
  'approved',
  'settled',
  'paused',
  'disputed',
  'declined',
  'withdrawn',
  'cancelled',
  'lapsed',
] as const
export type OrderState = (typeof ORDER_STATES)[number]

/** States in which nothing more happens to an order. */
export const ENDED_STATES = ['settled', 'declined', 'withdrawn', 'cancelled', 'lapsed'] as const satisfies readonly OrderState[]

/** States that can be paused while something is missing. */
export const PAUSABLE_STATES = ['accepted', 'received', 'working', 'reporting'] as const satisfies readonly OrderState[]
export type PausableState = (typeof PAUSABLE_STATES)[number]

/** Who acts: whoever ordered, the provider, the district's operator who rules disputes, or the platform itself. */
export const SIDES = ['client', 'provider', 'operator', 'platform'] as const
export type Side = (typeof SIDES)[number]

/** What the results are for; vouchers exclude some purposes. */
export const PURPOSES = ['research', 'development', 'registration', 'production', 'legal_duty', 'other'] as const
export type Purpose = (typeof PURPOSES)[number]

/** `sealed`: the name of the client stays hidden until a quote is accepted. */
export const CONFIDENTIALITIES = ['normal', 'confidential', 'sealed'] as const
export type Confidentiality = (typeof CONFIDENTIALITIES)[number]

export const ENQUIRY_KINDS = ['service', 'need'] as const
/** `deciding`: a quote is chosen and the client's own approvers have not agreed yet; to providers it is open. */
export const ENQUIRY_STATES = ['open', 'deciding', 'awarded', 'withdrawn', 'lapsed'] as const
export type EnquiryState = (typeof ENQUIRY_STATES)[number]

/** `choice`: the client chooses among quotes. `first`: the first provider that takes it at the offered price has it. */
export const AWARDS = ['choice', 'first'] as const
export type Award = (typeof AWARDS)[number]

/** What a provider that was asked has done. `closed`: the enquiry ended without it. */
export const ASKED_STATES = ['asked', 'quoted', 'declined', 'won', 'lost', 'closed'] as const
export type AskedState = (typeof ASKED_STATES)[number]

/** Why a provider does not quote; counted as unmet demand. */
export const DECLINE_REASONS = [
  'no_capacity',
  'outside_scope',
  'sample_unsuitable',
  'deadline_too_short',
  'price_too_low',
  'other',
] as const
export type DeclineReason = (typeof DECLINE_REASONS)[number]

export const QUOTE_STATES = ['offered', 'accepted', 'superseded', 'withdrawn', 'declined', 'lapsed'] as const
export type QuoteState = (typeof QUOTE_STATES)[number]

/** What a line of a quote or an order is for. */
export const LINE_KINDS = ['test', 'preparation', 'urgent', 'transport', 'report', 'discount', 'other'] as const
export type LineKind = (typeof LINE_KINDS)[number]

export const AMENDMENT_STATES = ['proposed', 'signed', 'refused', 'withdrawn'] as const
