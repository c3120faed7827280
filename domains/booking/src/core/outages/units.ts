import type { Problem } from '@jiju/kernel/problem'

/** Units are named of one resource, and only those that its calendar has. `capacity` is null when several resources are chosen. */
export function findUnitProblems(units: readonly number[] | undefined, capacity: number | null): Problem[] {
  if (units === undefined) return []
  if (capacity === null) return [{ code: 'booking.outage_units_one_resource', kind: 'refused', field: '/units' }]
  return units.some((unit) => unit > capacity)
    ? [{ code: 'booking.outage_unit_unknown', kind: 'refused', params: { capacity }, field: '/units' }]
    : []
}
