import type { LocalDate } from '@jiju/kernel/local-date'
import type { Db } from '@jiju/platform/database/pool'
import type { TableRow } from '@jiju/platform/files/read-table-file'
import type { ConnectorItem, Issue } from '../../core/facts/connector.ts'
import type { ScoringTables } from '../needs.ts'
import type { RecordedCounts } from '../sql/facts.ts'
import type { GoodRow, ImportRow } from '../sql/imports.ts'

/** A row after its check; `record` is what applying it would write. */
export type CheckedLine = {
  readonly sheet: string
  readonly row: number
  readonly state: 'good' | 'asked' | 'refused'
  readonly creditCode: string
  readonly record: unknown
  readonly valueCount: number
  readonly cells: readonly string[]
  readonly issues: readonly Issue[]
}

/** A row as it was read, by what its sheet holds. */
export type ReadItem<Row> = Exclude<ConnectorItem, { kind: 'row' }> | (Row & { readonly kind: 'row' })

/** What can be imported by a table: how its rows are read, checked and written. */
export type ImportKind<Row> = {
  /** Rows of the file with every fault of its headers. */
  readonly read: (db: Db<ScoringTables>, rows: AsyncIterable<TableRow>) => Promise<AsyncIterable<ReadItem<Row>>>
  /** What checks a few hundred rows at a time; it remembers what it has seen of the whole import. */
  readonly checker: (
    db: Db<ScoringTables>,
    about: { row: ImportRow; today: LocalDate; now: Date },
  ) => Promise<(rows: readonly (Row & { kind: 'row' })[]) => Promise<CheckedLine[]>>
  /** Before the first row is written: locks. */
  readonly begin: (tx: Db<ScoringTables>, row: ImportRow) => Promise<void>
  readonly apply: (
    tx: Db<ScoringTables>,
    row: ImportRow,
    rows: readonly GoodRow[],
    now: Date,
  ) => Promise<RecordedCounts & { readonly lackingConsent?: number }>
}
