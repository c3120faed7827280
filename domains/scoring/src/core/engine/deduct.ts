import type { FactEvent, FactTable } from './fact-table.ts'
import type { Deduction, Model } from './model.ts'

/** Points that events cost by row, never more than the cap, and 1 where an event excludes the enterprise. */
export function deduct({ deductions }: Model, { ids, events }: FactTable, asOf: string): { deduction: Float64Array; vetoed: Uint8Array } {
  const rules = new Map(deductions.items.map((item) => [item.code, item]))
  const deduction = new Float64Array(ids.length)
  const vetoed = new Uint8Array(ids.length)
  for (const event of events) {
    const rule = rules.get(event.code)
    const row = rule ? rowOf(ids, event.id) : -1
    const cost = rule && row !== -1 ? costOfEvent(rule, event, asOf) : null
    if (!cost) continue
    deduction[row] = Math.min(deductions.cap, (deduction[row] as number) + cost.points)
    if (cost.excludes) vetoed[row] = 1
  }
  return { deduction, vetoed }
}

/** What an event costs on a day; null before it happened and once it no longer counts. */
export function costOfEvent(
  rule: Deduction,
  { on, repairedOn }: Pick<FactEvent, 'on' | 'repairedOn'>,
  asOf: string,
): { readonly points: number; readonly excludes: boolean } | null {
  if (on > asOf) return null
  if (rule.expiresAfterDays !== null && daysBetween(on, asOf) >= rule.expiresAfterDays) return null
  const isRepaired = repairedOn !== null && repairedOn <= asOf
  return { points: rule.points * (isRepaired ? rule.repairedRatio : 1), excludes: rule.isVeto && !isRepaired }
}

/** Days from one day to another; days are `2026-09-30`. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** The place of an id among ascending ids, −1 for none. */
function rowOf(ids: readonly string[], id: string): number {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ids[middle] as string) < id) low = middle + 1
    else high = middle
  }
  return ids[low] === id ? low : -1
}
