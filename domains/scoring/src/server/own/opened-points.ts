import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { factRefsOf } from '../../core/engine/model.ts'
import type { Movement } from '../../core/engine/movement.ts'
import { type Facts, ownFactsOf, type WhatIf, whatIf } from '../../core/engine/what-if.ts'
import type { ScoringNeeds, ScoringTables } from '../needs.ts'
import { RUN_MISSING } from '../problems.ts'
import { type OpenedRun, openRun } from '../runs/open-run.ts'
import { moveBetween, summaryOf } from '../runs/worked-out.ts'
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
  if (place < 0) throw new Refusal(RUN_MISSING)
  return { enterprise, row, run, place }
}

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
  return { before, movement: await moveBetween(db, older, run, enterprise.credit_code), models: [older.model, run.model] }
}

/** Other facts against the peers as they are: exactly, where a browser only comes near. Columns that the model does not read change nothing. */
export async function tryFacts({ run, place }: OpenedPoints, changes: Facts): Promise<WhatIf> {
  const read = new Set(factRefsOf(run.model))
  const known = Object.fromEntries(Object.entries(changes).filter(([ref]) => read.has(ref)))
  const { board } = await summaryOf(run)
  return whatIf({ model: run.model, fit: run.fit, asOf: run.row.as_of }, ownFactsOf(run.table, place), { changes: known, board })
}
