import type { Problem } from '@jiju/kernel/problem'
import type { CustomerClass } from './vocabulary.ts'

/** The facts of an organisation that decide what it pays. */
export type CustomerFacts = { readonly id: string; readonly kind: string; readonly status: string; readonly district: string | null }

/**
 * What `customer` pays as: a provider's own people `inside`, other providers `academic`, enterprises of the provider’s district
 * `enterprise`, enterprises that state another one `outside_district`. Only verified enterprises and providers book.
 */
export function customerClassOf(
  customer: CustomerFacts,
  terms: { readonly providerId: string; readonly district: string | null },
): { readonly customerClass: CustomerClass } | { readonly problem: Problem } {
  if (customer.kind !== 'enterprise' && customer.kind !== 'provider')
    return { problem: { code: 'booking.organisation_cannot_book', kind: 'forbidden' } }
  if (customer.status !== 'verified') return { problem: { code: 'booking.organisation_not_verified', kind: 'forbidden' } }
  if (customer.id === terms.providerId) return { customerClass: 'inside' }
  if (customer.kind === 'provider') return { customerClass: 'academic' }
  const isElsewhere = Boolean(terms.district && customer.district) && customer.district !== terms.district
  return { customerClass: isElsewhere ? 'outside_district' : 'enterprise' }
}
