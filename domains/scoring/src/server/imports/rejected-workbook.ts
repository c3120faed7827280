import type { Db } from '@jiju/platform/database/pool'
import type { WorkbookTable } from '@jiju/platform/files/write-workbook'
import type { Language } from '@jiju/platform/http/problem-texts'
import { LEFT_OUT } from '../../core/facts/headers.ts'
import { issueMessage } from '../facts/present-issue.ts'
import type { ScoringTables } from '../needs.ts'
import { listDefinitions } from '../sql/definitions.ts'
import { eachRowLeft, type ImportRow, listSheetsLeft } from '../sql/imports.ts'

/** The rows that are not written, sheet by sheet under their own headers, with the reasons in front: mended, the file can be uploaded. */
export async function rejectedTables(db: Db<ScoringTables>, row: ImportRow, language: Language): Promise<WorkbookTable[]> {
  const definitions = new Map((await listDefinitions(db)).map((definition) => [definition.code, definition]))
  const reason = LEFT_OUT[language]
  async function* rowsOf(sheet: string): AsyncGenerator<string[]> {
    for await (const { cells, issues } of eachRowLeft(db, row.id, sheet)) {
      const width = Math.max(row.headers[sheet]?.length ?? 0, cells.length)
      const reasons = issues.map((issue) => `${issue.column_name ?? ''}: ${issueMessage(issue, definitions, language)}`)
      yield [...Array.from({ length: width }, (_, index) => cells[index] ?? ''), reasons.join('\n')]
    }
  }
  const sheets = await listSheetsLeft(db, row.id)
  const tables = sheets.map((sheet) => ({
    title: sheet || 'CSV',
    headers: [...(row.headers[sheet] ?? []), reason],
    rows: rowsOf(sheet),
  }))
  return tables.length > 0 ? tables : [{ title: reason, headers: [reason], rows: [] }]
}
