/** `reserved` with its order, `freed` when the order came to nothing, `redeemed` when it was settled, `rejected` when the office took the claim back. */
export const VOUCHER_STATES = ['reserved', 'freed', 'redeemed', 'rejected'] as const
export type VoucherState = (typeof VOUCHER_STATES)[number]

/** A provider's claim on the office. `more_asked`: the provider is next. */
export const CLAIM_STATES = ['pending', 'more_asked', 'accepted', 'rejected'] as const
export type ClaimState = (typeof CLAIM_STATES)[number]

export const CLAIM_ACTS = ['claim', 'ask_more', 'supply', 'accept', 'reject'] as const
export type ClaimAct = (typeof CLAIM_ACTS)[number]

/** As what an organisation applies; the yearly quota differs. */
export const APPLICANT_KINDS = ['enterprise', 'team'] as const
export type ApplicantKind = (typeof APPLICANT_KINDS)[number]

/** How two organisations are related, as the office noted it. */
export const RELATIONS = ['parent', 'same_group', 'shareholder', 'same_controller', 'shared_management', 'other'] as const
export type Relation = (typeof RELATIONS)[number]

/** What a programme asks, in the order in which it is explained. */
export const CONDITIONS = [
  'in_force',
  'applicant',
  'district',
  'provider_listed',
  'not_related',
  'purpose',
  'services',
  'minimum',
  'quota',
  'budget',
] as const
export type ConditionCode = (typeof CONDITIONS)[number]

/** `unknown`: the platform has no fact to judge by; the office decides from the papers. */
export const VERDICTS = ['met', 'not_met', 'unknown'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Where the fact of a condition comes from. */
export const FACT_SOURCES = ['programme', 'profile', 'office_note', 'order', 'account'] as const
export type FactSource = (typeof FACT_SOURCES)[number]

/** `official`: read in the programme's own text. `reported`: told by others. `assumed`: not confirmed by anybody. */
export const CERTAINTIES = ['official', 'reported', 'assumed'] as const
export type Certainty = (typeof CERTAINTIES)[number]

/** The parameters of a programme of which each has a source of its own. */
export const PARAMETERS = [
  'rate',
  'quota',
  'minimum',
  'order_cap',
  'purposes',
  'services',
  'districts',
  'providers',
  'related_parties',
  'term',
  'budget',
] as const
export type Parameter = (typeof PARAMETERS)[number]

/** What a claim is proved with. */
export const PAPER_KINDS = ['agreement', 'order', 'meter_log', 'report', 'invoice', 'payment', 'other'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** What a check on the spot found. */
export const FINDINGS = ['open', 'in_order', 'fault'] as const
export type Finding = (typeof FINDINGS)[number]
