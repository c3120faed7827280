import { checkBranches } from './check-model-branches.ts'
import { codeOf, day, field, has, isObject, type Raw, type Report } from './check-model-kinds.ts'
import * as shapes from './check-model-shape.ts'
import { checkStages } from './check-model-stages.ts'
import type { Deduction, Gate, Indicator, Normalisation, Stage } from './model.ts'

/** A part of a model that has the shape which its kind asks for, and where it stands. */
type Placed<Part> = { readonly part: Part; readonly path: string }

/** What no single field can say: references, orders, weights. Parts whose shape is wrong are reported by their shape alone. */
export function checkMeaning(model: Raw, report: Report): void {
  for (const [path, list] of [
    ['/facts', model.facts],
    ['/stages', model.stages],
    ['/indicators', model.indicators],
    ['/gates', model.gates],
    ['/deductions/items', isObject(model.deductions) ? model.deductions.items : []],
  ] as const)
    checkTwice(list, path, report)

  checkFacts(model, report)
  checkStages(partsOf<Stage>(model.stages, '/stages', shapes.stage), report)
  for (const { part, path } of partsOf<Indicator>(model.indicators, '/indicators', shapes.indicator)) checkIndicator(part, path, report)
  const branches = checkBranches(model, report)
  const scale = typeof model.scale === 'number' ? model.scale : Number.POSITIVE_INFINITY
  for (const { part, path } of partsOf<Gate>(model.gates, '/gates', shapes.gate)) {
    const { require } = part
    if ('fact' in require) continue
    if (!branches.has(require.branch)) report(`${path}/require/branch`, 'scoring.model_branch_unknown', { branch: require.branch })
    else if (require.atLeast > scale) report(`${path}/require/atLeast`, 'scoring.model_gate_shut', { atLeast: require.atLeast, scale })
  }
  checkDeductions(model, report)
  checkDates(model, report)
}

/** Facts that are read and not defined, and those that are defined and not read. */
function checkFacts(model: Raw, report: Report): void {
  const facts = itemsOf(model.facts).map(codeOf)
  const used = new Set<string>()
  for (const { ref, path } of factsRead(model)) {
    const fact = ref.replace(/@-1$/, '')
    used.add(fact)
    if (!facts.includes(fact)) report(path, 'scoring.model_fact_unknown', { fact: ref })
  }
  for (const [index, fact] of facts.entries())
    if (fact !== null && !used.has(fact)) report(`/facts/${index}`, 'scoring.model_fact_unused', { fact })
}

const MEASURED = ['fact', 'numerator', 'denominator', 'now', 'before']

/** Every text of a model that names a column of facts, whatever else is wrong around it. */
function factsRead(model: Raw): { ref: string; path: string }[] {
  const fieldsOf = (owner: unknown, keys: readonly string[], path: string) =>
    keys.flatMap((key) => (isObject(owner) && typeof owner[key] === 'string' ? [{ ref: owner[key], path: `${path}/${key}` }] : []))
  return [
    ...itemsOf(model.stages).flatMap((stage, index) =>
      itemsOf(isObject(stage) ? stage.when : null).flatMap((one, at) => fieldsOf(one, ['fact'], `/stages/${index}/when/${at}`)),
    ),
    ...itemsOf(model.indicators).flatMap((one, index) =>
      fieldsOf(isObject(one) ? one.measure : null, MEASURED, `/indicators/${index}/measure`),
    ),
    ...itemsOf(model.gates).flatMap((one, index) => fieldsOf(isObject(one) ? one.require : null, ['fact'], `/gates/${index}/require`)),
  ]
}

function itemsOf(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : []
}

function partsOf<Part>(list: unknown, path: string, shape: Parameters<typeof has>[0]): Placed<Part>[] {
  return itemsOf(list).flatMap((part, index) => (has(shape, part) ? [{ part: part as Part, path: field(path, index) }] : []))
}

function checkTwice(list: unknown, path: string, report: Report): void {
  const seen = new Set<string>()
  for (const [index, item] of itemsOf(list).entries()) {
    const code = codeOf(item)
    if (code === null) continue
    if (seen.has(code)) report(`${path}/${index}/code`, 'scoring.model_code_twice', { code })
    seen.add(code)
  }
}

function checkIndicator({ outliers, normalise, direction }: Indicator, path: string, report: Report): void {
  for (const [index, rule] of outliers.entries()) {
    if (rule.kind === 'winsorise' && rule.lower >= rule.upper)
      report(`${path}/outliers/${index}`, 'scoring.model_winsorise_reversed', { lower: rule.lower, upper: rule.upper })
  }
  checkMethod(normalise, direction, `${path}/normalise`, report)
}

function checkMethod(rule: Normalisation, direction: Indicator['direction'], path: string, report: Report): void {
  if (rule.kind === 'goalposts') {
    if (rule.low >= rule.high) report(path, 'scoring.model_goalposts_reversed', { low: rule.low, high: rule.high })
    if (rule.log && rule.low <= 0) report(`${path}/low`, 'scoring.model_goalposts_log', { low: rule.low })
  }
  if (rule.kind === 'z_score' && rule.perDeviation <= 0)
    report(`${path}/perDeviation`, 'scoring.model_not_positive', { value: rule.perDeviation })
  if (rule.kind === 'distance' && typeof rule.target === 'number' && rule.target <= 0)
    report(`${path}/target`, 'scoring.model_not_positive', { value: rule.target })
  if (rule.kind === 'ladder') checkLadder(rule, direction, path, report)
}

function checkLadder(
  { below, steps }: Extract<Normalisation, { kind: 'ladder' }>,
  direction: Indicator['direction'],
  path: string,
  report: Report,
): void {
  if (steps.length === 0) report(`${path}/steps`, 'scoring.model_ladder_empty')
  let before = { from: Number.NEGATIVE_INFINITY, points: below }
  for (const [index, step] of steps.entries()) {
    if (step.from <= before.from)
      report(`${path}/steps/${index}/from`, 'scoring.model_ladder_order', { from: step.from, before: before.from })
    const isWorse = direction === 'higher' ? step.points < before.points : step.points > before.points
    if (isWorse)
      report(`${path}/steps/${index}/points`, direction === 'higher' ? 'scoring.model_ladder_falls' : 'scoring.model_ladder_rises', {
        points: step.points,
        before: before.points,
      })
    before = step
  }
}

function checkDeductions(model: Raw, report: Report): void {
  if (!isObject(model.deductions) || model.deductions.cap !== 0) return
  const costly = partsOf<Deduction>(model.deductions.items, '', shapes.deduction).filter(({ part }) => part.points > 0)
  if (costly.length > 0) report('/deductions/cap', 'scoring.model_cap_zero')
}

function checkDates({ validFrom, validTo }: Raw, report: Report): void {
  if (has(day, validFrom) && has(day, validTo) && (validTo as string) < (validFrom as string))
    report('/validTo', 'scoring.model_dates_reversed', { validFrom: validFrom as string, validTo: validTo as string })
}
