import { adjustmentsOf } from './adjustments.ts'
import { contributionsOf, type Scored } from './contributions.ts'
import { rowOf } from './fact-table.ts'
import { fitModel } from './fit-model.ts'
import type { FactCondition, FactRef, Model, Stage } from './model.ts'
import { allotSteps } from './rounding.ts'
import { STATUSES, type Status } from './score-table.ts'
import { type OwnFacts, ownFactsOf, scoreOne } from './what-if.ts'

/**
 * How a score moved between two runs. In steps of `decimals`, as shown: own facts + peers + method is exactly `after` − `before`.
 * First only the own facts are new (old model, old peers), then the peers too, then the model.
 */
export type Movement =
  /** In one of the runs only. */
  | { readonly kind: 'entered' | 'left' }
  | {
      readonly kind: 'stayed'
      readonly decimals: number
      /** Old, with new own facts, with new peers too, new. */
      readonly waypoints: readonly [Waypoint, Waypoint, Waypoint, Waypoint]
      readonly changedSteps: number | null
      readonly own: Share
      readonly peers: Share
      readonly method: Share
    }

export type Waypoint = { readonly status: Status; readonly stage: string | null; readonly steps: number | null }

/** One of the three reasons. Steps are null where there is no score before or after it. */
export type Share = {
  readonly steps: number | null
  /** Lines of the score that moved, the largest first; their steps sum to the share's. */
  readonly causes: readonly Cause[]
  /** Set where the stage changed here. */
  readonly stageChange: StageChange | null
}

export type Cause = {
  readonly line: Line
  /** Of the scale's points. */
  readonly points: number
  readonly steps: number
}

/** A line of a score: an indicator, or one of the adjustments. */
type Line =
  | { readonly kind: 'indicator' | 'bonus'; readonly indicator: string }
  | { readonly kind: 'deduction' | 'gate'; readonly code: string }
  | { readonly kind: 'bonus_cap' | 'deduction_cap' | 'floor' }

export type StageChange = {
  readonly from: string | null
  readonly to: string | null
  /** What no longer holds of the old stage, and what holds now of the new one, with the facts before and after. */
  readonly because: readonly { readonly condition: FactCondition; readonly before: number | null; readonly after: number | null }[]
}

/** What the old model says of all new facts; the same for every enterprise, so made once for many. */
export function refit(older: Pick<Scored, 'model'>, newer: Pick<Scored, 'table'>): Scored['fit'] {
  return fitModel(older.model, newer.table)
}

/**
 * How an enterprise's score moved from one run to another. The newer table must have the facts that the older model reads, else they count
 * as missing for it. `refitted` is `refit(older, newer)`.
 */
export function movementOf(older: Scored, newer: Scored, id: string, refitted: Scored['fit'] = refit(older, newer)): Movement {
  const [oldRow, newRow] = [older, newer].map(({ table }) => rowOf(table, id)) as [number, number]
  if (oldRow < 0) return { kind: 'entered' }
  if (newRow < 0) return { kind: 'left' }
  const was = ownFactsOf(older.table, oldRow)
  const is = ownFactsOf(newer.table, newRow)
  const states = [
    scoreOne(older, was),
    scoreOne({ ...older, asOf: newer.asOf }, is),
    scoreOne({ ...older, fit: refitted, asOf: newer.asOf }, is),
    scoreOne(newer, is),
  ] as const
  const decimals = Math.max(older.model.decimals, newer.model.decimals)
  const waypoints = states.map((state) => waypointOf(state, decimals)) as [Waypoint, Waypoint, Waypoint, Waypoint]
  const share = (place: 0 | 1 | 2): Share => {
    const [from, to] = [waypoints[place], waypoints[place + 1]] as [Waypoint, Waypoint]
    const steps = difference(from, to)
    const facts = { before: place === 0 ? was : is, after: is }
    const models = { from: states[place].model, to: (states[place + 1] as Scored).model }
    return {
      steps,
      causes: steps === null ? [] : causesOf(states[place], states[place + 1] as Scored, steps, decimals),
      stageChange: from.stage === to.stage ? null : { from: from.stage, to: to.stage, because: reasonsOf(from, to, models, facts) },
    }
  }
  return {
    kind: 'stayed',
    decimals,
    waypoints,
    changedSteps: difference(waypoints[0], waypoints[3]),
    own: share(0),
    peers: share(1),
    method: share(2),
  }
}

function waypointOf({ model, scores }: Scored, decimals: number): Waypoint {
  const steps = scores.steps[0] as number
  return {
    status: STATUSES[scores.status[0] as number] as Status,
    stage: model.stages[scores.stage[0] as number]?.code ?? null,
    steps: Number.isNaN(steps) ? null : steps * 10 ** (decimals - model.decimals),
  }
}

function difference(from: Waypoint, to: Waypoint): number | null {
  return from.steps === null || to.steps === null ? null : to.steps - from.steps
}

/** The lines whose points differ, in steps that sum to the difference. */
function causesOf(from: Scored, to: Scored, steps: number, decimals: number): Cause[] {
  const lines = new Map<string, { line: Line; points: number }>()
  for (const [state, sign] of [
    [from, -1],
    [to, 1],
  ] as const) {
    for (const { line, points } of linesOf(state)) {
      const key = JSON.stringify(line)
      lines.set(key, { line, points: (lines.get(key)?.points ?? 0) + sign * points })
    }
  }
  const all = [...lines.values()]
  const shown = allotSteps(
    all.map(({ points }) => points * 10 ** decimals),
    steps,
  )
  return all
    .map((cause, index) => ({ ...cause, steps: shown[index] as number }))
    .filter(({ points, steps }) => steps !== 0 || Math.abs(points) > NOTHING)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
}

/** Below what sums of floats in another order differ by. */
const NOTHING = 1e-9

function linesOf(state: Scored): { line: Line; points: number }[] {
  return [
    ...contributionsOf(state, 0).indicators.map(({ indicator, points }) => ({ line: { kind: 'indicator', indicator } as const, points })),
    ...adjustmentsOf(state, 0).map((adjustment) => ({ line: lineOf(adjustment), points: adjustment.points })),
  ]
}

function lineOf(adjustment: ReturnType<typeof adjustmentsOf>[number]): Line {
  if (adjustment.kind === 'bonus') return { kind: 'bonus', indicator: adjustment.indicator }
  if (adjustment.kind === 'deduction' || adjustment.kind === 'gate') return { kind: adjustment.kind, code: adjustment.code }
  return { kind: adjustment.kind }
}

function reasonsOf(
  from: Waypoint,
  to: Waypoint,
  models: { readonly from: Model; readonly to: Model },
  facts: { readonly before: OwnFacts; readonly after: OwnFacts },
): StageChange['because'] {
  const conditions = [...conditionsOf(models.from, from.stage), ...conditionsOf(models.to, to.stage)]
  const factOf = ({ facts: own }: OwnFacts, fact: FactRef) => own[fact] ?? null
  const seen = conditions.map((condition) => ({
    condition,
    before: factOf(facts.before, condition.fact),
    after: factOf(facts.after, condition.fact),
  }))
  // Where the model changed, its conditions did; where facts changed, only those that moved are a reason.
  return models.from === models.to ? seen.filter(({ before, after }) => before !== after) : seen
}

function conditionsOf({ stages }: Model, stage: string | null): readonly FactCondition[] {
  return stages.find(({ code }: Stage) => code === stage)?.when ?? []
}
