import type { Db } from '@jiju/platform/database/pool'
import type { Actor } from '@jiju/platform/http/actor'
import type { OwnQualification } from '../../contract/qualifications.ts'
import { heldLevel } from '../../core/qualification/levels.ts'
import type { BookingTables } from '../needs.ts'
import { getVisibleFacts } from '../see-resource.ts'
import { listHeld } from '../sql/qualification/held.ts'
import { findWays } from '../sql/qualification/ways.ts'

/** What a page shows about self-service on a resource before anybody chooses it. */
export async function readOwnQualification(
  db: Db<BookingTables>,
  resourceId: string,
  reader: Actor | null,
  now: Date,
): Promise<OwnQualification> {
  const { rules, providerId } = await getVisibleFacts(db, resourceId, reader)
  const rule = rules.qualification
  const held = reader ? await listHeld(db, { resourceId, personId: reader.userId }) : []
  const level = heldLevel(held, now)
  const best = held.find((one) => one.level === level)
  const isInside = reader?.organisationId === providerId
  const isAsked = rule !== null && (!isInside || rule.includesInside)
  const highest = rule ? (rule.afterHoursLevel ?? rule.level) : 0
  const aim = rule && level < rule.level ? rule.level : highest
  const ways = rule && level < highest ? await findWays(db, { resourceId, level: aim, before: now, now }) : { training: null, test: null }
  return {
    resourceId,
    level: rule?.level ?? 0,
    afterHoursLevel: rule?.afterHoursLevel ?? null,
    dayStartMinute: rule?.dayStartMinute ?? 0,
    dayEndMinute: rule?.dayEndMinute ?? 1440,
    isWeekendAfterHours: rule?.isWeekendAfterHours ?? false,
    isAsked,
    heldLevel: reader ? level : null,
    lapsesAt: best?.lapsesAt?.toISOString() ?? null,
    isSuspended: held.some(({ isSuspended }) => isSuspended),
    offersOperator: rules.operations.includes('with_operator'),
    training: ways.training && { ...ways.training, start: ways.training.start.toISOString() },
    test: ways.test,
  }
}
