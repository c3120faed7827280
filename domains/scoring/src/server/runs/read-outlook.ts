import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { RunOutlook } from '../../contract/run-outlook.ts'
import { lastDayOf } from '../../core/facts/periods.ts'
import { compute } from '../compute/compute.ts'
import { isSmall } from '../compute/is-small.ts'
import type { ScoringTables } from '../needs.ts'
import { MODEL_MISSING } from '../problems.ts'
import { findModel } from '../sql/models.ts'
import { takeSnapshot } from './take-snapshot.ts'

/** So many indicators are named where somebody gets no score though none is thin. */
const LEAST_KNOWN = 3

/** Where the facts that stand now are too thin for a model and period. Refuses with `scoring.model_missing`. */
export async function readOutlook(
  db: Db<ScoringTables>,
  { modelId, period, now }: { modelId: string; period: string; now: Date },
): Promise<RunOutlook> {
  const model = (await findModel(db, modelId))?.document
  if (!model) throw new Refusal(MODEL_MISSING)
  const table = await takeSnapshot(db, { model, period, asOf: lastDayOf(period), at: now })
  const outlook = await compute('coverageOutlook', { model, table }, { isSmall: isSmall(table) })
  return {
    stages: outlook.map(({ stage, enterpriseCount, unscoredCount, branches, indicators }) => ({
      stage: stage && { code: stage.code, name: { ...stage.name } },
      isScored: branches.length > 0,
      enterpriseCount,
      unscoredCount,
      branches: branches.filter(({ belowCount }) => belowCount > 0).map((branch) => ({ ...branch, name: { ...branch.name } })),
      indicators: indicators
        .map((indicator) => ({
          ...indicator,
          name: { ...indicator.name },
          isThin: indicator.knownCount < indicator.minimumRatio * enterpriseCount,
        }))
        .sort((one, other) => one.knownCount - other.knownCount || other.weightRatio - one.weightRatio)
        .filter(({ isThin }, place) => isThin || (unscoredCount > 0 && place < LEAST_KNOWN)),
    })),
  }
}
