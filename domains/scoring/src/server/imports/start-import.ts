import type { Readable } from 'node:stream'
import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { storeUpload } from '@jiju/platform/files/upload'
import type { Actor } from '@jiju/platform/http/actor'
import type { Command } from '@jiju/platform/http/command'
import type { Source } from '../../core/facts/sources.ts'
import type { ScoringNeeds, ScoringTables } from '../needs.ts'
import {
  acceptQuestions,
  chooseMode,
  findImport,
  type ImportContent,
  type ImportMode,
  type ImportRow,
  insertImport,
  keepReasons,
  moveImport,
  setCounts,
  settleAskedRows,
} from '../sql/imports.ts'
import { IMPORT_ATTEMPTS } from './import-jobs.ts'

export const MAX_IMPORT_BYTES = 60 * 1_048_576
export const TABLE_TYPES = [
  'text/csv',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/zip',
]

type Upload = {
  readonly stream: Readable
  readonly name: string
  readonly content: ImportContent
  readonly source: Source | null
  readonly period: string | null
}

/** Stores a file and has it checked; nothing is written yet. */
export async function startImport(
  tx: Db<ScoringTables>,
  command: Command,
  needs: ScoringNeeds,
  actor: Actor,
  upload: Upload,
): Promise<ImportRow> {
  const file = await storeUpload(tx, needs.files, {
    stream: upload.stream,
    name: upload.name,
    maxBytes: MAX_IMPORT_BYTES,
    allowedTypes: TABLE_TYPES,
    ownerOrganisationId: actor.organisationId,
    uploadedBy: actor.userId,
  })
  const row = await insertImport(tx, {
    id: newId(command.now.getTime()),
    content: upload.content,
    door: 'upload',
    source: upload.source,
    period: upload.period,
    fileId: file.id,
    fileName: file.name,
    createdBy: actor.userId,
    organisationId: actor.organisationId,
    now: command.now,
  })
  await queueCheck(tx, needs, row.id)
  await command.audit({ action: 'scoring.import.upload', subjectType: 'scoring.import', subjectId: row.id, detail: { name: file.name } })
  return row
}

export const queueCheck = (tx: Db<ScoringTables>, needs: ScoringNeeds, importId: string) =>
  needs.enqueue(tx, 'scoring.check_import', { importId }, { key: `scoring.check_import:${importId}`, maxAttempts: IMPORT_ATTEMPTS })

export const queueApply = (tx: Db<ScoringTables>, needs: ScoringNeeds, importId: string) =>
  needs.enqueue(tx, 'scoring.apply_import', { importId }, { key: `scoring.apply_import:${importId}`, maxAttempts: IMPORT_ATTEMPTS })

export async function getImport(db: Db<ScoringTables>, id: string): Promise<ImportRow> {
  const row = await findImport(db, id)
  if (!row) throw new Refusal({ code: 'scoring.import_missing', kind: 'missing' })
  return row
}

const NOT_CHECKED: Problem = { code: 'scoring.import_not_checked', kind: 'conflict' }

/** Has a checked import written: all of it, which takes that nothing is wrong or open, or its good rows. */
export async function confirmImport(
  tx: Db<ScoringTables>,
  command: Command,
  needs: ScoringNeeds,
  id: string,
  mode: ImportMode,
): Promise<ImportRow> {
  const row = await getImport(tx, id)
  if (row.state !== 'checked' || row.mode !== null) throw new Refusal(NOT_CHECKED)
  const count = row.mistake_count + row.question_count
  if (mode === 'all_or_nothing' && count > 0)
    throw new Refusal({ code: 'scoring.import_has_mistakes', kind: 'refused', field: '/mode', params: { count } })
  if (row.rows_good === 0) throw new Refusal({ code: 'scoring.import_nothing_good', kind: 'refused' })
  if (!(await chooseMode(tx, id, mode))) throw new Refusal(NOT_CHECKED)
  await queueApply(tx, needs, id)
  await command.audit({ action: 'scoring.import.confirm', subjectType: 'scoring.import', subjectId: id, detail: { mode } })
  return getImport(tx, id)
}

/** Drops an import that was not confirmed. */
export async function cancelImport(tx: Db<ScoringTables>, command: Command, id: string): Promise<ImportRow> {
  const row = await getImport(tx, id)
  const isOpen = row.state === 'uploaded' || (row.state === 'checked' && row.mode === null)
  if (!isOpen || !(await moveImport(tx, id, row.state, { state: 'cancelled', finished_at: command.now }))) throw new Refusal(NOT_CHECKED)
  await command.audit({ action: 'scoring.import.cancel', subjectType: 'scoring.import', subjectId: id })
  return getImport(tx, id)
}

/** Says of implausible values, with a reason, that they are right; rows of which nothing is open then become good. */
export async function acceptImportQuestions(
  tx: Db<ScoringTables>,
  command: Command,
  id: string,
  accepted: { positions: readonly number[] | null; reason: string; personId: string },
): Promise<ImportRow> {
  const row = await getImport(tx, id)
  if (row.state !== 'checked' || row.mode !== null) throw new Refusal(NOT_CHECKED)
  const { positions, reason, personId } = accepted
  const count = await acceptQuestions(tx, id, positions, { personId, reason, now: command.now })
  if (count === 0 || (positions && count < positions.length)) throw new Refusal({ code: 'scoring.question_missing', kind: 'conflict' })
  await keepReasons(tx, id)
  const settled = await settleAskedRows(tx, id)
  const isOpen = await setCounts(tx, id, 'checked', {
    question_count: row.question_count - count,
    rows_good: row.rows_good + settled,
    rows_asked: row.rows_asked - settled,
  })
  if (!isOpen) throw new Refusal(NOT_CHECKED)
  await command.audit({
    action: 'scoring.import.accept_questions',
    subjectType: 'scoring.import',
    subjectId: id,
    detail: { count, positions, reason },
  })
  return getImport(tx, id)
}
