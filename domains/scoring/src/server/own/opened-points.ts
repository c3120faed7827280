import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { type CohortIndex, indexCohorts } from '../../core/engine/cohort-index.ts'
import { type CohortSummary, summariseCohorts } from '../../core/engine/cohort-summary.ts'
import type { FactTable } from '../../core/engine/fact-table.ts'
import { joinColumns } from '../../core/engine/join-columns.ts'
import { factRefsOf } from '../../core/engine/model.ts'
import { type Movement, movementOf, refit } from '../../core/engine/movement.ts'
import { boardOf } from '../../core/engine/score-board.ts'
import { type Facts, ownFactsOf, type WhatIf, whatIf } from '../../core/engine/what-if.ts'
import type { ScoringNeeds, ScoringTables } from '../needs.ts'
import { RUN_MISSING } from '../problems.ts'
import { type OpenedRun, openRun } from '../runs/open-run.ts'
import { takeSnapshot } from '../runs/take-snapshot.ts'
import { findEnterpriseName, findEnterpriseOf } from '../sql/enterprise-names.ts'
import { findPoints, findPointsBefore, type PointsRow } from '../sql/own-points.ts'

/** Whose points are opened: those of the organisation that asks, published ones only; or any enterprise's, for the office. */
export type Whose = { readonly organisationId: string } | { readonly enterpriseId: string }

export type OpenedPoints = {
  readonly enterprise: { readonly id: string; readonly name: string; readonly credit_code: string }
  readonly row: PointsRow
  readonly run: OpenedRun
  readonly place: number
}

/** An enterprise in a run. Unknown, unpublished and another's are one answer: `scoring.run_missing`. */
export async function openPoints(db: Db<ScoringTables>, needs: ScoringNeeds, runId: string, whose: Whose): Promise<OpenedPoints> {
  const isOwn = 'organisationId' in whose
  const enterprise = await (isOwn ? findEnterpriseOf(db, whose.organisationId) : findEnterpriseName(db, whose.enterpriseId))
  const row = enterprise && (await findPoints(db, runId, enterprise.id))
  if (!enterprise || !row || (isOwn && !row.publication)) throw new Refusal(RUN_MISSING)
  const run = await openRun(db, needs, runId)
  const place = run.placeOf(enterprise.credit_code)
  if (place === undefined) throw new Refusal(RUN_MISSING)
  return { enterprise, row, run, place }
}

// Runs never change and few are kept open, so what is worked out from one lives as long as it does.
const indexes = new WeakMap<OpenedRun, CohortIndex>()
const summaries = new WeakMap<OpenedRun, CohortSummary>()
const refits = new WeakMap<OpenedRun, WeakMap<OpenedRun, ReturnType<typeof refit>>>()

export function indexOf(run: OpenedRun): CohortIndex {
  return remember(indexes, run, () => indexCohorts(run))
}

export function summaryOf(run: OpenedRun): CohortSummary {
  return remember(summaries, run, () => summariseCohorts(run))
}

function remember<Key extends object, Value>(known: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}

const scoredOf = (run: OpenedRun) => ({ ...run, asOf: run.row.as_of })

export type MovedPoints = {
  readonly before: PointsRow
  readonly movement: Movement
  readonly models: readonly [OpenedRun['model'], OpenedRun['model']]
}

/** How the score moved from the run before; null where none scored the enterprise. */
export async function movePoints(
  db: Db<ScoringTables>,
  needs: ScoringNeeds,
  { enterprise, row, run }: OpenedPoints,
  isPublished: boolean,
): Promise<MovedPoints | null> {
  const before = await findPointsBefore(db, { enterpriseId: enterprise.id, asOf: row.as_of, isPublished })
  if (!before) return null
  const older = await openRun(db, needs, before.run_id)
  const from = scoredOf(older)
  const to = { ...scoredOf(run), table: await tableForBoth(db, older, run) }
  const refitted = remember(
    remember(refits, older, () => new WeakMap()),
    run,
    () => refit(from, to),
  )
  return { before, movement: movementOf(from, to, enterprise.credit_code, refitted), models: [older.model, run.model] }
}

/** The facts of a run, with those that only the model of the run before reads as they were known then: else they would seem to have been lost. */
async function tableForBoth(db: Db<ScoringTables>, older: OpenedRun, { row, table }: OpenedRun): Promise<FactTable> {
  if (factRefsOf(older.model).every((ref) => table.columns.has(ref))) return table
  return joinColumns(table, await takeSnapshot(db, { model: older.model, period: row.period, asOf: row.as_of, at: row.facts_at }))
}

/** Other facts against the peers as they are: exactly, where a browser only comes near. Columns that the model does not read change nothing. */
export function tryFacts({ run, place }: OpenedPoints, changes: Facts): WhatIf {
  const read = new Set(factRefsOf(run.model))
  const known = Object.fromEntries(Object.entries(changes).filter(([ref]) => read.has(ref)))
  const board = boardOf(run.scores, run.model.stages.length)
  return whatIf({ model: run.model, fit: run.fit, asOf: run.row.as_of }, ownFactsOf(run.table, place), { changes: known, board })
}
