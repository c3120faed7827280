import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ApplicantKind, Relation } from '../../../core/vouchers/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'

export type ListingRow = {
  readonly id: string
  readonly provider_id: string
  readonly provider_name: string
  readonly listed_from: string
  readonly listed_to: string | null
  readonly source: string
}

export async function listListings(db: Db<OrdersTables>, programmeId: string): Promise<ListingRow[]> {
  const { rows } = await sql<ListingRow>`
    select l.id, l.provider_id, o.name as provider_name, l.listed_from, l.listed_to, l.source
    from orders.voucher_provider l join people_pub.organisation o on o.id = l.provider_id
    where l.programme_id = ${programmeId} order by (l.listed_to is not null), o.name, l.listed_from desc, l.id`.execute(db)
  return rows
}

type NewListing = {
  readonly id: string
  readonly programmeId: string
  readonly providerId: string
  readonly from: string
  readonly to: string | null
  readonly source: string
  readonly by: string
  readonly at: Date
}

/** Breaks `voucher_provider_once` when the provider is on the list in these days already. */
export async function insertListing(tx: Db<OrdersTables>, listing: NewListing): Promise<void> {
  await sql`
    insert into orders.voucher_provider (id, programme_id, provider_id, listed_from, listed_to, source, noted_by, noted_at)
    values (${listing.id}, ${listing.programmeId}, ${listing.providerId}, ${listing.from}, ${listing.to}, ${listing.source}, ${listing.by}, ${listing.at})`.execute(
    tx,
  )
}

/** True when it was open until now and began before. */
export async function endListing(tx: Db<OrdersTables>, listing: { id: string; programmeId: string; to: string }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.voucher_provider set listed_to = ${listing.to}
    where id = ${listing.id} and programme_id = ${listing.programmeId} and listed_to is null and listed_from <= ${listing.to}::date`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

type ApplicantNote = {
  readonly organisation_id: string
  readonly organisation_name: string
  readonly kind: ApplicantKind
  readonly source: string
  readonly noted_at: Date
}

export async function listApplicants(db: Db<OrdersTables>): Promise<ApplicantNote[]> {
  const { rows } = await sql<ApplicantNote>`
    select a.organisation_id, o.name as organisation_name, a.kind, a.source, a.noted_at
    from orders.voucher_applicant a join people_pub.organisation o on o.id = a.organisation_id order by o.name, a.organisation_id`.execute(
    db,
  )
  return rows
}

export async function noteApplicant(
  tx: Db<OrdersTables>,
  note: { organisationId: string; kind: ApplicantKind; source: string; by: string; at: Date },
): Promise<void> {
  await sql`
    insert into orders.voucher_applicant (organisation_id, kind, source, noted_by, noted_at)
    values (${note.organisationId}, ${note.kind}, ${note.source}, ${note.by}, ${note.at})
    on conflict (organisation_id) do update set kind = excluded.kind, source = excluded.source, noted_by = excluded.noted_by, noted_at = excluded.noted_at`.execute(
    tx,
  )
}

export type RelatedRow = {
  readonly id: string
  readonly organisation_id: string
  readonly organisation_name: string
  readonly related_id: string
  readonly related_name: string
  readonly relation: Relation
  readonly source: string
  readonly noted_at: Date
  readonly noted_by_name: string | null
  readonly ended_at: Date | null
  readonly end_reason: string | null
}

type RelatedFilter = {
  readonly q: string | undefined
  readonly state: 'current' | 'ended' | 'all'
  readonly id?: string
  readonly after: { notedAt: Date; id: string } | undefined
  readonly limit: number
}

/** Newest first; `limit + 1` rows say whether there is more. */
export async function listRelated(db: Db<OrdersTables>, { q, state, id, after, limit }: RelatedFilter): Promise<RelatedRow[]> {
  const pattern = q && `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<RelatedRow>`
    select r.id, r.organisation_id, a.name as organisation_name, r.related_id, b.name as related_name, r.relation, r.source, r.noted_at,
      p.name as noted_by_name, r.ended_at, r.end_reason
    from orders.related_party r
    join people_pub.organisation a on a.id = r.organisation_id
    join people_pub.organisation b on b.id = r.related_id
    left join people_pub.person p on p.id = r.noted_by
    where ${state === 'all' ? sql`true` : state === 'ended' ? sql`r.ended_at is not null` : sql`r.ended_at is null`}
      ${pattern ? sql`and (a.name ilike ${pattern} or b.name ilike ${pattern})` : sql``} ${id ? sql`and r.id = ${id}` : sql``}
      ${after ? sql`and (r.noted_at, r.id) < (${after.notedAt}, ${after.id}::uuid)` : sql``}
    order by r.noted_at desc, r.id desc limit ${limit + 1}`.execute(db)
  return rows
}

type NewRelated = {
  readonly id: string
  readonly one: string
  readonly other: string
  readonly relation: Relation
  readonly source: string
  readonly by: string
  readonly at: Date
}

/** False when the two are noted as related already. */
export async function insertRelated(tx: Db<OrdersTables>, related: NewRelated): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.related_party (id, organisation_id, related_id, relation, source, noted_by, noted_at)
    values (${related.id}, least(${related.one}::uuid, ${related.other}::uuid), greatest(${related.one}::uuid, ${related.other}::uuid), ${related.relation},
      ${related.source}, ${related.by}, ${related.at})
    on conflict (organisation_id, related_id) where ended_at is null do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** True when it held until now. */
export async function endRelated(tx: Db<OrdersTables>, related: { id: string; by: string; reason: string; at: Date }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.related_party set ended_at = ${related.at}, ended_by = ${related.by}, end_reason = ${related.reason}
    where id = ${related.id} and ended_at is null`.execute(tx)
  return numAffectedRows === 1n
}

type FoundRow = { readonly id: string; readonly name: string; readonly kind: string; readonly district: string | null }

/** Verified organisations whose name contains `q`, shortest names first. */
export async function findOrganisationsByName(
  db: Db<OrdersTables>,
  { q, kind, limit }: { q: string; kind: string | undefined; limit: number },
): Promise<FoundRow[]> {
  const { rows } = await sql<FoundRow>`
    select id, name, kind, district from people_pub.organisation
    where status = 'verified' and kind = any(${kind ? [kind] : ['enterprise', 'provider']}::text[])
      and (name ilike ${`%${q.replaceAll(/[\\%_]/g, '\\$&')}%`} or short_name ilike ${`%${q.replaceAll(/[\\%_]/g, '\\$&')}%`})
    order by length(name), name, id limit ${limit}`.execute(db)
  return rows
}
