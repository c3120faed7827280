import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Displacement } from '../../contract/outages.ts'
import type { BookingTables } from '../needs.ts'
import { findDisplacement } from '../sql/outages/displacements.ts'
import { findOutageForNotices } from '../sql/outages/outages.ts'
import { type FoundEquivalent, findEquivalents } from './find-equivalents.ts'
import { presentAffected, presentEquivalent } from './present-outage.ts'

const MAX_EQUIVALENTS = 12
const DISPLACEMENT_MISSING = { code: 'booking.displacement_missing', kind: 'missing' } as const

/** What an outage did to a booking, for its customer or provider, with what can be had instead while the answer is open. */
export async function readDisplacement(
  db: Db<BookingTables>,
  reservationId: string,
  organisationId: string,
  now: Date,
): Promise<Displacement> {
  const row = await findDisplacement(db, reservationId, organisationId)
  const outage = row && (await findOutageForNotices(db, row.outage_id))
  if (!row || !outage) throw new Refusal(DISPLACEMENT_MISSING)
  const found = row.state === 'open' ? await findEquivalents(db, row, { now, limit: MAX_EQUIVALENTS }) : []
  const isOffered = (one: FoundEquivalent) =>
    row.offers.some((offer) => offer.resource_id === one.resourceId && new Date(offer.start).getTime() === one.start.getTime())
  const proposed = found.filter(isOffered)
  return {
    booking: presentAffected(row),
    outage: { type: outage.type, reason: outage.reason, start: outage.start.toISOString(), end: outage.end.toISOString() },
    equivalents: [...proposed, ...found.filter((one) => !isOffered(one))].map((one) => presentEquivalent(one, row)),
    proposedCount: proposed.length,
  }
}
