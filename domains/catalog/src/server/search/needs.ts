import type { Notify } from '@jiju/platform/notices/notice'
import type { CustomerClass } from '../../core/vocabulary.ts'

/** What the search asks of the rest of the platform. */
export type SearchNeeds = {
  readonly now: () => Date
  /** Tells people by page and mail in the caller's transaction; of one key a person is told once. */
  readonly notify: Notify
  /** The first free stretch of `minutes` in the window, for each resource that has one. */
  readonly firstFreeSlots: (
    resourceIds: readonly string[],
    window: { readonly from: Date; readonly to: Date; readonly minutes: number },
  ) => Promise<ReadonlyMap<string, { readonly start: Date; readonly end: Date }>>
  /** What an organisation pays as at a provider; null when it cannot book there. */
  readonly customerClassOf: (
    customer: { readonly id: string; readonly kind: string; readonly status: string; readonly district: string | null },
    provider: { readonly providerId: string; readonly district: string | null },
  ) => CustomerClass | null
}
