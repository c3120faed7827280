import { meanOf } from './aggregate.ts'
import { type Branch, branchesOf, type Model, weightOf } from './model.ts'
import { copeland, gatherPeers, type Peers } from './outranking.ts'
import { cohortCountOf, cohortsOf, rowsByCohort } from './stages.ts'

/** A branch of every row: its part (0–1), and the part of its weight that is known. */
export type BranchColumn = { readonly part: Float64Array; readonly coverage: Float64Array }

/** What indicators reached: parts by indicator and row, and 1 where a part was imputed. */
export type Parts = { readonly stage: Int16Array; readonly parts: readonly Float64Array[]; readonly imputed: readonly Uint8Array[] }

/** By branch in the order of `branchesOf`, then by cohort: the peers where a branch compares one by one, else nothing. */
export type PeersByBranch = readonly (readonly Peers[])[]

/** A coverage this near below the least one reaches it: what the sums of weights cannot tell apart. */
const NEARLY = 1e-9

type ChildColumn = { readonly part: Float64Array; readonly imputed: Uint8Array | null; readonly coverage: Float64Array | null }

/** A branch with its children's columns, and the children's weights by stage. */
type Plan = {
  readonly branch: Branch
  readonly children: readonly ChildColumn[]
  readonly weights: readonly Float64Array[]
}

/**
 * Every branch from what the indicators reached, children before parents, in the order of `branchesOf`. Where a branch compares one by
 * one the peers are those given, or else the rows themselves; they come back.
 */
export function aggregateBranches(
  model: Model,
  input: Parts,
  peers: PeersByBranch | null,
): { branches: readonly BranchColumn[]; peers: PeersByBranch } {
  const list = branchesOf(model)
  const columns = new Map<Branch, BranchColumn>()
  const met: (readonly Peers[])[] = list.map(() => [])
  for (const [index, branch] of [...list.entries()].reverse()) {
    const plan = planOf(model, branch, input, columns)
    const column = meanColumn(plan, input.stage)
    columns.set(branch, column)
    if (branch.aggregate.kind !== 'outranking') continue
    const cohorts = cohortsOf(model, input.stage)
    const own = peers?.[index] ?? rowsByCohort(cohorts, cohortCountOf(model)).map((rows) => peersOf(plan, column.part, rows))
    met[index] = own
    duel(plan, column.part, { stage: input.stage, cohorts, peers: own })
  }
  return { branches: list.map((branch) => columns.get(branch) as BranchColumn), peers: met }
}

function planOf(model: Model, branch: Branch, { parts, imputed }: Parts, columns: ReadonlyMap<Branch, BranchColumn>): Plan {
  return {
    branch,
    weights: (model.stages.length > 0 ? model.stages : [undefined]).map((stage) =>
      Float64Array.from(branch.children, ({ weight }) => weightOf(weight, stage)),
    ),
    children: branch.children.map((child): ChildColumn => {
      if ('branch' in child) return { ...(columns.get(child.branch) as BranchColumn), imputed: null }
      const place = model.indicators.findIndex(({ code }) => code === child.indicator)
      const mayImpute = model.indicators[place]?.missing.kind === 'impute'
      return { part: parts[place] as Float64Array, imputed: mayImpute ? (imputed[place] as Uint8Array) : null, coverage: null }
    }),
  }
}

/** The mean of the known children of each row, NaN where too little is known; where rows are outranked 0 for each that duels. */
function meanColumn({ branch, children, weights }: Plan, stage: Int16Array): BranchColumn {
  const rows = stage.length
  const column = { part: new Float64Array(rows), coverage: new Float64Array(rows) }
  const totals = weights.map((own) => own.reduce((sum, weight) => sum + weight, 0))
  const values = new Float64Array(children.length)
  const known = new Float64Array(children.length)
  const { aggregate } = branch
  const least = branch.minimumCoverage - NEARLY
  for (let row = 0; row < rows; row += 1) {
    const place = Math.max(stage[row] as number, 0)
    const own = weights[place] as Float64Array
    let count = 0
    let covered = 0
    for (let index = 0; index < children.length; index += 1) {
      const weight = own[index] as number
      const { part, imputed, coverage } = children[index] as ChildColumn
      const value = part[row] as number
      if (weight === 0 || Number.isNaN(value)) continue
      if (coverage !== null) covered += weight * (coverage[row] as number)
      else if (imputed === null || imputed[row] === 0) covered += weight
      values[count] = value
      known[count] = weight
      count += 1
    }
    const coverage = count > 0 ? covered / (totals[place] as number) : 0
    column.coverage[row] = coverage
    if (count === 0 || coverage < least) column.part[row] = Number.NaN
    else if (aggregate.kind !== 'outranking') column.part[row] = meanOf(aggregate, values, known, count)
  }
  return column
}

/** Fills in what each row that is not missing wins against the peers of its cohort. */
function duel(
  { children, weights }: Plan,
  part: Float64Array,
  { stage, cohorts, peers }: { stage: Int16Array; cohorts: Int16Array; peers: readonly Peers[] },
): void {
  const own = new Float64Array(children.length)
  for (let row = 0; row < part.length; row += 1) {
    const cohort = peers[cohorts[row] as number]
    if (!cohort || Number.isNaN(part[row] as number)) {
      part[row] = Number.NaN
      continue
    }
    for (const [index, child] of children.entries()) own[index] = child.part[row] as number
    part[row] = copeland(own, cohort, weights[Math.max(stage[row] as number, 0)] as Float64Array)
  }
}

function peersOf({ branch, children }: Plan, part: Float64Array, rows: Uint32Array): Peers {
  const columns = children.map((child) => child.part)
  return gatherPeers(
    branch.code,
    columns,
    rows.filter((row) => !Number.isNaN(part[row] as number)),
  )
}
