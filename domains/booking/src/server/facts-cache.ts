import type { Db } from '@jiju/platform/database/pool'
import type { BookingTables } from './needs.ts'
import { type Customer, findCustomer, findPersonName } from './sql/customers.ts'
import { findResourceFacts, type ResourceFacts } from './sql/resource-facts.ts'

const MAX_AGE_MS = 30_000
const MAX_ENTRIES = 10_000

/** Keeps what was loaded for a while; what does not exist is asked for again each time. */
class Shelf<Value> {
  private readonly entries = new Map<string, { value: Value; at: number }>()

  async get(key: string, isFresh: boolean, load: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const entry = this.entries.get(key)
    if (!isFresh && entry && Date.now() - entry.at < MAX_AGE_MS) return entry.value
    const value = await load()
    if (this.entries.size >= MAX_ENTRIES) this.entries.clear()
    if (value === undefined) this.entries.delete(key)
    else this.entries.set(key, { value, at: Date.now() })
    return value
  }
}

export type FactsFor = {
  readonly resource: ResourceFacts | undefined
  readonly customer: Customer | undefined
  readonly bookerName: string
}

/**
 * What placing needs to know, kept for some seconds so that a booking is one statement. Never believed: the placing statement compares
 * version, fingerprint and customer with the database, and a refusal is only given on facts that were read for it.
 */
export class FactsCache {
  private readonly resources = new Shelf<ResourceFacts>()
  private readonly customers = new Shelf<Customer>()
  private readonly persons = new Shelf<string>()

  /** A resource for advice, such as other slots: up to some seconds old. */
  findResource(db: Db<BookingTables>, resourceId: string): Promise<ResourceFacts | undefined> {
    return this.resources.get(resourceId, false, () => findResourceFacts(db, resourceId))
  }

  async read(
    db: Db<BookingTables>,
    ids: { resourceId: string; customerId: string; bookerId: string },
    isFresh: boolean,
  ): Promise<FactsFor> {
    return {
      resource: await this.resources.get(ids.resourceId, isFresh, () => findResourceFacts(db, ids.resourceId)),
      customer: await this.customers.get(ids.customerId, isFresh, () => findCustomer(db, ids.customerId)),
      bookerName: (await this.persons.get(ids.bookerId, isFresh, () => findPersonName(db, ids.bookerId))) ?? '',
    }
  }
}
