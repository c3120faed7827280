import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { PreparingClient } from './preparing-client.ts'

// Exact on the way in: bigint stays bigint, a day stays the string that PostgreSQL holds.
pg.types.setTypeParser(pg.types.builtins.INT8, BigInt)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** A connection or an open transaction. SQL functions take it first, so none can forget the transaction. */
export type Db<Tables> = Kysely<Tables> | Transaction<Tables>

/** Any domain's database: it holds the platform's tables beside its own. */
// biome-ignore lint/suspicious/noExplicitAny: the domains' tables are not known here.
export type AnyDb = Db<any>

type PoolOptions = {
  readonly connectionString: string
  readonly maxConnections?: number
  readonly statementTimeoutMs?: number
  /** Told about connections that break while idle; without it Node would end. */
  readonly onIdleError?: (error: Error) => void
}

export function openPool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: options.connectionString,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 10_000,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    application_name: 'jiju',
  })
  pool.on('error', (error) => options.onIdleError?.(error))
  // A connection that breaks while it is checked out and between two queries reports to itself only.
  pool.on('connect', (client) => client.on('error', (error) => options.onIdleError?.(error)))
  return pool
}

export function openDatabase<Tables>(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** SQLSTATE of a database error (`23P01` exclusion, `23505` unique, `23503` foreign key …), or undefined when the error is something else. */
export function sqlStateOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined
}

/** The name of the violated constraint, or undefined when the error is something else. */
export function violatedConstraint(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError && error.code?.startsWith('23') ? error.constraint : undefined
}
