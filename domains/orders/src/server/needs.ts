import type { FileStore } from '@jiju/platform/files/file-store'
import type { Notify } from '@jiju/platform/notices/notice'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { DB } from './tables.ts'

export type OrdersTables = DB

/** What orders asks of the rest of the platform. The composition root supplies it; orders imports no other domain. */
export type OrdersNeeds = {
  readonly now: () => Date
  /** Tells people by page and mail in the caller's transaction; of one key a person is told once. */
  readonly notify: Notify
  /** Papers of both sides, photos of samples, reports. */
  readonly files: FileStore
  /** Where browsers reach the platform, without a slash at the end. */
  readonly publicAddress: string
  /** What a customer pays as at a provider; null when it may not order. */
  readonly customerClassOf: (
    customer: { readonly id: string; readonly kind: string; readonly status: string; readonly district: string | null },
    provider: { readonly providerId: string; readonly district: string | null },
  ) => string | null
}

export type OrdersDeps = { readonly db: Kysely<OrdersTables>; readonly pool: pg.Pool; readonly needs: OrdersNeeds }
