import type { Problem } from '@jiju/kernel/problem'
import type { ReservationRow } from '../sql/reservations.ts'

/** A part of a bundle is moved and cancelled with the others; one that an outage displaced may go its own way. */
export function findBundledProblems(row: Pick<ReservationRow, 'group_kind' | 'group_number' | 'unit'>): Problem[] {
  if (row.group_kind !== 'bundle' || row.unit < 0) return []
  return [{ code: 'booking.bundle_together', kind: 'refused', params: { number: row.group_number ?? '' } }]
}
