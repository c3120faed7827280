import type { LocalDate } from '@jiju/kernel/local-date'
import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Figures } from '../../../core/assessment/figures.ts'
import type { BookingTables } from '../../needs.ts'

export type SnapshotRow = { readonly year: number; readonly last_day: LocalDate; readonly data_until: Date }

export type KeptFigures = {
  readonly resourceId: string
  readonly providerId: string
  readonly isNational: boolean
  readonly isPublished: boolean
  readonly isOpen: boolean
  readonly figures: Figures
}

/** Whoever writes the figures of a year does so alone; released with the transaction. */
export async function lockYear(db: Db<BookingTables>, year: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`booking.assessment_snapshot ${year}`}, 0))`.execute(db)
}

export async function findSnapshot(db: Db<BookingTables>, year: number): Promise<SnapshotRow | undefined> {
  const { rows } = await sql<SnapshotRow>`
    select year, last_day, data_until from booking.assessment_snapshot where year = ${year}`.execute(db)
  return rows[0]
}

export async function deleteFigures(db: Db<BookingTables>, year: number): Promise<void> {
  await sql`delete from booking.assessment_figure where year = ${year}`.execute(db)
}

export async function insertFigures(
  db: Db<BookingTables>,
  of: { year: number; dataUntil: Date },
  rows: readonly KeptFigures[],
): Promise<void> {
  const values = rows.map(({ figures, ...row }) => ({
    resource_id: row.resourceId,
    provider_id: row.providerId,
    is_national: row.isNational,
    is_published: row.isPublished,
    is_open: row.isOpen,
    open_seconds: figures.openSeconds,
    effective_seconds: figures.effectiveSeconds,
    external_seconds: figures.externalSeconds,
    inferred_seconds: figures.inferredSeconds,
    booked_only_seconds: figures.bookedOnlySeconds,
    unit_seconds: figures.unitSeconds,
    uses: figures.uses,
    external_uses: figures.externalUses,
    inside_fen: figures.insideFen.toString(),
    outside_fen: figures.outsideFen.toString(),
    pending_fen: figures.pendingFen.toString(),
    evaluations: figures.evaluations,
    mark_sum: figures.markSum,
  }))
  await sql`
    insert into booking.assessment_figure (year, data_until, resource_id, provider_id, is_national, is_published, is_open, open_seconds, effective_seconds,
      external_seconds, inferred_seconds, booked_only_seconds, unit_seconds, uses, external_uses, inside_fen, outside_fen, pending_fen, evaluations, mark_sum)
    select ${of.year}, ${of.dataUntil}::timestamptz, row.* from json_to_recordset(${JSON.stringify(values)}::json) as row (
      resource_id uuid, provider_id uuid, is_national boolean, is_published boolean, is_open boolean, open_seconds float8, effective_seconds float8,
      external_seconds float8, inferred_seconds float8, booked_only_seconds float8, unit_seconds float8, uses int, external_uses int, inside_fen bigint,
      outside_fen bigint, pending_fen bigint, evaluations int, mark_sum int)`.execute(db)
}

export async function writeSnapshot(db: Db<BookingTables>, row: SnapshotRow & { instruments: number; seconds: number }): Promise<void> {
  await sql`
    insert into booking.assessment_snapshot (year, last_day, data_until, instruments, seconds)
    values (${row.year}, ${row.last_day}, ${row.data_until}, ${row.instruments}, ${row.seconds})
    on conflict (year) do update set last_day = excluded.last_day, data_until = excluded.data_until, instruments = excluded.instruments,
      seconds = excluded.seconds`.execute(db)
}

type SummedRow = Figures & { readonly provider_id: string; readonly provider_name: string; readonly class_code: string | null }

/** The kept figures of a year, summed by institution and class: as many rows as the district has of the two together. */
export async function listSummedFigures(db: Db<BookingTables>, of: { year: number; isNational: boolean }): Promise<SummedRow[]> {
  const { rows } = await sql<SummedRow>`
    select f.provider_id, coalesce(min(o.short_name), min(o.name), '') as provider_name, left(r.class_code, 4) as class_code,
      (count(*) filter (where f.is_published))::int as instruments, (count(*) filter (where f.is_open))::int as "openInstruments",
      sum(f.effective_seconds) as "effectiveSeconds", sum(f.external_seconds) as "externalSeconds", sum(f.inferred_seconds) as "inferredSeconds",
      sum(f.booked_only_seconds) as "bookedOnlySeconds", sum(f.unit_seconds) as "unitSeconds", sum(f.open_seconds) as "openSeconds",
      sum(f.uses)::int as uses, sum(f.external_uses)::int as "externalUses", sum(f.inside_fen)::bigint as "insideFen",
      sum(f.outside_fen)::bigint as "outsideFen", sum(f.pending_fen)::bigint as "pendingFen", sum(f.evaluations)::int as evaluations,
      sum(f.mark_sum)::int as "markSum"
    from booking.assessment_figure f
    left join catalog_pub.resource r on r.id = f.resource_id
    left join people_pub.organisation o on o.id = f.provider_id
    where f.year = ${of.year} and (${!of.isNational} or f.is_national)
    group by f.provider_id, left(r.class_code, 4)
    order by f.provider_id, left(r.class_code, 4)`.execute(db)
  return rows
}
