import type { LocalDate } from '@jiju/kernel/local-date'
import { sql } from 'kysely'
import type { CatalogDb } from '../catalog-db.ts'

/** One row of the index, ready to be written. */
export type DocumentRow = {
  readonly resource_id: string
  readonly draw: number
  readonly kind: string
  readonly provider_id: string
  readonly provider_district: string | null
  readonly district: string | null
  readonly class_code: string | null
  readonly standards: readonly string[]
  readonly modes: readonly string[]
  readonly cma_until: LocalDate | null
  readonly cnas_until: LocalDate | null
  readonly glp_until: LocalDate | null
  readonly price_inside_fen: bigint | null
  readonly price_member_fen: bigint | null
  readonly price_academic_fen: bigint | null
  readonly price_enterprise_fen: bigint | null
  readonly price_outside_fen: bigint | null
  readonly longitude: number | null
  readonly latitude: number | null
  readonly card: unknown
  /** Text of a `tsvector`. */
  readonly tokens: string
  readonly indexed_on: LocalDate
  readonly refresh_on: LocalDate | null
}

/** Writes documents over those of the same resources, in one statement. */
export async function upsertDocuments(db: CatalogDb, rows: readonly DocumentRow[]): Promise<void> {
  if (rows.length === 0) return
  const json = JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? value.toString() : value))
  await sql`
    insert into catalog.search_document (resource_id, draw, kind, provider_id, provider_district, district, class_code, standards, modes,
      cma_until, cnas_until, glp_until, price_inside_fen, price_member_fen, price_academic_fen, price_enterprise_fen, price_outside_fen,
      longitude, latitude, card, tokens, indexed_on, refresh_on)
    select resource_id, draw, kind, provider_id, provider_district, district, class_code,
      array(select jsonb_array_elements_text(standards)), array(select jsonb_array_elements_text(modes)),
      cma_until, cnas_until, glp_until, price_inside_fen, price_member_fen, price_academic_fen, price_enterprise_fen, price_outside_fen,
      longitude, latitude, card, tokens::tsvector, indexed_on, refresh_on
    from jsonb_to_recordset(${json}::jsonb) as row (resource_id uuid, draw int, kind text, provider_id uuid, provider_district text,
      district text, class_code text, standards jsonb, modes jsonb, cma_until date, cnas_until date, glp_until date,
      price_inside_fen bigint, price_member_fen bigint, price_academic_fen bigint, price_enterprise_fen bigint, price_outside_fen bigint,
      longitude float8, latitude float8, card jsonb, tokens text, indexed_on date, refresh_on date)
    on conflict (resource_id) do update set draw = excluded.draw, kind = excluded.kind, provider_id = excluded.provider_id,
      provider_district = excluded.provider_district, district = excluded.district, class_code = excluded.class_code,
      standards = excluded.standards, modes = excluded.modes, cma_until = excluded.cma_until, cnas_until = excluded.cnas_until,
      glp_until = excluded.glp_until, price_inside_fen = excluded.price_inside_fen, price_member_fen = excluded.price_member_fen,
      price_academic_fen = excluded.price_academic_fen, price_enterprise_fen = excluded.price_enterprise_fen,
      price_outside_fen = excluded.price_outside_fen, longitude = excluded.longitude, latitude = excluded.latitude, card = excluded.card,
      tokens = excluded.tokens, indexed_on = excluded.indexed_on, refresh_on = excluded.refresh_on, indexed_at = now()`.execute(db)
}

export async function deleteDocuments(db: CatalogDb, resourceIds: readonly string[]): Promise<void> {
  if (resourceIds.length === 0) return
  await sql`delete from catalog.search_document where resource_id = any(${resourceIds}::uuid[])`.execute(db)
}

/** Documents of resources that are not published any more. */
export async function deleteStrayDocuments(db: CatalogDb): Promise<number> {
  const result = await sql`
    delete from catalog.search_document d
    where not exists (select from catalog.resource r where r.id = d.resource_id and r.status = 'published')`.execute(db)
  return Number(result.numAffectedRows ?? 0n)
}

export type NewTerm = {
  readonly kind: 'name' | 'model' | 'standard' | 'word'
  readonly key: string
  readonly text: string
  readonly initials: string
}

/** Adds terms that are not known yet. Written in the order of the key, so that two writers do not wait for each other in a circle. */
export async function insertTerms(db: CatalogDb, terms: readonly NewTerm[]): Promise<void> {
  if (terms.length === 0) return
  await sql`
    insert into catalog.search_term (kind, key, text, initials)
    select distinct on (kind, key) kind, key, text, initials from jsonb_to_recordset(${JSON.stringify(terms)}::jsonb)
      as term (kind text, key text, text text, initials text)
    order by kind, key
    on conflict on constraint search_term_pkey do nothing`.execute(db)
}

export async function deleteTerms(db: CatalogDb): Promise<void> {
  await sql`delete from catalog.search_term`.execute(db)
}

/** Locks resources against other index jobs and changes until the transaction ends, and says which exist. */
export async function lockForIndex(db: CatalogDb, resourceIds: readonly string[]): Promise<void> {
  await sql`select id from catalog.resource where id = any(${resourceIds}::uuid[]) order by id for no key update`.execute(db)
}

/** Ids of published resources after `after`, in order. */
export async function listPublishedIds(
  db: CatalogDb,
  filter: { readonly after: string | null; readonly limit: number; readonly providerId?: string; readonly standardIds?: readonly string[] },
): Promise<string[]> {
  const provider = filter.providerId === undefined ? sql`` : sql`and r.provider_id = ${filter.providerId}`
  const standards =
    filter.standardIds === undefined
      ? sql``
      : sql`and exists (select from catalog.resource_standard c
    left join catalog.standard_succession s on s.predecessor_id = c.standard_id
    where c.resource_id = r.id and (c.standard_id = any(${filter.standardIds}::uuid[]) or s.successor_id = any(${filter.standardIds}::uuid[])))`
  const { rows } = await sql<{ id: string }>`
    select r.id from catalog.resource r
    where r.status = 'published' and (${filter.after}::uuid is null or r.id > ${filter.after}::uuid) ${provider} ${standards}
    order by r.id limit ${filter.limit}`.execute(db)
  return rows.map(({ id }) => id)
}

export async function countPublished(db: CatalogDb): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from catalog.resource where status = 'published'`.execute(db)
  return rows[0]?.count ?? 0
}

/** Documents that the calendar has made old, and published resources without a document. */
export async function listDueIds(db: CatalogDb, day: LocalDate, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select resource_id as id from catalog.search_document where refresh_on <= ${day}
    union
    select r.id from catalog.resource r
    where r.status = 'published' and not exists (select from catalog.search_document d where d.resource_id = r.id)
    order by id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** The next day on which prices, scopes or standards of each resource change by themselves. */
export async function listNextChanges(db: CatalogDb, resourceIds: readonly string[], day: LocalDate): Promise<Map<string, LocalDate>> {
  const { rows } = await sql<{ resource_id: string; day: LocalDate }>`
    select resource_id, min(day)::date as day from (
      select resource_id, unnest(array[valid_from, valid_to + 1]) as day from catalog.resource_price where resource_id = any(${resourceIds}::uuid[])
      union all
      select resource_id, unnest(array[valid_from, valid_to + 1]) from catalog_pub.resource_accreditation where resource_id = any(${resourceIds}::uuid[])
      union all
      select c.resource_id, unnest(array[s.effective_on, s.withdrawn_on, n.effective_on])
      from catalog.resource_standard c join catalog.standard s on s.id = c.standard_id
      left join catalog.standard_succession p on p.predecessor_id = s.id left join catalog.standard n on n.id = p.successor_id
      where c.resource_id = any(${resourceIds}::uuid[])
    ) as change where day > ${day} group by resource_id`.execute(db)
  return new Map(rows.map((row) => [row.resource_id, row.day]))
}

export type CalendarRow = {
  readonly resource_id: string
  readonly operations: readonly string[]
  readonly confirmation: 'instant' | 'approval'
}

/** How the time of bookable resources is sold; booking lets everybody read it. */
export async function listCalendars(db: CatalogDb, resourceIds: readonly string[]): Promise<Map<string, CalendarRow>> {
  const { rows } = await sql<CalendarRow>`
    select resource_id, operations, confirmation from booking_pub.calendar where resource_id = any(${resourceIds}::uuid[]) and is_accepting`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.resource_id, row]))
}
