import type { LocalDate } from '@jiju/kernel/local-date'
import { type RawBuilder, sql } from 'kysely'
import type { CatalogDb } from '../catalog-db.ts'

/** What a candidate carries for ranking, conditions and counts. Lists are joined by `|`, which no value holds. */
export type CandidateRow = {
  readonly resource_id: string
  readonly tier: number
  readonly draw: number
  readonly kind: string
  readonly provider_id: string
  readonly provider_district: string | null
  readonly district: string | null
  readonly class_code: string | null
  readonly standards: string
  readonly modes: string
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
}

/** What the index cannot compare by itself, applied to rows. `pricePreference`: columns in the order in which the first known price counts. */
export type RowConditions = {
  readonly day: LocalDate
  readonly schemes: readonly ('cma' | 'cnas' | 'glp')[]
  readonly priceFromFen: bigint | null
  readonly priceToFen: bigint | null
  readonly pricePreference: readonly PriceColumn[]
  readonly near: { readonly lon: number; readonly lat: number; readonly km: number } | null
}

export type PriceColumn = `price_${'inside' | 'member' | 'academic' | 'enterprise' | 'outside'}_fen`

const UNTIL = { cma: 'cma_until', cnas: 'cnas_until', glp: 'glp_until' } as const

type Found = {
  /** Text of the `tsquery` that a row must meet; null for every row. */
  readonly query: string | null
  /** The `tsquery` of each tier, best first; `tier` is the first that the row meets. */
  readonly tiers: readonly string[]
  readonly conditions?: RowConditions | undefined
  readonly limit: number
  /** Best first (tier, draw, id); without it the first rows that turn up. */
  readonly isOrdered: boolean
}

const CANDIDATE = sql`draw, kind, provider_id, provider_district, district, class_code,
  array_to_string(standards, '|') as standards, array_to_string(modes, '|') as modes, cma_until, cnas_until, glp_until,
  price_inside_fen, price_member_fen, price_academic_fen, price_enterprise_fen, price_outside_fen, longitude, latitude`

export async function listCandidates(db: CatalogDb, found: Found): Promise<CandidateRow[]> {
  const order = found.isOrdered ? sql`order by tier, draw, resource_id` : sql``
  const { rows } = await sql<CandidateRow>`
    select resource_id, ${tierOf(found.tiers)} as tier, ${CANDIDATE}
    from catalog.search_document
    where ${meets(found.query)} ${rowConditions(found.conditions)}
    ${order} limit ${found.limit}`.execute(db)
  return rows
}

/** The first `limit` rows of each query by draw; `tier` is the place of the query. */
export async function listTopOfTiers(
  db: CatalogDb,
  { queries, conditions, limit }: { queries: readonly (string | null)[]; conditions: RowConditions | undefined; limit: number },
): Promise<CandidateRow[]> {
  const parts = queries.map(
    (query, tier) => sql`(select resource_id, ${sql.lit(tier)} as tier, ${CANDIDATE} from catalog.search_document
      where ${meets(query)} ${rowConditions(conditions)} order by draw, resource_id limit ${limit})`,
  )
  const { rows } = await sql<CandidateRow>`${sql.join(parts, sql` union all `)}`.execute(db)
  return rows
}

/** Rows by tier; the caller narrows the query to a fair sample first. */
export async function countByTier(
  db: CatalogDb,
  query: string | null,
  tiers: readonly string[],
  conditions?: RowConditions,
): Promise<number[]> {
  const { rows } = await sql<{ tier: number; count: number }>`
    select tier, count(*)::int as count from (
      select ${tierOf(tiers)} as tier from catalog.search_document where ${meets(query)} ${rowConditions(conditions)}
    ) as sample group by tier order by tier`.execute(db)
  return tiers.map((_, index) => rows.find(({ tier }) => tier === index)?.count ?? 0)
}

/** How many rows meet each query; the caller narrows them to a fair sample first. */
export async function countEach(db: CatalogDb, queries: readonly (string | null)[], conditions?: RowConditions): Promise<number[]> {
  const counts = queries.map(
    (query) => sql`(select count(*)::int from catalog.search_document where ${meets(query)} ${rowConditions(conditions)})`,
  )
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(db)
  return rows[0]?.counts ?? []
}

const meets = (query: string | null) => (query === null ? sql`true` : sql`tokens @@ ${query}::tsquery`)

function tierOf(tiers: readonly string[]): RawBuilder<number> {
  if (tiers.length < 2) return sql<number>`0`
  const whens = tiers.slice(0, -1).map((tier, index) => sql`when tokens @@ ${tier}::tsquery then ${sql.lit(index)}`)
  return sql<number>`case ${sql.join(whens, sql` `)} else ${sql.lit(tiers.length - 1)} end`
}

function rowConditions(conditions: RowConditions | undefined): RawBuilder<unknown> {
  if (!conditions) return sql``
  const parts: RawBuilder<unknown>[] = conditions.schemes.map((scheme) => sql`and ${sql.ref(UNTIL[scheme])} >= ${conditions.day}::date`)
  if (conditions.priceFromFen !== null || conditions.priceToFen !== null) {
    const price = sql`coalesce(${sql.join(conditions.pricePreference.map((column) => sql.ref(column)))})`
    if (conditions.priceFromFen !== null) parts.push(sql`and ${price} >= ${conditions.priceFromFen}::bigint`)
    if (conditions.priceToFen !== null) parts.push(sql`and ${price} <= ${conditions.priceToFen}::bigint`)
  }
  if (conditions.near) {
    const { lon, lat, km } = conditions.near
    parts.push(sql`and 2 * 6371 * asin(least(1, sqrt(power(sin(radians(latitude - ${lat}::float8) / 2), 2)
      + cos(radians(latitude)) * cos(radians(${lat}::float8)) * power(sin(radians(longitude - ${lon}::float8) / 2), 2)))) <= ${km}::float8`)
  }
  return parts.length === 0 ? sql`` : sql.join(parts, sql` `)
}

/** About how many documents there are; the planner's figure, or a count while it has none. */
export async function estimateDocuments(db: CatalogDb): Promise<number> {
  const { rows } = await sql<{ estimate: number }>`
    select reltuples::float8 as estimate from pg_class where oid = 'catalog.search_document'::regclass`.execute(db)
  const estimate = rows[0]?.estimate ?? -1
  if (estimate >= 0) return estimate
  const counted = await sql<{ count: number }>`select count(*)::int as count from catalog.search_document`.execute(db)
  return counted.rows[0]?.count ?? 0
}

type CardRow<Card> = { readonly resource_id: string; readonly card: Card }

export async function listCards<Card>(db: CatalogDb, ids: readonly string[]): Promise<Map<string, Card>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<CardRow<Card>>`
    select resource_id, card from catalog.search_document where resource_id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ resource_id, card }) => [resource_id, card]))
}

export type CustomerRow = { readonly id: string; readonly kind: string; readonly status: string; readonly district: string | null }

export async function findCustomer(db: CatalogDb, organisationId: string): Promise<CustomerRow | undefined> {
  const { rows } = await sql<CustomerRow>`
    select id, kind, status, district from people_pub.organisation where id = ${organisationId}`.execute(db)
  return rows[0]
}

export async function listOrganisationNames(
  db: CatalogDb,
  ids: readonly string[],
): Promise<Map<string, { name: string; nameEn: string | null }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string; name_en: string | null }>`
    select id, name, name_en from people_pub.organisation where id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, { name: row.name, nameEn: row.name_en || null }]))
}

/** True when the price for an enterprise of the district lies within the bounds. */
export async function isPricedWithin(db: CatalogDb, resourceId: string, fromFen: bigint | null, toFen: bigint | null): Promise<boolean> {
  const { rows } = await sql<{ one: number }>`
    select 1 as one from catalog.search_document where resource_id = ${resourceId} and price_enterprise_fen is not null
      and price_enterprise_fen >= coalesce(${fromFen}::bigint, 0) and price_enterprise_fen <= coalesce(${toFen}::bigint, price_enterprise_fen)`.execute(
    db,
  )
  return rows.length > 0
}
