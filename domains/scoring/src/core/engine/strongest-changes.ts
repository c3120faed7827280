import type { FactSpread } from './fact-spread.ts'
import type { FactRef, Model } from './model.ts'
import { type Frozen, type OwnFacts, scoreOne } from './what-if.ts'

/** One fact brought to the next mark of its cohort, and what the score would gain. */
export type Change = {
  readonly fact: FactRef
  /** Null where it is not known today. */
  readonly from: number | null
  readonly to: number
  readonly gainedSteps: number
}

/**
 * Which single change moves the score most: each fact that an enterprise can better is tried at the next quartile of the cohort (then the
 * best tenth), an unknown one at the median, all else as it is. Largest gain first; empty without a score today.
 */
export function strongestChanges(frozen: Frozen, own: OwnFacts, spreads: Readonly<Record<FactRef, FactSpread | null>>): readonly Change[] {
  const today = scoreOne(frozen, own).scores.steps[0] as number
  if (Number.isNaN(today)) return []
  const changes = [...betterWays(frozen.model)].flatMap(([fact, way]): Change[] => {
    const from = own.facts[fact] ?? null
    const spread = spreads[fact]
    const to = spread ? nextMark(spread, from, way) : null
    if (to === null) return []
    const steps = scoreOne(frozen, { ...own, facts: { ...own.facts, [fact]: to } }).scores.steps[0] as number
    return Number.isNaN(steps) ? [] : [{ fact, from, to, gainedSteps: steps - today }]
  })
  return changes.sort((a, b) => b.gainedSteps - a.gainedSteps || (a.fact < b.fact ? -1 : 1))
}

/**
 * The facts that an enterprise can work on, and which way. What only divides (staff, last year's revenue) is none of them: a smaller
 * enterprise is not a better one. Earlier periods are past.
 */
function betterWays({ indicators, stages }: Model): ReadonlyMap<FactRef, 'up' | 'down'> {
  const ways = new Map<FactRef, 'up' | 'down'>()
  const decidesStage = new Set(stages.flatMap(({ when }) => when.map(({ fact }) => fact)))
  for (const { measure, direction } of indicators) {
    const fact = measure.kind === 'fact' ? measure.fact : measure.kind === 'ratio' ? measure.numerator : measure.now
    if (fact.includes('@')) continue
    if (direction === 'higher') ways.set(fact, 'up')
    else if (!ways.has(fact) && !decidesStage.has(fact)) ways.set(fact, 'down')
  }
  return ways
}

function nextMark(
  { tenth, lowerQuartile, median, upperQuartile, ninetieth, isWhole }: FactSpread,
  from: number | null,
  way: 'up' | 'down',
): number | null {
  const whole = isWhole ? (way === 'up' ? Math.ceil : Math.floor) : (value: number) => value
  if (from === null) return whole(median)
  const marks = way === 'up' ? [lowerQuartile, median, upperQuartile, ninetieth] : [upperQuartile, median, lowerQuartile, tenth]
  return marks.map(whole).find((mark) => (way === 'up' ? mark > from : mark < from)) ?? null
}
