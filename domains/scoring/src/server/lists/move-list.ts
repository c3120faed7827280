import { type Problem, Refusal } from '@jiju/kernel/problem'
import { addWorkingDays } from '@jiju/kernel/working-days'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { type Db, sqlStateOf } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import { compareEditions } from '../../core/lists/compare-editions.ts'
import { type ListState, RENOTICE_DAYS } from '../../core/lists/vocabulary.ts'
import type { ScoringTables } from '../needs.ts'
import {
  announceList,
  approveList,
  finaliseList,
  findNewestCorrection,
  hasOtherFinal,
  insertEdition,
  keepUncorrected,
  type ListRow,
  listOrganisationsOn,
  lockList,
  moveToEdition,
  readEdition,
  replaceList,
  withdrawList,
} from '../sql/lists.ts'
import { findRun } from '../sql/runs.ts'
import { entriesOf } from './draft-list.ts'
import { LIST_MISSING } from './problems.ts'

type Wanted = { readonly id: string; readonly version: number; readonly personId: string }

const UNIQUE_VIOLATION = '23505'

/** The list, locked, in one of the states and the version that the caller read. */
async function expectList(tx: Db<ScoringTables>, { id, version }: Wanted, states: readonly ListState[]): Promise<ListRow> {
  const list = await lockList(tx, id)
  if (!list) throw new Refusal(LIST_MISSING)
  if (!states.includes(list.state))
    throw new Refusal({ code: 'scoring.list_act_not_allowed', kind: 'conflict', params: { state: list.state } })
  if (list.version !== version) throw new Refusal(VERSION_STALE)
  return list
}

/** What keeps a list from the public whoever asks: its run was corrected, or facts were since. */
function standingProblems(list: ListRow): Problem[] {
  const problems: Problem[] = []
  if (list.newer_run) problems.push({ code: 'scoring.list_run_corrected', kind: 'refused', params: { number: list.newer_run.number } })
  else if (list.corrected_since) problems.push({ code: 'scoring.list_needs_run', kind: 'refused', params: { number: list.run_number } })
  return problems
}

const SECOND_PERSON = { code: 'scoring.second_person_needed', kind: 'refused' } as const

/** A second person agrees to a draft. Refuses with `scoring.second_person_needed` or when the run was corrected meanwhile. */
export async function approve(tx: Db<ScoringTables>, command: Command, wanted: Wanted): Promise<void> {
  const list = await expectList(tx, wanted, ['draft'])
  const problems = standingProblems(list)
  if (list.prepared_by === wanted.personId) problems.push(SECOND_PERSON)
  if (problems.length > 0) throw new Refusal(...problems)
  if (!(await approveList(tx, { ...wanted, now: command.now }))) throw new Refusal(VERSION_STALE)
  await record(tx, command, list, 'approve')
}

const publicAlready = ({ period }: ListRow) => new Refusal({ code: 'scoring.list_public_already', kind: 'conflict', params: { period } })

/** The database lets one list of a kind and period be on notice and one be final. */
async function onceOnly<Value>(list: ListRow, moved: Promise<Value>): Promise<Value> {
  try {
    return await moved
  } catch (error) {
    throw sqlStateOf(error) === UNIQUE_VIOLATION ? publicAlready(list) : error
  }
}

/** Puts an approved list before the public, from today, for its working days. Refuses with `scoring.list_public_already`. */
export async function announce(tx: Db<ScoringTables>, command: Command, wanted: Wanted): Promise<void> {
  const list = await expectList(tx, wanted, ['approved'])
  await keepUncorrected(tx, list.run_id)
  const problems = standingProblems((await lockList(tx, list.id)) ?? list)
  if (problems.length > 0) throw new Refusal(...problems)
  if (await hasOtherFinal(tx, list)) throw publicAlready(list)
  const from = localDayOf(command.now, SCORING_ZONE)
  const until = addWorkingDays(from, list.notice_days)
  if (!(await onceOnly(list, announceList(tx, { ...wanted, now: command.now, from, until })))) throw new Refusal(VERSION_STALE)
  await record(tx, command, list, 'announce')
}

/**
 * The same rules over the newest correction of the run. A place that changed while the list is on notice can be objected to for some
 * working days more. Refuses with `scoring.no_correction`.
 */
export async function recalculate(tx: Db<ScoringTables>, command: Command, wanted: Wanted): Promise<void> {
  const list = await expectList(tx, wanted, ['draft', 'approved', 'notice'])
  const newest = await findNewestCorrection(tx, list.run_id)
  const run = newest && (await findRun(tx, newest))
  if (!run) throw new Refusal({ code: 'scoring.no_correction', kind: 'refused', params: { number: list.run_number } })
  const entries = await entriesOf(tx, run, list.rules)
  const before = await readEdition(tx, list.id, list.edition)
  const isChanged = compareEditions(before?.entries ?? [], entries).length > 0
  const edition = list.edition + 1
  await insertEdition(tx, { listId: list.id, edition, runId: run.id, madeBy: wanted.personId, now: command.now, entries })
  const least = addWorkingDays(localDayOf(command.now, SCORING_ZONE), RENOTICE_DAYS)
  const until = list.notice_until !== null && isChanged && list.notice_until < least ? least : list.notice_until
  if (!(await moveToEdition(tx, { ...wanted, now: command.now, edition, until }))) throw new Refusal(VERSION_STALE)
  await record(tx, command, list, 'recalculate', { runId: run.id, edition })
}

/** Final publication; the list that it corrects is replaced in the same moment. Every reason against it is named at once. */
export async function finalise(tx: Db<ScoringTables>, command: Command, wanted: Wanted): Promise<void> {
  const held = await expectList(tx, wanted, ['notice'])
  await keepUncorrected(tx, held.run_id)
  // Read again: whoever corrected the run while this waited for it has committed.
  const list = (await lockList(tx, held.id)) ?? held
  const today = localDayOf(command.now, SCORING_ZONE)
  const problems = standingProblems(list)
  if (list.notice_until !== null && list.notice_until >= today)
    problems.push({ code: 'scoring.notice_running', kind: 'refused', params: { until: list.notice_until } })
  if (list.open_objections > 0) problems.push({ code: 'scoring.objections_open', kind: 'refused', params: { count: list.open_objections } })
  if (list.prepared_by === wanted.personId) problems.push(SECOND_PERSON)
  if (problems.length > 0) throw new Refusal(...problems)
  const corrected = list.corrects && (await replaceList(tx, list.corrects.id, command.now)) ? list.corrects.number : null
  if (!(await onceOnly(list, finaliseList(tx, { ...wanted, now: command.now, today })))) throw new Refusal(VERSION_STALE)
  await record(tx, command, list, 'finalise', { corrected })
}

/** Takes a list back at any time; the public reads why when it has seen the list. */
export async function withdraw(tx: Db<ScoringTables>, command: Command, wanted: Wanted & { reason: string }): Promise<void> {
  const list = await expectList(tx, wanted, ['draft', 'approved', 'notice', 'final'])
  if (!(await withdrawList(tx, { ...wanted, now: command.now }))) throw new Refusal(VERSION_STALE)
  await record(tx, command, list, 'withdraw', { reason: wanted.reason })
}

/** Audit, and an event once the public is concerned. */
async function record(tx: Db<ScoringTables>, command: Command, before: ListRow, act: string, detail: object = {}): Promise<void> {
  await command.audit({
    action: `scoring.list.${act}`,
    subjectType: 'scoring.list',
    subjectId: before.id,
    detail: { number: before.number, ...detail },
  })
  const list = await lockList(tx, before.id)
  if (!list?.announced_at) return
  // Whoever loses a place hears of it like those who have one.
  const former = list.corrects
    ? { listId: list.corrects.id, edition: list.corrects.edition }
    : { listId: list.id, edition: act === 'recalculate' ? list.edition - 1 : list.edition }
  const organisationIds = await listOrganisationsOn(tx, [former, { listId: list.id, edition: list.edition }])
  await command.publish('scoring.list_changed', {
    listId: list.id,
    number: list.number,
    kind: list.kind,
    act,
    state: list.state,
    edition: list.edition,
    period: list.period,
    titleZh: list.title_zh,
    titleEn: list.title_en,
    runNumber: list.run_number,
    corrects: list.corrects?.number ?? null,
    noticeUntil: list.notice_until,
    reason: list.withdraw_reason,
    organisationIds,
  })
}
