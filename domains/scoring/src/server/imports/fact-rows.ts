import type { StatedRow } from '../../core/facts/connector.ts'
import { readTable } from '../../core/facts/read-table.ts'
import type { Source } from '../../core/facts/sources.ts'
import { factChecker } from '../facts/check-facts.ts'
import { recordFacts, type Statement } from '../facts/record-facts.ts'
import { listDefinitions } from '../sql/definitions.ts'
import { lockSource } from '../sql/facts.ts'
import type { CheckedLine, ImportKind } from './content.ts'

/** What a row of facts would write, kept between check and decision. */
type FactRecord = {
  readonly enterpriseId: string
  readonly document: string | null
  readonly values: readonly (readonly [factCode: string, period: string, value: string])[]
  /** Reasons of accepted questions, by fact. */
  readonly reasons?: Readonly<Record<string, string>>
}

export const factRows: ImportKind<StatedRow> = {
  read: async (db, rows) => readTable(rows, await listDefinitions(db)),
  checker: async (db, { row, now }) => {
    const check = await factChecker(db, { source: row.source as Source, period: row.period, now })
    return async (rows) => (await check(rows)).map((checked, index) => lineOf(rows[index] as StatedRow, checked))
  },
  begin: (tx, { source }) => lockSource(tx, source as Source),
  apply: (tx, row, rows, now) =>
    recordFacts(tx, rows.flatMap(statementsOf), { source: row.source as Source, batchId: row.id, recordedBy: row.created_by, now }),
}

export function lineOf(row: StatedRow, checked: Awaited<ReturnType<Awaited<ReturnType<typeof factChecker>>>>[number]): CheckedLine {
  const record: FactRecord | null = checked.enterpriseId
    ? {
        enterpriseId: checked.enterpriseId,
        document: row.document,
        values: checked.values.map(({ factCode, period, value }) => [factCode, period, value] as const),
      }
    : null
  return {
    sheet: row.sheet,
    row: row.row,
    state: checked.state,
    creditCode: checked.creditCode.slice(0, 40),
    record: checked.state === 'refused' ? null : record,
    valueCount: row.values.filter(({ text }) => text !== '').length,
    cells: row.cells,
    issues: checked.issues,
  }
}

export function statementsOf({ record }: { readonly record: unknown }): Statement[] {
  const { enterpriseId, document, values, reasons } = record as FactRecord
  return values.map(([factCode, period, value]) => ({
    enterpriseId,
    factCode,
    period,
    value,
    document,
    ...(reasons?.[factCode] !== undefined && { reason: reasons[factCode] }),
  }))
}
