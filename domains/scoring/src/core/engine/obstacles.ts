import type { Scored } from './contributions.ts'
import { costOfEvent } from './deduct.ts'
import { branchesOf } from './model.ts'
import { gateOf, usedIndicators } from './score-table.ts'

/** Why there is no score. */
export type Obstacle =
  | { readonly kind: 'no_stage' }
  | { readonly kind: 'missing_fact'; readonly indicator: string }
  | { readonly kind: 'low_coverage'; readonly branch: string; readonly coverage: number; readonly minimum: number }
  | { readonly kind: 'veto'; readonly code: string; readonly on: string }
  | { readonly kind: 'gate'; readonly code: string }

/** All that keeps a row from a score, not only what its status names first. */
export function obstaclesOf({ model, table, asOf, scores }: Scored, row: number): readonly Obstacle[] {
  const stage = model.stages[scores.stage[row] as number]
  const used = usedIndicators(model.root, stage)
  const missing = model.indicators.filter(
    ({ code, missing }, place) => missing.kind === 'refuse' && used.has(code) && Number.isNaN(scores.parts[place]?.[row]),
  )
  const uncovered = branchesOf(model).flatMap(({ code, minimumCoverage }, place): Obstacle[] => {
    const { part, coverage } = scores.branches[place] as Scored['scores']['branches'][number]
    if (!Number.isNaN(part[row])) return []
    return [{ kind: 'low_coverage', branch: code, coverage: coverage[row] as number, minimum: minimumCoverage }]
  })
  const vetoes = table.events.flatMap((event): Obstacle[] => {
    const rule = event.id === table.ids[row] ? model.deductions.items.find(({ code }) => code === event.code) : undefined
    return rule && costOfEvent(rule, event, asOf)?.excludes ? [{ kind: 'veto', code: event.code, on: event.on }] : []
  })
  const gates = model.gates.filter((gate) => gateOf(model, gate, table, scores.branches)(row) === null)
  return [
    ...(scores.stage[row] === -1 ? [{ kind: 'no_stage' } as const] : []),
    ...missing.map(({ code }) => ({ kind: 'missing_fact', indicator: code }) as const),
    // A branch above may miss only what one below it misses; a total that is known misses nothing.
    ...(Number.isNaN(scores.branches[0]?.part[row]) ? uncovered : []),
    ...vetoes,
    ...gates.map(({ code }) => ({ kind: 'gate', code }) as const),
  ]
}
