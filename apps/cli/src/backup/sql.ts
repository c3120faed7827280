import { OWN_SCHEMAS } from '@jiju/platform/database/own-schemas'
import type pg from 'pg'

// The queue's jobs are part of what was promised.
const BACKED_UP = `(${OWN_SCHEMAS} or n.nspname = 'graphile_worker')`
const FETCH = 2000

export type BackupTable = { readonly name: string; readonly columns: readonly string[] }
type ForeignKey = { readonly table: string; readonly name: string; readonly definition: string }

/** One unchanging view of the whole database: everything that is read until `rollback` is of the same instant. */
export async function beginSnapshot(client: pg.ClientBase): Promise<void> {
  await client.query('begin isolation level repeatable read read only')
  // The texts of values must not depend on who makes the backup.
  await client.query(
    `set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'iso_8601'; set local extra_float_digits = 1`,
  )
}

/** Every table of the platform with the columns that can be written; computed ones come by themselves. */
export async function listTables(client: pg.ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable>(
    `select format('%I.%I', n.nspname, c.relname) as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind in ('r', 'p') and not c.relispartition and ${BACKED_UP} and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and format('%I.%I', n.nspname, c.relname) not in ('platform.migration', 'graphile_worker.migrations')
     group by 1 order by 1`,
  )
  return rows
}

/** The rows as lines of JSON, in batches; their numbers and times are PostgreSQL's own text, exact to the last digit. */
export async function* readRows(client: pg.ClientBase, table: BackupTable): AsyncGenerator<string[]> {
  const list = table.columns.map((column) => `"${column}"`).join(', ')
  await client.query(
    `declare backup_rows no scroll cursor for select row_to_json(r)::text as line from (select ${list} from ${table.name}) r`,
  )
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${FETCH} from backup_rows`)
    if (rows.length > 0) yield rows.map(({ line }) => line)
    if (rows.length < FETCH) break
  }
  await client.query('close backup_rows')
}

export async function insertLines(client: pg.ClientBase, table: BackupTable, lines: readonly string[]): Promise<void> {
  const list = table.columns.map((column) => `"${column}"`).join(', ')
  await client.query(
    `insert into ${table.name} (${list}) overriding system value select ${list} from json_populate_recordset(null::${table.name}, $1)`,
    [`[${lines.join(',')}]`],
  )
}

/** Foreign keys in both directions between two tables allow no order of loading, so they wait until all rows are there. */
export async function dropForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select format('%I.%I', n.nspname, c.relname) as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and ${BACKED_UP} order by 1, 2`,
  )
  for (const key of rows) await client.query(`alter table ${key.table} drop constraint "${key.name}"`)
  return rows
}

/** Adds the keys again, which checks every row. */
export async function addForeignKeys(client: pg.ClientBase, keys: readonly ForeignKey[]): Promise<void> {
  for (const key of keys) await client.query(`alter table ${key.table} add constraint "${key.name}" ${key.definition}`)
}

/** Counters go on after the highest number that was restored. */
export async function advanceSequences(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select format('%I.%I', n.nspname, c.relname) as table, a.attname as column, pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) as sequence
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and ${BACKED_UP} and a.attnum > 0 and not a.attisdropped
       and pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) is not null`,
  )
  for (const { table, column, sequence } of rows)
    await client.query(`select setval($1, coalesce((select max("${column}") from ${table}), 0) + 1, false)`, [sequence])
}

/** Rows that the schema itself brings and that the backup holds too. */
export async function emptyForRestore(client: pg.ClientBase, tables: readonly BackupTable[]): Promise<void> {
  for (const { name } of tables) {
    const { rowCount } = await client.query(`select from ${name} limit 1`)
    if (rowCount) await client.query(`delete from ${name}`)
  }
}

export async function listMigrations(client: pg.ClientBase): Promise<{ name: string; sha256: string }[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from platform.migration order by name')
  return rows
}

export async function listFileHashes(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ sha256: string }>('select distinct sha256 from platform.file order by 1')
  return rows.map(({ sha256 }) => sha256)
}
