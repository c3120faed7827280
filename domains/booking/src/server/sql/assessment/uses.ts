import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Period } from '../../../core/assessment/period.ts'
import type { UseSource } from '../../../core/use/vocabulary.ts'
import type { BookingTables } from '../../needs.ts'
import { EARLIER, freshPart, logOf, scopeOf } from './log.ts'

const USE_PARTS = ['effective', 'external', 'inferred', 'booked_only'] as const
type UsePart = (typeof USE_PARTS)[number]

export type AssessedUseRow = {
  readonly id: string
  readonly use_id: string | null
  readonly reservation_id: string | null
  readonly number: string | null
  readonly organisation_name: string
  readonly is_outside: boolean
  readonly started_at: Date
  readonly ended_at: Date
  readonly start_source: UseSource | null
  readonly end_source: UseSource | null
  readonly is_corrected: boolean
  readonly counted_seconds: number
  readonly total_fen: bigint | null
}

const PARTS = {
  effective: { condition: sql`layer <= 2`, part: freshPart(2) },
  external: { condition: sql`layer = 1`, part: freshPart(1) },
  inferred: { condition: sql`layer <= 3`, part: sql`(${freshPart(3)}) - coalesce(${freshPart(2)}, interval '0')` },
  booked_only: { condition: sql`layer <= 4`, part: sql`(${freshPart(4)}) - coalesce(${freshPart(3)}, interval '0')` },
}

/** The rows behind a figure of one instrument, in order of time; their counted seconds sum to the figure. */
export async function listAssessedUses(
  db: Db<BookingTables>,
  of: {
    resourceId: string
    period: Period
    now: Date
    part: UsePart
    after: { startedAt: Date; id: string } | undefined
    limit: number
  },
): Promise<AssessedUseRow[]> {
  const { condition, part } = PARTS[of.part]
  const after = of.after ? sql`and (n.started_at, n.id) > (${of.after.startedAt}, ${of.after.id})` : sql``
  const { rows } = await sql<AssessedUseRow>`
    with scope as materialized (${scopeOf([of.resourceId], of.period)}),
    log as (${logOf(of.now)}),
    counted as (
      select id, layer, reservation_id, is_outside, extract(epoch from ${part})::float8 as counted_seconds, ${condition} as is_part from log ${EARLIER}
    ), named as (
      select c.id, u.use_id, c.reservation_id, b.number, coalesce(o.short_name, o.name, '') as organisation_name, c.is_outside,
        coalesce(u.started_at, lower(b.during)) as started_at, coalesce(u.ended_at, upper(b.during)) as ended_at, u.start_source, u.end_source,
        u.replaces is not null as is_corrected, c.counted_seconds, p.total_fen
      from counted c
      left join booking.use_record u on u.id = c.id
      left join booking.reservation b on b.id = c.reservation_id and b.resource_id = ${of.resourceId}
      left join people_pub.organisation o on o.id = coalesce(u.organisation_id, b.organisation_id)
      left join booking_pub.charge p on p.reservation_id = c.reservation_id
      where c.is_part and (c.counted_seconds <> 0 or (c.layer <= 2 and ${of.part} in ('effective', 'external')))
    )
    select * from named n where true ${after} order by n.started_at, n.id limit ${of.limit + 1}`.execute(db)
  return rows
}
