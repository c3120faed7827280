import { type Selectable, sql } from 'kysely'
import type { Issue, RecordKind } from '../../core/import/parsed-row.ts'
import type { ImportFormat, ImportMode, ImportState } from '../../core/import-formats.ts'
import type { CatalogDb } from '../catalog-db.ts'
import type { CatalogImport } from '../tables.ts'

type Narrowed = {
  format: ImportFormat
  state: ImportState
  mode: ImportMode | null
  failure: { code: string; params?: Record<string, string | number> } | null
}
export type ImportRow = Omit<Selectable<CatalogImport>, keyof Narrowed> & Narrowed

export type RowOutcome = 'created' | 'updated' | 'unchanged' | 'refused'

export type ImportLine = {
  readonly line: number
  readonly sheet: string
  readonly row_no: number
  readonly kind: RecordKind
  readonly state: 'valid' | 'rejected'
  readonly outcome: RowOutcome | null
  readonly cells: Readonly<Record<string, string>>
  readonly record: unknown
  readonly problems: readonly Issue[]
  readonly warnings: readonly Issue[]
}

export async function insertImport(
  db: CatalogDb,
  values: {
    id: string
    organisation_id: string | null
    file_id: string | null
    file_name: string
    keeps_library: boolean
    source_checked_on: string | null
    created_by: string | null
    created_at: Date
  },
): Promise<ImportRow> {
  return (await db
    .insertInto('catalog.import')
    // The format is known once the header was read.
    .values({ ...values, format: 'jiju', state: 'uploaded' })
    .returningAll()
    .executeTakeFirstOrThrow()) as ImportRow
}

export async function findImport(db: CatalogDb, id: string): Promise<ImportRow | undefined> {
  return (await db.selectFrom('catalog.import').selectAll().where('id', '=', id).executeTakeFirst()) as ImportRow | undefined
}

/** Imports that an institution brought, or (`null`) those of whoever keeps the library; newest first. */
export async function listImports(
  db: CatalogDb,
  filter: { organisationId: string | null; before: string | undefined; limit: number },
): Promise<ImportRow[]> {
  let query = db
    .selectFrom('catalog.import')
    .selectAll()
    .where('keeps_library', '=', filter.organisationId === null)
  if (filter.organisationId !== null) query = query.where('organisation_id', '=', filter.organisationId)
  if (filter.before) query = query.where('id', '<', filter.before)
  return (await query
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute()) as ImportRow[]
}

export async function setProgress(db: CatalogDb, id: string, rowsDone: number, rowsTotal?: number): Promise<void> {
  await db
    .updateTable('catalog.import')
    .set({ rows_done: rowsDone, ...(rowsTotal === undefined ? {} : { rows_total: rowsTotal }) })
    .where('id', '=', id)
    .execute()
}

/** Moves an import out of `from`; false when it is there no more. */
export async function moveImport(
  db: CatalogDb,
  id: string,
  from: ImportState,
  change: {
    state: ImportState
    format?: ImportFormat
    rows_total?: number
    rows_done?: number
    rows_valid?: number
    rows_rejected?: number
    rows_warned?: number
    rows_created?: number
    rows_updated?: number
    rows_unchanged?: number
    failure?: { code: string; params?: Record<string, string | number> } | null
    checked_at?: Date
    finished_at?: Date
  },
): Promise<boolean> {
  const { failure, ...rest } = change
  const result = await db
    .updateTable('catalog.import')
    .set({ ...rest, ...(failure === undefined ? {} : { failure: failure === null ? null : JSON.stringify(failure) }) })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Chooses how a checked import is applied, once. */
export async function chooseMode(db: CatalogDb, id: string, mode: ImportMode): Promise<boolean> {
  const result = await db
    .updateTable('catalog.import')
    .set({ mode, rows_done: 0 })
    .where('id', '=', id)
    .where('state', '=', 'checked')
    .where('mode', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/**
 * Takes a checked import that has a mode; undefined when there is none or somebody else is at it until the transaction ends.
 * The row itself stays unlocked, so that the progress can be told from outside of the transaction.
 */
export async function takeImport(db: CatalogDb, id: string): Promise<ImportRow | undefined> {
  const { rows } = await sql<{
    taken: boolean
  }>`select pg_try_advisory_xact_lock(hashtextextended('catalog.import ' || ${id}, 0)) as taken`.execute(db)
  if (!rows[0]?.taken) return undefined
  const row = await findImport(db, id)
  return row?.state === 'checked' && row.mode !== null ? row : undefined
}

/**
 * Drops the lines of imports that ended before `before`, or that nobody confirmed since then (they count as cancelled), at most `limit` of them;
 * their counts stay. Answers how many.
 */
export async function dropLinesBefore(db: CatalogDb, before: Date, at: Date, limit: number): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update catalog.import set lines_dropped_at = ${at},
      state = case when finished_at is null then 'cancelled' else state end, finished_at = coalesce(finished_at, ${at})
    where id = any(array(
      select id from catalog.import
      where lines_dropped_at is null and created_at < ${before} and (finished_at < ${before} or (finished_at is null and mode is null))
      order by created_at, id limit ${limit} for update skip locked))
    returning id`.execute(db)
  const ids = rows.map((row) => row.id)
  await sql`delete from catalog.import_row where import_id = any(${ids}::uuid[])`.execute(db)
  return ids.length
}

export async function deleteLines(db: CatalogDb, importId: string): Promise<void> {
  await db.deleteFrom('catalog.import_row').where('import_id', '=', importId).execute()
}

export async function insertLines(db: CatalogDb, importId: string, lines: readonly ImportLine[]): Promise<void> {
  if (lines.length === 0) return
  await db
    .insertInto('catalog.import_row')
    .values(
      lines.map((line) => ({
        import_id: importId,
        line: line.line,
        sheet: line.sheet,
        row_no: line.row_no,
        kind: line.kind,
        state: line.state,
        outcome: line.outcome,
        cells: JSON.stringify(line.cells),
        record: JSON.stringify(line.record ?? null),
        problems: JSON.stringify(line.problems),
        warnings: JSON.stringify(line.warnings),
      })),
    )
    .execute()
}

export async function listLines(
  db: CatalogDb,
  filter: { importId: string; show: 'all' | 'valid' | 'rejected' | 'warned'; after?: number | undefined; limit: number },
): Promise<ImportLine[]> {
  let query = db
    .selectFrom('catalog.import_row')
    .select(['line', 'sheet', 'row_no', 'kind', 'state', 'outcome', 'cells', 'record', 'problems', 'warnings'])
    .where('import_id', '=', filter.importId)
  if (filter.show === 'valid') query = query.where('state', '=', 'valid')
  if (filter.show === 'rejected') query = query.where((eb) => eb.or([eb('state', '=', 'rejected'), eb('outcome', '=', 'refused')]))
  if (filter.show === 'warned') query = query.where(sql<boolean>`warnings <> '[]'::jsonb`)
  if (filter.after !== undefined) query = query.where('line', '>', filter.after)
  return (await query
    .orderBy('line')
    .limit(filter.limit + 1)
    .execute()) as unknown as ImportLine[]
}

/** Writes what became of the lines. */
export async function setOutcomes(
  db: CatalogDb,
  importId: string,
  outcomes: readonly { line: number; outcome: RowOutcome; problems: readonly Issue[] }[],
): Promise<void> {
  for (let start = 0; start < outcomes.length; start += 1000) {
    const chunk = outcomes.slice(start, start + 1000)
    await sql`
      update catalog.import_row r set outcome = o.outcome, problems = case when o.problems = '[]'::jsonb then r.problems else o.problems end
      from jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb) as o(line int, outcome text, problems jsonb)
      where r.import_id = ${importId} and r.line = o.line`.execute(db)
  }
}
