import type { TieRule } from '../engine/model.ts'
import { rankScores } from '../engine/rank-scores.ts'
import type { ListRules, ShareRounding, Tier } from './vocabulary.ts'

/** A scored enterprise; scores are decimal texts of one run. */
export type Candidate = {
  readonly enterpriseId: string
  readonly name: string
  readonly stage: string | null
  readonly score: string
}

/** What a list takes from the model: the order of its stages, and which place equal scores have. */
type ListModel = { readonly stages: readonly string[]; readonly ties: TieRule }

/** A place on a list; `tier` is its place in the tiers of the rules. */
type PickedEntry = Candidate & { readonly rank: number; readonly tier: number | null }

/**
 * Who is on a list: everybody whose place is within the limit, where the model's tie rule says which place equal scores have. So all who are
 * equal at a limit are in or out together. Tiers are counted in each stage, each enterprise in the first that it reaches; stages follow
 * the model.
 */
export function pickEntries(rules: ListRules, candidates: readonly Candidate[], { stages: order, ties }: ListModel): PickedEntry[] {
  if (rules.kind === 'top')
    return placed(candidates, ties)
      .filter(({ rank }) => rank <= rules.size)
      .map(({ candidate, rank }) => ({ ...candidate, rank, tier: null }))
  const stages = [...new Set(candidates.map(({ stage }) => stage ?? ''))].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  return stages.flatMap((stage) => {
    const cohort = placed(
      candidates.filter((candidate) => (candidate.stage ?? '') === stage),
      ties,
    )
    const limits = tierLimits(rules.tiers, rules.rounding, cohort.length)
    return cohort.flatMap(({ candidate, rank }) => {
      const tier = limits.findIndex((limit) => rank <= limit)
      return tier === -1 ? [] : [{ ...candidate, rank, tier }]
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
function placed(candidates: readonly Candidate[], ties: TieRule): { candidate: Candidate; rank: number }[] {
  const ranks = rankScores(
    Float64Array.from(candidates, ({ score }) => Number(score)),
    ties,
  )
  return candidates
    .map((candidate, row) => ({ candidate, rank: ranks[row] as number }))
    .sort(
      (a, b) =>
        Number(b.candidate.score) - Number(a.candidate.score) ||
        compare(a.candidate.name, b.candidate.name) ||
        compare(a.candidate.enterpriseId, b.candidate.enterpriseId),
    )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
