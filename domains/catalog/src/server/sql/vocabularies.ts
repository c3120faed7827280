import { type Selectable, sql } from 'kysely'
import type { ManagementClass } from '../../core/vocabulary.ts'
import type { CatalogDb } from '../catalog-db.ts'
import type { CatalogDeviceClass, CatalogMethod, CatalogSurveyClass } from '../tables.ts'

export type DeviceClassRow = Omit<Selectable<CatalogDeviceClass>, 'management_class'> & { management_class: ManagementClass }
type DeviceClassValues = DeviceClassRow
type SurveyClassRow = Selectable<CatalogSurveyClass>
export type MethodRow = Selectable<CatalogMethod>

const likeOf = (q: string) => `%${q.replace(/[\\%_]/g, '\\$&')}%`

export async function listDeviceClasses(
  db: CatalogDb,
  filter: {
    q?: string | undefined
    under?: string | undefined
    managementClass?: ManagementClass | undefined
    after?: readonly [string, string, number] | undefined
    limit: number
  },
): Promise<DeviceClassRow[]> {
  let query = db.selectFrom('catalog.device_class').selectAll()
  if (filter.under) query = query.where('code', 'like', `${filter.under}%`)
  if (filter.managementClass) query = query.where('management_class', '=', filter.managementClass)
  if (filter.q) {
    const like = likeOf(filter.q)
    query = query.where((eb) =>
      eb.or([
        eb('name', 'ilike', like),
        eb('group_name', 'ilike', like),
        eb('directory_name', 'ilike', like),
        eb('examples', 'ilike', like),
        eb('code', 'like', like),
      ]),
    )
  }
  if (filter.after)
    query = query.where(sql<boolean>`(code, subdivision, ordinal) > (${filter.after[0]}, ${filter.after[1]}, ${filter.after[2]}::int)`)
  return (await query
    .orderBy('code')
    .orderBy('subdivision')
    .orderBy('ordinal')
    .limit(filter.limit + 1)
    .execute()) as DeviceClassRow[]
}

/** Writes the rows and says of each whether it was new, changed, or as it was. */
export async function upsertDeviceClasses(
  db: CatalogDb,
  rows: readonly DeviceClassValues[],
): Promise<Map<string, 'created' | 'updated' | 'unchanged'>> {
  const outcome = new Map<string, 'created' | 'updated' | 'unchanged'>()
  if (rows.length === 0) return outcome
  for (const row of rows) outcome.set(deviceClassKey(row), 'unchanged')
  const written = await db
    .insertInto('catalog.device_class')
    .values([...rows])
    .onConflict((conflict) =>
      conflict
        .constraint('device_class_pkey')
        .doUpdateSet((eb) => ({
          directory_code: eb.ref('excluded.directory_code'),
          directory_name: eb.ref('excluded.directory_name'),
          group_code: eb.ref('excluded.group_code'),
          group_name: eb.ref('excluded.group_name'),
          name: eb.ref('excluded.name'),
          description: eb.ref('excluded.description'),
          intended_use: eb.ref('excluded.intended_use'),
          examples: eb.ref('excluded.examples'),
          management_class: eb.ref('excluded.management_class'),
          is_drug_device_combination: eb.ref('excluded.is_drug_device_combination'),
          source: eb.ref('excluded.source'),
        }))
        .where(sql<boolean>`(catalog.device_class.*) is distinct from (excluded.*)`),
    )
    .returning(['code', 'subdivision', 'ordinal', sql<boolean>`xmax = 0`.as('is_new')])
    .execute()
  for (const row of written) outcome.set(deviceClassKey(row), row.is_new ? 'created' : 'updated')
  return outcome
}

export const deviceClassKey = (row: { code: string; subdivision: string; ordinal: number }) =>
  `${row.code}|${row.subdivision}|${row.ordinal}`

export async function listSurveyClasses(db: CatalogDb): Promise<SurveyClassRow[]> {
  return db.selectFrom('catalog.survey_class').selectAll().orderBy('major_no').orderBy('minor_no').execute()
}

export async function upsertSurveyClasses(
  db: CatalogDb,
  rows: readonly SurveyClassRow[],
): Promise<Map<string, 'created' | 'updated' | 'unchanged'>> {
  const key = (row: { major_no: number; minor_no: number }) => `${row.major_no}|${row.minor_no}`
  const outcome = new Map<string, 'created' | 'updated' | 'unchanged'>(rows.map((row) => [key(row), 'unchanged']))
  if (rows.length === 0) return outcome
  const written = await db
    .insertInto('catalog.survey_class')
    .values([...rows])
    .onConflict((conflict) =>
      conflict
        .constraint('survey_class_pkey')
        .doUpdateSet((eb) => ({
          major_name: eb.ref('excluded.major_name'),
          minor_name: eb.ref('excluded.minor_name'),
          code: eb.ref('excluded.code'),
          source: eb.ref('excluded.source'),
        }))
        .where(sql<boolean>`(catalog.survey_class.*) is distinct from (excluded.*)`),
    )
    .returning(['major_no', 'minor_no', sql<boolean>`xmax = 0`.as('is_new')])
    .execute()
  for (const row of written) outcome.set(key(row), row.is_new ? 'created' : 'updated')
  return outcome
}

export async function listMethods(
  db: CatalogDb,
  filter: { q?: string | undefined; providerId?: string | undefined; after?: readonly [string, string] | undefined; limit: number },
): Promise<MethodRow[]> {
  let query = db.selectFrom('catalog.method').selectAll()
  query = filter.providerId
    ? query.where((eb) => eb.or([eb('provider_id', 'is', null), eb('provider_id', '=', filter.providerId ?? null)]))
    : query.where('provider_id', 'is', null)
  if (filter.q) {
    const like = likeOf(filter.q)
    query = query.where((eb) => eb.or([eb('name_zh', 'ilike', like), eb('name_en', 'ilike', like)]))
  }
  if (filter.after) query = query.where(sql<boolean>`(name_zh collate "C", id) > (${filter.after[0]}, ${filter.after[1]}::uuid)`)
  return query
    .orderBy(sql`name_zh collate "C"`)
    .orderBy('id')
    .limit(filter.limit + 1)
    .execute()
}

/** Undefined when the name is taken. */
export async function insertMethod(
  db: CatalogDb,
  method: { id: string; provider_id: string | null; name_zh: string; name_en: string | null; description: string | null; created_at: Date },
): Promise<MethodRow | undefined> {
  return db
    .insertInto('catalog.method')
    .values(method)
    .onConflict((conflict) => conflict.constraint('method_name_once').doNothing())
    .returningAll()
    .executeTakeFirst()
}

export async function countInstrumentsByClass(db: CatalogDb): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('catalog.resource')
    .select((eb) => ['class_code', eb.fn.countAll<bigint>().as('count')])
    .where('status', '=', 'published')
    .where('kind', '=', 'instrument')
    .where('class_code', 'is not', null)
    .groupBy('class_code')
    .execute()
  return new Map(rows.map((row) => [row.class_code ?? '', Number(row.count)]))
}

export async function countPublishedByKind(db: CatalogDb): Promise<{ kind: string; count: number }[]> {
  const rows = await db
    .selectFrom('catalog.resource')
    .select((eb) => ['kind', eb.fn.countAll<bigint>().as('count')])
    .where('status', '=', 'published')
    .groupBy('kind')
    .orderBy('kind')
    .execute()
  return rows.map((row) => ({ kind: row.kind, count: Number(row.count) }))
}

/** Providers with at least one published resource, and standards in force. */
export async function countProvidersAndStandards(db: CatalogDb): Promise<{ providers: number; standards: number }> {
  const providers = await db
    .selectFrom('catalog.resource')
    .select((eb) => eb.fn.count<bigint>('provider_id').distinct().as('count'))
    .where('status', '=', 'published')
    .executeTakeFirstOrThrow()
  const standards = await db
    .selectFrom('catalog.standard')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow()
  return { providers: Number(providers.count), standards: Number(standards.count) }
}

export async function listMethodNames(db: CatalogDb, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('catalog.method').select(['id', 'name_zh']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row.name_zh]))
}

/** Methods of these names that all share or that are the institution's own. */
export async function listMethodsByName(db: CatalogDb, providerId: string, names: readonly string[]): Promise<MethodRow[]> {
  if (names.length === 0) return []
  return db
    .selectFrom('catalog.method')
    .selectAll()
    .where('name_zh', 'in', names)
    .where((eb) => eb.or([eb('provider_id', 'is', null), eb('provider_id', '=', providerId)]))
    .orderBy('id')
    .execute()
}

export async function updateMethod(
  db: CatalogDb,
  id: string,
  change: { name_en: string | null; description: string | null },
): Promise<void> {
  await db.updateTable('catalog.method').set(change).where('id', '=', id).execute()
}

/** An institution's own methods by name. */
export async function listOwnMethods(db: CatalogDb, providerId: string, after: string | undefined, limit: number): Promise<MethodRow[]> {
  let query = db.selectFrom('catalog.method').selectAll().where('provider_id', '=', providerId)
  if (after !== undefined) query = query.where(sql<boolean>`name_zh collate "C" > ${after}`)
  return query.orderBy(sql`name_zh collate "C"`).limit(limit).execute()
}
