import { CompiledQuery, type Transaction } from 'kysely'
import type { BookingTables, StatementRunner } from '../needs.ts'

/** Runs the statements of a pool inside an open transaction. */
export function statementsOf(tx: Transaction<BookingTables>): StatementRunner {
  return { query: ({ text, values }) => tx.executeQuery(CompiledQuery.raw(text, values)) }
}
