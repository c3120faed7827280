import type { TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import type { FileStore } from '@jiju/platform/files/file-store'
import type { Command } from '@jiju/platform/http/command'
import type { Language } from '@jiju/platform/http/problem-texts'
import type { Notify } from '@jiju/platform/notices/notice'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { DB } from './tables.ts'

export type OrdersTables = DB

/** A signed file that was replaced or withdrawn, and when. */
export type EndedPaper = { readonly sha256: string; readonly state: 'replaced' | 'withdrawn'; readonly on: Date }

/** What orders asks of the rest of the platform. The composition root supplies it; orders imports no other domain. */
export type OrdersNeeds = {
  readonly now: () => Date
  /** Tells people by page and mail in the caller's transaction; of one key a person is told once. */
  readonly notify: Notify
  /** Papers of both sides, photos of samples, reports. */
  readonly files: FileStore
  /** Seals the keys that sign reports. */
  readonly authSecret: string
  /** Where browsers reach the platform, without a slash at the end. */
  readonly publicAddress: string
  /** Whether the sandbox may stand in for a payment provider: never where the money is real. */
  readonly isSandboxOpen: () => Promise<boolean>
  /** What a customer pays as at a provider; null when it may not order. */
  readonly customerClassOf: (
    customer: { readonly id: string; readonly kind: string; readonly status: string; readonly district: string | null },
    provider: { readonly providerId: string; readonly district: string | null },
  ) => string | null
  /** Papers of other domains, signed under the same root, that no longer hold. */
  readonly endedElsewhere: (db: Db<OrdersTables>) => Promise<readonly EndedPaper[]>
  readonly instruments: Instruments
  /** Published services that words, a method or the number of a standard find, best first. */
  readonly findServices: (db: Db<OrdersTables>, words: string) => Promise<readonly string[]>
  /** The first free time of each resource within a window; one that has none is left out. */
  readonly firstFreeSlots: (
    resourceIds: readonly string[],
    window: { readonly from: Date; readonly to: Date; readonly minutes: number },
  ) => Promise<ReadonlyMap<string, TimeRange>>
}

/** Calendars of instruments and rooms, kept by the booking domain. A provider takes its own resources for its own people. */
export type Instruments = {
  /** All resources at that time for the task, or a refusal with everything that speaks against it. */
  readonly place: (
    tx: Db<OrdersTables>,
    command: Command,
    use: InstrumentUse & { readonly placedBy: string; readonly project: string; readonly note: string | null },
  ) => Promise<readonly { readonly resourceId: string; readonly reservationId: string }[]>
  /** Gives back what has not been used; the rest stays as it is. */
  readonly release: (
    tx: Db<OrdersTables>,
    work: Pick<Command, 'now' | 'audit' | 'publish'>,
    release: { readonly providerId: string; readonly reservationIds: readonly string[]; readonly reason: string | undefined },
  ) => Promise<void>
  /** What speaks against a time, for each resource, in the reader's language. */
  readonly check: (
    db: Db<OrdersTables>,
    use: InstrumentUse,
    at: { readonly now: Date; readonly language: Language },
  ) => Promise<readonly { readonly resourceId: string; readonly code: string; readonly message: string }[]>
  /** Times in a window at which all can be had together, earliest first. */
  readonly findTimes: (
    db: Db<OrdersTables>,
    use: Omit<InstrumentUse, 'during'> & { readonly from: Date; readonly until: Date; readonly minutes: number; readonly limit: number },
    now: Date,
  ) => Promise<readonly TimeRange[]>
}

type InstrumentUse = {
  readonly providerId: string
  readonly personId: string
  readonly resourceIds: readonly string[]
  readonly during: TimeRange
  /** Bookings that are given back first: they stand against nothing. */
  readonly givingBack?: readonly string[]
}

export type OrdersDeps = { readonly db: Kysely<OrdersTables>; readonly pool: pg.Pool; readonly needs: OrdersNeeds }
