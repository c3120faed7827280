import type { Model } from './model.ts'

/** A number this near below a half counts as the half: what ten digits of a sum of floats cannot tell apart. */
const NEARLY = 1e-9

/** Steps in one point, by decimals: a table, since engines may differ in powers. */
const STEPS_IN_ONE = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000] as const

/** The most decimals that a score can have. */
export const MAX_DECIMALS = STEPS_IN_ONE.length - 1

/** A score in whole steps of its last decimal: 78.4 with one decimal is 784. NaN stays NaN. */
export function toSteps(score: number, { decimals, rounding }: Pick<Model, 'decimals' | 'rounding'>): number {
  const steps = score * (STEPS_IN_ONE[decimals] as number)
  const floor = Math.floor(steps)
  const rest = steps - floor
  if (rounding === 'half_even' && Math.abs(rest - 0.5) <= NEARLY) return floor % 2 === 0 ? floor : floor + 1
  return rest + NEARLY >= 0.5 ? floor + 1 : floor
}

/** The text of a score in steps: 784 with one decimal is `78.4`. */
export function stepsText(steps: number, decimals: number): string {
  if (decimals === 0) return String(steps)
  const digits = String(Math.abs(steps)).padStart(decimals + 1, '0')
  return `${steps < 0 ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/**
 * Rounds parts to whole steps so that they sum to the whole: each is rounded down, and what is left goes to the largest remainders,
 * the earlier one first where they are equal (Hamilton's method).
 */
export function allotSteps(parts: readonly number[], whole: number): number[] {
  const floors = parts.map((part) => Math.floor(part + NEARLY))
  let left = whole - floors.reduce((sum, part) => sum + part, 0)
  const order = parts.map((part, index) => ({ index, rest: part - (floors[index] as number) }))
  order.sort((a, b) => (left >= 0 ? b.rest - a.rest : a.rest - b.rest) || a.index - b.index)
  const step = Math.sign(left)
  for (let turn = 0; left !== 0 && order.length > 0; turn = (turn + 1) % order.length) {
    const { index } = order[turn] as { index: number }
    floors[index] = (floors[index] as number) + step
    left -= step
  }
  return floors
}
