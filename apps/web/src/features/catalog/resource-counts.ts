import type { ResourceKind } from '@jiju/catalog/core/vocabulary'

type Counts = Partial<Record<ResourceKind, number>>

/** Everything that is ordered as a service rather than used as an instrument or a place. */
export function serviceCount(counts: Counts): number {
  return (counts.testing_service ?? 0) + (counts.technical_service ?? 0) + (counts.glp_study ?? 0)
}

export function totalCount(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
