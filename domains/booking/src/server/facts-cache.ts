import type { Db } from '@jiju/platform/database/pool'
import type { BookingTables } from './needs.ts'
import { type Customer, findCustomer, findPersonName } from './sql/customers.ts'
import { findResourceFacts, type ResourceFacts } from './sql/resource-facts.ts'

const MAX_AGE_MS = 30_000
const MAX_ENTRIES = 10_000

class Shelf<Value> {
  private readonly entries = new Map<string, { value: Value; at: number }>()

  get(key: string): Value | undefined {
    const entry = this.entries.get(key)
    return entry && Date.now() - entry.at < MAX_AGE_MS ? entry.value : undefined
  }

  put(key: string, value: Value): Value {
    if (this.entries.size >= MAX_ENTRIES) this.entries.clear()
    this.entries.set(key, { value, at: Date.now() })
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

  async read(db: Db<BookingTables>, ids: { resourceId: string; customerId: string; bookerId: string }, fresh: boolean): Promise<FactsFor> {
    const kept = <Value>(shelf: Shelf<Value>, key: string) => (fresh ? undefined : shelf.get(key))
    const resource = kept(this.resources, ids.resourceId) ?? (await findResourceFacts(db, ids.resourceId))
    const customer = kept(this.customers, ids.customerId) ?? (await findCustomer(db, ids.customerId))
    const bookerName = kept(this.persons, ids.bookerId) ?? (await findPersonName(db, ids.bookerId)) ?? ''
    if (resource) this.resources.put(ids.resourceId, resource)
    if (customer) this.customers.put(ids.customerId, customer)
    this.persons.put(ids.bookerId, bookerName)
    return { resource, customer, bookerName }
  }
}
