import { type Candidate, distanceKm } from '../../core/search/candidates.ts'
import { priceFor } from '../../core/search/price-for.ts'
import { TIERS } from '../../core/search/query-plan.ts'
import { BOOKABLE_KINDS, type CustomerClass } from '../../core/vocabulary.ts'
import type { CustomerRow } from '../sql/search.ts'
import type { FoundRow } from './find-candidates.ts'
import type { SearchNeeds } from './needs.ts'

/** A found resource with what its row tells; prices and distance are those of whoever asks. */
export type Hit = Candidate & { readonly row: FoundRow; readonly customerClass: CustomerClass | null }

/** Who asks, and from where. */
type Asker = {
  readonly viewer: CustomerRow | undefined
  readonly here: { readonly lon: number; readonly lat: number } | undefined
  readonly customerClassOf: SearchNeeds['customerClassOf']
}

export function hitsOf(rows: readonly FoundRow[], { viewer, here, customerClassOf }: Asker): Hit[] {
  return rows.map((row) => {
    const customerClass = viewer ? customerClassOf(viewer, { providerId: row.provider_id, district: row.provider_district }) : null
    return {
      row,
      customerClass,
      id: row.resource_id,
      tier: TIERS.indexOf(row.tierName),
      draw: row.draw,
      kind: row.kind,
      providerId: row.provider_id,
      district: row.district,
      classCode: row.class_code,
      standards: row.standards === '' ? [] : row.standards.split('|'),
      modes: row.modes === '' ? [] : row.modes.split('|'),
      validUntil: { cma: row.cma_until, cnas: row.cnas_until, glp: row.glp_until },
      priceFen: priceFor(pricesOf(row), customerClass ?? 'enterprise') ?? (customerClass === 'inside' && isBookable(row) ? 0n : null),
      distanceKm:
        here && row.longitude !== null && row.latitude !== null ? distanceKm(here, { lon: row.longitude, lat: row.latitude }) : null,
      freeAt: null,
    }
  })
}

export function pricesOf(row: FoundRow): Record<CustomerClass, bigint | null> {
  return {
    inside: row.price_inside_fen,
    member: row.price_member_fen,
    academic: row.price_academic_fen,
    enterprise: row.price_enterprise_fen,
    outside_district: row.price_outside_fen,
  }
}

/** Time can be booked; anything else is ordered without a slot. A provider's own people pay nothing for its time unless it says so. */
export function isBookable({ kind }: { readonly kind: string }): boolean {
  return (BOOKABLE_KINDS as readonly string[]).includes(kind)
}
