import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '@jiju/kernel/problem'
import { recordAudit } from '@jiju/platform/audit/audit'
import type { Db } from '@jiju/platform/database/pool'
import type { FileStore } from '@jiju/platform/files/file-store'
import { readTableFile } from '@jiju/platform/files/read-table-file'
import { findFile } from '@jiju/platform/files/upload'
import { type OutboxEvent, publish } from '@jiju/platform/outbox/outbox'
import type { PlatformTables } from '@jiju/platform/platform-tables'
import type { Kysely } from 'kysely'
import type { CatalogDb, CatalogTables } from '../catalog-db.ts'
import { dayOf } from '../deps.ts'
import {
  deleteLines,
  findImport,
  type ImportLine,
  type ImportRow,
  insertLines,
  listLines,
  moveImport,
  setOutcomes,
  setProgress,
  takeImport,
} from '../sql/imports.ts'
import { listCitingProviders } from '../sql/standards.ts'
import { type ApplyContext, type ApplyRow, chunks, type Effects, type Outcome } from './apply-context.ts'
import { applyRows } from './apply-rows.ts'
import { checkRows } from './check-rows.ts'
import { parseRows } from './parse-rows.ts'

type ImportTools = { readonly db: Kysely<CatalogTables>; readonly files: FileStore; readonly now: () => Date }

const contextOf = (db: CatalogDb, row: ImportRow, at: Date): ApplyContext => ({
  organisationId: row.organisation_id,
  author: { userId: row.created_by, organisationId: row.organisation_id },
  keepsLibrary: row.keeps_library,
  at,
  day: dayOf(at),
  source: row.file_name,
  checkedOn: row.source_checked_on,
  onRows: progressOf(db, row.id),
})

/** Tells the progress outside of the transaction, at most three times a second: who waits looks every second or two. */
function progressOf(db: CatalogDb, importId: string): (count: number) => Promise<void> {
  let rowsDone = 0
  let toldAt = performance.now()
  return async (count) => {
    rowsDone += count
    if (performance.now() - toldAt < 300) return
    toldAt = performance.now()
    await setProgress(db, importId, rowsDone)
  }
}

/** Reads and checks the file of an import that was uploaded; a second run finds nothing to do. */
export async function checkImport(tools: ImportTools, importId: string): Promise<void> {
  const row = await findImport(tools.db, importId)
  if (row?.state !== 'uploaded' || row.file_id === null) return
  const folder = await mkdtemp(path.join(tmpdir(), 'jiju-import-'))
  try {
    const file = path.join(folder, 'upload')
    await fetchFile(tools, row.file_id, file)
    await checkFile(tools.db, row, file, tools.now())
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fetchFile(tools: ImportTools, fileId: string, target: string): Promise<void> {
  const stored = await findFile(tools.db, fileId)
  const content = stored && (await tools.files.find(stored.sha256))
  if (!content) throw new Error(`the bytes of file ${fileId} are not in the store`)
  await pipeline(content.stream, createWriteStream(target, { mode: 0o600 }))
}

/** Reads and checks a file on disk for an import; the import is `checked` afterwards, or `failed` with the reason. */
export async function checkFile(db: Kysely<CatalogTables>, row: ImportRow, file: string, at: Date): Promise<void> {
  try {
    const parsed = await parseRows(readTableFile(file))
    await setProgress(db, row.id, 0, parsed.rows.length)
    const lines = await checkRows(db, contextOf(db, row, at), parsed.rows)
    await db.transaction().execute(async (tx) => {
      await deleteLines(tx, row.id)
      for (const chunk of chunks(lines, 500)) await insertLines(tx, row.id, chunk)
      await moveImport(tx, row.id, 'uploaded', {
        state: 'checked',
        format: parsed.formats[0] ?? 'jiju',
        rows_total: lines.length,
        rows_done: lines.length,
        ...countLines(lines),
        checked_at: at,
      })
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const [problem] = error.problems
    const failure = { code: problem?.code ?? 'platform.file_unreadable', params: { ...problem?.params } }
    await moveImport(db, row.id, 'uploaded', { state: 'failed', failure, finished_at: at })
  }
}

function countLines(lines: readonly ImportLine[]) {
  const count = (test: (line: ImportLine) => boolean) => lines.filter(test).length
  return {
    rows_valid: count((line) => line.state === 'valid'),
    rows_rejected: count((line) => line.state === 'rejected'),
    rows_warned: count((line) => line.warnings.length > 0),
    rows_created: count((line) => line.outcome === 'created'),
    rows_updated: count((line) => line.outcome === 'updated'),
    rows_unchanged: count((line) => line.outcome === 'unchanged'),
  }
}

/** Rows were refused, and all or nothing was asked for. */
class RowsRefused extends Error {
  override name = 'RowsRefused'
  readonly outcomes: readonly Outcome[]
  constructor(outcomes: readonly Outcome[]) {
    super('rows refused')
    this.outcomes = outcomes
  }
}

/** Writes a checked import in one transaction, by the mode that was chosen; a second run finds nothing to do. */
export async function applyImport(db: Kysely<CatalogTables>, importId: string, at: Date): Promise<void> {
  try {
    await db.transaction().execute(async (tx) => {
      const row = await takeImport(tx, importId)
      if (!row) return
      const rows = await validRows(tx, importId)
      const { outcomes, effects } = await applyRows(tx, contextOf(db, row, at), rows)
      const refusals = outcomes.filter((outcome) => outcome.outcome === 'refused')
      if (row.mode === 'all_or_nothing' && refusals.length > 0) throw new RowsRefused(outcomes)
      await setOutcomes(tx, importId, outcomes)
      const count = (wanted: Outcome['outcome']) => outcomes.filter((outcome) => outcome.outcome === wanted).length
      const isFinished = await moveImport(tx, importId, 'checked', {
        state: 'applied',
        rows_done: row.rows_total ?? rows.length,
        rows_rejected: (row.rows_rejected ?? 0) + refusals.length,
        rows_valid: rows.length - refusals.length,
        rows_created: count('created'),
        rows_updated: count('updated'),
        rows_unchanged: count('unchanged'),
        finished_at: at,
      })
      if (!isFinished) throw new Error(`import ${importId} was finished by somebody else`)
      await tell(tx, row, effects, { created: count('created'), updated: count('updated'), refused: refusals.length })
    })
  } catch (error) {
    if (!(error instanceof RowsRefused)) throw error
    const refusals = error.outcomes.filter((outcome) => outcome.outcome === 'refused')
    await setOutcomes(db, importId, refusals)
    const failure = { code: 'catalog.import_rows_refused', params: { count: refusals.length } }
    await moveImport(db, importId, 'checked', { state: 'failed', failure, finished_at: at })
  }
}

async function validRows(db: CatalogDb, importId: string): Promise<ApplyRow[]> {
  const rows: ApplyRow[] = []
  let after: number | undefined
  for (;;) {
    const lines = await listLines(db, { importId, show: 'valid', after, limit: 2000 })
    for (const line of lines.slice(0, 2000)) {
      const { key, record } = line.record as { key: string; record: never }
      rows.push({ line: line.line, kind: line.kind, key, record, cells: line.cells } as ApplyRow)
    }
    if (lines.length <= 2000) return rows
    after = lines[1999]?.line
  }
}

async function tell(db: CatalogDb, row: ImportRow, effects: Effects, counts: Record<string, number>): Promise<void> {
  const platform = db as unknown as Db<PlatformTables>
  const events: OutboxEvent[] = []
  for (const chunk of chunks([...effects.standardIds], 500))
    events.push({
      topic: 'catalog.standards_changed',
      payload: { standardIds: [...chunk], providerIds: await listCitingProviders(db, chunk) },
    })
  for (const resourceId of effects.pricedResourceIds) events.push({ topic: 'catalog.prices_changed', payload: { resourceId } })
  for (const resourceId of effects.operatedResourceIds)
    events.push({ topic: 'catalog.operation_changed', payload: { resourceId, providerId: row.organisation_id } })
  for (const accreditationId of effects.accreditationIds)
    events.push({ topic: 'catalog.accreditation_changed', payload: { accreditationId, providerId: row.organisation_id } })
  for (const siteId of effects.siteIds) events.push({ topic: 'catalog.site_changed', payload: { siteId, providerId: row.organisation_id } })
  events.push({
    topic: 'catalog.import_applied',
    payload: { importId: row.id, organisationId: row.organisation_id, createdBy: row.created_by },
  })
  for (const chunk of chunks(events, 1000)) await publish(platform, ...chunk)
  await recordAudit(platform, {
    actorUserId: row.created_by,
    actorOrganisationId: row.organisation_id,
    action: 'catalog.import.apply',
    subjectType: 'import',
    subjectId: row.id,
    detail: { format: row.format, mode: row.mode, ...counts },
  })
}
