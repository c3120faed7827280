import { judgeValue } from './judge.ts'

/** An in-process check of a recipe step: a number between limits, or words when both are open. */
export type BatchCheck = { readonly parameter: string; readonly unit: string; readonly low: string | null; readonly high: string | null }
export type RecipeStep = { readonly title: string; readonly instruction: string; readonly checks: readonly BatchCheck[] }

/** Whether a value keeps the limits of its check; null when the check has none. A value that cannot be compared with limits does not keep them. */
export function isWithin(value: string, { low, high }: BatchCheck): boolean | null {
  if (low === null && high === null) return null
  return judgeValue(value, { low, high }) === 'pass'
}

/** Percent of the planned size with two decimals, such as "97.50"; sizes are decimal strings. */
export function yieldPercent(made: string, planned: string): string {
  return ((Number(made) / Number(planned)) * 100).toFixed(2)
}
