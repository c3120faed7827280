import type { Db } from '@jiju/platform/database/pool'
import type { EnterprisePointsExplained } from '../../contract/own-points.ts'
import { factRefsOf } from '../../core/engine/model.ts'
import type { ScoringNeeds, ScoringTables } from '../needs.ts'
import { wantedColumn } from '../runs/take-snapshot.ts'
import { cohortIndexOf, explainPlace } from '../runs/worked-out.ts'
import { listCreditRules } from '../sql/credit.ts'
import { findNoticeUntil, listPlacesOn, listStatementsAt } from '../sql/own-points.ts'
import { listPeriodKinds } from '../sql/snapshot.ts'
import { openPoints, type Whose } from './opened-points.ts'
import { presentExplained } from './present-points.ts'

/** Everything that a score is made of, with the statements as they were known when the run took its facts. */
export async function explainPoints(
  db: Db<ScoringTables>,
  needs: ScoringNeeds,
  runId: string,
  whose: Whose,
): Promise<EnterprisePointsExplained> {
  const points = await openPoints(db, needs, runId, whose)
  const { enterprise, row, run, place } = points
  const kinds = await listPeriodKinds(db)
  const wanted = factRefsOf(run.model).flatMap((ref) => wantedColumn(ref, kinds, row.period))
  const statements = await listStatementsAt(db, { enterpriseId: enterprise.id, wanted, at: row.facts_at })
  const lists = await listPlacesOn(db, runId, enterprise.id)
  const noticeUntil = await findNoticeUntil(db, runId)
  const explained = { explanation: await explainPlace(run, place), peers: await cohortIndexOf(run, place) }
  return presentExplained(points, explained, { statements, lists, noticeUntil, rules: await listCreditRules(db), now: needs.now() })
}
