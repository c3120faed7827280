import type { LocalDate } from '@jiju/kernel/local-date'
import { type Selectable, sql } from 'kysely'
import type { StandardStatus, TwinRelation } from '../../core/vocabulary.ts'
import type { CatalogDb } from '../catalog-db.ts'
import type { CatalogStandard } from '../tables.ts'

export type StandardRow = Omit<Selectable<CatalogStandard>, 'status'> & { status: StandardStatus }

type StandardFilter = {
  readonly q?: string | undefined
  readonly key?: string | undefined
  readonly status?: StandardStatus | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** By number; `q` is a part of the title, `key` the beginning of the number without spaces. */
export async function listStandards(db: CatalogDb, filter: StandardFilter): Promise<StandardRow[]> {
  let query = db.selectFrom('catalog.standard').selectAll()
  if (filter.status) query = query.where('status', '=', filter.status)
  if (filter.q) {
    const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
    const key = `%${(filter.key ?? filter.q).replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) => eb.or([eb('title_zh', 'ilike', like), eb('title_en', 'ilike', like), eb('number_key', 'like', key)]))
  }
  if (filter.after) query = query.where(sql<boolean>`number_key collate "C" > ${filter.after}`)
  return (await query
    .orderBy(sql`number_key collate "C"`)
    .limit(filter.limit + 1)
    .execute()) as StandardRow[]
}

export async function findStandard(db: CatalogDb, id: string): Promise<StandardRow | undefined> {
  return (await db.selectFrom('catalog.standard').selectAll().where('id', '=', id).executeTakeFirst()) as StandardRow | undefined
}

export async function listStandardsByIds(db: CatalogDb, ids: readonly string[]): Promise<StandardRow[]> {
  if (ids.length === 0) return []
  return (await db.selectFrom('catalog.standard').selectAll().where('id', 'in', ids).orderBy('number_key').execute()) as StandardRow[]
}

export async function listStandardsByKeys(db: CatalogDb, keys: readonly string[]): Promise<StandardRow[]> {
  if (keys.length === 0) return []
  return (await db
    .selectFrom('catalog.standard')
    .selectAll()
    .where('number_key', 'in', keys)
    .orderBy('number_key')
    .execute()) as StandardRow[]
}

export async function listStandardsByBase(db: CatalogDb, bases: readonly string[]): Promise<StandardRow[]> {
  if (bases.length === 0) return []
  return (await db
    .selectFrom('catalog.standard')
    .selectAll()
    .where('base_key', 'in', bases)
    .orderBy('number_key')
    .execute()) as StandardRow[]
}

export type SuccessionRow = {
  predecessor_id: string
  successor_id: string
  id: string
  number: string
  title_zh: string | null
  status: StandardStatus
  effective_on: LocalDate | null
  withdrawn_on: LocalDate | null
}

/** The standards that take the place of the given ones. */
export async function listSuccessors(db: CatalogDb, ids: readonly string[]): Promise<SuccessionRow[]> {
  if (ids.length === 0) return []
  return (await db
    .selectFrom('catalog.standard_succession as n')
    .innerJoin('catalog.standard as s', 's.id', 'n.successor_id')
    .select(['n.predecessor_id', 'n.successor_id', 's.id', 's.number', 's.title_zh', 's.status', 's.effective_on', 's.withdrawn_on'])
    .where('n.predecessor_id', 'in', ids)
    .orderBy('s.number_key')
    .execute()) as SuccessionRow[]
}

export async function listPredecessors(db: CatalogDb, id: string): Promise<SuccessionRow[]> {
  return (await db
    .selectFrom('catalog.standard_succession as n')
    .innerJoin('catalog.standard as s', 's.id', 'n.predecessor_id')
    .select(['n.predecessor_id', 'n.successor_id', 's.id', 's.number', 's.title_zh', 's.status', 's.effective_on', 's.withdrawn_on'])
    .where('n.successor_id', '=', id)
    .orderBy('s.number_key')
    .execute()) as SuccessionRow[]
}

export type TwinRow = StandardRow & { relation: TwinRelation }

/** Twins in both directions. */
export async function listTwins(db: CatalogDb, id: string): Promise<TwinRow[]> {
  const side = (own: 'international_id' | 'national_id', other: 'international_id' | 'national_id') =>
    db
      .selectFrom('catalog.standard_twin as t')
      .innerJoin('catalog.standard as s', 's.id', `t.${other}`)
      .selectAll('s')
      .select('t.relation')
      .where(`t.${own}`, '=', id)
      .orderBy('s.number_key')
      .execute()
  return [...(await side('international_id', 'national_id')), ...(await side('national_id', 'international_id'))] as TwinRow[]
}

/** Published resources that cite each standard. */
export async function countCitations(db: CatalogDb, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('catalog.resource_standard as c')
    .innerJoin('catalog.resource as r', 'r.id', 'c.resource_id')
    .select((eb) => ['c.standard_id', eb.fn.countAll<bigint>().as('count')])
    .where('c.standard_id', 'in', ids)
    .where('r.status', '=', 'published')
    .groupBy('c.standard_id')
    .execute()
  return new Map(rows.map((row) => [row.standard_id, Number(row.count)]))
}

export type StandardValues = {
  readonly id: string
  readonly number: string
  readonly number_key: string
  readonly base_key: string
  readonly title_zh: string | null
  readonly title_en: string | null
  readonly field: string | null
  readonly category: string | null
  readonly subcategory: string | null
  readonly published_on: LocalDate | null
  readonly effective_on: LocalDate | null
  readonly effective_note: string | null
  readonly withdrawn_on: LocalDate | null
  readonly status: StandardStatus
  readonly source: string | null
  readonly last_checked_on: LocalDate | null
}

/** Inserts those whose number is not known yet; the others are left alone. Answers the inserted ids. */
export async function insertStandards(db: CatalogDb, standards: readonly StandardValues[], at: Date): Promise<string[]> {
  if (standards.length === 0) return []
  const rows = await db
    .insertInto('catalog.standard')
    .values(standards.map((standard) => ({ ...standard, created_at: at, updated_at: at })))
    .onConflict((conflict) => conflict.constraint('standard_number_once').doNothing())
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Undefined when the version is another. */
export async function updateStandard(
  db: CatalogDb,
  standard: { id: string; expectedVersion: number; values: Partial<Omit<StandardValues, 'id'>>; at: Date },
): Promise<StandardRow | undefined> {
  return (await db
    .updateTable('catalog.standard')
    .set({ ...standard.values, version: standard.expectedVersion + 1, updated_at: standard.at })
    .where('id', '=', standard.id)
    .where('version', '=', standard.expectedVersion)
    .returningAll()
    .executeTakeFirst()) as StandardRow | undefined
}

type Succession = { readonly predecessor_id: string; readonly successor_id: string; readonly basis: 'stated' | 'same_number' }

export async function insertSuccessions(db: CatalogDb, successions: readonly Succession[]): Promise<void> {
  if (successions.length === 0) return
  await db
    .insertInto('catalog.standard_succession')
    .values([...successions])
    .onConflict((conflict) =>
      conflict
        .constraint('standard_succession_pkey')
        .doUpdateSet({ basis: 'stated' })
        .where(sql<boolean>`excluded.basis = 'stated' and catalog.standard_succession.basis <> 'stated'`),
    )
    .execute()
}

/** Makes the stated predecessors of a standard exactly these. */
export async function replacePredecessors(db: CatalogDb, successorId: string, predecessorIds: readonly string[]): Promise<void> {
  await db.deleteFrom('catalog.standard_succession').where('successor_id', '=', successorId).where('basis', '=', 'stated').execute()
  await insertSuccessions(
    db,
    predecessorIds.map((id) => ({ predecessor_id: id, successor_id: successorId, basis: 'stated' })),
  )
}

export async function upsertTwins(
  db: CatalogDb,
  twins: readonly { international_id: string; national_id: string; relation: TwinRelation; source: string | null }[],
): Promise<void> {
  if (twins.length === 0) return
  await db
    .insertInto('catalog.standard_twin')
    .values([...twins])
    .onConflict((conflict) =>
      conflict
        .constraint('standard_twin_pkey')
        .doUpdateSet((eb) => ({ relation: eb.ref('excluded.relation'), source: eb.ref('excluded.source') })),
    )
    .execute()
}

type DueStandardRow = {
  id: string
  status: StandardStatus
  effective_on: LocalDate | null
  withdrawn_on: LocalDate | null
  successors_effective_on: (LocalDate | null)[]
}

/** Standards whose stored status may be out of date on `day`: a date has passed, or a successor is in force. */
export async function listDueStandards(db: CatalogDb, day: LocalDate): Promise<DueStandardRow[]> {
  return (await db
    .selectFrom('catalog.standard as s')
    .leftJoin('catalog.standard_succession as n', 'n.predecessor_id', 's.id')
    .leftJoin('catalog.standard as t', 't.id', 'n.successor_id')
    .select([
      's.id',
      's.status',
      's.effective_on',
      's.withdrawn_on',
      sql<(string | null)[]>`coalesce(array_agg(t.effective_on::text) filter (where t.id is not null), '{}')`.as('successors_effective_on'),
    ])
    .where('s.status', 'in', ['active', 'upcoming', 'unconfirmed'])
    .where((eb) => eb.or([eb('s.effective_on', '<=', day), eb('s.withdrawn_on', '<=', day), eb('t.effective_on', '<=', day)]))
    .groupBy(['s.id', 's.status', 's.effective_on', 's.withdrawn_on'])
    .orderBy('s.id')
    .execute()) as DueStandardRow[]
}

export async function setStandardStatus(db: CatalogDb, id: string, from: StandardStatus, to: StandardStatus, at: Date): Promise<boolean> {
  const result = await db
    .updateTable('catalog.standard')
    .set({ status: to, updated_at: at, version: sql`version + 1` })
    .where('id', '=', id)
    .where('status', '=', from)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Providers whose published resources cite one of the standards. */
export async function listCitingProviders(db: CatalogDb, standardIds: readonly string[]): Promise<string[]> {
  if (standardIds.length === 0) return []
  const rows = await db
    .selectFrom('catalog.resource_standard as c')
    .innerJoin('catalog.resource as r', 'r.id', 'c.resource_id')
    .distinct()
    .select('r.provider_id')
    .where('c.standard_id', 'in', standardIds)
    .where('r.status', '=', 'published')
    .orderBy('r.provider_id')
    .execute()
  return rows.map((row) => row.provider_id)
}
