import { formatFen } from '@jiju/kernel/money'
import { minutesIn, overlaps } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import type { OutagePreview, PreviewOutage } from '../../contract/outages.ts'
import { stateAt } from '../../core/cancellation.ts'
import { effectOf } from '../../core/outages/effects.ts'
import type { BookingTables } from '../needs.ts'
import { listBookersOf } from '../sql/outages/bookers.ts'
import { type InTheWay, listInTheWay } from '../sql/outages/occupy.ts'
import { listFreeUnits } from '../sql/units.ts'
import { planOutage } from './plan-outage.ts'

const MAX_SHOWN = 200

/** Every booking that the outage would hit if it were declared now; changes nothing. Refuses what declaring would refuse for its times. */
export async function previewOutage(db: Db<BookingTables>, wish: PreviewOutage, providerId: string, now: Date): Promise<OutagePreview> {
  const plan = await planOutage(db, wish, providerId, now)
  const hits: (OutagePreview['bookings'][number] & { organisationId: string; priceFen: bigint; minutes: number })[] = []
  const given: Given[] = []
  for (const facts of plan.resources)
    for (const during of plan.occurrences) {
      const rows = await listInTheWay(db, { id: facts.resourceId, units: plan.units }, during)
      for (const row of rows) {
        const effect = effectOf(row, during, now)
        const isThere = stateAt({ state: row.state, heldUntil: null, decideUntil: row.decide_until }, now) !== 'expired'
        if (!isThere || (effect !== 'displaced' && effect !== 'interrupted')) continue
        if (
          effect === 'displaced' &&
          plan.units &&
          (await findsAnotherUnit(db, row, { capacity: facts.rules.capacity, out: plan.units, given }))
        )
          continue
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

type Given = { readonly unit: number; readonly start: Date; readonly end: Date }

/** Whether it would keep its time on a unit that stays in use; `given` holds what those before it would take. */
async function findsAnotherUnit(
  db: Db<BookingTables>,
  row: InTheWay,
  units: { readonly capacity: number; readonly out: readonly number[]; readonly given: Given[] },
): Promise<boolean> {
  const { capacity, out, given } = units
  const free = await listFreeUnits(db, row, capacity)
  const unit = free.find((one) => !out.includes(one) && !given.some((other) => other.unit === one && overlaps(other, row)))
  if (unit !== undefined) given.push({ unit, start: row.start, end: row.end })
  return unit !== undefined
}
