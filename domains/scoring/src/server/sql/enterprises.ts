import type { Db } from '@jiju/platform/database/pool'
import { type Selectable, sql } from 'kysely'
import type { ScoringTables } from '../needs.ts'
import type { ScoringEnterprise } from '../tables.ts'

export type EnterpriseRow = Selectable<ScoringEnterprise>

/** Ids by credit code. */
export async function findEnterprisesByCode(db: Db<ScoringTables>, creditCodes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; credit_code: string }>`
    select id, credit_code from scoring.enterprise where credit_code = any(${[...creditCodes]}::text[])`.execute(db)
  return new Map(rows.map(({ id, credit_code }) => [credit_code, id]))
}

export async function findEnterprise(db: Db<ScoringTables>, id: string): Promise<EnterpriseRow | undefined> {
  return db.selectFrom('scoring.enterprise').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The enterprise that a verified organisation of the platform is. */
export async function findEnterpriseOf(db: Db<ScoringTables>, organisationId: string): Promise<EnterpriseRow | undefined> {
  const { rows } = await sql<EnterpriseRow>`
    select e.* from scoring.enterprise e
    join people_pub.organisation o on o.uscc = e.credit_code and o.status = 'verified'
    where o.id = ${organisationId}`.execute(db)
  return rows[0]
}

/** The verified organisation of the platform that an enterprise is. */
export async function findOrganisationOf(db: Db<ScoringTables>, enterpriseId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select o.id from scoring.enterprise e join people_pub.organisation o on o.uscc = e.credit_code and o.status = 'verified'
    where e.id = ${enterpriseId}`.execute(db)
  return rows[0]?.id
}

/** By name; part of a name or of a credit code narrows it. */
export async function listEnterprises(
  db: Db<ScoringTables>,
  filter: { words: string | undefined; after: { name: string; id: string } | undefined; limit: number },
): Promise<EnterpriseRow[]> {
  const { words, after } = filter
  const pattern = words && `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<EnterpriseRow>`
    select * from scoring.enterprise
    where ${pattern ? sql`(name ilike ${pattern} or short_name ilike ${pattern} or credit_code like ${pattern})` : sql`true`}
      and ${after ? sql`(name, id) > (${after.name}, ${after.id}::uuid)` : sql`true`}
    order by name, id limit ${filter.limit + 1}`.execute(db)
  return rows
}

export async function countEnterprises(db: Db<ScoringTables>): Promise<{ total: number; optedOut: number }> {
  const { rows } = await sql<{ total: number; opted_out: number }>`
    select count(*)::int as total, count(*) filter (where is_opted_out)::int as opted_out from scoring.enterprise`.execute(db)
  return { total: rows[0]?.total ?? 0, optedOut: rows[0]?.opted_out ?? 0 }
}

export type EnterpriseContent = {
  readonly name: string
  readonly shortName: string | null
  readonly foundedOn: string | null
  readonly industry: string | null
  readonly park: string | null
  readonly district: string | null
}

const columnsOf = (content: EnterpriseContent) => ({
  name: content.name,
  short_name: content.shortName,
  founded_on: content.foundedOn,
  industry: content.industry,
  park: content.park,
  district: content.district,
})

/** False when the credit code is taken. */
export async function insertEnterprise(
  tx: Db<ScoringTables>,
  row: EnterpriseContent & { id: string; creditCode: string; now: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('scoring.enterprise')
    .values({ id: row.id, credit_code: row.creditCode, ...columnsOf(row), created_at: row.now })
    .onConflict((conflict) => conflict.constraint('enterprise_credit_code').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** False when it was edited since `version`. */
export async function updateEnterprise(
  tx: Db<ScoringTables>,
  id: string,
  version: number,
  content: EnterpriseContent & { isOptedOut: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('scoring.enterprise')
    .set({ ...columnsOf(content), is_opted_out: content.isOptedOut, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Adds or renews many by credit code; what a row leaves out stays. Answers how many are new, changed and as they were. */
export async function upsertEnterprises(
  tx: Db<ScoringTables>,
  rows: readonly (EnterpriseContent & { id: string; creditCode: string })[],
  now: Date,
): Promise<{ recorded: number; replaced: number; unchanged: number }> {
  const { rows: written } = await sql<{ is_new: boolean }>`
    insert into scoring.enterprise as e (id, credit_code, name, short_name, founded_on, industry, park, district, created_at)
    select r."id", r."creditCode", r."name", r."shortName", r."foundedOn", r."industry", r."park", r."district", ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("id" uuid, "creditCode" text, "name" text, "shortName" text, "foundedOn" date,
      "industry" text, "park" text, "district" text)
    on conflict on constraint enterprise_credit_code do update set name = excluded.name, short_name = coalesce(excluded.short_name, e.short_name),
      founded_on = coalesce(excluded.founded_on, e.founded_on), industry = coalesce(excluded.industry, e.industry),
      park = coalesce(excluded.park, e.park), district = coalesce(excluded.district, e.district), version = e.version + 1
    where (e.name, e.short_name, e.founded_on, e.industry, e.park, e.district) is distinct from (excluded.name,
      coalesce(excluded.short_name, e.short_name), coalesce(excluded.founded_on, e.founded_on), coalesce(excluded.industry, e.industry),
      coalesce(excluded.park, e.park), coalesce(excluded.district, e.district))
    returning (xmax = 0) as is_new`.execute(tx)
  const recorded = written.filter(({ is_new }) => is_new).length
  return { recorded, replaced: written.length - recorded, unchanged: rows.length - written.length }
}
