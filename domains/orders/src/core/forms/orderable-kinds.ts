/** Kinds of the catalogue that are ordered; the others are booked by time. */
export const ORDERABLE_KINDS = ['testing_service', 'technical_service', 'glp_study', 'pilot_line', 'computing', 'data_set'] as const
export type OrderableKind = (typeof ORDERABLE_KINDS)[number]

export const isOrderable = (kind: string): kind is OrderableKind => (ORDERABLE_KINDS as readonly string[]).includes(kind)
