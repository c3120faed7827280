import { stat } from 'node:fs/promises'
import path from 'node:path'
import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Kysely } from 'kysely'
import type { ImportFormat, ImportMode, ImportState } from '../../core/import-formats.ts'
import type { CatalogTables } from '../catalog-db.ts'
import { type Language, problemText } from '../problem-text.ts'
import { chooseMode, findImport, type ImportLine, insertImport, listLines } from '../sql/imports.ts'
import { applyImport, checkFile } from './run-import.ts'

export const MAX_IMPORT_BYTES = 20 * 1_048_576

type ImportFileOptions = {
  readonly path: string
  /** `check` only says what would happen. */
  readonly mode: ImportMode | 'check'
  /** The institution of sites, resources and prices; null when the file holds none of them. */
  readonly organisationId: string | null
  /** Who imports; null is the operator of the machine. */
  readonly actor: { readonly userId: string | null }
  /** Whether standards and vocabularies may be written. */
  readonly keepsLibrary: boolean
  /** The day on which the source was compared with its publisher. */
  readonly sourceCheckedOn?: string
  readonly now?: Date
  readonly language?: Language
}

export type ImportedProblem = {
  readonly sheet: string
  readonly row: number
  readonly column: string | null
  readonly value: string | null
  readonly code: string
  readonly message: string
}

export type ImportReport = {
  readonly importId: string
  readonly state: ImportState
  readonly format: ImportFormat
  readonly rowsRead: number
  readonly rowsValid: number
  readonly rowsRejected: number
  readonly rowsWarned: number
  readonly rowsCreated: number
  readonly rowsUpdated: number
  readonly rowsUnchanged: number
  readonly failure: string | null
  /** At most 1,000 of each. */
  readonly problems: readonly ImportedProblem[]
  readonly warnings: readonly ImportedProblem[]
}

/** Imports a file from disk: the same reading, checks and writing as over HTTP, without the queue. */
export async function importFile(db: Kysely<CatalogTables>, options: ImportFileOptions): Promise<ImportReport> {
  const { size } = await stat(options.path)
  if (size > MAX_IMPORT_BYTES) throw new Refusal({ code: 'catalog.file_too_large', kind: 'invalid', params: { megabytes: 20 } })
  const at = options.now ?? new Date()
  const language = options.language ?? 'zh'
  const row = await insertImport(db, {
    id: newId(at.getTime()),
    organisation_id: options.organisationId,
    file_id: null,
    file_name: path.basename(options.path).slice(0, 255),
    keeps_library: options.keepsLibrary,
    source_checked_on: options.sourceCheckedOn ?? null,
    created_by: options.actor.userId,
    created_at: at,
  })
  await checkFile(db, row, options.path, at)
  const checked = await findImport(db, row.id)
  const mayApply = options.mode === 'valid_rows_only' || (options.mode === 'all_or_nothing' && checked?.rows_rejected === 0)
  if (options.mode !== 'check' && mayApply && (await chooseMode(db, row.id, options.mode))) await applyImport(db, row.id, at)
  return report(db, row.id, language)
}

async function report(db: Kysely<CatalogTables>, importId: string, language: Language): Promise<ImportReport> {
  const row = await findImport(db, importId)
  if (!row) throw new Error('the import is gone')
  const rejected = await listLines(db, { importId, show: 'rejected', limit: 1000 })
  const warned = await listLines(db, { importId, show: 'warned', limit: 1000 })
  return {
    importId,
    state: row.state,
    format: row.format,
    rowsRead: row.rows_total ?? 0,
    rowsValid: row.rows_valid ?? 0,
    rowsRejected: row.rows_rejected ?? 0,
    rowsWarned: row.rows_warned ?? 0,
    rowsCreated: row.rows_created ?? 0,
    rowsUpdated: row.rows_updated ?? 0,
    rowsUnchanged: row.rows_unchanged ?? 0,
    failure: row.failure ? problemText(row.failure.code, language, row.failure.params) : null,
    problems: rejected.flatMap((line) => presentIssues(line, 'problems', language)).slice(0, 1000),
    warnings: warned.flatMap((line) => presentIssues(line, 'warnings', language)).slice(0, 1000),
  }
}

/** The problems or warnings of a line, each with its place and its text. */
export function presentIssues(line: ImportLine, which: 'problems' | 'warnings', language: Language): ImportedProblem[] {
  return line[which].map((found) => ({
    sheet: line.sheet,
    row: line.row_no,
    column: found.column,
    value: found.value,
    code: found.code,
    message: problemText(found.code, language, found.params),
  }))
}
