import { Kysely, PostgresDialect } from 'kysely'
import { PostgresDialect as CodegenDialect, generate } from 'kysely-codegen'
import pg from 'pg'

/** Which file holds the row types of which schemas. A domain sees its own tables and every `…_pub` view. */
const TARGETS: Readonly<Record<string, string>> = {
  'packages/platform/src/tables.ts': 'platform.*',
  'domains/people/src/server/tables.ts': '{people,auth,*_pub}.*',
  'domains/catalog/src/server/tables.ts': '{catalog,*_pub}.*',
  'domains/booking/src/server/tables.ts': '{booking,*_pub}.*',
  'domains/orders/src/server/tables.ts': '{orders,*_pub}.*',
  'domains/scoring/src/server/tables.ts': '{scoring,*_pub}.*',
}

/** Row types from a migrated database: file → text. */
export async function tableTypes(url: string): Promise<Map<string, string>> {
  const db = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 2 }) }) })
  const files = new Map<string, string>()
  for (const [file, includePattern] of Object.entries(TARGETS)) {
    const text = await generate({
      db: db as never,
      dialect: new CodegenDialect({ dateParser: 'string', numericParser: 'string' } as never),
      includePattern,
      // No schema is the default one, so each table keeps its schema's name.
      defaultSchemas: ['none'],
      outFile: null,
    } as never)
    // The pool parses int8 to bigint (platform/database/pool); the generator knows only strings.
    files.set(file, text.replace('Int8 = ColumnType<string, ', 'Int8 = ColumnType<bigint, '))
  }
  await db.destroy()
  return files
}
