import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Actor } from '@jiju/platform/http/actor'
import type { BookingTables } from './needs.ts'
import { RESOURCE_MISSING } from './problems.ts'
import { findResourceFacts, type ResourceFacts } from './sql/resource-facts.ts'

const isReviewer = (reader: Actor) => reader.roles.some((role) => role === 'operator:operator' || role === 'operator:administrator')

/**
 * The facts of a resource that this reader may see: one that the catalogue shows to everybody; what was taken off, only its provider and those who
 * review. To everybody else it answers like one that does not exist, as the catalogue does; a booking on it stays readable by itself.
 */
export async function getVisibleFacts(db: Db<BookingTables>, resourceId: string, reader: Actor | null): Promise<ResourceFacts> {
  const facts = await findResourceFacts(db, resourceId)
  const isVisible = facts && (facts.isPublished || (reader && (reader.organisationId === facts.providerId || isReviewer(reader))))
  if (!isVisible) throw new Refusal(RESOURCE_MISSING)
  return facts
}
