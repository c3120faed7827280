import { newId } from '@jiju/kernel/ids'
import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { BookingTables } from '../../needs.ts'

type SharedLevel = {
  readonly id: string
  readonly level: number
  readonly valid_from: Date
  readonly valid_until: Date | null
  readonly lapses_at: Date | null
  readonly suspended_at: Date | null
}

/** A qualification at another provider that the person shares with this one; anything else does not exist for it. */
export async function findShared(
  db: Db<BookingTables>,
  ask: { id: string; providerId: string; personId: string },
): Promise<SharedLevel | undefined> {
  const { rows } = await sql<SharedLevel>`
    select q.id, q.level, q.valid_from, q.valid_until, q.lapses_at, q.suspended_at
    from booking.qualification_state q
    join booking.passport_share s on s.person_id = q.person_id and s.provider_id = ${ask.providerId} and s.revoked_at is null
    where q.id = ${ask.id} and q.person_id = ${ask.personId} and q.provider_id <> ${ask.providerId}`.execute(db)
  return rows[0]
}

export async function isVerifiedProvider(db: Db<BookingTables>, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from people_pub.organisation where id = ${id} and kind = 'provider' and status = 'verified'`.execute(
    db,
  )
  return rows.length === 1
}

/** The share, and whether it is new. */
export async function share(
  db: Db<BookingTables>,
  row: { personId: string; providerId: string; now: Date },
): Promise<{ id: string; isNew: boolean }> {
  const { rows } = await sql<{ id: string }>`
    insert into booking.passport_share (id, person_id, provider_id, shared_at)
    values (${newId(row.now.getTime())}, ${row.personId}, ${row.providerId}, ${row.now})
    on conflict (person_id, provider_id) where revoked_at is null do nothing
    returning id`.execute(db)
  if (rows[0]) return { id: rows[0].id, isNew: true }
  const known = await sql<{ id: string }>`
    select id from booking.passport_share where person_id = ${row.personId} and provider_id = ${row.providerId} and revoked_at is null`.execute(
    db,
  )
  const [before] = known.rows
  if (!before) throw new Error(`the passport of ${row.personId} was taken back while it was shared`)
  return { id: before.id, isNew: false }
}

/** The provider that could read it; undefined when the person has no such share. */
export async function revokeShare(db: Db<BookingTables>, id: string, personId: string, now: Date): Promise<string | undefined> {
  const { rows } = await sql<{ provider_id: string }>`
    update booking.passport_share set revoked_at = ${now} where id = ${id} and person_id = ${personId} and revoked_at is null
    returning provider_id`.execute(db)
  return rows[0]?.provider_id
}

type ShareRow = { readonly id: string; readonly provider_id: string; readonly provider_name: string; readonly shared_at: Date }

export async function listShares(db: Db<BookingTables>, personId: string): Promise<ShareRow[]> {
  const { rows } = await sql<ShareRow>`
    select s.id, s.provider_id, coalesce(o.name, '') as provider_name, s.shared_at
    from booking.passport_share s left join people_pub.organisation o on o.id = s.provider_id
    where s.person_id = ${personId} and s.revoked_at is null order by o.name, s.id`.execute(db)
  return rows
}

export type SharerRow = {
  readonly id: string
  readonly person_id: string
  readonly person_name: string
  readonly organisation_name: string | null
  readonly shared_at: Date
}

/** Who shares a passport with the provider, newest first. */
export async function listSharers(
  db: Db<BookingTables>,
  providerId: string,
  page: { after?: { at: Date; id: string } | undefined; limit: number },
): Promise<SharerRow[]> {
  const { after } = page
  const { rows } = await sql<SharerRow>`
    select s.id, s.person_id, coalesce(p.name, '') as person_name, s.shared_at, (
      select coalesce(o.short_name, o.name) from people_pub.membership m join people_pub.organisation o on o.id = m.organisation_id
      where m.person_id = s.person_id and m.status = 'active' order by o.name limit 1) as organisation_name
    from booking.passport_share s left join people_pub.person p on p.id = s.person_id
    where s.provider_id = ${providerId} and s.revoked_at is null
      and (${after?.id ?? null}::uuid is null or (s.shared_at, s.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by s.shared_at desc, s.id desc limit ${page.limit + 1}`.execute(db)
  return rows
}

type RuleRow = {
  readonly id: string
  readonly from_provider_id: string
  readonly from_provider_name: string
  readonly class_code: string
  readonly max_level: 1 | 2 | 3
  readonly created_at: Date
}

export async function listRecognitionRules(db: Db<BookingTables>, providerId: string): Promise<RuleRow[]> {
  const { rows } = await sql<RuleRow>`
    select r.id, r.from_provider_id, coalesce(o.name, '') as from_provider_name, r.class_code, r.max_level, r.created_at
    from booking.recognition_rule r left join people_pub.organisation o on o.id = r.from_provider_id
    where r.provider_id = ${providerId} order by o.name, r.class_code, r.id`.execute(db)
  return rows
}

/** One rule for each provider and class; the newest word holds. */
export async function saveRecognitionRule(
  db: Db<BookingTables>,
  rule: { providerId: string; fromProviderId: string; classCode: string; maxLevel: number; by: string; now: Date },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into booking.recognition_rule (id, provider_id, from_provider_id, class_code, max_level, created_at, created_by)
    values (${newId(rule.now.getTime())}, ${rule.providerId}, ${rule.fromProviderId}, ${rule.classCode}, ${rule.maxLevel}, ${rule.now}, ${rule.by})
    on conflict on constraint recognition_rule_once do update set max_level = excluded.max_level
    returning id`.execute(db)
  const [saved] = rows
  if (!saved) throw new Error('a rule of recognition was not saved')
  return saved.id
}

export async function deleteRecognitionRule(db: Db<BookingTables>, id: string, providerId: string): Promise<boolean> {
  const result = await sql`delete from booking.recognition_rule where id = ${id} and provider_id = ${providerId}`.execute(db)
  return result.numAffectedRows === 1n
}

type Recognisable = {
  readonly source_id: string
  readonly person_id: string
  readonly resource_id: string
  readonly level: number
  readonly valid_until: Date | null
}

/**
 * What the provider's rules make of shared passports: for each person and own instrument of the class that asks for a level, the highest level that a
 * rule takes over and that the person does not hold there, in whatever state. Of one person or of all who share.
 */
export async function listRecognisable(
  db: Db<BookingTables>,
  ask: { providerId: string; personId?: string | undefined; now: Date },
): Promise<Recognisable[]> {
  const { rows } = await sql<Recognisable>`
    select distinct on (q.person_id, own.resource_id) q.id as source_id, q.person_id, own.resource_id, least(q.level, r.max_level) as level,
      q.valid_until
    from booking.recognition_rule r
    join booking.passport_share s on s.provider_id = r.provider_id and s.revoked_at is null
    join booking.qualification_state q on q.person_id = s.person_id and q.provider_id = r.from_provider_id
    join catalog_pub.resource c on c.id = q.resource_id and c.class_code = r.class_code
    join booking.qualification_rule own on own.provider_id = r.provider_id
    join catalog_pub.resource o on o.id = own.resource_id and o.class_code = r.class_code
    where r.provider_id = ${ask.providerId} and (${ask.personId ?? null}::uuid is null or s.person_id = ${ask.personId ?? null}::uuid)
      and q.suspended_at is null and q.valid_from <= ${ask.now} and (q.lapses_at is null or q.lapses_at > ${ask.now})
      and not exists (
        select 1 from booking.qualification h
        where h.resource_id = own.resource_id and h.person_id = q.person_id and h.level >= least(q.level, r.max_level))
    order by q.person_id, own.resource_id, least(q.level, r.max_level) desc, q.valid_until desc nulls first, q.id`.execute(db)
  return rows
}
