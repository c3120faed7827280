import type { AnyDb } from '@jiju/platform/database/pool'
import type { CustomerClass } from '../../core/vocabulary.ts'

export type Letter = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly language: 'zh' | 'en'
  readonly key?: string
}

/** What the search asks of the rest of the platform. */
export type SearchNeeds = {
  readonly now: () => Date
  /** Where browsers reach the platform, without a slash at the end. */
  readonly publicAddress: string
  /** Writes a letter in the caller's transaction; of one `key` only once. */
  readonly sendMail: (db: AnyDb, mail: Letter) => Promise<void>
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
