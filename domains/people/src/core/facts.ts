/**
 * What an organisation can let another read. `profile` is held here; the others are held by the domains that log their reads here.
 * `innovation_points` is the score alone; what is behind it is opened piece by piece.
 */
export const FACT_SETS = [
  'profile',
  'bookings',
  'orders',
  'innovation_points',
  'points_dimensions',
  'points_position',
  'points_indicators',
  'policy_applications',
  'device_projects',
] as const
export type FactSet = (typeof FACT_SETS)[number]

/** Longest time for which a consent may be given; it can be given again. */
export const MAX_CONSENT_DAYS = 1096

type ConsentState = 'active' | 'expired' | 'revoked'

/** Where a consent stands at `now`: revocation wins over expiry. */
export function consentState(consent: { readonly validUntil: Date; readonly revokedAt: Date | null }, now: Date): ConsentState {
  if (consent.revokedAt) return 'revoked'
  return consent.validUntil > now ? 'active' : 'expired'
}
