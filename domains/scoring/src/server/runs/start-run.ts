import { newId, readableNumber } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { type Db, sqlStateOf } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { lastDayOf, SCORING_ZONE } from '../../core/facts/periods.ts'
import type { ScoringNeeds, ScoringTables } from '../needs.ts'
import { MODEL_MISSING, RUN_MISSING } from '../problems.ts'
import { findFinalListOfRun } from '../sql/lists.ts'
import { findModel } from '../sql/models.ts'
import { findRun, insertRun, type RunPurpose, type RunRow } from '../sql/runs.ts'
import { checkCoverage } from './check-coverage.ts'
import { queueRun } from './queue-work.ts'

type WantedRun = {
  readonly modelId: string
  readonly period: string
  readonly purpose: RunPurpose
  readonly corrects: string | undefined
  readonly reason?: string | undefined
  readonly personId: string
}

/** Queues a run over the facts as they stand now. Of one model, period and purpose one runs at a time. */
export async function startRun(tx: Db<ScoringTables>, command: Command, needs: ScoringNeeds, wanted: WantedRun): Promise<string> {
  const model = await findModel(tx, wanted.modelId)
  if (!model) throw new Refusal({ ...MODEL_MISSING, field: '/modelId' })
  const corrected = wanted.corrects === undefined ? null : await findRun(tx, wanted.corrects)
  if (corrected === undefined) throw new Refusal({ ...RUN_MISSING, field: '/corrects' })
  const asOf = lastDayOf(wanted.period)
  const problems: Problem[] = []
  if (wanted.purpose === 'official') {
    if (model.state !== 'published') {
      const params = { code: model.code, version: model.model_version }
      problems.push({ code: 'scoring.model_not_published', kind: 'refused', field: '/modelId', params })
    }
    if (asOf >= localDayOf(command.now, SCORING_ZONE))
      problems.push({ code: 'scoring.period_open', kind: 'refused', field: '/period', params: { period: wanted.period, lastDay: asOf } })
  }
  if (wanted.purpose === 'official' && problems.length === 0) {
    const { knownRatio, leastRatio } = await checkCoverage(tx, wanted)
    const params = { percent: Math.floor(knownRatio * 100), least: Math.ceil(leastRatio * 100) }
    if (knownRatio < leastRatio) problems.push({ code: 'scoring.coverage_too_low', kind: 'refused', params })
  }
  if (corrected && (corrected.model_code !== model.code || corrected.period !== wanted.period || corrected.purpose !== wanted.purpose))
    problems.push({ code: 'scoring.correction_of_other', kind: 'refused', field: '/corrects', params: { number: corrected.number } })
  if (problems.length > 0) throw new Refusal(...problems)

  const id = newId(command.now.getTime())
  const number = readableNumber('RUN', localDayOf(command.now, SCORING_ZONE), id)
  const run = { id, number, modelId: model.id, period: wanted.period, asOf, purpose: wanted.purpose }
  const correction = { correctsId: corrected?.id ?? null, correctReason: (corrected && wanted.reason) ?? null }
  const isNew = await insertRun(tx, { ...run, ...correction, startedBy: wanted.personId, now: command.now }).catch((error: unknown) => {
    // The only key that two starts can share: of an official run there is one correction.
    if (corrected && sqlStateOf(error) === UNIQUE_VIOLATION) throw correctedAlready(corrected)
    throw error
  })
  if (!isNew) throw new Refusal({ code: 'scoring.run_under_way', kind: 'conflict' })
  if (corrected && !wanted.reason) await keepFromFinalList(tx, corrected)
  await queueRun(tx, needs, id)
  await command.audit({
    action: 'scoring.run.start',
    subjectType: 'scoring.run',
    subjectId: id,
    detail: {
      number,
      modelId: model.id,
      period: wanted.period,
      purpose: wanted.purpose,
      corrects: corrected?.id ?? null,
      reason: correction.correctReason,
    },
  })
  return id
}

const UNIQUE_VIOLATION = '23505'

const correctedAlready = ({ number }: RunRow) =>
  new Refusal({ code: 'scoring.run_corrected_already', kind: 'conflict', field: '/corrects', params: { number } })

/**
 * Nobody corrects what a final list stands on without saying why. The row that was just written holds the corrected run: whoever was
 * publishing its list has committed, and is seen here.
 */
async function keepFromFinalList(tx: Db<ScoringTables>, corrected: RunRow): Promise<void> {
  const list = await findFinalListOfRun(tx, corrected.id)
  if (list)
    throw new Refusal({
      code: 'scoring.run_on_final_list',
      kind: 'refused',
      field: '/corrects',
      params: { number: corrected.number, list: list.number },
    })
}
