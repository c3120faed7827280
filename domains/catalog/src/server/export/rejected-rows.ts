import type { CatalogDb } from '../catalog-db.ts'
import { presentIssues } from '../import/import-file.ts'
import type { Language } from '../problem-text.ts'
import { type ImportLine, listLines } from '../sql/imports.ts'
import type { ExportTable } from './export-rows.ts'

const BATCH = 1000

/** The rows that were not taken, with their reasons in a last column; corrected, the file can be imported as it is. */
export async function rejectedTables(db: CatalogDb, importId: string, language: Language): Promise<ExportTable[]> {
  const sheets = new Map<string, ImportLine[]>()
  let after: number | undefined
  for (;;) {
    const found = await listLines(db, { importId, show: 'rejected', after, limit: BATCH })
    for (const line of found.slice(0, BATCH)) pushTo(sheets, line)
    if (found.length <= BATCH) break
    after = found[BATCH - 1]?.line
  }
  const reason = language === 'zh' ? '原因' : 'Reasons'
  return [...sheets].map(([title, lines]) => {
    const headers = [...new Set(lines.flatMap((line) => Object.keys(line.cells)))]
    return {
      title: title || (language === 'zh' ? '未导入的行' : 'Rejected rows'),
      headers: [...headers, reason],
      rows: rowsOf(lines, headers, language),
    }
  })
}

async function* rowsOf(lines: readonly ImportLine[], headers: readonly string[], language: Language) {
  for (const line of lines) {
    const reasons = presentIssues(line, 'problems', language).map((found) =>
      found.column ? `${found.column}: ${found.message}` : found.message,
    )
    yield [...headers.map((header) => line.cells[header] ?? ''), reasons.join('\n')]
  }
}

function pushTo(sheets: Map<string, ImportLine[]>, line: ImportLine): void {
  const lines = sheets.get(line.sheet)
  if (lines) lines.push(line)
  else sheets.set(line.sheet, [line])
}
