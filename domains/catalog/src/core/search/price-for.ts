import type { Fen } from '@jiju/kernel/money'
import type { CustomerClass, PriceUnit, ResourceKind } from '../vocabulary.ts'
import { BOOKABLE_KINDS } from '../vocabulary.ts'

export type PricesByClass = Readonly<Record<CustomerClass, Fen | null>>

/** Whose price counts for a customer class, first known first; the same order as the one in which booking charges. */
export const PRICE_PREFERENCE: Readonly<Record<CustomerClass, readonly CustomerClass[]>> = {
  inside: ['inside'],
  member: ['member', 'enterprise'],
  academic: ['academic', 'enterprise'],
  enterprise: ['enterprise'],
  outside_district: ['outside_district', 'enterprise'],
}

/** What a customer of the class pays for one unit; null when the provider states nothing for it. */
export function priceFor(prices: PricesByClass, customerClass: CustomerClass): Fen | null {
  for (const payer of PRICE_PREFERENCE[customerClass]) if (prices[payer] !== null) return prices[payer]
  return null
}

const TIME_FIRST: readonly PriceUnit[] = ['hour', 'day', 'run', 'sample', 'batch', 'item', 'project']
const SAMPLE_FIRST: readonly PriceUnit[] = ['sample', 'item', 'batch', 'run', 'project', 'hour', 'day']

/** The unit whose prices a result shows: time for what can be booked, samples for what is ordered. Undefined without prices. */
export function shownUnit(kind: ResourceKind, units: readonly PriceUnit[]): PriceUnit | undefined {
  return (BOOKABLE_KINDS.includes(kind) ? TIME_FIRST : SAMPLE_FIRST).find((unit) => units.includes(unit))
}
