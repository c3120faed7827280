import { localDayOf } from '@jiju/kernel/zoned-time'
import { encodeCursor } from '@jiju/platform/http/paging'
import type { z } from 'zod'
import type { TalentDeskNeedList, TalentDeskServiceList } from '../../contract/talent-desk.ts'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import type { ScoringDeps } from '../needs.ts'
import { findFinalRun, listScoresOf } from '../sql/final-run.ts'
import { listAnswers } from '../sql/talent.ts'
import { countScored, type DeskFilter, listDeskNeeds, listDeskServices } from '../sql/talent-desk.ts'
import { withScores } from './exchange.ts'
import { presentDeskNeed, presentDeskService } from './present-talent.ts'

type Reader = { readonly organisationId: string; readonly personId: string; readonly isOperator: boolean }
type Wanted = Omit<DeskFilter, 'readerOrganisationId' | 'isOwnAlone' | 'now'>

/**
 * A page of needs with the score of each enterprise: offices get it by consent, each read logged and shown to the enterprise; the operator
 * sees the scores that it reckons itself, and the answers of all.
 */
export async function readTalentDesk(
  { db, needs }: ScoringDeps,
  { organisationId, personId, isOperator }: Reader,
  wanted: Wanted,
): Promise<z.infer<typeof TalentDeskNeedList>> {
  const now = needs.now()
  return db.transaction().execute(async (tx) => {
    const found = await listDeskNeeds(tx, { ...wanted, readerOrganisationId: organisationId, isOwnAlone: !isOperator, now })
    // The row beyond the page is not shown, so its score is not read.
    const rows = found.slice(0, wanted.limit)
    const { run, read } = isOperator ? await reckoned(tx, rows) : await withScores(tx, needs, { organisationId, personId, now }, rows)
    const answers = (
      await listAnswers(
        tx,
        rows.map(({ id }) => id),
      )
    ).filter(({ peer_organisation_id }) => isOperator || peer_organisation_id === organisationId)
    const last = rows.at(-1)
    return {
      items: read.map((one) =>
        presentDeskNeed(one, { run, answers, ownId: organisationId, isOpen: isOperator || one.need.is_open_to_reader }),
      ),
      nextCursor: found.length > wanted.limit && last ? encodeCursor([last.created_at.toISOString(), last.id]) : null,
    }
  })
}

type Tx = Parameters<typeof listDeskNeeds>[0]
type Rows = Awaited<ReturnType<typeof listDeskNeeds>>

async function reckoned(tx: Tx, rows: Rows) {
  const run = await findFinalRun(tx)
  const ids = rows.flatMap(({ enterprise_id }) => enterprise_id ?? [])
  const scored = run ? await listScoresOf(tx, run.run_id, ids) : []
  const scores = new Map(scored.map(({ enterprise_id, score }) => [enterprise_id, score]))
  return { run, read: rows.map((need) => ({ need, score: (need.enterprise_id && scores.get(need.enterprise_id)) || null })) }
}

/** What is offered today and whom it reaches, in numbers only. */
export async function readTalentServices({ db, needs }: ScoringDeps): Promise<TalentDeskServiceList> {
  const run = await findFinalRun(db)
  const rows = await listDeskServices(db, run, localDayOf(needs.now(), SCORING_ZONE))
  return {
    scoredCount: run ? await countScored(db, run.run_id) : null,
    items: rows.map((row) => presentDeskService(row, run !== undefined)),
  }
}
