import { minutesIn, overlaps, type TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import { isPriceProtected } from '../../core/outages/effects.ts'
import { type EquivalentMatch, rankEquivalents } from '../../core/outages/rank-equivalents.ts'
import { draftReservation } from '../draft-reservation.ts'
import { findAlternatives } from '../find-alternatives.ts'
import type { BookingTables } from '../needs.ts'
import { findCustomer } from '../sql/customers.ts'
import { listEquivalentResources } from '../sql/outages/equivalents.ts'
import { listResourceFacts, type ResourceFacts } from '../sql/resource-facts.ts'

/** The booking whose place something is looked for. */
export type Displaced = {
  readonly resource_id: string
  readonly provider_id: string
  readonly organisation_id: string
  readonly start: Date
  readonly end: Date
  readonly price_fen: bigint
}

export type FoundEquivalent = {
  readonly facts: ResourceFacts
  readonly resourceId: string
  readonly match: EquivalentMatch
  readonly start: Date
  readonly end: Date
  readonly priceFen: bigint
}

const MAX_RESOURCES = 12
const SLOTS_EACH = 2
// Slots that were suggested to others are passed over, so more are asked for.
const SPARE_SLOTS = 4

/** Free slots that could take the place of a displaced booking, nearest first; `suggested` (by resource) are left out. */
export async function findEquivalents(
  db: Db<BookingTables>,
  displaced: Displaced,
  options: { readonly now: Date; readonly limit: number; readonly suggested?: ReadonlyMap<string, readonly TimeRange[]> },
): Promise<FoundEquivalent[]> {
  const { now, suggested } = options
  const isInternal = displaced.organisation_id === displaced.provider_id
  const others = await listEquivalentResources(db, displaced.resource_id, MAX_RESOURCES)
  const matches = new Map<string, EquivalentMatch>([
    [displaced.resource_id, 'same_resource'],
    ...others.map((row) => [row.id, row.match] as const),
  ])
  const customer = await findCustomer(db, displaced.organisation_id)
  const found: FoundEquivalent[] = []
  for (const facts of await listResourceFacts(db, [...matches.keys()])) {
    if (isInternal && facts.providerId !== displaced.provider_id) continue
    const wish = { near: displaced.start, minutes: minutesIn(displaced), limit: SLOTS_EACH + (suggested ? SPARE_SLOTS : 0), now }
    const slots = (await findAlternatives(db, facts, wish)).map((slot) => ({ start: new Date(slot.start), end: new Date(slot.end) }))
    const open = slots.filter((slot) => !suggested?.get(facts.resourceId)?.some((other) => overlaps(slot, other)))
    for (const during of open.slice(0, SLOTS_EACH)) {
      const draft = draftReservation(
        { resource: facts, customer, bookerName: '' },
        {
          resourceId: facts.resourceId,
          during,
          operation: undefined,
          customerId: displaced.organisation_id,
          actorOrganisationId: displaced.organisation_id,
          now,
        },
      )
      if (draft.problems.length > 0 || !draft.price) continue
      const match = matches.get(facts.resourceId) ?? 'same_class'
      found.push({
        facts,
        resourceId: facts.resourceId,
        match,
        ...during,
        priceFen: priceFor(displaced, match, during, draft.price.totalFen),
      })
    }
  }
  return rankEquivalents(found, displaced).slice(0, options.limit)
}

/** Another time of the same resource never costs more than what was agreed. */
function priceFor(displaced: Displaced, match: EquivalentMatch, during: TimeRange, priceFen: bigint): bigint {
  const before = { minutes: minutesIn(displaced), priceFen: displaced.price_fen }
  return match === 'same_resource' && isPriceProtected(before, { minutes: minutesIn(during), priceFen }) ? displaced.price_fen : priceFen
}
