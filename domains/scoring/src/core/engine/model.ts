/** Words in the two languages of the platform. */
export type Words = { readonly zh: string; readonly en: string }

/** How sure a statement is: seen at its source, from a second hand, or still to be confirmed. */
export type Certainty = 'seen' | 'second_hand' | 'to_confirm'

export type Citation = { readonly title: string; readonly address?: string; readonly note?: string }

/**
 * Names a column of facts: the code of a fact, and `@-1` after it for the period before the one that is scored.
 * `revenue` is this period's, `revenue@-1` the previous period's.
 */
export type FactRef = string

export type FactDefinition = { readonly code: string; readonly name: Words; readonly unit: string }

export type Comparison = '>' | '>=' | '<' | '<=' | '='

/** A statement about one fact; a missing fact makes it false. */
export type FactCondition = { readonly fact: FactRef; readonly is: Comparison; readonly value: number }

/** A stage of an enterprise's life; the first one whose conditions all hold is taken. Lower bounds are included where `>=` says so. */
export type Stage = { readonly code: string; readonly name: Words; readonly when: readonly FactCondition[] }

/** How a raw value comes from facts; a missing fact or a denominator of 0 makes it missing. */
export type Measure =
  | { readonly kind: 'fact'; readonly fact: FactRef }
  /** numerator ÷ denominator × factor. */
  | { readonly kind: 'ratio'; readonly numerator: FactRef; readonly denominator: FactRef; readonly factor: number }
  /** (now − before) ÷ |before| × factor. */
  | { readonly kind: 'growth'; readonly now: FactRef; readonly before: FactRef; readonly factor: number }

/** Monotone treatments before normalising, applied in their order. Quantiles are of the cohort (0–1). */
export type OutlierRule =
  | { readonly kind: 'winsorise'; readonly lower: number; readonly upper: number }
  /** ln(offset + x); values at or below −offset count as missing. */
  | { readonly kind: 'log'; readonly offset: number }
  /**
   * (x^λ − 1) ÷ λ with the λ of greatest likelihood between −2 and 2 (Box and Cox 1964), only where |skewness| and excess kurtosis of
   * the cohort's sample (as SKEW and KURT of a spreadsheet) both exceed their limits; where a value is 0 or less all are moved so that
   * the least is 1.
   */
  | { readonly kind: 'box_cox'; readonly skewnessLimit: number; readonly kurtosisLimit: number }

/** How a treated value becomes a number between 0 and 1; where lower is better it is 1 minus that, unless the method says otherwise. */
export type Normalisation =
  /** Points (0–1) of the highest step that the value reaches; `below` when it reaches none. Points fall where lower is better. */
  | { readonly kind: 'ladder'; readonly below: number; readonly steps: readonly { readonly from: number; readonly points: number }[] }
  /** (x − low) ÷ (high − low), cut off at both; on logarithms when `log`. */
  | { readonly kind: 'goalposts'; readonly low: number; readonly high: number; readonly log: boolean }
  | { readonly kind: 'min_max' }
  /** 0.5 + z × perDeviation, cut off at 0 and 1; z by the sample's standard deviation. */
  | { readonly kind: 'z_score'; readonly perDeviation: number }
  /** (below + half of the equal, itself included) ÷ count. */
  | { readonly kind: 'percentile' }
  /** 1 − (rank − 1) ÷ (count − 1), rank 1 the best; equal values share the best rank. */
  | { readonly kind: 'rank' }
  /** (beaten + half of the other equal) ÷ (count − 1): the part of duels won. */
  | { readonly kind: 'borda' }
  /** x ÷ target, or target ÷ x where lower is better, cut off at 0 and 1; the target is a number above 0 or the cohort's best. */
  | { readonly kind: 'distance'; readonly target: number | 'best' }
  /** ln(1 + x) ÷ ln(1 + the cohort's quantile), cut off at 0 and 1; 0 for x ≤ 0. */
  | { readonly kind: 'log_scale'; readonly quantile: number }

/** What happens to an indicator without a value. Missing is never zero. */
export type MissingRule =
  /** The others of its branch carry its weight; coverage says so. */
  | { readonly kind: 'exclude' }
  /** Takes the cohort's quantile and is marked as imputed; it does not count as covered. */
  | { readonly kind: 'impute'; readonly quantile: number }
  /** The enterprise gets no score. */
  | { readonly kind: 'refuse' }

export type Indicator = {
  readonly code: string
  readonly name: Words
  readonly unit: string
  readonly direction: 'higher' | 'lower'
  readonly measure: Measure
  readonly outliers: readonly OutlierRule[]
  readonly normalise: Normalisation
  readonly missing: MissingRule
  readonly certainty: Certainty
  readonly note?: Words
}

/** One weight for all, or one for each stage by its code; weights of a branch are relative to each other. */
export type Weight = number | Readonly<Record<string, number>>

export type Aggregation =
  | { readonly kind: 'arithmetic' }
  | { readonly kind: 'geometric' }
  | { readonly kind: 'harmonic' }
  | { readonly kind: 'power'; readonly exponent: number }
  /** Copeland: the part of the duels with its cohort that an enterprise wins by weighted majority of the children known of both; ties count half. */
  | { readonly kind: 'outranking' }

export type Branch = {
  readonly code: string
  readonly name: Words
  readonly aggregate: Aggregation
  /** The least part of the children's weight (0–1) that must be known, else the branch is missing. */
  readonly minimumCoverage: number
  readonly children: readonly Child[]
}

export type Child = { readonly weight: Weight; readonly certainty?: Certainty } & (
  | { readonly branch: Branch }
  | { readonly indicator: string }
)

/** Points on top of the total, never more than the cap. */
export type Bonus = { readonly cap: number; readonly items: readonly { readonly indicator: string; readonly points: number }[] }

/** What an event that counts against an enterprise costs. */
export type Deduction = {
  readonly code: string
  readonly name: Words
  /** Points for each event. */
  readonly points: number
  /** Days after which an event no longer counts; null: never. */
  readonly expiresAfterDays: number | null
  /** What is left of the points once it is repaired (0–1). */
  readonly repairedRatio: number
  /** An unexpired, unrepaired event excludes the enterprise from scores. */
  readonly isVeto: boolean
  readonly certainty: Certainty
}

/** A condition on the way: below it the score is not given, or cut. */
export type Gate = {
  readonly code: string
  readonly name: Words
  readonly require: FactCondition | { readonly branch: string; readonly atLeast: number }
  readonly otherwise: 'no_score' | { readonly atMost: number }
}

/** Equal scores: both the better place (1 1 3), the worse (2 2 3), the mean (1.5 1.5 3), or no gap (1 1 2). */
export const TIE_RULES = ['best', 'worst', 'mean', 'dense'] as const
export type TieRule = (typeof TIE_RULES)[number]

/** A way of scoring, as data: versioned, dated, cited. Two models with the same content are the same model. */
export type Model = {
  readonly format: 'jiju-model/1'
  readonly code: string
  readonly version: string
  readonly name: Words
  readonly validFrom: string
  readonly validTo: string | null
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
  /** What a perfect enterprise gets before bonus: 100, or 1 for an index. */
  readonly scale: number
  readonly decimals: number
  readonly rounding: 'half_up' | 'half_even'
  readonly ties: TieRule
  /** Whom an enterprise is compared with where a method asks for a cohort. */
  readonly cohort: 'stage' | 'all'
  readonly facts: readonly FactDefinition[]
  readonly stages: readonly Stage[]
  readonly indicators: readonly Indicator[]
  readonly root: Branch
  readonly bonus: Bonus | null
  readonly deductions: { readonly cap: number; readonly items: readonly Deduction[] }
  readonly gates: readonly Gate[]
}

/** The branches of a model, each before its children, the root first. */
export function branchesOf(model: Model): Branch[] {
  const list: Branch[] = []
  const visit = (branch: Branch): void => {
    list.push(branch)
    for (const child of branch.children) if ('branch' in child) visit(child.branch)
  }
  visit(model.root)
  return list
}

/** The columns of facts that a model reads, each once, in the order of their names. */
export function factRefsOf(model: Model): FactRef[] {
  const refs = new Set<FactRef>()
  for (const { measure } of model.indicators) {
    if (measure.kind === 'fact') refs.add(measure.fact)
    else if (measure.kind === 'ratio') refs.add(measure.numerator).add(measure.denominator)
    else refs.add(measure.now).add(measure.before)
  }
  for (const stage of model.stages) for (const { fact } of stage.when) refs.add(fact)
  for (const { require } of model.gates) if ('fact' in require) refs.add(require.fact)
  return [...refs].sort()
}

/** The weight of a child for an enterprise of this stage. */
export function weightOf(weight: Weight, stage: Stage | undefined): number {
  if (typeof weight === 'number') return weight
  return (stage && weight[stage.code]) ?? 0
}
