import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { QualificationRule, QualificationRuleEntry } from '../../contract/qualifications.ts'
import type { QualificationRule as Rule } from '../../core/qualification/levels.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { RESOURCE_MISSING } from '../problems.ts'
import { deleteRule, findRule, type StoredRule, saveRule, touchCalendar } from '../sql/qualification/rules.ts'
import { findResourceFacts } from '../sql/resource-facts.ts'
import { reviewGround } from './review-ground.ts'

const AFTER_HOURS_LOWER: Problem = { code: 'booking.after_hours_level_lower', kind: 'refused', field: '/afterHoursLevel' }
const DAY_REVERSED: Problem = { code: 'booking.day_hours_reversed', kind: 'refused', field: '/dayEndMinute' }

const ASKS_NOTHING: StoredRule = {
  level: 0,
  afterHoursLevel: null,
  dayStartMinute: 480,
  dayEndMinute: 1080,
  isWeekendAfterHours: true,
  disuseDays: null,
  validityMonths: null,
  includesInside: false,
  version: 0,
}

export async function readRule(db: Db<BookingTables>, resourceId: string, providerId: string): Promise<QualificationRule> {
  const facts = await findResourceFacts(db, resourceId)
  if (!facts || facts.providerId !== providerId) throw new Refusal(RESOURCE_MISSING)
  return { resourceId, ...((await findRule(db, resourceId)) ?? ASKS_NOTHING) }
}

/** Replaces what self-service asks for. Bookings that were made without the level are found and told, as when somebody loses it. */
export async function editRule(
  tx: Db<BookingTables>,
  command: Command,
  needs: Pick<BookingNeeds, 'notify'>,
  edit: { resourceId: string; providerId: string; userId: string; version: number; rule: QualificationRuleEntry },
): Promise<QualificationRule> {
  const { resourceId, providerId, version } = edit
  const { now } = command
  await readRule(tx, resourceId, providerId)
  const rule = edit.rule as Rule
  const problems: Problem[] = []
  if (rule.afterHoursLevel !== null && rule.afterHoursLevel <= rule.level) problems.push(AFTER_HOURS_LOWER)
  if (rule.dayStartMinute >= rule.dayEndMinute) problems.push(DAY_REVERSED)
  if (problems.length > 0) throw new Refusal(...problems)
  const target = { resourceId, providerId, version }
  const asksNothing = rule.level === 0 && rule.afterHoursLevel === null
  const isSaved = asksNothing
    ? version === 0 || (await deleteRule(tx, target))
    : await saveRule(tx, target, rule, { userId: edit.userId, now })
  if (!isSaved) throw new Refusal(VERSION_STALE)
  await touchCalendar(tx, resourceId, now)
  await command.audit({ action: 'booking.qualification_rule.edit', subjectType: 'calendar', subjectId: resourceId, detail: { ...rule } })
  await command.publish('booking.calendar_changed', { resourceId })
  await reviewGround(tx, needs, now, { resourceId })
  return readRule(tx, resourceId, providerId)
}
