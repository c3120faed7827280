import { aggregateBranches } from './aggregate-branches.ts'
import { type FactTable, measureColumn } from './fact-table.ts'
import { type Branch, branchesOf, type Model, type Stage, type Words, weightOf } from './model.ts'
import { usedIndicators } from './score-table.ts'
import { stagesOf } from './stages.ts'

type IndicatorOutlook = {
  readonly code: string
  readonly name: Words
  /** Of the weight of the whole model in this stage (0–1). */
  readonly weightRatio: number
  readonly knownCount: number
  /** The least part that the branch above asks for (0–1). */
  readonly minimumRatio: number
}

type BranchOutlook = {
  readonly code: string
  readonly name: Words
  readonly minimumRatio: number
  /** Enterprises of which less than that is known. */
  readonly belowCount: number
}

type StageOutlook = {
  /** Null for those that no stage takes, which get no score. */
  readonly stage: Stage | null
  readonly enterpriseCount: number
  /** Enterprises that get no score because too little is known of them, or a fact that must be known. */
  readonly unscoredCount: number
  readonly branches: readonly BranchOutlook[]
  readonly indicators: readonly IndicatorOutlook[]
}

/**
 * How thin the facts of a model are before it is run, stage by stage: how many enterprises fall below the least coverage of each branch,
 * and how many have each indicator. Only asks what is known; a known value that a method cannot treat still counts.
 */
export function coverageOutlook(model: Model, table: FactTable): StageOutlook[] {
  const stage = stagesOf(model, table)
  const known = model.indicators.map(({ measure }) => measureColumn(table, measure).map((value) => (Number.isNaN(value) ? 0 : 1)))
  const parts = model.indicators.map(({ missing }, place) =>
    (known[place] as Float64Array).map((isKnown) => (isKnown === 1 || missing.kind === 'impute' ? 1 : Number.NaN)),
  )
  const imputed = known.map((column) => Uint8Array.from(column, (isKnown) => 1 - isKnown))
  const columns = aggregateBranches({ ...model, root: averaged(model.root) }, { stage, parts, imputed }, null)
  const rows = [...table.ids.keys()]
  const places = model.stages.length > 0 ? [...model.stages.keys(), -1] : [0]
  return places.flatMap((place): StageOutlook[] => {
    const own = rows.filter((row) => stage[row] === place)
    if (own.length === 0) return []
    const count = (isMeant: (row: number) => boolean) => own.filter(isMeant).length
    if (place === -1) return [{ stage: null, enterpriseCount: own.length, unscoredCount: own.length, branches: [], indicators: [] }]
    const at = model.stages[place]
    const used = usedIndicators(model.root, at)
    const refusing = model.indicators.flatMap(({ code, missing }, index) => (missing.kind === 'refuse' && used.has(code) ? [index] : []))
    const lacks = (row: number) => refusing.some((index) => known[index]?.[row] === 0)
    return [
      {
        stage: at ?? null,
        enterpriseCount: own.length,
        unscoredCount: count((row) => lacks(row) || Number.isNaN(columns[0]?.part[row])),
        branches: branchesOf(model).map(({ code, name, minimumCoverage }, index) => ({
          code,
          name,
          minimumRatio: minimumCoverage,
          belowCount: count((row) => Number.isNaN(columns[index]?.part[row])),
        })),
        indicators: leavesOf(model.root, at, 1).map(({ code, weightRatio, minimumRatio }) => {
          const index = model.indicators.findIndex((indicator) => indicator.code === code)
          const name = model.indicators[index]?.name ?? { zh: code, en: code }
          return { code, name, weightRatio, minimumRatio, knownCount: count((row) => known[index]?.[row] === 1) }
        }),
      },
    ]
  })
}

/** The same tree with means: what is known does not hang on how branches are put together, and duels take long. */
function averaged(branch: Branch): Branch {
  const children = branch.children.map((child) => ('branch' in child ? { ...child, branch: averaged(child.branch) } : child))
  return { ...branch, aggregate: { kind: 'arithmetic' }, children }
}

type Leaf = { readonly code: string; readonly weightRatio: number; readonly minimumRatio: number }

function leavesOf(branch: Branch, stage: Stage | undefined, ratio: number): Leaf[] {
  const total = branch.children.reduce((sum, { weight }) => sum + weightOf(weight, stage), 0)
  return branch.children.flatMap((child): Leaf[] => {
    const weight = weightOf(child.weight, stage)
    if (weight === 0) return []
    const own = (ratio * weight) / total
    if ('branch' in child) return leavesOf(child.branch, stage, own)
    return [{ code: child.indicator, weightRatio: own, minimumRatio: branch.minimumCoverage }]
  })
}
