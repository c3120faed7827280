import type { LocalDate } from '@jiju/kernel/local-date'
import { type Fen, formatFen } from '@jiju/kernel/money'
import type { Purpose } from '../vocabulary.ts'
import { type CostLine, counts, eligibleParts, sumOf, voucherAmount } from './amount.ts'
import type { VoucherRules } from './rules.ts'
import type { ApplicantKind, ConditionCode, FactSource, Parameter, Relation, Verdict } from './vocabulary.ts'

/** What is known of an order that wants a voucher. Money is what is left now. */
export type VoucherFacts = {
  /** The day on which the order is placed. */
  readonly day: LocalDate
  readonly purpose: Purpose
  readonly lines: readonly CostLine[]
  readonly applicant: {
    readonly organisationKind: string
    readonly isVerified: boolean
    readonly kind: ApplicantKind
    /** Where the office knows the kind from; null: nobody said otherwise than that it is an enterprise. */
    readonly kindSource: string | null
    readonly district: string | null
  }
  /** The entry of the provider in the programme's list that covers the day. */
  readonly listing: { readonly since: LocalDate; readonly source: string } | null
  readonly relation: { readonly relation: Relation; readonly source: string } | null
  /** Reserved and redeemed in the year of the order; for an order that has a voucher, without its own. */
  readonly takenFen: Fen
  readonly budgetLeftFen: Fen
  readonly isClosed: boolean
}

/** One condition of a programme: whether it is met, by which fact, known from where. Money in facts is yuan. */
export type Condition = {
  readonly code: ConditionCode
  readonly verdict: Verdict
  readonly fact: Readonly<Record<string, string>>
  readonly factSource: FactSource
  /** Words about where the fact is from; null when its source says all. */
  readonly factSourceText: string | null
  /** The parameter of the rules that asks for it. */
  readonly parameter: Parameter
}

export type Judgement = {
  readonly conditions: readonly Condition[]
  /** Nothing speaks against it; what is unknown is decided by the office. */
  readonly isEligible: boolean
  readonly eligibleFen: Fen
  /** What the voucher pays; zero when it is not eligible. */
  readonly amountFen: Fen
}

/** Whether an order may use a programme, condition by condition, and what the programme then pays. */
export function judgeVoucher(rules: VoucherRules, facts: VoucherFacts): Judgement {
  return conclude(explain(rules, facts))
}

/** The same after an amendment: only what depends on items and money is judged anew; what was found about the parties when it was reserved stands. */
export function rejudgeVoucher(rules: VoucherRules, facts: VoucherFacts, before: readonly Condition[]): Judgement {
  const { conditions, ...amounts } = explain(rules, facts)
  const kept = conditions.map((one) => (MONEY_CONDITIONS.has(one.code) ? one : (before.find(({ code }) => code === one.code) ?? one)))
  return conclude({ ...amounts, conditions: kept })
}

/** What depends on the organisation and the programme alone, not on an order. */
export const OWN_CONDITIONS: ReadonlySet<ConditionCode> = new Set(['in_force', 'applicant', 'district', 'quota', 'budget'])

const MONEY_CONDITIONS: ReadonlySet<ConditionCode> = new Set(['services', 'minimum', 'quota', 'budget'])

type Explained = { readonly conditions: readonly Condition[]; readonly eligibleFen: Fen; readonly payableFen: Fen }

function explain(rules: VoucherRules, facts: VoucherFacts): Explained {
  const eligibleFen = sumOf(eligibleParts(facts.lines, rules))
  const quotaLeftFen = atLeastZero(rules.quotaFen[facts.applicant.kind] - facts.takenFen)
  const conditions = [
    inForce(rules, facts),
    applicant(facts),
    district(rules, facts),
    listed(rules, facts),
    notRelated(rules, facts),
    purpose(rules, facts),
    services(rules, facts, eligibleFen),
    minimum(rules, eligibleFen),
    quota(rules, facts, quotaLeftFen),
    budget(facts),
  ]
  return {
    conditions,
    eligibleFen,
    payableFen: voucherAmount(eligibleFen, rules.rate, [rules.orderCapFen, quotaLeftFen, facts.budgetLeftFen]),
  }
}

function conclude({ conditions, eligibleFen, payableFen }: Explained): Judgement {
  const isEligible = payableFen > 0n && conditions.every(({ verdict }) => verdict !== 'not_met')
  return { conditions, isEligible, eligibleFen, amountFen: isEligible ? payableFen : 0n }
}

const verdictOf = (isMet: boolean): Verdict => (isMet ? 'met' : 'not_met')
const atLeastZero = (amount: Fen): Fen => (amount > 0n ? amount : 0n)

function condition(
  code: ConditionCode,
  parameter: Parameter,
  verdict: Verdict,
  fact: Condition['fact'],
  factSource: FactSource,
  factSourceText: string | null = null,
): Condition {
  return { code, verdict, fact, factSource, factSourceText, parameter }
}

function inForce(rules: VoucherRules, { day, isClosed }: VoucherFacts): Condition {
  const isMet = !isClosed && rules.validFrom <= day && (rules.validTo === null || day <= rules.validTo)
  const fact = { day, from: rules.validFrom, ...(rules.validTo && { to: rules.validTo }), ...(isClosed && { closed: 'yes' }) }
  return condition('in_force', 'term', verdictOf(isMet), fact, 'programme')
}

function applicant({ applicant: who }: VoucherFacts): Condition {
  const isMet = who.organisationKind === 'enterprise' && who.isVerified
  const fact = { organisationKind: who.organisationKind, kind: who.kind, verified: who.isVerified ? 'yes' : 'no' }
  return condition('applicant', 'quota', verdictOf(isMet), fact, who.kindSource === null ? 'profile' : 'office_note', who.kindSource)
}

function district(rules: VoucherRules, { applicant: { district: own } }: VoucherFacts): Condition {
  const verdict = rules.districts.length === 0 ? 'met' : own === null ? 'unknown' : verdictOf(rules.districts.includes(own))
  return condition(
    'district',
    'districts',
    verdict,
    { ...(own !== null && { district: own }), districts: rules.districts.join('、') },
    'profile',
  )
}

function listed(rules: VoucherRules, { listing, day }: VoucherFacts): Condition {
  const fact = { day, ...(listing && { since: listing.since }), needed: rules.needsListedProvider ? 'yes' : 'no' }
  const verdict = verdictOf(!rules.needsListedProvider || listing !== null)
  return condition('provider_listed', 'providers', verdict, fact, 'office_note', listing?.source ?? null)
}

function notRelated(rules: VoucherRules, { relation }: VoucherFacts): Condition {
  const fact = { ...(relation && { relation: relation.relation }), needed: rules.excludesRelatedParties ? 'yes' : 'no' }
  const verdict = verdictOf(!rules.excludesRelatedParties || relation === null)
  return condition('not_related', 'related_parties', verdict, fact, 'office_note', relation?.source ?? null)
}

/** A purpose that the rules name nowhere is left to the office. */
function purpose(rules: VoucherRules, { purpose: own }: VoucherFacts): Condition {
  const verdict = rules.excludedPurposes.includes(own) ? 'not_met' : rules.allowedPurposes.includes(own) ? 'met' : 'unknown'
  return condition('purpose', 'purposes', verdict, { purpose: own }, 'order')
}

/** Some line must count. A line without a service of the catalogue cannot be compared with the services that are excluded. */
function services(rules: VoucherRules, { lines }: VoucherFacts, eligibleFen: Fen): Condition {
  const counted = lines.filter((line) => counts(line, rules))
  const hasUnknown = rules.excludedServiceIds.length > 0 && counted.some(({ serviceId }) => serviceId === null)
  const verdict = eligibleFen === 0n ? 'not_met' : hasUnknown ? 'unknown' : 'met'
  const fact = { counted: String(counted.length), lines: String(lines.filter(({ amountFen }) => amountFen > 0n).length) }
  return condition('services', 'services', verdict, { ...fact, eligible: formatFen(eligibleFen) }, 'order')
}

function minimum(rules: VoucherRules, eligibleFen: Fen): Condition {
  const fact = { eligible: formatFen(eligibleFen), minimum: formatFen(rules.minimumFen) }
  return condition('minimum', 'minimum', verdictOf(eligibleFen >= rules.minimumFen), fact, 'order')
}

function quota(rules: VoucherRules, { day, applicant: { kind }, takenFen }: VoucherFacts, leftFen: Fen): Condition {
  const fact = { year: day.slice(0, 4), quota: formatFen(rules.quotaFen[kind]), taken: formatFen(takenFen), left: formatFen(leftFen) }
  return condition('quota', 'quota', verdictOf(leftFen > 0n), fact, 'account')
}

function budget({ budgetLeftFen }: VoucherFacts): Condition {
  return condition('budget', 'budget', verdictOf(budgetLeftFen > 0n), {}, 'account')
}
