import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { RunCoverage } from '../../contract/run-desk.ts'
import { factRefsOf } from '../../core/engine/model.ts'
import type { ScoringTables } from '../needs.ts'
import { MODEL_MISSING } from '../problems.ts'
import { findModel } from '../sql/models.ts'
import { countEnterprises, countKnown } from '../sql/run-desk.ts'
import { listPeriodKinds } from '../sql/snapshot.ts'
import { wantedColumn } from './take-snapshot.ts'

/** Of all values that a model reads at least a third must be known: below that places say more of the data than of the enterprises. */
const LEAST_COVERAGE = 1 / 3

/** How much of what a model reads is known now for a period. Refuses with `scoring.model_missing`. */
export async function checkCoverage(db: Db<ScoringTables>, wanted: { modelId: string; period: string }): Promise<RunCoverage> {
  const model = await findModel(db, wanted.modelId)
  if (!model) throw new Refusal(MODEL_MISSING)
  const kinds = await listPeriodKinds(db)
  const columns = factRefsOf(model.document).flatMap((ref) => wantedColumn(ref, kinds, wanted.period))
  const [enterpriseCount, known] = await Promise.all([countEnterprises(db), countKnown(db, columns)])
  const cells = enterpriseCount * columns.length
  const sum = known.reduce((total, column) => total + column.known, 0)
  return {
    enterpriseCount,
    knownRatio: cells === 0 ? 0 : sum / cells,
    leastRatio: LEAST_COVERAGE,
    columns: known.map(({ ref, name_zh, name_en, unit, period, known: knownCount }) => ({
      ref,
      nameZh: name_zh,
      nameEn: name_en,
      unit,
      period,
      knownCount,
    })),
  }
}
