import type { ImportFormat } from '../import-formats.ts'
import { FOREIGN_LAYOUTS } from './foreign-layouts.ts'
import type { ParsedRow } from './parsed-row.ts'
import { type Cells, readSheetRow } from './read-sheet.ts'
import { findColumn, headerKey, recogniseSheet, SHEET_NAMES, SHEETS, type Sheet } from './sheets.ts'

/** How the rows under a header are read. */
export type Layout = {
  readonly format: ImportFormat
  /** Headers that mean nothing here; their cells are not read. */
  readonly unknownHeaders: readonly string[]
  readonly read: (cells: Cells) => ParsedRow
}

/** Recognises a table by its header row; a worksheet of our own name settles which of our sheets it is. Undefined when nothing fits. */
export function recogniseLayout(headers: readonly string[], worksheet?: string): Layout | undefined {
  const keys = new Set(headers.map(headerKey))
  const foreign = FOREIGN_LAYOUTS.find((layout) => layout.headers.every((header) => keys.has(headerKey(header))))
  if (foreign) {
    const known = new Set(foreign.headers.map(headerKey))
    const read = foreign.createReader()
    return {
      format: foreign.format,
      unknownHeaders: headers.filter((header) => header !== '' && !known.has(headerKey(header))),
      // Readers name headers as published; a file may have them with other spaces or widths.
      read: (cells) => read(renamed(cells, foreign.headers)),
    }
  }
  const sheet = sheetNamed(headers, worksheet) ?? recogniseSheet(headers)
  return (
    sheet && {
      format: 'jiju',
      unknownHeaders: headers.filter((header) => header !== '' && !findColumn(sheet, header)),
      read: (cells) => readSheetRow(sheet, cells),
    }
  )
}

function sheetNamed(headers: readonly string[], worksheet: string | undefined): Sheet | undefined {
  const name = SHEET_NAMES.find((candidate) => {
    const sheet = SHEETS[candidate]
    return worksheet !== undefined && [sheet.zh, sheet.en, sheet.name].some((title) => headerKey(title) === headerKey(worksheet))
  })
  if (!name) return undefined
  const isComplete = SHEETS[name].columns
    .filter((column) => column.isRequired)
    .every((column) => headers.some((header) => findColumn(SHEETS[name], header) === column))
  return isComplete ? SHEETS[name] : undefined
}

function renamed(cells: Cells, headers: readonly string[]): Cells {
  const byKey = new Map(headers.map((header) => [headerKey(header), header]))
  return Object.fromEntries(Object.entries(cells).map(([header, text]) => [byKey.get(headerKey(header)) ?? header, text]))
}
