import { parseFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { EditCalendar } from '../contract/calendars.ts'
import { type CalendarRules, findCalendarProblems } from '../core/calendar-rules.ts'
import type { BookingTables } from './needs.ts'
import { coverNewUnits } from './outages/cover-new-units.ts'
import { RESOURCE_MISSING } from './problems.ts'
import { updateCalendar } from './sql/calendars.ts'
import { findResourceFacts, type ResourceFacts } from './sql/resource-facts.ts'

/** Replaces the booking rules of a resource. Bookings that were made keep the terms that they were made under. */
export async function editCalendar(
  tx: Db<BookingTables>,
  command: Command,
  edit: { resourceId: string; organisationId: string; userId: string; version: number; rules: EditCalendar },
): Promise<ResourceFacts> {
  const facts = await findResourceFacts(tx, edit.resourceId)
  if (!facts || facts.providerId !== edit.organisationId) throw new Refusal(RESOURCE_MISSING)
  const rules: CalendarRules = {
    ...edit.rules,
    calibration: facts.rules.calibration,
    qualification: facts.rules.qualification,
    operatorHourFen: edit.rules.operatorHourPrice === null ? null : (parseFen(edit.rules.operatorHourPrice) ?? null),
  }
  const problems = findCalendarProblems(rules)
  if (problems.length > 0) throw new Refusal(...problems)
  const target = { resourceId: edit.resourceId, providerId: edit.organisationId, version: edit.version }
  if (!(await updateCalendar(tx, target, rules, { userId: edit.userId, now: command.now }))) throw new Refusal(VERSION_STALE)
  if (rules.capacity > facts.rules.capacity) await coverNewUnits(tx, command, target)
  await command.audit({ action: 'booking.calendar.edit', subjectType: 'calendar', subjectId: edit.resourceId, detail: { ...edit.rules } })
  await command.publish('booking.calendar_changed', { resourceId: edit.resourceId })
  const edited = await findResourceFacts(tx, edit.resourceId)
  if (!edited) throw new Refusal(RESOURCE_MISSING)
  return edited
}
