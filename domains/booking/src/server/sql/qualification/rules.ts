import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { QualificationRule } from '../../../core/qualification/levels.ts'
import type { BookingTables } from '../../needs.ts'

export type StoredRule = QualificationRule & { readonly version: number }

/** The rule of a resource; undefined when it asks for nothing. */
export async function findRule(db: Db<BookingTables>, resourceId: string): Promise<StoredRule | undefined> {
  const { rows } = await sql<StoredRule>`
    select level, after_hours_level as "afterHoursLevel", day_start_minute as "dayStartMinute", day_end_minute as "dayEndMinute",
      is_weekend_after_hours as "isWeekendAfterHours", disuse_days as "disuseDays", validity_months as "validityMonths",
      includes_inside as "includesInside", version
    from booking.qualification_rule where resource_id = ${resourceId}`.execute(db)
  return rows[0]
}

type Target = { readonly resourceId: string; readonly providerId: string; readonly version: number }

/** False when the version is not the current one any more; version 0 is that of no rule. */
export async function saveRule(
  db: Db<BookingTables>,
  target: Target,
  rule: QualificationRule,
  by: { userId: string; now: Date },
): Promise<boolean> {
  const values = sql`${rule.level}, ${rule.afterHoursLevel}, ${rule.dayStartMinute}, ${rule.dayEndMinute}, ${rule.isWeekendAfterHours},
    ${rule.disuseDays}, ${rule.validityMonths}, ${rule.includesInside}, ${by.now}, ${by.userId}`
  const columns = sql.raw(
    'level, after_hours_level, day_start_minute, day_end_minute, is_weekend_after_hours, disuse_days, validity_months, includes_inside, updated_at, updated_by',
  )
  const result =
    target.version === 0
      ? await sql`
          insert into booking.qualification_rule (resource_id, provider_id, ${columns})
          values (${target.resourceId}, ${target.providerId}, ${values}) on conflict (resource_id) do nothing`.execute(db)
      : await sql`
          update booking.qualification_rule set (${columns}) = (${values}), version = version + 1
          where resource_id = ${target.resourceId} and provider_id = ${target.providerId} and version = ${target.version}`.execute(db)
  return result.numAffectedRows === 1n
}

/** Asks for nothing any more. */
export async function deleteRule(db: Db<BookingTables>, target: Target): Promise<boolean> {
  const result = await sql`
    delete from booking.qualification_rule
    where resource_id = ${target.resourceId} and provider_id = ${target.providerId} and version = ${target.version}`.execute(db)
  return result.numAffectedRows === 1n
}

/** Bookings that are judged by the rules before are not believed any more. */
export async function touchCalendar(db: Db<BookingTables>, resourceId: string, now: Date): Promise<void> {
  await sql`update booking.calendar set version = version + 1, updated_at = ${now} where resource_id = ${resourceId}`.execute(db)
}

/** Months that a new qualification is valid for, by resource; of the provider's own resources only. */
export async function listValidity(
  db: Db<BookingTables>,
  providerId: string,
  resourceIds: readonly string[],
): Promise<Map<string, number | null>> {
  const { rows } = await sql<{ id: string; months: number | null }>`
    select c.resource_id as id, q.validity_months as months
    from booking.calendar c
    left join booking.qualification_rule q on q.resource_id = c.resource_id
    where c.provider_id = ${providerId} and c.resource_id = any(${[...resourceIds]}::uuid[])
    order by c.resource_id`.execute(db)
  return new Map(rows.map(({ id, months }) => [id, months]))
}
