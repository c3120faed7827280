import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { NoShowPolicyEntry } from '../../contract/no-shows.ts'
import type { BookingTables } from '../needs.ts'
import { DEFAULT_NO_SHOW_POLICY } from './standing.ts'

export type NoShowRow = {
  readonly id: string
  readonly reservation_id: string
  readonly resource_id: string
  readonly provider_id: string
  readonly organisation_id: string
  readonly person_id: string
  readonly points: number
  readonly recorded_at: Date
  readonly recorded_by: string | null
  readonly expires_at: Date
  readonly appealed_at: Date | null
  readonly appeal_text: string | null
  readonly decided_at: Date | null
  readonly is_upheld: boolean | null
  readonly decision_text: string | null
  readonly version: number
  readonly number: string
  readonly start: Date
  readonly end: Date
  readonly resource_name: string
  readonly resource_name_en: string | null
  readonly zone: string
  readonly provider_name: string
  readonly organisation_name: string
  readonly person_name: string
}

const noShowColumns: RawBuilder<NoShowRow> = sql`
  select n.id, n.reservation_id, n.resource_id, n.provider_id, n.organisation_id, n.person_id, n.points, n.recorded_at, n.recorded_by, n.expires_at,
    n.appealed_at, n.appeal_text, n.decided_at, n.is_upheld, n.decision_text, n.version, b.number, lower(b.during) as start, upper(b.during) as "end",
    coalesce(r.name_zh, r.name_en, '') as resource_name, r.name_en as resource_name_en, coalesce(r.zone, 'Asia/Shanghai') as zone,
    coalesce(p.name, '') as provider_name, coalesce(o.name, '') as organisation_name, coalesce(u.name, '') as person_name
  from booking.no_show n
  join booking.reservation b on b.id = n.reservation_id and b.resource_id = n.resource_id
  left join catalog_pub.resource r on r.id = n.resource_id
  left join people_pub.organisation p on p.id = n.provider_id
  left join people_pub.organisation o on o.id = n.organisation_id
  left join people_pub.person u on u.id = n.person_id`

/** Records the points of a missed booking by the provider's policy of the day; undefined when they were recorded before. */
export async function insertNoShow(
  db: Db<BookingTables>,
  record: { id: string; reservationId: string; at: Date; by: string | null },
): Promise<{ points: number; threshold: number; expires_at: Date } | undefined> {
  const { points, threshold, expiresAfterDays } = DEFAULT_NO_SHOW_POLICY
  const { rows } = await sql<{ points: number; threshold: number; expires_at: Date }>`
    with policy as (
      select b.id, b.resource_id, b.provider_id, b.organisation_id, b.booker_id, coalesce(p.points, ${points}::int) as points,
        coalesce(p.threshold, ${threshold}::int) as threshold,
        ${record.at}::timestamptz + make_interval(days => coalesce(p.expires_after_days, ${expiresAfterDays}::int)) as expires_at
      from booking.reservation b left join booking.no_show_policy p on p.provider_id = b.provider_id
      where b.id = ${record.reservationId} and b.state = 'no_show' and b.kind = 'customer'
    ), recorded as (
      insert into booking.no_show (id, reservation_id, resource_id, provider_id, organisation_id, person_id, points, recorded_at, recorded_by, expires_at)
      select ${record.id}, id, resource_id, provider_id, organisation_id, booker_id, points, ${record.at}, ${record.by}::uuid, expires_at from policy
      on conflict on constraint no_show_once do nothing
      returning points, expires_at
    )
    select recorded.points, policy.threshold, recorded.expires_at from recorded, policy`.execute(db)
  return rows[0]
}

/** A record that the reader may see: the person's own, or one of the provider; an operator sees all. */
export async function findNoShow(
  db: Db<BookingTables>,
  id: string,
  reader: { personId: string; organisationId: string | null; isOperator: boolean },
): Promise<NoShowRow | undefined> {
  const { rows } = await sql<NoShowRow>`
    ${noShowColumns}
    where n.id = ${id} and (${reader.isOperator} or n.provider_id = ${reader.organisationId}::uuid
      or (n.person_id = ${reader.personId} and n.organisation_id = ${reader.organisationId}::uuid))`.execute(db)
  return rows[0]
}

/** Newest first; undecided appeals oldest first. Without a provider those of all, for the operator. */
export async function listNoShows(
  db: Db<BookingTables>,
  filter: {
    providerId: string | undefined
    isUndecided: boolean
    after: { at: Date; id: string } | undefined
    limit: number
  },
): Promise<NoShowRow[]> {
  const { after, isUndecided } = filter
  const at = isUndecided ? sql`n.appealed_at` : sql`n.recorded_at`
  const conditions: RawBuilder<unknown>[] = [isUndecided ? sql`n.appealed_at is not null and n.decided_at is null` : sql`true`]
  if (filter.providerId) conditions.push(sql`n.provider_id = ${filter.providerId}`)
  if (after)
    conditions.push(
      isUndecided ? sql`(${at}, n.id) > (${after.at}, ${after.id}::uuid)` : sql`(${at}, n.id) < (${after.at}, ${after.id}::uuid)`,
    )
  const order = isUndecided ? sql`${at}, n.id` : sql`${at} desc, n.id desc`
  const { rows } = await sql<NoShowRow>`
    ${noShowColumns} where ${sql.join(conditions, sql` and `)} order by ${order} limit ${filter.limit + 1}`.execute(db)
  return rows
}

/** A person's records of the last two years, newest first. */
export async function listOwnNoShows(db: Db<BookingTables>, personId: string, limit: number): Promise<NoShowRow[]> {
  const { rows } = await sql<NoShowRow>`
    ${noShowColumns} where n.person_id = ${personId} order by n.recorded_at desc, n.id desc limit ${limit}`.execute(db)
  return rows
}

/** False when it was appealed against before, or has changed since it was seen. */
export async function appealNoShow(
  db: Db<BookingTables>,
  target: { id: string; version: number },
  appeal: { words: string; now: Date },
): Promise<boolean> {
  const result = await sql`
    update booking.no_show set appealed_at = ${appeal.now}, appeal_text = ${appeal.words}, version = version + 1
    where id = ${target.id} and version = ${target.version} and appealed_at is null and expires_at > ${appeal.now}`.execute(db)
  return result.numAffectedRows === 1n
}

/** False when it was decided before, or has changed since it was seen. */
export async function decideAppeal(
  db: Db<BookingTables>,
  target: { id: string; version: number },
  decision: { isUpheld: boolean; words: string | null; by: string; now: Date },
): Promise<boolean> {
  const result = await sql`
    update booking.no_show
    set decided_at = ${decision.now}, decided_by = ${decision.by}, is_upheld = ${decision.isUpheld}, decision_text = ${decision.words}, version = version + 1
    where id = ${target.id} and version = ${target.version} and appealed_at is not null and decided_at is null
      and recorded_by is distinct from ${decision.by}::uuid`.execute(db)
  return result.numAffectedRows === 1n
}

type PolicyRow = { readonly points: number; readonly threshold: number; readonly expires_after_days: number; readonly version: number }

/** The policy of a provider; the defaults with version 0 when it has set none. */
export async function getPolicy(db: Db<BookingTables>, providerId: string): Promise<PolicyRow> {
  const { rows } = await sql<PolicyRow>`
    select points, threshold, expires_after_days, version from booking.no_show_policy where provider_id = ${providerId}`.execute(db)
  const { points, threshold, expiresAfterDays } = DEFAULT_NO_SHOW_POLICY
  return rows[0] ?? { points, threshold, expires_after_days: expiresAfterDays, version: 0 }
}

/** False when the version is not the current one any more; version 0 is that of the defaults. */
export async function savePolicy(
  db: Db<BookingTables>,
  target: { providerId: string; version: number },
  policy: NoShowPolicyEntry,
  by: { userId: string; now: Date },
): Promise<boolean> {
  const result =
    target.version === 0
      ? await sql`
          insert into booking.no_show_policy (provider_id, points, threshold, expires_after_days, updated_at, updated_by)
          values (${target.providerId}, ${policy.points}, ${policy.threshold}, ${policy.expiresAfterDays}, ${by.now}, ${by.userId})
          on conflict (provider_id) do nothing`.execute(db)
      : await sql`
          update booking.no_show_policy
          set points = ${policy.points}, threshold = ${policy.threshold}, expires_after_days = ${policy.expiresAfterDays}, version = version + 1,
            updated_at = ${by.now}, updated_by = ${by.userId}
          where provider_id = ${target.providerId} and version = ${target.version}`.execute(db)
  return result.numAffectedRows === 1n
}

type ProviderPoints = {
  readonly provider_id: string
  readonly provider_name: string
  readonly points: number
  readonly threshold: number
  readonly expires_after_days: number
  readonly clears_at: Date | null
}

/** A person's points that count now, at each provider that has recorded some. */
export async function listPoints(db: Db<BookingTables>, personId: string, now: Date): Promise<ProviderPoints[]> {
  const { threshold, expiresAfterDays } = DEFAULT_NO_SHOW_POLICY
  const { rows } = await sql<ProviderPoints>`
    with counted as (
      select n.provider_id, n.points, n.expires_at, sum(n.points) over (partition by n.provider_id order by n.expires_at desc, n.id) as still
      from booking.no_show n where n.person_id = ${personId} and n.is_upheld is not true and n.expires_at > ${now}
    )
    select c.provider_id, coalesce(o.name, '') as provider_name, sum(c.points)::int as points, coalesce(p.threshold, ${threshold}::int) as threshold,
      coalesce(p.expires_after_days, ${expiresAfterDays}::int) as expires_after_days,
      max(c.expires_at) filter (where c.still >= coalesce(p.threshold, ${threshold}::int)) as clears_at
    from counted c
    left join booking.no_show_policy p on p.provider_id = c.provider_id
    left join people_pub.organisation o on o.id = c.provider_id
    group by c.provider_id, o.name, p.threshold, p.expires_after_days
    order by sum(c.points) desc, c.provider_id`.execute(db)
  return rows
}
