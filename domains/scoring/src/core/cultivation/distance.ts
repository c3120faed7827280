import { addDays, type LocalDate } from '@jiju/kernel/local-date'
import type { FactRef } from '../engine/model.ts'
import type { Condition, Ladder, Limit, Quantity, Step } from './ladder.ts'

/** All that conditions are asked of. */
export type Standing = {
  readonly facts: Readonly<Record<FactRef, number | null | undefined>>
  /** Points of the final run on a scale of 100; null without a score. */
  readonly points: number | null
  readonly rank: { readonly rank: number; readonly count: number } | null
  readonly events: readonly { readonly code: string; readonly on: LocalDate; readonly isRepaired: boolean }[]
  readonly day: LocalDate
}

/** How far an enterprise is from one condition. `lack` is in the condition's unit and above 0 only where it is short. */
export type Distance = {
  readonly condition: string
  readonly state: 'met' | 'short' | 'unknown'
  readonly value: number | null
  readonly limit: number | null
  readonly lack: number | null
  /** Part of the way (0–1), to tell what is nearest; null where it cannot be told. */
  readonly part: number | null
  /** What would do, all else as it is: so much more (or less) of one fact, in its own unit. */
  readonly remedy: { readonly fact: FactRef; readonly by: number } | null
  /** Facts that nobody has stated. */
  readonly missing: readonly FactRef[]
}

export type StepDistance = {
  readonly step: string
  readonly distances: readonly Distance[]
  readonly met: number
  readonly short: number
  readonly unknown: number
}

/** Judges each condition of a step. What is not known is unknown, never short. */
export function distanceTo(step: Step, standing: Standing): StepDistance {
  const distances = step.conditions.map((condition) => judge(condition, standing))
  const count = (state: Distance['state']) => distances.filter((one) => one.state === state).length
  return { step: step.code, distances, met: count('met'), short: count('short'), unknown: count('unknown') }
}

/** The short condition that is nearest to being met; of those equally near the first. */
export function nearestOf({ distances }: StepDistance): Distance | null {
  const short = distances.filter(({ state }) => state === 'short')
  return short.reduce<Distance | null>((best, one) => (best === null || (one.part ?? 0) > (best.part ?? 0) ? one : best), null)
}

/** The step after the highest one that is held; the first where none is; null at the top. */
export function nextStep(ladder: Ladder, held: ReadonlySet<string>): { current: Step | null; next: Step | null } {
  const at = ladder.steps.findLastIndex(({ code }) => held.has(code))
  return { current: ladder.steps[at] ?? null, next: ladder.steps[at + 1] ?? null }
}

function judge(condition: Condition, standing: Standing): Distance {
  const limit = limitOf(condition.limit, standing)
  const { value, missing } = quantityOf(condition.quantity, standing)
  const all = limit.value === null ? [...new Set([...missing, ...limit.missing])] : missing
  const base = { condition: condition.code, value, limit: limit.value, lack: null, part: null, remedy: null, missing: all }
  if (value === null || limit.value === null) return { ...base, state: 'unknown' }
  if (holds(condition.is, value, limit.value)) return { ...base, state: 'met' }
  return {
    ...base,
    state: 'short',
    lack: Math.abs(limit.value - value),
    part: partOf(condition.is, value, limit.value),
    remedy: remedyOf(condition, standing, limit.value),
  }
}

/** What ten digits of a quotient or a root cannot tell from the limit counts as the limit. */
const NEARLY = 1e-9

function holds(is: Condition['is'], value: number, limit: number): boolean {
  const margin = NEARLY * Math.max(1, Math.abs(limit))
  if (is === '<=') return value <= limit + margin
  return is === '>' ? value > limit + margin : value >= limit - margin
}

function partOf(is: Condition['is'], value: number, limit: number): number {
  const [small, large] = is === '<=' ? [limit, value] : [value, limit]
  return large > 0 ? Math.max(0, Math.min(1, small / large)) : 0
}

function limitOf(limit: Limit, { facts }: Standing): { value: number | null; missing: readonly FactRef[] } {
  if (typeof limit === 'number') return { value: limit, missing: [] }
  const size = facts[limit.fact]
  if (size === null || size === undefined) return { value: null, missing: [limit.fact] }
  const found = limit.cases.find(({ below }) => below === null || size < below)
  return { value: found?.value ?? null, missing: [] }
}

function quantityOf(quantity: Quantity, standing: Standing): { value: number | null; missing: readonly FactRef[] } {
  const { facts } = standing
  const none = (refs: readonly FactRef[]) => refs.filter((ref) => facts[ref] === null || facts[ref] === undefined)
  const sum = (refs: readonly FactRef[]) => refs.reduce((total, ref) => total + (facts[ref] as number), 0)
  switch (quantity.kind) {
    case 'fact': {
      const missing = none([quantity.fact])
      return { value: missing.length > 0 ? null : sum([quantity.fact]), missing }
    }
    case 'share': {
      const missing = none([...new Set([...quantity.numerator, ...quantity.denominator])])
      if (missing.length > 0) return { value: null, missing }
      const whole = sum(quantity.denominator)
      return { value: whole > 0 ? (sum(quantity.numerator) * 100) / whole : null, missing: [] }
    }
    case 'growth': {
      const missing = none([quantity.now, quantity.before])
      if (missing.length > 0) return { value: null, missing }
      const [now, before] = [sum([quantity.now]), sum([quantity.before])]
      return { value: before > 0 && now >= 0 ? ((now / before) ** (1 / quantity.years) - 1) * 100 : null, missing: [] }
    }
    case 'points':
      return { value: standing.points, missing: [] }
    case 'top_share':
      return { value: standing.rank ? (standing.rank.rank * 100) / standing.rank.count : null, missing: [] }
    case 'events': {
      const since = addDays(standing.day, -quantity.withinDays)
      const counted = standing.events.filter(({ code, on, isRepaired }) => quantity.codes.includes(code) && on > since && !isRepaired)
      return { value: counted.length, missing: [] }
    }
  }
}

/** The change of one fact that meets the condition while all others stay; null where no single fact does it. */
function remedyOf({ quantity, is }: Condition, { facts }: Standing, limit: number): Distance['remedy'] {
  const at = (ref: FactRef) => facts[ref] as number
  if (quantity.kind === 'fact') return { fact: quantity.fact, by: limit - at(quantity.fact) }
  if (quantity.kind === 'growth')
    return { fact: quantity.now, by: at(quantity.before) * (1 + limit / 100) ** quantity.years - at(quantity.now) }
  if (quantity.kind !== 'share' || is === '<=') return null
  const [last] = quantity.numerator.slice(0, 1)
  if (last === undefined) return null
  const part = quantity.numerator.reduce((sum, ref) => sum + at(ref), 0)
  const whole = quantity.denominator.reduce((sum, ref) => sum + at(ref), 0)
  // A fact that stands on both sides moves both: (part + x) ÷ (whole + x) = limit.
  const isInBoth = quantity.denominator.includes(last)
  const wanted = (limit / 100) * whole - part
  if (!isInBoth) return { fact: last, by: wanted }
  return limit < 100 ? { fact: last, by: wanted / (1 - limit / 100) } : null
}
