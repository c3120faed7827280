/** What the rules look for. */
export const SIGNAL_RULES = ['related_parties', 'round_trip', 'circle', 'same_invoice', 'split_orders', 'no_trace'] as const
export type SignalRule = (typeof SIGNAL_RULES)[number]

export const SIGNAL_STATES = ['open', 'followed_up', 'dismissed'] as const
export type SignalState = (typeof SIGNAL_STATES)[number]

export const EVIDENCE_KINDS = [
  'order',
  'relation',
  'person',
  'account',
  'address',
  'credit_note',
  'receipt',
  'invoice',
  'paper',
  'limit',
  'leg',
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** One row that a rule saw: what it is, its number or words, its amount in fen and its day. */
export type Evidence = {
  readonly kind: EvidenceKind
  readonly id: string | null
  readonly label: string
  readonly amountFen: bigint | null
  readonly on: string | null
}

/** What a rule has noticed; `subject` is the same for the same matter. */
export type Finding = {
  readonly rule: SignalRule
  readonly subject: string
  readonly organisationId: string | null
  readonly providerId: string | null
  readonly amountFen: bigint | null
  readonly evidence: readonly Evidence[]
}
