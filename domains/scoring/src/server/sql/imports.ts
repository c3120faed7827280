import { groupBy } from '@jiju/kernel/group-by'
import type { Db } from '@jiju/platform/database/pool'
import { type Selectable, sql } from 'kysely'
import type { Issue } from '../../core/facts/connector.ts'
import type { Source } from '../../core/facts/sources.ts'
import type { ScoringTables } from '../needs.ts'
import type { ScoringFactImport } from '../tables.ts'

export type ImportContent = 'facts' | 'enterprises' | 'events'
export type ImportState = 'uploaded' | 'checked' | 'applied' | 'failed' | 'cancelled'
export type ImportMode = 'good_rows' | 'all_or_nothing'
export type ImportDoor = 'upload' | 'push' | 'folder'

type Narrowed = {
  content: ImportContent
  door: ImportDoor
  source: Source | null
  state: ImportState
  mode: ImportMode | null
  failure: { code: string; params?: Record<string, string | number> } | null
  headers: Record<string, readonly string[]>
}
export type ImportRow = Omit<Selectable<ScoringFactImport>, keyof Narrowed> & Narrowed

type NewImport = {
  readonly id: string
  readonly content: ImportContent
  readonly door: ImportDoor
  readonly source: Source | null
  readonly period: string | null
  readonly fileId: string | null
  readonly fileName: string
  readonly createdBy: string | null
  readonly organisationId: string | null
  readonly now: Date
}

export async function insertImport(tx: Db<ScoringTables>, row: NewImport): Promise<ImportRow> {
  return (await tx
    .insertInto('scoring.fact_import')
    .values({
      id: row.id,
      content: row.content,
      door: row.door,
      source: row.source,
      period: row.period,
      file_id: row.fileId,
      file_name: row.fileName,
      created_by: row.createdBy,
      organisation_id: row.organisationId,
      created_at: row.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as unknown as ImportRow
}

export async function findImport(db: Db<ScoringTables>, id: string): Promise<ImportRow | undefined> {
  return (await db.selectFrom('scoring.fact_import').selectAll().where('id', '=', id).executeTakeFirst()) as ImportRow | undefined
}

/** Newest first. */
export async function listImports(db: Db<ScoringTables>, before: string | undefined, limit: number): Promise<ImportRow[]> {
  let query = db.selectFrom('scoring.fact_import').selectAll()
  if (before) query = query.where('id', '<', before)
  return (await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()) as unknown as ImportRow[]
}

type ImportCounts = Partial<
  Pick<
    ImportRow,
    | 'rows_total'
    | 'rows_done'
    | 'rows_good'
    | 'rows_refused'
    | 'rows_asked'
    | 'value_count'
    | 'mistake_count'
    | 'question_count'
    | 'recorded_count'
    | 'replaced_count'
    | 'unchanged_count'
    | 'lacking_consent_count'
  >
>

/** False when the import is not in `state` any more: whoever works on it stops. */
export async function setCounts(db: Db<ScoringTables>, id: string, state: ImportState, counts: ImportCounts): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('scoring.fact_import')
    .set(counts)
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Moves an import out of `from`; false when it is there no more. */
export async function moveImport(
  db: Db<ScoringTables>,
  id: string,
  from: ImportState,
  change: ImportCounts & {
    state: ImportState
    failure?: ImportRow['failure']
    headers?: ImportRow['headers']
    checked_at?: Date
    finished_at?: Date
  },
): Promise<boolean> {
  const { failure, headers, ...rest } = change
  const { numUpdatedRows } = await db
    .updateTable('scoring.fact_import')
    .set({ ...rest, ...(failure && { failure: JSON.stringify(failure) }), ...(headers && { headers: JSON.stringify(headers) }) })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Chooses once how a checked import is written; false when it is not waiting for that. */
export async function chooseMode(tx: Db<ScoringTables>, id: string, mode: ImportMode): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('scoring.fact_import')
    .set({ mode, rows_done: 0 })
    .where('id', '=', id)
    .where('state', '=', 'checked')
    .where('mode', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** One job writes an import at a time: the lock is held until the transaction ends. Its row stays free, so that progress can be told. */
export async function takeImport(tx: Db<ScoringTables>, id: string): Promise<ImportRow | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('scoring.import ' || ${id}, 0))`.execute(tx)
  const row = await findImport(tx, id)
  return row?.state === 'checked' && row.mode !== null ? row : undefined
}

type StagedRow = {
  readonly line: number
  readonly sheet: string
  readonly row: number
  readonly state: 'good' | 'asked' | 'refused'
  readonly creditCode: string
  readonly record: unknown
  readonly cells: readonly string[]
}

/** An issue with the row of the import that it belongs to; none for a fault of a header. */
export type StagedIssue = Issue & { readonly position: number; readonly line: number | null }

export async function deleteStaged(db: Db<ScoringTables>, importId: string): Promise<void> {
  await db.deleteFrom('scoring.fact_import_issue').where('import_id', '=', importId).execute()
  await db.deleteFrom('scoring.fact_import_row').where('import_id', '=', importId).execute()
}

export async function insertStagedRows(db: Db<ScoringTables>, importId: string, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into scoring.fact_import_row (import_id, line, sheet, row_no, state, credit_code, record, cells)
    select ${importId}::uuid, r."line", r."sheet", r."row", r."state", r."creditCode", r."record", r."cells"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r("line" int, "sheet" text, "row" int, "state" text, "creditCode" text, "record" jsonb, "cells" jsonb)`.execute(db)
}

export async function insertStagedIssues(db: Db<ScoringTables>, importId: string, issues: readonly StagedIssue[]): Promise<void> {
  if (issues.length === 0) return
  await sql`
    insert into scoring.fact_import_issue (import_id, position, line, sheet, row_no, column_no, column_name, value, fact_code, code, params,
      is_question)
    select ${importId}::uuid, i."position", i."line", i."sheet", i."row", i."column", i."columnName", left(i."value", 500), i."factCode", i."code",
      i."params", i."isQuestion"
    from jsonb_to_recordset(${JSON.stringify(issues)}::jsonb)
      as i("position" int, "line" int, "sheet" text, "row" int, "column" int, "columnName" text, "value" text, "factCode" text, "code" text,
        "params" jsonb, "isQuestion" boolean)`.execute(db)
}

export type GoodRow = { readonly line: number; readonly credit_code: string; readonly record: unknown }

/** Good rows in order, after a line. */
export async function listGoodRows(db: Db<ScoringTables>, importId: string, after: number, limit: number): Promise<GoodRow[]> {
  return db
    .selectFrom('scoring.fact_import_row')
    .select(['line', 'credit_code', 'record'])
    .where('import_id', '=', importId)
    .where('state', '=', 'good')
    .where('line', '>', after)
    .orderBy('line')
    .limit(limit)
    .execute()
}

export type IssueRow = {
  readonly position: number
  readonly line: number | null
  readonly sheet: string
  readonly row_no: number
  readonly column_no: number | null
  readonly column_name: string | null
  readonly value: string | null
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly is_question: boolean
  readonly accepted_at: Date | null
  readonly accept_reason: string | null
}

/** In the order in which they were found. */
export async function listIssues(
  db: Db<ScoringTables>,
  filter: { importId: string; show: 'all' | 'mistakes' | 'questions'; after: number | undefined; limit: number },
): Promise<IssueRow[]> {
  let query = db
    .selectFrom('scoring.fact_import_issue')
    .select([
      'position',
      'line',
      'sheet',
      'row_no',
      'column_no',
      'column_name',
      'value',
      'code',
      'params',
      'is_question',
      'accepted_at',
      'accept_reason',
    ])
    .where('import_id', '=', filter.importId)
  if (filter.show !== 'all') query = query.where('is_question', '=', filter.show === 'questions')
  if (filter.after !== undefined) query = query.where('position', '>', filter.after)
  return (await query
    .orderBy('position')
    .limit(filter.limit + 1)
    .execute()) as unknown as IssueRow[]
}

type IssueKindRow = Pick<IssueRow, 'code' | 'is_question' | 'params'> & { readonly count: number }

/** How often each kind of issue was found, most frequent first. */
export async function countIssues(db: Db<ScoringTables>, importId: string): Promise<IssueKindRow[]> {
  const { rows } = await sql<IssueKindRow>`
    select code, is_question, count(*)::int as count, (array_agg(params order by position))[1] as params from scoring.fact_import_issue where import_id = ${importId}
    group by code, is_question order by count(*) desc, code`.execute(db)
  return rows
}

/** Accepts open questions with a reason. Answers how many there were. */
export async function acceptQuestions(
  tx: Db<ScoringTables>,
  importId: string,
  positions: readonly number[] | null,
  by: { personId: string; reason: string; now: Date },
): Promise<number> {
  const { rows } = await sql<{ line: number }>`
    update scoring.fact_import_issue set accepted_by = ${by.personId}, accepted_at = ${by.now}, accept_reason = ${by.reason}
    where import_id = ${importId} and is_question and accepted_at is null
      and ${positions ? sql`position = any(${[...positions]}::int[])` : sql`true`}
    returning line`.execute(tx)
  return rows.length
}

/** Puts the reasons of accepted questions into the records of rows of facts; the newest of a fact stands. */
export async function keepReasons(tx: Db<ScoringTables>, importId: string): Promise<void> {
  await sql`
    update scoring.fact_import_row r set record = jsonb_set(r.record, '{reasons}', a.reasons)
    from (
      select i.line, jsonb_object_agg(i.fact_code, i.accept_reason order by i.position) as reasons
      from scoring.fact_import_issue i
      where i.import_id = ${importId} and i.accepted_at is not null and i.fact_code is not null
      group by i.line
    ) a
    where r.import_id = ${importId} and r.line = a.line and r.record is not null`.execute(tx)
}

/** Rows of which nothing is open any more become good. Answers how many. */
export async function settleAskedRows(tx: Db<ScoringTables>, importId: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update scoring.fact_import_row r set state = 'good'
    where r.import_id = ${importId} and r.state = 'asked'
      and not exists (select 1 from scoring.fact_import_issue i where i.import_id = r.import_id and i.line = r.line and i.accepted_at is null)`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0n)
}

/** Sheets with rows that are not written, in the order of the file. */
export async function listSheetsLeft(db: Db<ScoringTables>, importId: string): Promise<string[]> {
  const { rows } = await sql<{ sheet: string }>`
    select sheet from scoring.fact_import_row where import_id = ${importId} and state <> 'good' group by sheet order by min(line)`.execute(
    db,
  )
  return rows.map(({ sheet }) => sheet)
}

/** Rows of a sheet that are not written, with every reason, for the file that is given back. */
export async function* eachRowLeft(
  db: Db<ScoringTables>,
  importId: string,
  sheet: string,
): AsyncGenerator<{ line: number; sheet: string; row_no: number; cells: readonly string[]; issues: readonly IssueRow[] }> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('scoring.fact_import_row')
      .select(['line', 'sheet', 'row_no', 'cells'])
      .where('import_id', '=', importId)
      .where('state', '<>', 'good')
      .where('sheet', '=', sheet)
      .where('line', '>', after)
      .orderBy('line')
      .limit(500)
      .execute()
    if (rows.length === 0) return
    const issues = (await db
      .selectFrom('scoring.fact_import_issue')
      .selectAll()
      .where('import_id', '=', importId)
      .where(
        'line',
        'in',
        rows.map(({ line }) => line),
      )
      .orderBy('position')
      .execute()) as unknown as IssueRow[]
    const byLine = groupBy(issues, ({ line }) => String(line))
    for (const row of rows) yield { ...row, cells: row.cells as readonly string[], issues: byLine.get(String(row.line)) ?? [] }
    after = rows.at(-1)?.line ?? after
  }
}
