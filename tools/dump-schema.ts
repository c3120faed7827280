import pg from 'pg'
import { OWN_SCHEMAS } from '../packages/platform/src/database/own-schemas.ts'

/**
 * The schema as SQL text in a stable order, read from the catalogs: the embedded server ships without pg_dump.
 * It is there to be read and compared, not to be run.
 */
export async function dumpSchema(url: string): Promise<string> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const lines = async (query: string) => (await client.query<{ line: string }>(query)).rows.map((row) => row.line)
    const sections = [
      await lines(`select format('create extension %I;', extname) as line from pg_extension where extname <> 'plpgsql' order by extname`),
      await lines(`select format('create schema %I;', n.nspname) as line from pg_namespace n where ${OWN_SCHEMAS} order by 1`),
      await tables(client),
      await lines(`select replace(pg_get_indexdef(i.indexrelid), ' USING ', ' using ') || ';' as line from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
        where ${OWN_SCHEMAS} and not exists (select from pg_constraint k where k.conindid = i.indexrelid) order by 1`),
      await lines(`select format(E'create view %I.%I as\\n%s', n.nspname, c.relname, pg_get_viewdef(c.oid, true)) as line from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'v' and ${OWN_SCHEMAS} order by n.nspname, c.relname`),
      await lines(
        `select pg_get_functiondef(p.oid) || ';' as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OWN_SCHEMAS} and p.prokind in ('f', 'p') order by n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`,
      ),
      await lines(
        `select pg_get_triggerdef(t.oid, true) || ';' as line from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and ${OWN_SCHEMAS} order by n.nspname, c.relname, t.tgname`,
      ),
    ]
    return `-- Generated from a migrated database by \`npm run generate\`. Change it by a migration.\n\n${sections
      .filter((section) => section.length > 0)
      .map((section) => section.join('\n'))
      .join('\n\n')}\n`
  } finally {
    await client.end()
  }
}

async function tables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; kind: string; parts: string[] }>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      case c.relpersistence when 'u' then 'unlogged table' else 'table' end as kind,
      array(
        select format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
          case when a.attgenerated = 's' then format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid)) when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end,
          case when a.attnotnull then ' not null' else '' end)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum
      ) || array(
        -- PostgreSQL 18 lists "not null" as a constraint too; the column says it already.
        select format('  constraint %I %s', k.conname, pg_get_constraintdef(k.oid, true)) from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n' order by k.contype, k.conname
      ) as parts
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${OWN_SCHEMAS} order by n.nspname, c.relname`)
  return rows.map(({ name, kind, parts }) => `create ${kind} ${name} (\n${parts.join(',\n')}\n);\n`)
}
