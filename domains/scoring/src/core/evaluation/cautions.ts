/** What keeps a comparison from saying more than it does. Texts stand in the web; `selection` always holds. */
export type Caution =
  | { readonly kind: 'selection' }
  | { readonly kind: 'unmatched' }
  | { readonly kind: 'matching_decides' }
  | { readonly kind: 'few_treated'; readonly count: number; readonly least: number }
  | { readonly kind: 'few_others'; readonly count: number; readonly least: number }
  | { readonly kind: 'pretrend'; readonly p: number }
  | { readonly kind: 'pretrend_unknown' }
  | { readonly kind: 'placebo_date'; readonly p: number }
  | { readonly kind: 'chance'; readonly p: number }
  | { readonly kind: 'interval_holds_zero' }
  | { readonly kind: 'one_year_after' }
  | { readonly kind: 'left_out'; readonly count: number; readonly of: number }
  | { readonly kind: 'other_support'; readonly count: number }

/** Below this many, cluster errors and normal intervals are known to be too narrow (Cameron, Gelbach and Miller 2008). */
const LEAST_CLUSTERS = 30

type Interval = { readonly low: number; readonly high: number }
const holdsZero = ({ low, high }: Interval) => low <= 0 && high >= 0

export function cautionsOf(found: {
  readonly isMatched: boolean
  readonly treated: number
  readonly others: number
  readonly difference: Interval | null
  /** The same comparison without matching. */
  readonly plain: Interval | null
  readonly pretrendP: number | null
  readonly placeboP: number | null
  readonly chanceP: number | null
  readonly yearsAfter: number
  readonly leftOut: number
  readonly otherSupport: number
}): Caution[] {
  const { difference, plain } = found
  const all = found.treated + found.others + found.leftOut
  return [
    { kind: 'selection' },
    ...(found.isMatched ? [] : [{ kind: 'unmatched' } as const]),
    ...(difference && plain && holdsZero(difference) !== holdsZero(plain) ? [{ kind: 'matching_decides' } as const] : []),
    ...(found.treated < LEAST_CLUSTERS ? [{ kind: 'few_treated', count: found.treated, least: LEAST_CLUSTERS } as const] : []),
    ...(found.others < LEAST_CLUSTERS ? [{ kind: 'few_others', count: found.others, least: LEAST_CLUSTERS } as const] : []),
    ...(found.pretrendP === null ? [{ kind: 'pretrend_unknown' } as const] : []),
    ...(found.pretrendP !== null && found.pretrendP < 0.1 ? [{ kind: 'pretrend', p: found.pretrendP } as const] : []),
    ...(found.placeboP !== null && found.placeboP < 0.1 ? [{ kind: 'placebo_date', p: found.placeboP } as const] : []),
    ...(found.chanceP !== null && found.chanceP >= 0.05 ? [{ kind: 'chance', p: found.chanceP } as const] : []),
    ...(difference && holdsZero(difference) ? [{ kind: 'interval_holds_zero' } as const] : []),
    ...(found.yearsAfter < 2 ? [{ kind: 'one_year_after' } as const] : []),
    ...(found.leftOut > 0 ? [{ kind: 'left_out', count: found.leftOut, of: all } as const] : []),
    ...(found.otherSupport > 0 ? [{ kind: 'other_support', count: found.otherSupport } as const] : []),
  ]
}
