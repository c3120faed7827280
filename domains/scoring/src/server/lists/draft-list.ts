import { newId, readableNumber } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { DraftList } from '../../contract/lists.ts'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import { pickEntries } from '../../core/lists/pick-entries.ts'
import type { ListRules } from '../../core/lists/vocabulary.ts'
import type { ScoringTables } from '../needs.ts'
import { RUN_MISSING } from '../problems.ts'
import {
  findNewestCorrection,
  insertEdition,
  insertList,
  type ListText,
  listCandidates,
  lockList,
  type NewEntry,
  rewriteDraft,
} from '../sql/lists.ts'
import { findModel } from '../sql/models.ts'
import { findRun, type RunRow } from '../sql/runs.ts'
import { LIST_MISSING } from './problems.ts'

/** A new list of an official run; answers its id. Refuses with `scoring.run_missing`, `scoring.run_not_for_lists` or `scoring.list_empty`. */
export async function draftList(tx: Db<ScoringTables>, command: Command, wanted: DraftList, personId: string): Promise<string> {
  const { run, text, entries } = await prepare(tx, wanted)
  const id = newId(command.now.getTime())
  const number = readableNumber('LST', localDayOf(command.now, SCORING_ZONE), id)
  await insertList(tx, { ...text, id, number, preparedBy: personId, now: command.now })
  await insertEdition(tx, { listId: id, edition: 1, runId: run.id, madeBy: personId, now: command.now, entries })
  await command.audit({ action: 'scoring.list.draft', subjectType: 'scoring.list', subjectId: id, detail: { number, runId: run.id } })
  return id
}

/** Rewrites a draft, with its entries. Refuses as `draftList` does, with `scoring.list_missing`, `scoring.list_not_draft` or `platform.version_stale`. */
export async function editDraft(
  tx: Db<ScoringTables>,
  command: Command,
  wanted: DraftList & { id: string; version: number },
  personId: string,
): Promise<void> {
  const list = await lockList(tx, wanted.id)
  if (!list) throw new Refusal(LIST_MISSING)
  if (list.state !== 'draft') throw new Refusal({ code: 'scoring.list_not_draft', kind: 'conflict' })
  const { run, text, entries } = await prepare(tx, wanted)
  const edition = list.edition + 1
  await insertEdition(tx, { listId: list.id, edition, runId: run.id, madeBy: personId, now: command.now, entries })
  if (!(await rewriteDraft(tx, list.id, wanted.version, { ...text, preparedBy: personId, edition }))) throw new Refusal(VERSION_STALE)
  await command.audit({ action: 'scoring.list.edit', subjectType: 'scoring.list', subjectId: list.id, detail: { runId: run.id, edition } })
}

async function prepare(tx: Db<ScoringTables>, wanted: DraftList): Promise<{ run: RunRow; text: ListText; entries: NewEntry[] }> {
  const run = await findRun(tx, wanted.runId)
  if (!run) throw new Refusal({ ...RUN_MISSING, field: '/runId' })
  if (run.state !== 'done' || run.purpose !== 'official' || (await findNewestCorrection(tx, run.id)))
    throw new Refusal({ code: 'scoring.run_not_for_lists', kind: 'refused', field: '/runId', params: { number: run.number } })
  const { rules, titleZh, titleEn, showsScores, contact, noticeDays, objectionDays } = wanted
  const entries = await entriesOf(tx, run, rules)
  if (entries.length === 0) throw new Refusal({ code: 'scoring.list_empty', kind: 'refused', params: { number: run.number } })
  const text = { kind: rules.kind, rules, titleZh, titleEn, showsScores, contact, noticeDays, objectionDays }
  return { run, text: { ...text, modelCode: run.model_code, period: run.period }, entries }
}

/** The places that the rules give in a run. */
export async function entriesOf(tx: Db<ScoringTables>, run: RunRow, rules: ListRules): Promise<NewEntry[]> {
  const model = (await findModel(tx, run.model_id))?.document
  if (!model) throw new Error(`run ${run.number} has lost its model`)
  const stages = model.stages.map(({ code }) => code)
  return pickEntries(rules, await listCandidates(tx, run.id), { stages, ties: model.ties })
}
