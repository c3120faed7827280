import { PreparingClient } from '@jiju/platform/database/preparing-client'
import type pg from 'pg'
import { vi } from 'vitest'

const READS_OR_WRITES = /^\s*(with|select|insert|update|delete)\b/i

/** Texts with the values that they were first sent with. */
type Statements = ReadonlyMap<string, readonly unknown[]>

/** Every statement that the application sends to PostgreSQL from now on; a plain pool of a test is not recorded. */
export function recordStatements(): { readonly statements: Statements; readonly stop: () => void } {
  const statements = new Map<string, readonly unknown[]>()
  const { query } = PreparingClient.prototype
  const spy = vi.spyOn(PreparingClient.prototype, 'query').mockImplementation(function (this: PreparingClient, ...given) {
    const { text, values } = typeof given[0] === 'string' ? { text: given[0], values: given[1] } : given[0]
    if (text && READS_OR_WRITES.test(text) && !statements.has(text)) statements.set(text, Array.isArray(values) ? values : [])
    return query.apply(this, given)
  })
  return { statements, stop: () => spy.mockRestore() }
}

type Column = { readonly name: string; readonly is_uuid: boolean; readonly is_unique_text: boolean }

/**
 * Copies the rows of a table until it has about `size`: each with identifiers of its own, so that none belongs to what was there. The copies refer to
 * nothing and need not make sense: checks and references are off, and the database is good for plans only afterwards.
 */
export async function enlarge(pool: pg.Pool, table: string, size: number): Promise<void> {
  const { rows: columns } = await pool.query<Column>(
    `select attname as name, atttypid = 'uuid'::regtype as is_uuid,
       atttypid = 'text'::regtype and exists (select from pg_index where indrelid = attrelid and indisunique and attnum = any(indkey)) as is_unique_text
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = '' order by attnum`,
    [table],
  )
  const expression = ({ name, is_uuid, is_unique_text }: Column) => {
    if (is_uuid) return `case when t."${name}" is not null then gen_random_uuid() end`
    return is_unique_text ? `t."${name}" || '-' || n` : `t."${name}"`
  }
  const { rows: checks } = await pool.query<{ name: string }>(
    `select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
    [table],
  )
  await pool.query(`
    ${checks.map(({ name }) => `alter table ${table} drop constraint "${name}";`).join('\n')}
    set session_replication_role = replica;
    insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')})
      select ${columns.map(expression).join(', ')} from ${table} t, generate_series(1, (select ${size} / count(*) from ${table})) n;
    reset session_replication_role;
    analyze ${table}`)
}

type PlanNode = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly Schema?: string
  readonly 'Index Cond'?: string
  readonly Plans?: readonly PlanNode[]
}

/** Tables of which a plan reads every row, or every entry of an index, whatever it looks for. */
function scannedTables(node: PlanNode, within?: string): string[] {
  const relation = node['Relation Name'] ? `${node.Schema}.${node['Relation Name']}` : within
  const type = node['Node Type']
  const readsAll = type === 'Seq Scan' || (/^(Index|Index Only|Bitmap Index) Scan$/.test(type) && !node['Index Cond'])
  return [...(readsAll && relation ? [relation] : []), ...(node.Plans ?? []).flatMap((plan) => scannedTables(plan, relation))]
}

/** The statements that read one of the tables as a whole, with those tables. */
export async function findScans(
  pool: pg.Pool,
  statements: Statements,
  tables: readonly string[],
): Promise<{ readonly text: string; readonly tables: readonly string[] }[]> {
  const found: { text: string; tables: string[] }[] = []
  for (const [text, values] of statements) {
    const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(`explain (verbose, format json) ${text}`, [...values])
    const scanned = new Set(rows[0] && scannedTables(rows[0]['QUERY PLAN'][0].Plan))
    const whole = tables.filter((table) => scanned.has(table))
    if (whole.length > 0) found.push({ text: text.replaceAll(/\s+/g, ' '), tables: whole })
  }
  return found
}
