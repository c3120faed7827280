import { newId, readableNumber } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { type Db, sqlStateOf } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import { correctedTitle } from '../../core/lists/vocabulary.ts'
import type { ScoringTables } from '../needs.ts'
import { findNewestCorrection, insertEdition, insertList, lockList } from '../sql/lists.ts'
import { findRun } from '../sql/runs.ts'
import { entriesOf } from './draft-list.ts'
import { LIST_MISSING } from './problems.ts'

type Wanted = { readonly id: string; readonly reason: string; readonly personId: string }

const UNIQUE_VIOLATION = '23505'

/**
 * Drafts the correction of a final list: the same rules over the newest correction of its run. The final list stays as it is until the draft
 * has gone the whole way and takes its place. Answers the draft's id. Refuses with `scoring.list_missing`, `scoring.list_not_final`,
 * `scoring.no_correction` or `scoring.supplement_under_way`.
 */
export async function supplementList(tx: Db<ScoringTables>, command: Command, { id: baseId, reason, personId }: Wanted): Promise<string> {
  const base = await lockList(tx, baseId)
  if (!base) throw new Refusal(LIST_MISSING)
  if (base.state !== 'final') throw new Refusal({ code: 'scoring.list_not_final', kind: 'conflict' })
  const newest = await findNewestCorrection(tx, base.run_id)
  const run = newest && (await findRun(tx, newest))
  if (!run) throw new Refusal({ code: 'scoring.no_correction', kind: 'refused', params: { number: base.run_number } })
  const entries = await entriesOf(tx, run, base.rules)
  const id = newId(command.now.getTime())
  const number = readableNumber('LST', localDayOf(command.now, SCORING_ZONE), id)
  const title = correctedTitle({ zh: base.title_zh, en: base.title_en })
  try {
    await insertList(tx, {
      id,
      number,
      preparedBy: personId,
      now: command.now,
      supplements: { id: base.id, reason },
      kind: base.kind,
      titleZh: title.zh,
      titleEn: title.en,
      modelCode: base.model_code,
      period: base.period,
      rules: base.rules,
      showsScores: base.shows_scores,
      contact: base.contact,
      noticeDays: base.notice_days,
      objectionDays: base.objection_days,
    })
  } catch (error) {
    if (sqlStateOf(error) !== UNIQUE_VIOLATION) throw error
    throw new Refusal({ code: 'scoring.supplement_under_way', kind: 'conflict', params: { number: base.number } })
  }
  await insertEdition(tx, { listId: id, edition: 1, runId: run.id, madeBy: personId, now: command.now, entries })
  await command.audit({
    action: 'scoring.list.supplement',
    subjectType: 'scoring.list',
    subjectId: id,
    detail: { number, corrects: base.number, runId: run.id, reason },
  })
  return id
}
