import type { Scored } from './contributions.ts'
import { costOfEvent } from './deduct.ts'
import { gateOf } from './score-table.ts'

/** What changes a total after its indicators, in the order in which it is reckoned. Points are of the model's scale. */
export type Adjustment = { readonly points: number } & (
  | { readonly kind: 'bonus'; readonly indicator: string }
  /** What the cap takes from the bonus. */
  | { readonly kind: 'bonus_cap' }
  | { readonly kind: 'deduction'; readonly code: string; readonly on: string; readonly repairedOn: string | null }
  /** What the cap gives back of the deductions. */
  | { readonly kind: 'deduction_cap' }
  /** A total is never below 0. */
  | { readonly kind: 'floor' }
  /** What a gate cuts off. */
  | { readonly kind: 'gate'; readonly code: string }
)

/** The adjustments of a row; those of 0 points are left out, but for events that count. */
export function adjustmentsOf({ model, table, asOf, scores }: Scored, row: number): readonly Adjustment[] {
  const lines: Adjustment[] = []
  let left = (scores.branches[0]?.part[row] as number) * model.scale
  const add = (line: Adjustment): void => {
    left += line.points
    if (line.points !== 0 || line.kind === 'deduction') lines.push(line)
  }

  let bonus = 0
  for (const item of model.bonus?.items ?? []) {
    const part = scores.parts[model.indicators.findIndex(({ code }) => code === item.indicator)]?.[row] as number
    const points = Number.isNaN(part) ? 0 : item.points * part
    bonus += points
    add({ kind: 'bonus', indicator: item.indicator, points })
  }
  add({ kind: 'bonus_cap', points: (scores.bonus[row] as number) - bonus })

  let deduction = 0
  for (const { id, code, on, repairedOn } of table.events) {
    const rule = id === table.ids[row] ? model.deductions.items.find((item) => item.code === code) : undefined
    const cost = rule && costOfEvent(rule, { on, repairedOn }, asOf)
    if (!cost) continue
    deduction += cost.points
    add({ kind: 'deduction', code, on, repairedOn, points: -cost.points })
  }
  add({ kind: 'deduction_cap', points: deduction - (scores.deduction[row] as number) })
  add({ kind: 'floor', points: Math.max(0, -left) })

  for (const gate of model.gates) {
    const limit = gateOf(model, gate, table, scores.branches)(row)
    if (limit !== null) add({ kind: 'gate', code: gate.code, points: Math.min(0, limit - left) })
  }
  return lines
}
