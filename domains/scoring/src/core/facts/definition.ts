import type { PeriodKind, Source } from './sources.ts'

export type Certainty = 'seen' | 'second_hand' | 'to_confirm'

/** What can be stated about an enterprise. */
export type FactDefinition = {
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly unit: string
  readonly periodKind: PeriodKind
  /** Who may state it; the one that decides first. */
  readonly authority: readonly Source[]
}

/** What is plausible of a fact on the day of a check. */
export type FactLimits = {
  /** Values outside are asked about. */
  readonly low: number | null
  readonly high: number | null
  /** How many times the value of the year before it may be, or be a part of. */
  readonly factor: number | null
}

/** `part` is not larger than `factor` times `whole`. */
export type FactRelation = {
  readonly part: string
  readonly whole: string
  readonly factor: number
  readonly severity: 'refusal' | 'question'
}

/** Money in 10,000 yuan, where a figure in yuan is easily taken for it. */
export const TEN_THOUSAND_YUAN = '万元'
