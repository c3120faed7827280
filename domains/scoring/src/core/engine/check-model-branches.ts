import { codeOf, field, has, isObject, type Raw, type Report } from './check-model-kinds.ts'
import { aggregation as aggregationShape, indicator as indicatorShape, MAX_LEVELS, weight as weightShape } from './check-model-shape.ts'
import type { Aggregation, Indicator, Weight } from './model.ts'

/** Where a branch stands: its pointer, the stages in which it counts, and its level, the root's being 1. */
type Place = { readonly path: string; readonly counted: readonly string[]; readonly level: number }

type Walk = {
  readonly report: Report
  readonly indicators: readonly unknown[]
  /** Codes of stages; '' alone where a model has none. */
  readonly stages: readonly string[]
  readonly comparesStages: boolean
  /** Codes of the branches and of the indicators met so far; all indicators once it is too deep to look. */
  readonly branches: Set<string>
  readonly used: Set<string>
}

/** Walks the branches and the bonus, however much of them is wrong; comes back with the codes of branches. */
export function checkBranches(model: Raw, report: Report): ReadonlySet<string> {
  const indicators = Array.isArray(model.indicators) ? model.indicators : []
  const codes = (Array.isArray(model.stages) ? model.stages : []).flatMap((stage) => codeOf(stage) ?? [])
  const stages = codes.length > 0 ? codes : ['']
  const walk: Walk = { report, indicators, stages, comparesStages: model.cohort === 'all', branches: new Set(), used: new Set() }
  if (!isObject(model.root)) return walk.branches
  visit(walk, model.root, { path: '/root', counted: stages, level: 1 })
  const inBonus = new Set<string>()
  if (isObject(model.bonus) && Array.isArray(model.bonus.items)) {
    for (const [index, item] of model.bonus.items.entries()) {
      if (isObject(item) && typeof item.indicator === 'string') refer(walk, item.indicator, `/bonus/items/${index}/indicator`, inBonus)
    }
  }
  for (const [index, indicator] of indicators.entries()) {
    const code = codeOf(indicator)
    if (code !== null && !walk.used.has(code) && !inBonus.has(code))
      report(`/indicators/${index}`, 'scoring.model_indicator_unused', { indicator: code })
  }
  return walk.branches
}

/** Checks a branch that counts in some stages, and says whether its part may be 0. */
function visit(walk: Walk, branch: Raw, { path, counted, level }: Place): boolean {
  const { report, branches } = walk
  if (level > MAX_LEVELS) {
    for (const indicator of walk.indicators) walk.used.add(codeOf(indicator) ?? '')
    return true
  }
  const code = codeOf(branch) ?? ''
  if (branches.has(code)) report(`${path}/code`, 'scoring.model_code_twice', { code })
  branches.add(code)
  if (!Array.isArray(branch.children)) return true
  const children: readonly unknown[] = branch.children
  if (children.length === 0) report(`${path}/children`, 'scoring.model_branch_empty', { branch: code })
  const mayBeZero = children.map(
    (child, index) => isObject(child) && visitChild(walk, child, { path: field(`${path}/children`, index), counted, level }),
  )
  const weights = children.flatMap((child) => (isObject(child) && has(weightShape, child.weight) ? [child.weight as Weight] : []))
  if (weights.length === children.length && children.length > 0) {
    const idle = counted.filter((stage) => weights.every((weight) => weightIn(weight, stage) === 0))
    for (const stage of idle) report(`${path}/children`, 'scoring.model_weights_zero', { branch: code, stage })
  }
  const aggregate = has(aggregationShape, branch.aggregate) ? (branch.aggregate as Aggregation) : null
  if (aggregate?.kind === 'outranking') {
    if (walk.comparesStages && weights.some((weight) => typeof weight !== 'number'))
      report(`${path}/aggregate`, 'scoring.model_outranking_weights', { branch: code })
    return true
  }
  if (!aggregate || !fallsWithOne(aggregate)) return mayBeZero.every(Boolean)
  const first = children[mayBeZero.indexOf(true)]
  if (first !== undefined) report(`${path}/aggregate`, 'scoring.model_mean_zero', { branch: code, child: nameOf(first) })
  return first !== undefined
}

function visitChild(walk: Walk, child: Raw, { path, counted, level }: Place): boolean {
  const weight = has(weightShape, child.weight) ? (child.weight as Weight) : 1
  checkWeight(walk, weight, `${path}/weight`)
  if (isObject(child.branch)) {
    return visit(walk, child.branch, {
      path: `${path}/branch`,
      counted: counted.filter((stage) => weightIn(weight, stage) !== 0),
      level: level + 1,
    })
  }
  if (typeof child.indicator !== 'string') return false
  const indicator = refer(walk, child.indicator, `${path}/indicator`, walk.used)
  return has(indicatorShape, indicator) && mayReachZero(indicator as Indicator)
}

/** The indicator that a code names, to stand once among those used. */
function refer({ indicators, report }: Walk, code: string, path: string, used: Set<string>): unknown {
  const indicator = indicators.find((one) => codeOf(one) === code)
  if (indicator === undefined) report(path, 'scoring.model_indicator_unknown', { indicator: code })
  else if (used.has(code)) report(path, 'scoring.model_indicator_twice', { indicator: code })
  used.add(code)
  return indicator
}

function checkWeight({ stages, report }: Walk, weight: Weight, path: string): void {
  const own =
    typeof weight === 'number'
      ? [[path, weight] as const]
      : Object.entries(weight).map(([key, value]) => [field(path, key), value] as const)
  for (const [at, value] of own) if (value < 0) report(at, 'scoring.model_weight_negative', { weight: value })
  if (typeof weight === 'number') return
  for (const stage of Object.keys(weight)) {
    if (!stages.includes(stage)) report(field(path, stage), 'scoring.model_stage_unknown', { stage })
  }
  for (const stage of stages) {
    if (stage !== '' && !Object.hasOwn(weight, stage)) report(path, 'scoring.model_weight_missing', { stage })
  }
}

function weightIn(weight: Weight, stage: string): number {
  return typeof weight === 'number' ? weight : Object.hasOwn(weight, stage) ? (weight[stage] as number) : 0
}

/** Whether one child at 0 makes the whole mean 0. */
function fallsWithOne(aggregate: Aggregation): boolean {
  return aggregate.kind === 'geometric' || aggregate.kind === 'harmonic' || (aggregate.kind === 'power' && aggregate.exponent <= 0)
}

function mayReachZero({ normalise }: Indicator): boolean {
  return normalise.kind !== 'ladder' || [normalise.below, ...normalise.steps.map(({ points }) => points)].includes(0)
}

function nameOf(child: unknown): string {
  if (!isObject(child)) return ''
  return typeof child.indicator === 'string' ? child.indicator : (codeOf(child.branch) ?? '')
}
