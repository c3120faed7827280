import { formatFen } from '@jiju/kernel/money'
import type { ReservationGroup } from '../../contract/groups.ts'
import { presentReservation, type Reader } from '../present.ts'
import type { GroupRow } from '../sql/groups.ts'
import type { ReservationRow } from '../sql/reservations.ts'

const COUNTED: ReadonlySet<ReservationRow['state']> = new Set(['pending', 'confirmed', 'in_use', 'completed', 'no_show'])

/** Row to wire. */
export function presentGroup(row: GroupRow, reservations: readonly ReservationRow[], reader: Reader): ReservationGroup {
  const total = reservations.filter(({ state }) => COUNTED.has(state)).reduce((sum, { price_fen }) => sum + price_fen, 0n)
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    providerId: row.provider_id,
    providerName: row.provider_name,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    rule: row.rule,
    firstDay: row.first_day,
    excludedDays: [...row.excluded_days],
    addedDays: [...row.added_days],
    total: formatFen(total),
    reservations: reservations.map((reservation) => presentReservation(reservation, reader)),
    version: row.version,
    createdAt: row.created_at.toISOString(),
  }
}
