import { addDays } from '@jiju/kernel/local-date'
import { dayRange, localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { DoorPlan } from '../../contract/feeds.ts'
import { openSpans } from '../../core/opening-hours.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { toRanges } from '../read-calendar.ts'
import { type BusyRow, listBusy } from '../sql/busy.ts'
import { listDoorResources } from '../sql/feed-bookings.ts'
import { listResourceFacts, type ResourceFacts } from '../sql/resource-facts.ts'
import { type AddressRow, findAddressByToken, touchAddress } from '../sql/secret-addresses.ts'
import { resourcesOf } from './read-feed.ts'
import { hashAddressToken } from './tokens.ts'

// Today and tomorrow.
const DAYS = 2

/** The plan that a token opens; undefined when it opens none. */
export async function readDoor(
  db: Db<BookingTables>,
  needs: Pick<BookingNeeds, 'timelineReaders'>,
  request: { readonly token: string; readonly now: Date },
): Promise<DoorPlan | undefined> {
  const { now } = request
  const address = await findAddressByToken(db, hashAddressToken(request.token), 'door', needs.timelineReaders)
  const wanted = address && resourcesOf(address)
  if (!wanted) return undefined
  const ids = await listDoorResources(db, wanted)
  const facts = await listResourceFacts(db, ids)
  const byId = new Map(facts.map((resource) => [resource.resourceId, resource]))
  const shown = ids.flatMap((id) => byId.get(id) ?? [])
  const [first] = shown
  const zone = first?.site.zone ?? 'Asia/Shanghai'
  const today = localDayOf(now, zone)
  const window = { from: dayRange(today, zone).start, until: dayRange(addDays(today, DAYS - 1), zone).end, now }
  const busy = await listBusy(db, ids, window)
  await touchAddress(db, address.id, now)
  return {
    name: address.name,
    nameEn: address.name_en,
    siteName: first?.siteName ?? null,
    providerName: first?.providerName ?? '',
    zone,
    at: now.toISOString(),
    resources: shown.map((resource) => presentResource(resource, { address, busy, today })),
  }
}

function presentResource(
  facts: ResourceFacts,
  { address, busy, today }: { address: AddressRow; busy: readonly BusyRow[]; today: string },
): DoorPlan['resources'][number] {
  return {
    id: facts.resourceId,
    name: facts.name,
    nameEn: facts.nameEn,
    capacity: facts.rules.capacity,
    open: toRanges(openSpans(facts.site, today, DAYS)),
    bookings: busy.flatMap((row) => (row.resource_id === facts.resourceId ? (presentBooking(row, address) ?? []) : [])),
  }
}

/** A hold and a wish to move are nobody's appointment yet, and what an outage displaced does not take place. */
function presentBooking(row: BusyRow, address: AddressRow): DoorPlan['resources'][number]['bookings'][number] | undefined {
  const { state, kind } = row
  if (row.unit < 0 || kind === 'move' || (state !== 'pending' && state !== 'confirmed' && state !== 'in_use' && state !== 'completed'))
    return undefined
  return {
    start: row.start.toISOString(),
    end: row.end.toISOString(),
    kind,
    state,
    organisation: address.detail === 'organisation' && kind === 'customer' ? row.organisation_name : null,
  }
}
