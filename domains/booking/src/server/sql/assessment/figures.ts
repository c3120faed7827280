import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Period } from '../../../core/assessment/period.ts'
import type { BookingTables } from '../../needs.ts'
import { EARLIER, freshPart, logOf, scopeOf } from './log.ts'

export type FiguresRow = {
  readonly resource_id: string
  readonly effective_seconds: number
  readonly external_seconds: number
  readonly inferred_seconds: number
  readonly booked_only_seconds: number
  readonly unit_seconds: number
  readonly uses: number
  readonly external_uses: number
  readonly inside_fen: bigint
  readonly outside_fen: bigint
  readonly pending_fen: bigint
  readonly evaluations: number
  readonly mark_sum: number
}

/** What each of the instruments did in the period; those of which nothing is known are left out. */
export async function listFigures(
  db: Db<BookingTables>,
  of: { resourceIds: readonly string[]; period: Period; now: Date },
): Promise<FiguresRow[]> {
  const { rows } = await sql<FiguresRow>`
    with scope as materialized (${scopeOf(of.resourceIds, of.period)}),
    log as materialized (${logOf(of.now)}),
    fresh as (
      select resource_id, layer, ends_here, started, ended,
        ${freshPart(1)} as outside, ${freshPart(2)} as proved, ${freshPart(3)} as logged, ${freshPart(4)} as known
      from log ${EARLIER}
    ), time as (
      select resource_id, sum(outside) as outside, sum(proved) as proved, sum(logged) as logged, sum(known) as known,
        sum(ended - started) filter (where layer <= 2) as units,
        count(*) filter (where layer <= 2 and ends_here) as uses, count(*) filter (where layer = 1 and ends_here) as external_uses
      from fresh group by resource_id
    ), ended_use as (
      select reservation_id, bool_and(is_proved) as is_proved
      from log where layer <= 3 and ends_here and reservation_id is not null group by reservation_id
    ), charged as materialized (
      select c.id, c.reservation_id, c.resource_id, c.is_outside, c.total_fen, c.answer_until
      from scope s join booking.charge c on c.resource_id = s.id
      where not exists (select from booking.charge later where later.replaces = c.id)
    ), income as (
      select c.resource_id,
        sum(c.total_fen) filter (where x.is_sure and not c.is_outside) as inside_fen,
        sum(c.total_fen) filter (where x.is_sure and c.is_outside) as outside_fen,
        sum(c.total_fen) filter (where not x.is_sure) as pending_fen
      from ended_use u
      join charged c on c.reservation_id = u.reservation_id
      left join booking.charge_answer a on a.charge_id = c.id
      cross join lateral (
        select u.is_proved and (case when a.charge_id is null then c.answer_until <= ${of.now} else a.kind <> 'objected' end) as is_sure
      ) x
      group by c.resource_id
    ), judged as (
      select e.resource_id, count(*) as evaluations, sum(e.condition + e.service + e.process) as mark_sum
      from scope s join booking.evaluation e on e.resource_id = s.id and e.created_at >= s.since and e.created_at < s.until
      group by e.resource_id
    )
    select s.id as resource_id,
      coalesce(extract(epoch from t.proved), 0)::float8 as effective_seconds,
      coalesce(extract(epoch from t.outside), 0)::float8 as external_seconds,
      coalesce(extract(epoch from t.logged - coalesce(t.proved, interval '0')), 0)::float8 as inferred_seconds,
      coalesce(extract(epoch from t.known - coalesce(t.logged, interval '0')), 0)::float8 as booked_only_seconds,
      coalesce(extract(epoch from t.units), 0)::float8 as unit_seconds,
      coalesce(t.uses, 0)::int as uses, coalesce(t.external_uses, 0)::int as external_uses,
      coalesce(i.inside_fen, 0)::bigint as inside_fen, coalesce(i.outside_fen, 0)::bigint as outside_fen,
      coalesce(i.pending_fen, 0)::bigint as pending_fen,
      coalesce(j.evaluations, 0)::int as evaluations, coalesce(j.mark_sum, 0)::int as mark_sum
    from scope s
    left join time t on t.resource_id = s.id left join income i on i.resource_id = s.id left join judged j on j.resource_id = s.id
    where coalesce(t.resource_id, i.resource_id, j.resource_id) is not null`.execute(db)
  return rows
}
