import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { Recognise, RecordVisit } from '../../contract/cultivation.ts'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import type { ScoringTables } from '../needs.ts'
import { ENTERPRISE_MISSING } from '../problems.ts'
import { endRecognition, insertRecognition } from '../sql/cultivation.ts'
import { type EnterpriseRow, findEnterprise } from '../sql/standing.ts'
import { finishFollowUp, hasWatchList, insertNote, insertVisit, insertWatchList, unwatch, watch } from '../sql/watch.ts'
import { currentLadder, keepPlaces, placeOnLadder } from './place-on-ladder.ts'

type Tx = Db<ScoringTables>

export async function getEnterprise(db: Tx, id: string): Promise<EnterpriseRow> {
  const enterprise = await findEnterprise(db, id)
  if (!enterprise) throw new Refusal(ENTERPRISE_MISSING)
  return enterprise
}

export async function makeWatchList(tx: Tx, command: Command, list: { name: string; purpose: string; by: string }): Promise<void> {
  const id = newId(command.now.getTime())
  if (!(await insertWatchList(tx, { ...list, id, now: command.now })))
    throw new Refusal({ code: 'scoring.watch_list_taken', kind: 'conflict', field: '/name', params: { name: list.name } })
  await command.audit({ action: 'scoring.watch_list.make', subjectType: 'scoring.watch_list', subjectId: id, detail: { name: list.name } })
}

type Watched = { readonly listId: string; readonly enterpriseId: string }

export async function watchEnterprise(tx: Tx, command: Command, entry: Watched & { reason: string; by: string }): Promise<void> {
  await getEnterprise(tx, entry.enterpriseId)
  if (!(await hasWatchList(tx, entry.listId))) throw new Refusal({ code: 'scoring.watch_list_missing', kind: 'missing' })
  await watch(tx, { ...entry, now: command.now })
  await audit(command, 'scoring.watch_list.add', entry.enterpriseId, { listId: entry.listId })
}

export async function unwatchEnterprise(tx: Tx, command: Command, entry: Watched): Promise<void> {
  if (!(await unwatch(tx, entry.listId, entry.enterpriseId))) throw new Refusal({ code: 'scoring.watch_list_missing', kind: 'missing' })
  await audit(command, 'scoring.watch_list.remove', entry.enterpriseId, { listId: entry.listId })
}

export async function writeNote(tx: Tx, command: Command, note: { enterpriseId: string; body: string; by: string }): Promise<void> {
  await getEnterprise(tx, note.enterpriseId)
  await insertNote(tx, { ...note, id: newId(command.now.getTime()), now: command.now })
  await audit(command, 'scoring.cultivation.note', note.enterpriseId)
}

/** A visit that has been; what it promised has a day that is not before it. */
export async function recordVisit(tx: Tx, command: Command, visit: RecordVisit & { enterpriseId: string; by: string }): Promise<void> {
  await getEnterprise(tx, visit.enterpriseId)
  const problems: Problem[] = []
  const today = localDayOf(command.now, SCORING_ZONE)
  if (visit.visitedOn > today)
    problems.push({ code: 'scoring.visit_ahead', kind: 'refused', field: '/visitedOn', params: { day: visit.visitedOn } })
  if ((visit.followUp === null) !== (visit.followUpOn === null))
    problems.push({ code: 'scoring.follow_up_half', kind: 'refused', field: visit.followUp === null ? '/followUp' : '/followUpOn' })
  if (visit.followUpOn !== null && visit.followUpOn < visit.visitedOn)
    problems.push({ code: 'scoring.follow_up_early', kind: 'refused', field: '/followUpOn', params: { day: visit.visitedOn } })
  if (problems.length > 0) throw new Refusal(...problems)
  await insertVisit(tx, { ...visit, id: newId(command.now.getTime()), now: command.now })
  await audit(command, 'scoring.cultivation.visit', visit.enterpriseId, { visitedOn: visit.visitedOn })
}

export async function completeFollowUp(
  tx: Tx,
  command: Command,
  done: { id: string; enterpriseId: string; result: string },
): Promise<void> {
  if (!(await finishFollowUp(tx, done.id, done.result, command.now)))
    throw new Refusal({ code: 'scoring.follow_up_missing', kind: 'missing' })
  await audit(command, 'scoring.cultivation.follow_up', done.enterpriseId, { visitId: done.id })
}

/** A recognition by its document; the enterprise moves on the ladder at once. */
export async function recogniseStep(tx: Tx, command: Command, wanted: Recognise & { enterpriseId: string; by: string }): Promise<void> {
  const enterprise = await getEnterprise(tx, wanted.enterpriseId)
  const today = localDayOf(command.now, SCORING_ZONE)
  const problems: Problem[] = []
  if (!currentLadder(today).steps.some(({ code }) => code === wanted.step))
    problems.push({ code: 'scoring.step_missing', kind: 'refused', field: '/step' })
  if (wanted.recognisedOn > today)
    problems.push({ code: 'scoring.recognised_ahead', kind: 'refused', field: '/recognisedOn', params: { day: wanted.recognisedOn } })
  if (wanted.validUntil !== null && wanted.validUntil < wanted.recognisedOn)
    problems.push({ code: 'scoring.recognition_period', kind: 'refused', field: '/validUntil' })
  if (problems.length > 0) throw new Refusal(...problems)
  if (!(await insertRecognition(tx, { ...wanted, id: newId(command.now.getTime()), now: command.now })))
    throw new Refusal({ code: 'scoring.recognition_known', kind: 'conflict', field: '/document', params: { document: wanted.document } })
  await audit(command, 'scoring.cultivation.recognise', enterprise.id, { step: wanted.step, document: wanted.document })
  await replace(tx, enterprise, command.now)
}

export async function withdrawRecognition(
  tx: Tx,
  command: Command,
  wanted: { id: string; enterpriseId: string; reason: string },
): Promise<void> {
  const enterprise = await getEnterprise(tx, wanted.enterpriseId)
  if (!(await endRecognition(tx, wanted.id, wanted.reason, command.now)))
    throw new Refusal({ code: 'scoring.recognition_missing', kind: 'missing' })
  await audit(command, 'scoring.cultivation.end_recognition', enterprise.id, { recognitionId: wanted.id, reason: wanted.reason })
  await replace(tx, enterprise, command.now)
}

async function replace(tx: Tx, enterprise: EnterpriseRow, now: Date): Promise<void> {
  const { period, placed } = await placeOnLadder(tx, { enterprises: [enterprise], now })
  await keepPlaces(tx, placed, period, now)
}

function audit(command: Command, action: string, enterpriseId: string, detail: Readonly<Record<string, unknown>> = {}): Promise<void> {
  return command.audit({ action, subjectType: 'scoring.enterprise', subjectId: enterpriseId, detail })
}
