import type { ListRules, ShareRounding, Tier } from './vocabulary.ts'

/** A scored enterprise; scores are decimal texts of one run. */
export type Candidate = {
  readonly enterpriseId: string
  readonly name: string
  readonly stage: string | null
  readonly score: string
}

/** A place on a list; `tier` is its place in the tiers of the rules. */
export type PickedEntry = Candidate & { readonly rank: number; readonly tier: number | null }

/**
 * Who is on a list. An enterprise is in when fewer than the limit are strictly better, so equal scores at a limit are all in; their rank
 * is the best that they share. Tiers are counted in each stage, each enterprise in the first that it reaches; stages follow `stageOrder`.
 */
export function pickEntries(rules: ListRules, candidates: readonly Candidate[], stageOrder: readonly string[]): PickedEntry[] {
  if (rules.kind === 'top')
    return ranked(candidates)
      .filter(({ better }) => better < rules.size)
      .map(({ candidate, better }) => ({ ...candidate, rank: better + 1, tier: null }))
  const stages = [...new Set(candidates.map(({ stage }) => stage ?? ''))].sort((a, b) => stageOrder.indexOf(a) - stageOrder.indexOf(b))
  return stages.flatMap((stage) => {
    const cohort = ranked(candidates.filter((candidate) => (candidate.stage ?? '') === stage))
    const limits = tierLimits(rules.tiers, rules.rounding, cohort.length)
    return cohort.flatMap(({ candidate, better }) => {
      const tier = limits.findIndex((limit) => better < limit)
      return tier === -1 ? [] : [{ ...candidate, rank: better + 1, tier }]
    })
  })
}

/** How many enterprises of a stage each tier reaches, the tiers before it included. */
export function tierLimits(tiers: readonly Tier[], rounding: ShareRounding, count: number): number[] {
  const round = { up: Math.ceil, down: Math.floor, nearest: Math.round }[rounding]
  // Percentages have at most two decimals: in hundredths the product is exact.
  return tiers.map(({ upToPercent }) => round((count * Math.round(upToPercent * 100)) / 10_000))
}

/** Best first; equal scores in the order of their names. */
function ranked(candidates: readonly Candidate[]): { candidate: Candidate; better: number }[] {
  const sorted = [...candidates].sort(
    (a, b) => Number(b.score) - Number(a.score) || compare(a.name, b.name) || compare(a.enterpriseId, b.enterpriseId),
  )
  let better = 0
  return sorted.map((candidate, index) => {
    if (index > 0 && Number(candidate.score) !== Number(sorted[index - 1]?.score)) better = index
    return { candidate, better }
  })
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
