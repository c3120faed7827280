import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { Ground } from '../../../core/qualification/levels.ts'
import type { BookingTables } from '../../needs.ts'

export type QualificationRow = {
  readonly id: string
  readonly provider_id: string
  readonly provider_name: string
  readonly resource_id: string
  readonly resource_name: string
  readonly resource_name_en: string | null
  readonly class_code: string | null
  readonly person_id: string
  readonly person_name: string
  readonly level: number
  readonly ground: Ground
  readonly reason: string | null
  readonly valid_from: Date
  readonly valid_until: Date | null
  readonly disuse_days: number | null
  readonly last_used_at: Date | null
  readonly lapses_at: Date | null
  readonly granted_at: Date
  readonly granted_by_name: string | null
  readonly suspended_at: Date | null
  readonly suspend_reason: string | null
  readonly suspended_by_name: string | null
  readonly version: number
}

const columns: RawBuilder<QualificationRow> = sql`
  select q.id, q.provider_id, coalesce(o.name, '') as provider_name, q.resource_id, coalesce(r.name_zh, r.name_en, '') as resource_name,
    r.name_en as resource_name_en, r.class_code, q.person_id, coalesce(p.name, '') as person_name, q.level, q.ground, q.reason, q.valid_from,
    q.valid_until, q.disuse_days, q.last_used_at, q.lapses_at, q.granted_at, g.name as granted_by_name, q.suspended_at, q.suspend_reason,
    s.name as suspended_by_name, q.version
  from booking.qualification_state q
  left join catalog_pub.resource r on r.id = q.resource_id
  left join people_pub.organisation o on o.id = q.provider_id
  left join people_pub.person p on p.id = q.person_id
  left join people_pub.person g on g.id = q.granted_by
  left join people_pub.person s on s.id = q.suspended_by`

export async function findQualification(db: Db<BookingTables>, id: string, providerId: string): Promise<QualificationRow | undefined> {
  const { rows } = await sql<QualificationRow>`${columns} where q.id = ${id} and q.provider_id = ${providerId}`.execute(db)
  return rows[0]
}

export async function listByIds(db: Db<BookingTables>, ids: readonly string[]): Promise<QualificationRow[]> {
  const { rows } = await sql<QualificationRow>`${columns} where q.id = any(${[...ids]}::uuid[]) order by r.name_zh, q.id`.execute(db)
  return rows
}

export async function listOfPeople(db: Db<BookingTables>, providerId: string, personIds: readonly string[]): Promise<QualificationRow[]> {
  const { rows } = await sql<QualificationRow>`
    ${columns} where q.provider_id = ${providerId} and q.person_id = any(${[...personIds]}::uuid[])
    order by q.person_id, q.resource_id, q.level desc, q.id`.execute(db)
  return rows
}

/** Everything that people hold; `outside` leaves out what that provider granted itself. */
export async function listHoldings(db: Db<BookingTables>, personIds: readonly string[], outside?: string): Promise<QualificationRow[]> {
  const { rows } = await sql<QualificationRow>`
    ${columns} where q.person_id = any(${[...personIds]}::uuid[]) and q.provider_id is distinct from ${outside ?? null}::uuid
    order by o.name, r.name_zh, q.level desc, q.id`.execute(db)
  return rows
}

type Grant = {
  readonly id: string
  readonly providerId: string
  readonly resourceId: string
  readonly personId: string
  readonly level: number
  readonly ground: Ground
  readonly groundId: string | null
  readonly reason: string | null
  readonly validUntil: Date | null
  readonly by: string | null
  readonly now: Date
}

/** Gives the level, or renews it; the id. A test does not lift a suspension, an act of the provider's people does: undefined when it was kept. */
export async function grantLevel(db: Db<BookingTables>, grant: Grant): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into booking.qualification as q (id, provider_id, resource_id, person_id, level, ground, ground_id, reason, valid_from, valid_until, granted_by,
      granted_at, updated_at)
    values (${grant.id}, ${grant.providerId}, ${grant.resourceId}, ${grant.personId}, ${grant.level}, ${grant.ground}, ${grant.groundId},
      ${grant.reason}, ${grant.now}, ${grant.validUntil}, ${grant.by}, ${grant.now}, ${grant.now})
    on conflict on constraint qualification_once do update set ground = excluded.ground, ground_id = excluded.ground_id, reason = excluded.reason,
      valid_from = least(q.valid_from, excluded.valid_from), valid_until = excluded.valid_until, granted_by = excluded.granted_by,
      granted_at = excluded.granted_at, suspended_at = null, suspended_by = null, suspend_reason = null, version = q.version + 1,
      updated_at = excluded.updated_at
    where q.suspended_at is null or excluded.ground <> 'test'
    returning id`.execute(db)
  return rows[0]?.id
}

/** Suspends every level of the person on that instrument; false when the one seen has changed or is suspended. */
export async function suspendLevels(
  db: Db<BookingTables>,
  target: { id: string; providerId: string; version: number },
  act: { reason: string; by: string; now: Date },
): Promise<boolean> {
  const result = await sql`
    with seen as materialized (
      select resource_id, person_id from booking.qualification
      where id = ${target.id} and provider_id = ${target.providerId} and version = ${target.version} and suspended_at is null
    )
    update booking.qualification q
    set suspended_at = ${act.now}, suspended_by = ${act.by}, suspend_reason = ${act.reason}, version = version + 1, updated_at = ${act.now}
    from seen where q.resource_id = seen.resource_id and q.person_id = seen.person_id and q.suspended_at is null
      and (q.id <> ${target.id} or q.version = ${target.version})`.execute(db)
  return (result.numAffectedRows ?? 0n) > 0n
}

/** Lifts the suspension of every level of the person on that instrument. */
export async function resumeLevels(
  db: Db<BookingTables>,
  target: { id: string; providerId: string; version: number },
  now: Date,
): Promise<boolean> {
  const result = await sql`
    with seen as materialized (
      select resource_id, person_id from booking.qualification
      where id = ${target.id} and provider_id = ${target.providerId} and version = ${target.version} and suspended_at is not null
    )
    update booking.qualification q
    set suspended_at = null, suspended_by = null, suspend_reason = null, version = version + 1, updated_at = ${now}
    from seen where q.resource_id = seen.resource_id and q.person_id = seen.person_id and q.suspended_at is not null`.execute(db)
  return (result.numAffectedRows ?? 0n) > 0n
}

type DueRow = { readonly id: string; readonly person_id: string; readonly resource_id: string; readonly lapses_at: Date }

/** What lapses between `now` and `until` and would not be covered by a later one of the same level or a higher. */
export async function listLapsing(db: Db<BookingTables>, now: Date, until: Date): Promise<(DueRow & QualificationRow)[]> {
  const { rows } = await sql<DueRow & QualificationRow>`
    ${columns} where q.suspended_at is null and q.lapses_at > ${now} and q.lapses_at <= ${until}
      and not exists (
        select 1 from booking.qualification_state better
        where better.person_id = q.person_id and better.resource_id = q.resource_id and better.level >= q.level and better.id <> q.id
          and better.suspended_at is null and (better.lapses_at is null or better.lapses_at > q.lapses_at))
    order by q.lapses_at, q.id`.execute(db)
  return rows
}
