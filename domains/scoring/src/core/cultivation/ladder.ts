import type { LocalDate } from '@jiju/kernel/local-date'
import type { Certainty, Citation, Comparison, FactRef, Words } from '../engine/model.ts'

/** What is compared: a fact, a share, a growth, the place among its stage, the points of the final run, or a clean record. */
export type Quantity =
  | { readonly kind: 'fact'; readonly fact: FactRef }
  /** numerator ÷ denominator × 100, in per cent; several facts on a side are summed. */
  | { readonly kind: 'share'; readonly numerator: readonly FactRef[]; readonly denominator: readonly FactRef[] }
  /** (now ÷ before)^(1 ÷ years) − 1, in per cent a year. */
  | { readonly kind: 'growth'; readonly now: FactRef; readonly before: FactRef; readonly years: number }
  | { readonly kind: 'points' }
  /** Rank ÷ number of the same stage, in per cent: 5 is the best twentieth. */
  | { readonly kind: 'top_share' }
  /** Events that count against the enterprise in so many days before the day. */
  | { readonly kind: 'events'; readonly codes: readonly string[]; readonly withinDays: number }

/** A limit, or one by the size of a fact: the first case whose fact is below its bound is taken, else the last. */
export type Limit =
  | number
  | { readonly fact: FactRef; readonly cases: readonly { readonly below: number | null; readonly value: number }[] }

export type Condition = {
  readonly code: string
  readonly name: Words
  readonly unit: string
  readonly quantity: Quantity
  readonly is: Extract<Comparison, '>=' | '<=' | '>'>
  readonly limit: Limit
  readonly certainty: Certainty
  /** Clause in the step's sources. */
  readonly clause?: string
}

/** A step is reached by all its conditions; of `anyOf` one group is enough. */
export type Step = {
  readonly code: string
  readonly name: Words
  readonly sources: readonly Citation[]
  readonly certainty: Certainty
  /** Months for which a recognition holds; null: open. */
  readonly validMonths: number | null
  readonly conditions: readonly Condition[]
  /** What is asked and no fact of the platform can show. */
  readonly alsoAsked: readonly Words[]
}

/** Steps from the foot up, as they hold between two days. */
export type Ladder = { readonly validFrom: LocalDate; readonly validTo: LocalDate | null; readonly steps: readonly Step[] }

/** Facts that a ladder reads, each once. */
export function ladderFacts(ladder: Ladder): FactRef[] {
  const refs = new Set<FactRef>()
  for (const { conditions } of ladder.steps)
    for (const { quantity, limit } of conditions) {
      if (quantity.kind === 'fact') refs.add(quantity.fact)
      if (quantity.kind === 'share') for (const ref of [...quantity.numerator, ...quantity.denominator]) refs.add(ref)
      if (quantity.kind === 'growth') refs.add(quantity.now).add(quantity.before)
      if (typeof limit === 'object') refs.add(limit.fact)
    }
  return [...refs].sort()
}

/** The ladder that holds on a day; of several the newest. */
export function ladderOn(ladders: readonly Ladder[], day: LocalDate): Ladder | undefined {
  const holding = ladders.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day))
  return holding.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
}
