import type { TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import { heldLevel, lackOf, neededLevel } from '../../core/qualification/levels.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { rangeText } from '../notices/time-texts.ts'
import { heldKey, listHeldOf } from '../sql/qualification/held.ts'
import { type ComingBooking, endLoss, insertLoss, type LossCause, listComing } from '../sql/qualification/losses.ts'
import { findReservationForLetters } from '../sql/reservations.ts'
import { listResourceFacts, type ResourceFacts } from '../sql/resource-facts.ts'

type Review = { readonly resourceId: string; readonly personId?: string | undefined }

/**
 * Compares coming bookings in self-service with what their bookers hold: those that lost their ground are noted and told, those that have it
 * again are let go. The number of new losses.
 */
export async function reviewGround(tx: Db<BookingTables>, needs: Pick<BookingNeeds, 'notify'>, now: Date, of?: Review): Promise<number> {
  const bookings = await listComing(tx, now, of)
  const resourceIds = [...new Set(bookings.map((booking) => booking.resource_id))]
  const facts = new Map((await listResourceFacts(tx, resourceIds)).map((one) => [one.resourceId, one]))
  const held = await listHeldOf(tx, resourceIds, [...new Set(bookings.map((booking) => booking.booker_id))])
  let found = 0
  for (const booking of bookings) {
    const known = facts.get(booking.resource_id)
    const needed = known ? levelAsked(known, booking) : 0
    const theirs = held.get(heldKey({ resourceId: booking.resource_id, personId: booking.booker_id })) ?? []
    if (heldLevel(theirs, booking.start) >= needed) {
      if (booking.loss_id) await endLoss(tx, booking.loss_id, { state: 'restored', by: null, now })
      continue
    }
    if (booking.loss_id) continue
    const lack = lackOf(theirs, needed, booking.start)
    const cause: LossCause = lack === 'suspended' || lack === 'lapsed' ? lack : 'rule'
    const id = await insertLoss(tx, booking, { cause, neededLevel: needed, now })
    if (!id) continue
    found += 1
    await tell(tx, needs, booking, { id, needed })
  }
  return found
}

function levelAsked({ rules, site }: ResourceFacts, booking: ComingBooking): number {
  const rule = rules.qualification
  if (!rule) return 0
  const isAsked = booking.customer_class === 'inside' ? rule.includesInside : !booking.is_placed_by_provider
  return isAsked ? neededLevel(rule, booking satisfies TimeRange, site.zone) : 0
}

async function tell(
  tx: Db<BookingTables>,
  needs: Pick<BookingNeeds, 'notify'>,
  booking: ComingBooking,
  loss: { id: string; needed: number },
): Promise<void> {
  const row = await findReservationForLetters(tx, booking.id)
  if (!row) return
  const params = {
    number: row.number,
    resource: { zh: row.resource_name, en: row.resource_name_en || row.resource_name },
    provider: row.provider_name,
    person: row.booker_name,
    time: rangeText(row.start, row.end, row.zone),
    level: loss.needed,
  }
  const key = `ground_loss ${loss.id}`
  await needs.notify(tx, { kind: 'booking.ground_lost_customer', to: [row.booker_id], params, link: `/e/bookings/${row.id}`, key })
  await needs.notify(tx, {
    kind: 'booking.ground_lost_provider',
    to: { organisationId: row.provider_id, roles: ['provider:lab_manager'] },
    params,
    link: '/p/qualifications?tab=losses',
    key: `${key} provider`,
  })
}
