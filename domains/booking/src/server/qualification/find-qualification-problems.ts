import type { Problem } from '@jiju/kernel/problem'
import type { TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import { heldLevel, neededLevel, notQualified } from '../../core/qualification/levels.ts'
import type { CustomerClass, Operation } from '../../core/vocabulary.ts'
import type { BookingTables } from '../needs.ts'
import { listHeld } from '../sql/qualification/held.ts'
import { findWays } from '../sql/qualification/ways.ts'
import type { ResourceFacts } from '../sql/resource-facts.ts'

type Wanted = { readonly facts: ResourceFacts; readonly during: TimeRange; readonly operation: Operation }
type By = { readonly bookerId: string; readonly customerClass: CustomerClass; readonly isByProvider: boolean; readonly now: Date }

/** Whether the booker holds the level that self-service needs when the use begins; if not, with what would pass instead. */
export async function findQualificationProblems(db: Db<BookingTables>, wanted: Wanted, by: By): Promise<Problem[]> {
  const { facts, during, operation } = wanted
  const rule = facts.rules.qualification
  if (!rule || operation !== 'self_service') return []
  const isAsked = by.customerClass === 'inside' ? rule.includesInside : !by.isByProvider
  const needed = neededLevel(rule, during, facts.site.zone)
  if (!isAsked || needed === 0) return []
  const held = await listHeld(db, { resourceId: facts.resourceId, personId: by.bookerId })
  if (heldLevel(held, during.start) >= needed) return []
  const ways = await findWays(db, { resourceId: facts.resourceId, level: needed, before: during.start, now: by.now })
  return [notQualified(needed, held, during.start, { ...ways, offersOperator: facts.rules.operations.includes('with_operator') })]
}
