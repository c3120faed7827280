/** What a client wants of a dispute. */
export const DISPUTE_WISHES = ['redo', 'refund', 'explanation'] as const
export type DisputeWish = (typeof DISPUTE_WISHES)[number]

/** What the operator can rule: the work is done again, the price is owed, or it is given back. */
export const RULINGS = ['redo', 'pay', 'refund'] as const
export type Ruling = (typeof RULINGS)[number]

export const DISPUTE_STATES = ['open', 'ruled', 'settled'] as const
export type DisputeState = (typeof DISPUTE_STATES)[number]
