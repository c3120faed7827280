import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Source } from '../../core/facts/sources.ts'
import type { ScoringTables } from '../needs.ts'
import type { ImportRow, ImportState } from './imports.ts'

/** A file as it lay in a folder: its size and the instant of its last change, to tell whether it is still being written. */
export type SeenFile = { readonly name: string; readonly sizeBytes: number; readonly changedAt: string }

type Look = { readonly lookedAt: Date; readonly fault: string | null; readonly files: readonly SeenFile[] }

export async function findLook(db: Db<ScoringTables>, folder: string): Promise<Look | undefined> {
  const row = await db.selectFrom('scoring.folder_look').selectAll().where('folder', '=', folder).executeTakeFirst()
  return row && { lookedAt: row.looked_at, fault: row.fault, files: row.files as unknown as readonly SeenFile[] }
}

export async function keepLook(db: Db<ScoringTables>, folder: string, { lookedAt, fault, files }: Look): Promise<void> {
  const look = { looked_at: lookedAt, fault, files: JSON.stringify(files) }
  await db
    .insertInto('scoring.folder_look')
    .values({ folder, ...look })
    .onConflict((conflict) => conflict.column('folder').doUpdateSet(look))
    .execute()
}

/** Drops what is known of folders that are not there any more. */
export async function forgetLooks(db: Db<ScoringTables>, folders: readonly string[]): Promise<void> {
  await sql`delete from scoring.folder_look where folder <> all(${[...folders]}::text[])`.execute(db)
}

/** Folders at whose last look a fault was found that has this code. */
export async function listFaulty(db: Db<ScoringTables>, fault: string): Promise<string[]> {
  const rows = await db.selectFrom('scoring.folder_look').select('folder').where('fault', '=', fault).orderBy('folder').execute()
  return rows.map(({ folder }) => folder)
}

type TakenFile = {
  readonly source: Source
  readonly sha256: string
  readonly fileName: string
  readonly folder: string
  readonly importId: string
  readonly now: Date
}

/** False when the content was taken before, by whoever. */
export async function insertTakenFile(tx: Db<ScoringTables>, file: TakenFile): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('scoring.folder_file')
    .values({
      source: file.source,
      sha256: file.sha256,
      file_name: file.fileName,
      folder: file.folder,
      import_id: file.importId,
      taken_at: file.now,
    })
    .onConflict((conflict) => conflict.columns(['source', 'sha256']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export type TakenRow = {
  readonly source: Source
  readonly sha256: string
  readonly folder: string
  readonly file_name: string
  readonly import_id: string
  readonly taken_at: Date
}

export async function findTakenFile(db: Db<ScoringTables>, source: Source, sha256: string): Promise<TakenRow | undefined> {
  const { rows } = await sql<TakenRow>`
    select source, sha256, folder, file_name, import_id, taken_at from scoring.folder_file
    where source = ${source} and sha256 = ${sha256}`.execute(db)
  return rows[0]
}

/** Taken files whose imports have come further than their result files tell, oldest first. */
export async function listUntold(db: Db<ScoringTables>): Promise<TakenRow[]> {
  const { rows } = await sql<TakenRow>`
    select f.source, f.sha256, f.folder, f.file_name, f.import_id, f.taken_at
    from scoring.folder_file f join scoring.fact_import i on i.id = f.import_id
    where i.state <> 'uploaded' and f.result_state is distinct from i.state
    order by f.taken_at, f.import_id limit 100`.execute(db)
  return rows
}

export async function setResultState(db: Db<ScoringTables>, importId: string, state: ImportState): Promise<void> {
  await db.updateTable('scoring.folder_file').set({ result_state: state }).where('import_id', '=', importId).execute()
}

/** A checked import of a watched folder in which nothing is wrong or doubtful: it needs no decision. */
export const isClean = (row: ImportRow): boolean =>
  row.state === 'checked' && row.mode === null && row.mistake_count + row.question_count === 0 && row.rows_good > 0
