import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { CalendarRules } from '../../core/calendar-rules.ts'
import type { BookingTables } from '../needs.ts'

/** Gives a published resource of a kind whose time can be booked its calendar, with the default rules; once. True when it had none. */
export async function openCalendar(db: Db<BookingTables>, resourceId: string, kinds: readonly string[]): Promise<boolean> {
  const result = await sql`
    insert into booking.calendar (resource_id, provider_id)
    select id, provider_id from catalog_pub.resource
    where id = ${resourceId} and status = 'published' and kind = any(${[...kinds]}::text[])
    on conflict (resource_id) do nothing`.execute(db)
  return result.numAffectedRows === 1n
}

/** Replaces the rules of a calendar of `providerId`; false when the version is not the current one any more. */
export async function updateCalendar(
  db: Db<BookingTables>,
  target: { resourceId: string; providerId: string; version: number },
  rules: CalendarRules,
  by: { userId: string; now: Date },
): Promise<boolean> {
  const result = await db
    .updateTable('booking.calendar')
    .set({
      is_accepting: rules.isAccepting,
      confirmation: rules.confirmation,
      operations: [...rules.operations],
      operator_hour_fen: rules.operatorHourFen,
      step_minutes: rules.stepMinutes,
      billing_step_minutes: rules.billingStepMinutes,
      min_minutes: rules.minMinutes,
      max_minutes: rules.maxMinutes,
      buffer_before_minutes: rules.bufferBeforeMinutes,
      buffer_after_minutes: rules.bufferAfterMinutes,
      min_notice_minutes: rules.minNoticeMinutes,
      horizon_days: rules.horizonDays,
      free_cancel_hours: rules.freeCancelHours,
      late_cancel_percent: rules.lateCancelPercent,
      decide_within_hours: rules.decideWithinHours,
      capacity: rules.capacity,
      person_week_hours: rules.limits.personWeekHours,
      organisation_week_hours: rules.limits.organisationWeekHours,
      open_bookings: rules.limits.openBookings,
      ahead_hours: rules.limits.aheadHours,
      limits_include_inside: rules.limits.includesInside,
      version: target.version + 1,
      updated_at: by.now,
      updated_by: by.userId,
    })
    .where('resource_id', '=', target.resourceId)
    .where('provider_id', '=', target.providerId)
    .where('version', '=', target.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
