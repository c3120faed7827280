import { gatherAllPeers, type PeersByBranch } from './aggregate-branches.ts'
import { fitDistribution } from './distribution.ts'
import { type FactTable, measureColumn } from './fact-table.ts'
import { branchesOf, type Indicator, type Model } from './model.ts'
import { type Distributions, normaliseTable } from './normalise-table.ts'
import { cohortCountOf, cohortsOf, rowsByCohort, stagesOf } from './stages.ts'

/** What the enterprises of a table say about each other: by indicator or branch, then by cohort (the stage's place, or 0 when all are one). */
export type Fit = { readonly distributions: Distributions; readonly peers: PeersByBranch }

/** Learns each indicator's distribution in each cohort, and who the peers are where a branch compares one by one. */
export function fitModel(model: Model, table: FactTable): Fit {
  const stage = stagesOf(model, table)
  const cohorts = cohortsOf(model, stage)
  const groups = rowsByCohort(cohorts, cohortCountOf(model))
  const distributions = model.indicators.map((indicator) => fitIndicator(indicator, table, groups))
  const branches = branchesOf(model)
  if (branches.every(({ aggregate }) => aggregate.kind !== 'outranking')) return { distributions, peers: branches.map(() => []) }
  const reached = normaliseTable(model, { table, cohorts, distributions })
  return { distributions, peers: gatherAllPeers(model, { stage, ...reached }) }
}

function fitIndicator(indicator: Indicator, table: FactTable, groups: readonly Uint32Array[]): Distributions[number] {
  const raw = measureColumn(table, indicator.measure)
  return groups.map((rows) => {
    const values = new Float64Array(rows.length)
    for (let index = 0; index < rows.length; index += 1) values[index] = raw[rows[index] as number] as number
    return fitDistribution(values, indicator)
  })
}
