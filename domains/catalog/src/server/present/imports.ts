import type { z } from 'zod'
import type { Import, ImportRow as ImportRowWire } from '../../contract/imports.ts'
import { presentIssues } from '../import/import-file.ts'
import { type Language, problemText } from '../problem-text.ts'
import type { ImportLine, ImportRow } from '../sql/imports.ts'

export function presentImport(row: ImportRow, language: Language): Import {
  return {
    id: row.id,
    format: row.format,
    organisationId: row.organisation_id,
    fileName: row.file_name,
    state: row.state,
    mode: row.mode,
    rowsTotal: row.rows_total,
    rowsDone: row.rows_done,
    rowsValid: row.rows_valid,
    rowsRejected: row.rows_rejected,
    rowsWarned: row.rows_warned,
    rowsCreated: row.rows_created,
    rowsUpdated: row.rows_updated,
    rowsUnchanged: row.rows_unchanged,
    failure: row.failure ? { code: row.failure.code, message: problemText(row.failure.code, language, row.failure.params) } : null,
    createdAt: row.created_at.toISOString(),
    checkedAt: row.checked_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    linesDroppedAt: row.lines_dropped_at?.toISOString() ?? null,
  }
}

export function presentImportLine(line: ImportLine, language: Language): z.infer<typeof ImportRowWire> {
  return {
    line: line.line,
    sheet: line.sheet,
    row: line.row_no,
    state: line.state,
    outcome: line.outcome,
    cells: { ...line.cells },
    problems: presentIssues(line, 'problems', language),
    warnings: presentIssues(line, 'warnings', language),
  }
}
