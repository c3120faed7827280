import type { Scored } from '../contributions.ts'
import type { Branch, Model } from '../model.ts'
import { scaleWeight, withoutIndicator } from './disturb-weights.ts'
import { randomOf } from './random.ts'
import { drawIntervals, type IntervalSettings, type RankIntervals } from './rank-intervals.ts'
import { type Rerun, rerunOf, shiftOf } from './rank-shifts.ts'
import { type SobolIndex, sobolIndices } from './sobol.ts'

export type RobustnessSettings = IntervalSettings & {
  /** Samples for Sobol indices, each of (factors + 2) rescorings; 0: none. */
  readonly sobolBase: number
}

/** How far the places of a run hang on choices of weight and method. */
export type Robustness = {
  readonly intervals: RankIntervals
  /** What leaving one indicator out does to places among all: mean and largest shift, and the part that moves by more than a twentieth. */
  readonly leaveOneOut: readonly { readonly indicator: string; readonly mean: number; readonly most: number; readonly movedRatio: number }[]
  /** What the mean shift of places goes back to; null when not asked for. */
  readonly sensitivity: { readonly meanShift: number; readonly factors: readonly (SobolIndex & { readonly factor: Factor })[] } | null
}

/** A choice: the weight of an indicator or a branch within its branch, or a method. */
export type Factor =
  | { readonly kind: 'indicator_weight' | 'branch_weight'; readonly code: string }
  | { readonly kind: 'normalisation' | 'aggregation' }

/** Yields the part done (0–1) after each rescoring; whoever no longer asks has cancelled it. The same settings give the same result. */
export function* measureRobustness(scored: Omit<Scored, 'fit'>, settings: RobustnessSettings): Generator<number, Robustness, void> {
  const rerun = rerunOf(scored)
  const used = leavesOf(scored.model.root)
  const factors = factorsOf(scored.model.root, settings)
  const works = [settings.draws, used.length, settings.sobolBase * (factors.length + 2)]
  const all = works.reduce((sum, work) => sum + work, 0)
  let before = 0

  const intervals = yield* scaled(drawIntervals(rerun, settings), (done) => done / all)
  before += settings.draws
  const leaveOneOut: Robustness['leaveOneOut'][number][] = []
  for (const indicator of used) {
    const ranks = rerun.ranks(withoutIndicator(rerun.modelFor('model', 'model'), indicator), 'model')
    leaveOneOut.push({ indicator, ...shiftOf(rerun.base.all, ranks.all) })
    before += 1
    yield before / all
  }
  if (settings.sobolBase === 0) return { intervals, leaveOneOut, sensitivity: null }
  const found = yield* scaled(
    sobolIndices((point) => shiftAt(rerun, { factors, point, settings }), {
      factors: factors.length,
      base: settings.sobolBase,
      random: randomOf(settings.seed + 1),
    }),
    (done) => (before + done) / all,
  )
  return {
    intervals,
    leaveOneOut,
    sensitivity: { meanShift: found.mean, factors: found.indices.map((index, place) => ({ factor: factors[place] as Factor, ...index })) },
  }
}

function* scaled<Result>(work: Generator<number, Result, void>, scale: (done: number) => number): Generator<number, Result, void> {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    yield scale(step.value)
  }
}

function leavesOf(branch: Branch): string[] {
  return [...new Set(branch.children.flatMap((child) => ('branch' in child ? leavesOf(child.branch) : [child.indicator])))]
}

/** All weights, and the methods where there is a choice. */
function factorsOf(root: Branch, { normalisations, aggregations }: RobustnessSettings): Factor[] {
  return [
    ...weightsOf(root),
    ...(normalisations.length > 1 ? [{ kind: 'normalisation' } as const] : []),
    ...(aggregations.length > 1 ? [{ kind: 'aggregation' } as const] : []),
  ]
}

function weightsOf({ children }: Branch): Factor[] {
  return children.flatMap((child): Factor[] =>
    'branch' in child
      ? [{ kind: 'branch_weight', code: child.branch.code }, ...weightsOf(child.branch)]
      : [{ kind: 'indicator_weight', code: child.indicator }],
  )
}

/** The mean shift of places when each factor takes its part (0–1) of what it can be. */
function shiftAt(
  rerun: Rerun,
  {
    factors,
    point,
    settings,
  }: { readonly factors: readonly Factor[]; readonly point: Float64Array; readonly settings: RobustnessSettings },
): number {
  const weights = new Map<string, number>()
  const ratio = settings.noise.kind === 'uniform' ? settings.noise.ratio : 1 / Math.sqrt(settings.noise.concentration + 1)
  let [normalisation] = settings.normalisations
  let [aggregation] = settings.aggregations
  for (const [place, factor] of factors.entries()) {
    const part = point[place] as number
    if ('code' in factor) weights.set(`${factor.kind} ${factor.code}`, 1 + ratio * (2 * part - 1))
    else if (factor.kind === 'normalisation') normalisation = settings.normalisations[Math.floor(part * settings.normalisations.length)]
    else aggregation = settings.aggregations[Math.floor(part * settings.aggregations.length)]
  }
  const method = normalisation ?? 'model'
  return shiftOf(rerun.base.all, rerun.ranks(withWeights(rerun.modelFor(method, aggregation ?? 'model'), weights), method).all).mean
}

function withWeights(model: Model, factors: ReadonlyMap<string, number>): Model {
  const change = (branch: Branch): Branch => ({
    ...branch,
    children: branch.children.map((child) => {
      const key = 'branch' in child ? `branch_weight ${child.branch.code}` : `indicator_weight ${child.indicator}`
      const weight = scaleWeight(child.weight, factors.get(key) ?? 1)
      return 'branch' in child ? { ...child, weight, branch: change(child.branch) } : { ...child, weight }
    }),
  })
  return { ...model, root: change(model.root) }
}
