import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { AddressDetail, AddressPurpose, AddressSubject } from '../../core/feeds/secret-address.ts'
import type { BookingTables } from '../needs.ts'

export type AddressRow = {
  readonly id: string
  readonly purpose: AddressPurpose
  readonly subject: AddressSubject
  readonly subject_id: string
  readonly detail: AddressDetail
  readonly provider_id: string | null
  readonly holder_id: string
  readonly created_at: Date
  readonly last_read_at: Date | null
  /** Of the resource, site or provider; of the person for one's own. */
  readonly name: string
  readonly name_en: string | null
}

const addressColumns = sql`a.id, a.purpose, a.subject, a.subject_id, a.detail, a.provider_id, a.holder_id, a.created_at, a.last_read_at,
  coalesce(r.name_zh, r.name_en, s.site_name, p.name, '') as name, coalesce(r.name_en, p.name_en) as name_en`

const addressNames = sql`
  left join catalog_pub.resource r on a.subject = 'resource' and r.id = a.subject_id
  left join lateral (
    select site_name from catalog_pub.resource where a.subject = 'site' and site_id = a.subject_id limit 1) s on true
  left join people_pub.organisation p on a.subject = 'provider' and p.id = a.subject_id`

/** Whoever holds an address may be asked for it; the provider holds those that it hands out. */
export type AddressOwner = { readonly holderId: string } & ({ readonly providerId: string } | { readonly personId: string })

const ownedBy = (owner: AddressOwner) =>
  'providerId' in owner
    ? sql`a.holder_id = ${owner.holderId} and a.provider_id = ${owner.providerId}`
    : sql`a.holder_id = ${owner.holderId} and a.subject = 'person'`

/** Makes an address, or gives the one that stands there a new token; what had the old one reads nothing from then on. */
export async function saveAddress(
  db: Db<BookingTables>,
  address: {
    readonly id: string
    readonly tokenHash: Buffer
    readonly purpose: AddressPurpose
    readonly subject: AddressSubject
    readonly subjectId: string
    readonly detail: AddressDetail
    readonly providerId: string | null
    readonly holderId: string
    readonly by: string
    readonly now: Date
  },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into booking.secret_address (id, token_hash, purpose, subject, subject_id, detail, provider_id, holder_id, created_by, created_at)
    values (${address.id}, ${address.tokenHash}, ${address.purpose}, ${address.subject}, ${address.subjectId}, ${address.detail},
      ${address.providerId}, ${address.holderId}, ${address.by}, ${address.now})
    on conflict on constraint secret_address_one do update
      set token_hash = excluded.token_hash, detail = excluded.detail, created_by = excluded.created_by, created_at = excluded.created_at,
        last_read_at = null
    returning id`.execute(db)
  return rows[0]?.id ?? address.id
}

export async function listAddresses(db: Db<BookingTables>, owners: readonly AddressOwner[]): Promise<AddressRow[]> {
  const { rows } = await sql<AddressRow>`
    select ${addressColumns} from booking.secret_address a ${addressNames}
    where ${sql.join(
      owners.map((owner) => sql`(${ownedBy(owner)})`),
      sql` or `,
    )}
    order by a.purpose desc, a.subject desc, name, a.id`.execute(db)
  return rows
}

/** Takes an address away; the row as it was, or undefined when the owner has none of that id. */
export async function deleteAddress(db: Db<BookingTables>, owner: AddressOwner, id?: string): Promise<{ id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`
    delete from booking.secret_address a where ${ownedBy(owner)} ${id === undefined ? sql`` : sql`and a.id = ${id}`} returning a.id`.execute(
    db,
  )
  return rows[0]
}

/**
 * What a token opens. One person's works as long as the person may sign in and, where it shows a provider's resources, reads that provider's
 * timeline; the provider's own as long as the provider is not suspended.
 */
export async function findAddressByToken(
  db: Db<BookingTables>,
  tokenHash: Buffer,
  purpose: AddressPurpose,
  readers: readonly string[],
): Promise<AddressRow | undefined> {
  const { rows } = await sql<AddressRow>`
    select ${addressColumns} from booking.secret_address a ${addressNames}
    where a.token_hash = ${tokenHash} and a.purpose = ${purpose} and case
      when a.provider_id is null then
        exists (select from people_pub.person u where u.id = a.holder_id and u.is_active)
      when a.holder_id = a.provider_id then
        exists (select from people_pub.organisation o where o.id = a.provider_id and o.status = 'verified')
      else exists (select from people_pub.membership m
        join people_pub.person u on u.id = m.person_id and u.is_active
        join people_pub.organisation o on o.id = m.organisation_id and o.status = 'verified'
        where m.person_id = a.holder_id and m.organisation_id = a.provider_id and m.status = 'active' and m.roles && ${readers}::text[])
      end`.execute(db)
  return rows[0]
}

/** Remembers that an address is used; written at most once a minute, for programs ask often. */
export async function touchAddress(db: Db<BookingTables>, id: string, now: Date): Promise<void> {
  await sql`
    update booking.secret_address set last_read_at = ${now}
    where id = ${id} and (last_read_at is null or last_read_at < ${now}::timestamptz - interval '1 minute')`.execute(db)
}

/** Whether a provider has this resource, or resources at this site, with a calendar. */
export async function hasSubject(
  db: Db<BookingTables>,
  providerId: string,
  subject: Exclude<AddressSubject, 'person'>,
  subjectId: string,
): Promise<boolean> {
  const column = subject === 'resource' ? sql`r.id` : subject === 'site' ? sql`r.site_id` : sql`r.provider_id`
  const { rows } = await sql`
    select 1 from booking.calendar c join catalog_pub.resource r on r.id = c.resource_id
    where c.provider_id = ${providerId} and r.provider_id = ${providerId} and ${column} = ${subjectId} limit 1`.execute(db)
  return rows.length > 0
}

type SubjectRow = {
  readonly subject: 'provider' | 'site' | 'resource'
  readonly id: string
  readonly name: string
  readonly name_en: string | null
}

/** What a provider's addresses can be about: itself, its sites, its published resources. */
export async function listSubjects(db: Db<BookingTables>, providerId: string): Promise<SubjectRow[]> {
  const { rows } = await sql<SubjectRow>`
    with own as materialized (
      select r.* from booking.calendar c join catalog_pub.resource r on r.id = c.resource_id
      where c.provider_id = ${providerId} and r.provider_id = ${providerId} and r.status = 'published')
    select 'provider' as subject, id, name, name_en from people_pub.organisation where id = ${providerId}
    union all select distinct 'site', site_id, site_name, null from own where site_id is not null
    union all select 'resource', id, coalesce(name_zh, name_en), name_en from own
    order by subject desc, name, id`.execute(db)
  return rows
}
