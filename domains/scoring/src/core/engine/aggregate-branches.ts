import { exponentOf, lift, settle } from './aggregate.ts'
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
 * one the peers are those given, or else the rows themselves.
 */
export function aggregateBranches(model: Model, input: Parts, peers: PeersByBranch | null): readonly BranchColumn[] {
  return walkBranches(model, input, { peers, isFought: () => true }).branches
}

/** The rows themselves as peers. Duels are fought only where a branch above compares how they end. */
export function gatherAllPeers(model: Model, input: Parts): PeersByBranch {
  const compared = comparedIn(model.root)
  return walkBranches(model, input, { peers: null, isFought: (branch) => compared.has(branch) }).peers
}

function walkBranches(
  model: Model,
  input: Parts,
  { peers, isFought }: { readonly peers: PeersByBranch | null; readonly isFought: (branch: Branch) => boolean },
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
    if (isFought(branch)) duel(plan, column.part, { stage: input.stage, cohorts, peers: own })
  }
  return { branches: list.map((branch) => columns.get(branch) as BranchColumn), peers: met }
}

/** The branches whose outcome a branch above compares one by one. */
function comparedIn(branch: Branch, isCompared = false): Set<Branch> {
  const own = isCompared || branch.aggregate.kind === 'outranking'
  const below = branch.children.flatMap((child) => ('branch' in child ? [...comparedIn(child.branch, own)] : []))
  return new Set(isCompared ? [branch, ...below] : below)
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

/** The mean of the known children of each row, NaN where too little is known; where rows are outranked a number for each that duels. */
function meanColumn({ branch, children, weights }: Plan, stage: Int16Array): BranchColumn {
  const rows = stage.length
  const column = { part: new Float64Array(rows), coverage: new Float64Array(rows) }
  const totals = weights.map((own) => own.reduce((sum, weight) => sum + weight, 0))
  const mean = branch.aggregate.kind === 'outranking' ? ANY_MEAN : branch.aggregate
  const exponent = exponentOf(mean)
  const least = branch.minimumCoverage - NEARLY
  const width = Math.min(BLOCK, rows)
  const block = { sum: new Float64Array(width), known: new Float64Array(width), covered: new Float64Array(width) }
  for (let start = 0; start < rows; start += BLOCK) {
    const size = Math.min(BLOCK, rows - start)
    block.sum.fill(0)
    block.known.fill(0)
    block.covered.fill(0)
    for (const [index, child] of children.entries()) {
      const weightByStage = Float64Array.from(weights, (own) => own[index] as number)
      addChild(block, child, { stage, start, size, weightByStage, exponent })
    }
    for (let place = 0; place < size; place += 1) {
      const known = block.known[place] as number
      const coverage = known > 0 ? (block.covered[place] as number) / (totals[Math.max(stage[start + place] as number, 0)] as number) : 0
      column.coverage[start + place] = coverage
      column.part[start + place] = known === 0 || coverage < least ? Number.NaN : settle((block.sum[place] as number) / known, exponent)
    }
  }
  return column
}

/** So many rows at a time stay near the processor while a branch goes through its children. */
const BLOCK = 2048
const ANY_MEAN = { kind: 'arithmetic' } as const

function addChild(
  { sum, known, covered }: { sum: Float64Array; known: Float64Array; covered: Float64Array },
  { part, imputed, coverage }: ChildColumn,
  at: { stage: Int16Array; start: number; size: number; weightByStage: Float64Array; exponent: number },
): void {
  const { stage, start, size, weightByStage, exponent } = at
  for (let place = 0; place < size; place += 1) {
    const row = start + place
    const weight = weightByStage[Math.max(stage[row] as number, 0)] as number
    const value = part[row] as number
    if (weight === 0 || Number.isNaN(value)) continue
    sum[place] = (sum[place] as number) + weight * lift(value, exponent)
    known[place] = (known[place] as number) + weight
    const share = coverage !== null ? (coverage[row] as number) : imputed !== null ? 1 - (imputed[row] as number) : 1
    covered[place] = (covered[place] as number) + weight * share
  }
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
