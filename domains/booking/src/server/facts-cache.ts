import { lookUpTogether } from '@jiju/platform/database/look-up-together'
import type { Db } from '@jiju/platform/database/pool'
import type { BookingTables } from './needs.ts'
import { type Customer, findCustomer, findPersonName } from './sql/customers.ts'
import { listResourceFacts, type ResourceFacts } from './sql/resource-facts.ts'

// What decides is compared with the database at each booking; only names can be as old as this.
const MAX_AGE_MS = 300_000
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
 * version, fingerprint and customer with the database, and a refusal is only given in a transaction that read the facts itself.
 */
export class FactsCache {
  private readonly resources = new Shelf<ResourceFacts>()
  private readonly customers = new Shelf<Customer>()
  private readonly persons = new Shelf<string>()
  private readonly db: Db<BookingTables>
  private readonly loadResource: (resourceId: string) => Promise<ResourceFacts | undefined>

  constructor(db: Db<BookingTables>) {
    this.db = db
    this.loadResource = lookUpTogether(async (ids) => new Map((await listResourceFacts(db, ids)).map((facts) => [facts.resourceId, facts])))
  }

  /** A resource for advice, such as other slots: up to some minutes old. */
  findResource(resourceId: string): Promise<ResourceFacts | undefined> {
    return this.resources.get(resourceId, false, () => this.loadResource(resourceId))
  }

  async read(ids: { resourceId: string; customerId: string; bookerId: string }, isFresh = false): Promise<FactsFor> {
    const { resourceId, customerId, bookerId } = ids
    return {
      resource: await this.resources.get(resourceId, isFresh, () => this.loadResource(resourceId)),
      customer: await this.customers.get(customerId, isFresh, () => findCustomer(this.db, customerId)),
      bookerName: (await this.persons.get(bookerId, isFresh, () => findPersonName(this.db, bookerId))) ?? '',
    }
  }
}
