import type { Scored } from './contributions.ts'
import type { FactEvent, FactTable } from './fact-table.ts'
import type { Fit } from './fit-model.ts'
import { type FactRef, factRefsOf, type Model } from './model.ts'
import { type PlaceRange, placesAmong, type ScoreBoard, type ScoreGroups } from './score-board.ts'
import { type Scores, STATUSES, type Status, scoreTable } from './score-table.ts'

/** A model with what a cohort said: peers stay as they are while one enterprise is tried with other facts. */
export type Frozen = { readonly model: Model; readonly fit: Fit; readonly asOf: string }

export type OwnFacts = { readonly id: string; readonly facts: Facts; readonly events: readonly FactEvent[] }

/** Facts by name; what is absent or null is missing. */
export type Facts = Readonly<Record<FactRef, number | null>>

/** The facts of one row of a table. */
export function ownFactsOf({ ids, columns, events }: FactTable, row: number): OwnFacts {
  const id = ids[row] as string
  const facts = [...columns].map(([ref, column]) => [ref, Number.isNaN(column[row]) ? null : (column[row] as number)] as const)
  return { id, facts: Object.fromEntries(facts), events: events.filter((event) => event.id === id) }
}

/** Scores one enterprise against a fit; the only row is 0. */
export function scoreOne({ model, fit, asOf }: Frozen, own: OwnFacts): Scored {
  const columns = new Map(factRefsOf(model).map((ref) => [ref, Float64Array.of(own.facts[ref] ?? Number.NaN)]))
  const table = { ids: [own.id], columns, events: own.events }
  return { model, table, asOf, fit, scores: scoreTable(model, fit, table, asOf) }
}

/** Where an enterprise would stand. */
export type Standing = {
  readonly status: Status
  readonly stage: string | null
  readonly steps: number | null
  /** Places among all and in its stage; null without a score, or where too few are scored to say. */
  readonly placeAmongAll: PlaceRange | null
  readonly placeInStage: PlaceRange | null
  /** Parts (0–1) by branch in the order of `branchesOf`. */
  readonly branches: readonly (number | null)[]
}

export type WhatIf = { readonly before: Standing; readonly after: Standing; readonly changedSteps: number | null }

/**
 * One enterprise as it is and with some facts changed. `shown` is its score of the run (null: none): where the fit only comes near the
 * run's (see fitOfSummary), the change counts from the score that was shown, so that no change changes nothing.
 */
export function whatIf(
  frozen: Frozen,
  own: OwnFacts,
  { changes, board, shown }: { readonly changes: Facts; readonly board: ScoreBoard | null; readonly shown?: number | null },
): WhatIf {
  const before = scoreOne(frozen, own).scores
  const after = scoreOne(frozen, { ...own, facts: { ...own.facts, ...changes } }).scores
  const known = stepsOf(before)
  const shift = known === null || shown === undefined || shown === null ? 0 : shown - known
  const from = { stage: before.stage[0] as number, steps: known === null ? null : known + shift }
  const standings = [before, after].map((scores) => standingOf(frozen.model, scores, { shift, board, from })) as [Standing, Standing]
  const [was, is] = standings
  return { before: was, after: is, changedSteps: was.steps === null || is.steps === null ? null : is.steps - was.steps }
}

function standingOf(
  { stages, scale, decimals, bonus }: Model,
  scores: Scores,
  { shift, board, from }: { shift: number; board: ScoreBoard | null; from: { stage: number; steps: number | null } },
): Standing {
  const stage = scores.stage[0] as number
  const found = stepsOf(scores)
  const most = (scale + (bonus?.cap ?? 0)) * 10 ** decimals
  const steps = found === null ? null : Math.min(Math.max(found + shift, 0), most)
  const among = (groups: ScoreGroups | null | undefined, own: number | null) =>
    steps === null || !groups ? null : placesAmong(groups, steps, own)
  return {
    status: STATUSES[scores.status[0] as number] as Status,
    stage: stages[stage]?.code ?? null,
    steps,
    placeAmongAll: among(board?.all, from.steps),
    placeInStage: among(board?.stages[stage], stage === from.stage ? from.steps : null),
    branches: scores.branches.map(({ part }) => (Number.isNaN(part[0]) ? null : (part[0] as number))),
  }
}

function stepsOf({ steps }: Scores): number | null {
  return Number.isNaN(steps[0]) ? null : (steps[0] as number)
}
