/** Money that leaves: a client's balance given back, or what a provider has earned. */
export const OUTGOING_KINDS = ['refund', 'payout'] as const
export type OutgoingKind = (typeof OUTGOING_KINDS)[number]

export const OUTGOING_STATES = ['asked', 'sent', 'refused'] as const
export type OutgoingState = (typeof OUTGOING_STATES)[number]
