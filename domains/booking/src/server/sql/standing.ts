import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Standing, Week } from '../../core/standing/standing.ts'
import type { BookingTables } from '../needs.ts'
import { LIVE, runsAt } from './live.ts'

/** What holds for a provider that has set nothing. */
export const DEFAULT_NO_SHOW_POLICY = { points: 1, threshold: 3, expiresAfterDays: 90 } as const

type Booker = { readonly resourceId: string; readonly organisationId: string; readonly bookerId: string }

/**
 * Bookings of one organisation and of one person at one resource go one after the other until the transaction ends, so that two cannot both
 * take the last of a limit. Always the organisation first; who books several resources in one transaction goes in order of resource.
 */
export async function lockStanding(tx: Db<BookingTables>, booker: Booker): Promise<void> {
  const lock = (key: string) =>
    sql`select pg_advisory_xact_lock(hashtextextended(${`booking.standing ${booker.resourceId} ${key}`}, 0))`.execute(tx)
  await lock(booker.organisationId)
  await lock(booker.bookerId)
}

/** What the booker has at the resource besides `except`, and the points at the provider; one query. */
export async function readStanding(
  db: Db<BookingTables>,
  booker: Booker & { readonly providerId: string },
  ask: { weeks: readonly Week[]; now: Date; except: string | undefined },
): Promise<Standing> {
  const { resourceId, organisationId, bookerId, providerId } = booker
  const { weeks, now } = ask
  const since = weeks[0] && weeks[0].range.start < now ? weeks[0].range.start : now
  const { rows } = await sql<{
    weeks: { person: number; organisation: number }[] | null
    open_bookings: number
    first_open_start: Date | null
    ahead_minutes: number
    points: number
    threshold: number
    clears_at: Date | null
  }>`
    with live as materialized (
      select booker_id = ${bookerId} as is_own, organisation_id = ${organisationId} as is_organisations, lower(during) as start, upper(during) as "end"
      from booking.reservation
      where resource_id = ${resourceId} and state in ${LIVE} and kind not in ('outage', 'move') and ${runsAt(now)} and blocked && tstzrange(${since}, null)
        and (booker_id = ${bookerId} or organisation_id = ${organisationId}) and id is distinct from ${ask.except ?? null}::uuid
    ), week as (
      select n, coalesce(sum(m.minutes) filter (where is_own), 0)::float8 as person,
        coalesce(sum(m.minutes) filter (where is_organisations), 0)::float8 as organisation
      from unnest(${weeks.map(({ range }) => range.start)}::timestamptz[], ${weeks.map(({ range }) => range.end)}::timestamptz[])
        with ordinality as wanted (start, "end", n)
      left join live on live.start < wanted."end" and live."end" > wanted.start
      left join lateral (
        select extract(epoch from least(live."end", wanted."end") - greatest(live.start, wanted.start)) / 60 as minutes
      ) m on true
      group by n
    ), counted as (
      select points, expires_at, sum(points) over (order by expires_at desc, id) as still
      from booking.no_show
      where person_id = ${bookerId} and provider_id = ${providerId} and is_upheld is not true and expires_at > ${now}
    ), policy as (
      select coalesce((select threshold from booking.no_show_policy where provider_id = ${providerId}), ${DEFAULT_NO_SHOW_POLICY.threshold}) as threshold
    )
    select (select jsonb_agg(jsonb_build_object('person', person, 'organisation', organisation) order by n) from week) as weeks,
      (select count(*)::int from live where is_own and start > ${now}) as open_bookings,
      (select min(start) from live where is_own and start > ${now}) as first_open_start,
      (select coalesce(sum(extract(epoch from "end" - start) / 60), 0)::float8 from live where is_own and start > ${now}) as ahead_minutes,
      (select coalesce(sum(points), 0)::int from counted) as points,
      (select threshold from policy) as threshold,
      -- Points leave in order of their expiry: the restriction ends with the one that the threshold still needs.
      (select max(expires_at) from counted, policy where still >= threshold) as clears_at`.execute(db)
  const row = rows[0]
  return {
    weeks: (row?.weeks ?? []).map(({ person, organisation }) => ({ personMinutes: person, organisationMinutes: organisation })),
    openBookings: row?.open_bookings ?? 0,
    firstOpenStart: row?.first_open_start ?? null,
    aheadMinutes: row?.ahead_minutes ?? 0,
    noShow: { points: row?.points ?? 0, threshold: row?.threshold ?? DEFAULT_NO_SHOW_POLICY.threshold, clearsAt: row?.clears_at ?? null },
  }
}
