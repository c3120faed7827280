import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { HolidayRule, WrittenHours } from '../../../core/opening-hours.ts'
import type { BookingTables } from '../../needs.ts'

export type InstrumentRow = {
  readonly id: string
  readonly provider_id: string
  readonly provider_name: string
  readonly site_id: string | null
  readonly site_name: string | null
  readonly name_zh: string | null
  readonly name_en: string | null
  readonly inner_number: string | null
  readonly class_code: string | null
  readonly is_published: boolean
  readonly is_open: boolean
  readonly original_value_fen: bigint | null
  readonly capacity: number
  readonly zone: string
  readonly opening: WrittenHours['opening']
  readonly holiday_rule: HolidayRule
  readonly day_exceptions: WrittenHours['dayExceptions']
}

/** The national scope begins at this original value. */
const NATIONAL_VALUE_FEN = 50_000_000n

/** Whether an instrument is of the national scope. */
export const isNationalScope = ({ original_value_fen: value }: Pick<InstrumentRow, 'original_value_fen'>): boolean =>
  value !== null && value >= NATIONAL_VALUE_FEN

export type InstrumentFilter = {
  readonly providerId?: string | undefined
  readonly resourceId?: string | undefined
  readonly isNational?: boolean | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Instruments that are or were offered, in the order of their ids. */
export async function listInstruments(db: Db<BookingTables>, filter: InstrumentFilter): Promise<InstrumentRow[]> {
  const conditions: RawBuilder<unknown>[] = [sql`r.kind = 'instrument'`, sql`r.status in ('published', 'retired')`]
  if (filter.providerId) conditions.push(sql`r.provider_id = ${filter.providerId}`)
  if (filter.resourceId) conditions.push(sql`r.id = ${filter.resourceId}`)
  if (filter.isNational) conditions.push(sql`f.original_value_fen >= ${NATIONAL_VALUE_FEN}`)
  if (filter.after) conditions.push(sql`r.id > ${filter.after}`)
  const { rows } = await sql<InstrumentRow>`
    select r.id, r.provider_id, coalesce(o.short_name, o.name, '') as provider_name, r.site_id, r.site_name, r.name_zh, r.name_en, r.inner_number, r.class_code,
      r.status = 'published' as is_published,
      r.status = 'published' and (coalesce(c.is_accepting, false) or coalesce(q.is_accepting, false)) as is_open,
      f.original_value_fen, coalesce(c.capacity, 1) as capacity, r.zone, r.opening, r.holiday_rule, r.day_exceptions
    from catalog_pub.resource r
    join catalog_pub.instrument_facts f on f.resource_id = r.id
    left join people_pub.organisation o on o.id = r.provider_id
    left join booking.calendar c on c.resource_id = r.id
    left join booking.sample_queue q on q.resource_id = r.id
    where ${sql.join(conditions, sql` and `)}
    order by r.id limit ${filter.limit}`.execute(db)
  return rows
}

/** The last signal that counts here, so that a reader sees how fresh the figures are. */
export async function findLastRecord(db: Db<BookingTables>, providerId: string | undefined): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(started_at) as at from booking.use_record where ${providerId ? sql`provider_id = ${providerId}` : sql`true`}`.execute(db)
  return rows[0]?.at ?? null
}
