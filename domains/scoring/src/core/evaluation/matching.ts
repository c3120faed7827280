/** By what the supported are matched with others: nothing, the stage of growth before support, or stage and industry. */
export const MATCHINGS = ['none', 'stage', 'stage_industry'] as const
export type Matching = (typeof MATCHINGS)[number]

/** Revenue in 10,000 yuan that parts the stages of growth, lower bound included (Longwan's five stages). */
const STAGE_BOUNDS = [0, 100, 500, 2000, 10_000] as const

export type MatchGroup = { readonly stage: string | null; readonly industry: string | null }

/** What an enterprise is matched by; null when that is not known of it. */
export function groupOf(
  matching: Matching,
  { revenue, industry }: { readonly revenue: number | undefined; readonly industry: string | null },
): MatchGroup | null {
  if (matching === 'none') return { stage: null, industry: null }
  if (revenue === undefined || (matching === 'stage_industry' && industry === null)) return null
  const bound = STAGE_BOUNDS.findLast((lower) => revenue >= lower) ?? 0
  return { stage: `revenue_${bound}`, industry: matching === 'stage_industry' ? industry : null }
}

export const groupKey = ({ stage, industry }: MatchGroup): string => [stage ?? '', industry ?? ''].join('|')
