import { copyIn, copyLine } from '@jiju/platform/database/copy-in'
import { OWN_SCHEMAS } from '@jiju/platform/database/own-schemas'
import type pg from 'pg'
import type { Row } from './context.ts'

type Client = pg.PoolClient

// What migrations brought and no district has of its own.
const KEPT = ['platform.migration', 'scoring.fact_definition', 'scoring.fact_limit', 'scoring.fact_relation', 'scoring.credit_rule']
// Two loaders at once: the second waits and then finds a demo district.
const LOAD_LOCK = 7_461_020_270
const CHUNK = 500
const MANY = 100_000

type KnownDistrict = {
  readonly nameZh: string
  readonly isDemo: boolean
  readonly seed: string | null
  readonly referenceDay: string | null
}

export async function findDistrict(client: Client | pg.Pool): Promise<KnownDistrict | undefined> {
  const { rows } = await client.query<KnownDistrict>(
    `select name_zh as "nameZh", is_demo as "isDemo", seed::text, reference_day::text as "referenceDay" from platform.district`,
  )
  return rows[0]
}

/** True while nobody has signed up and nothing is in the catalogue. */
export async function isEmptyDatabase(client: Client | pg.Pool): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>(
    'select not exists (select from people.person) and not exists (select from people.organisation) and not exists (select from catalog.resource) as empty',
  )
  return rows[0]?.empty === true
}

export async function beginLoading(client: Client): Promise<void> {
  await client.query('begin')
  await client.query('set local statement_timeout = 0')
  await client.query('select pg_advisory_xact_lock($1)', [LOAD_LOCK])
}

/** Empties every table of the platform but the list of migrations and what they brought. The append-only tables let go because the whole database is a demo. */
export async function emptyAllTables(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables join pg_namespace n on n.nspname = schemaname
     where ${OWN_SCHEMAS} and format('%I.%I', schemaname, tablename) <> all($1) order by 1`,
    [KEPT],
  )
  const names = rows.map(({ name }) => name)
  for (const name of names) await client.query(`alter table ${name} disable trigger user`)
  // The platform's own terms come with the schema, not with a district.
  await client.query(
    'create temporary table kept_terms on commit drop as select * from orders.terms_version where provider_id is null and created_by is null',
  )
  await client.query(`truncate ${names.join(', ')}`)
  await client.query('insert into orders.terms_version select * from kept_terms')
  for (const name of names) await client.query(`alter table ${name} enable trigger user`)
  // Jobs of what is gone would only fail.
  await client.query('delete from graphile_worker._private_jobs where locked_at is null')
}

/** Copies rows that name the same columns. */
export async function insertRows(client: Client, table: string, rows: readonly Row[]): Promise<void> {
  const first = rows[0]
  if (!first) return
  const restore = rows.length < MANY ? null : await putAside(client, table)
  const columns = Object.keys(first)
  const json = await jsonColumnsOf(client, table)
  const areJson = columns.map((column) => json.has(column))
  const list = columns.map((column) => `"${column}"`).join(', ')
  await copyIn(client, `copy ${table} (${list}) from stdin`, chunksOf(rows, columns, areJson))
  await restore?.()
}

async function jsonColumnsOf(client: Client, table: string): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and atttypid in ('json'::regtype, 'jsonb'::regtype)`,
    [table],
  )
  return new Set(rows.map(({ name }) => name))
}

function* chunksOf(rows: readonly Row[], columns: readonly string[], areJson: readonly boolean[]): Iterable<string> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    let chunk = ''
    for (const row of rows.slice(start, start + CHUNK)) {
      chunk += copyLine(
        columns.map((column) => row[column]),
        areJson,
      )
    }
    yield chunk
  }
}

/** Drops the indexes and references of a table for the time of a large load, as making them anew is several times faster; what is unique stays. */
async function putAside(client: Client, table: string): Promise<() => Promise<void>> {
  const references = await client.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = $1::regclass and contype = 'f' order by 1`,
    [table],
  )
  const indexes = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid = $1::regclass and not indisunique order by 1`,
    [table],
  )
  for (const { name } of references.rows) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const { name } of indexes.rows) await client.query(`drop index ${name}`)
  return async () => {
    for (const { definition } of indexes.rows) await client.query(definition)
    for (const { name, definition } of references.rows) await client.query(`alter table ${table} add constraint ${name} ${definition}`)
  }
}

/** Fresh figures for the planner, so that the first searches are as fast as the later ones. */
export async function analyseTables(client: pg.Pool, tables: readonly string[]): Promise<void> {
  await client.query(`analyze ${tables.join(', ')}`)
}

/** Names the district of a platform with real data. */
export async function nameDistrict(pool: pg.Pool, names: { nameZh: string; nameEn: string }): Promise<void> {
  await pool.query(
    `insert into platform.district (name_zh, name_en, is_demo) values ($1, $2, false)
     on conflict (is_this) do update set name_zh = excluded.name_zh, name_en = excluded.name_en`,
    [names.nameZh, names.nameEn],
  )
}
