import { formatFen } from '@jiju/kernel/money'
import { minutesIn } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import type { OutagePreview, PreviewOutage } from '../../contract/outages.ts'
import { stateAt } from '../../core/cancellation.ts'
import { effectOf } from '../../core/outages/effects.ts'
import type { BookingTables } from '../needs.ts'
import { listBookersOf } from '../sql/outages/bookers.ts'
import { listInTheWay } from '../sql/outages/occupy.ts'
import { planOutage } from './plan-outage.ts'

const MAX_SHOWN = 200

/** Every booking that the outage would hit if it were declared now; changes nothing. Refuses what declaring would refuse for its times. */
export async function previewOutage(db: Db<BookingTables>, wish: PreviewOutage, providerId: string, now: Date): Promise<OutagePreview> {
  const plan = await planOutage(db, wish, providerId, now)
  const hits: (OutagePreview['bookings'][number] & { organisationId: string; priceFen: bigint; minutes: number })[] = []
  for (const facts of plan.resources)
    for (const during of plan.occurrences) {
      const rows = await listInTheWay(db, facts.resourceId, during)
      for (const row of rows) {
        const effect = effectOf(row, during, now)
        const isThere = stateAt({ state: row.state, heldUntil: null, decideUntil: row.decide_until }, now) !== 'expired'
        if (!isThere || (effect !== 'displaced' && effect !== 'interrupted')) continue
        hits.push({
          reservationId: row.id,
          number: row.number,
          resourceId: row.resource_id,
          resourceName: facts.name,
          organisationName: '',
          bookerName: '',
          start: row.start.toISOString(),
          end: row.end.toISOString(),
          price: formatFen(row.price_fen),
          isInternal: row.kind === 'internal',
          effect,
          organisationId: row.organisation_id,
          priceFen: row.price_fen,
          minutes: minutesIn(row),
        })
      }
    }
  const shown = hits.slice(0, MAX_SHOWN)
  const bookers = await listBookersOf(
    db,
    shown.map((hit) => hit.reservationId),
  )
  return {
    occurrences: plan.occurrences.map(({ start, end }) => ({ start: start.toISOString(), end: end.toISOString() })),
    bookings: shown.map(({ organisationId: _organisation, priceFen: _price, minutes: _minutes, ...hit }) => ({
      ...hit,
      ...bookers.get(hit.reservationId),
    })),
    bookingCount: hits.length,
    customerCount: new Set(hits.filter((hit) => !hit.isInternal).map((hit) => hit.organisationId)).size,
    bookedMinutes: Math.round(hits.reduce((sum, hit) => sum + hit.minutes, 0)),
    priceTotal: formatFen(hits.reduce((sum, hit) => sum + hit.priceFen, 0n)),
  }
}
