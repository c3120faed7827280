import { type Problem, Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { customerClassOf } from '../../core/customer-class.ts'
import { type Price, quoteSamples as priceSamples } from '../../core/prices/quote.ts'
import { findPlaces, firstRunDay, promisedDay, type SamplePlace } from '../../core/samples/plan-queue.ts'
import type { CustomerClass } from '../../core/vocabulary.ts'
import type { BookingTables } from '../needs.ts'
import { QUEUE_FULL, QUEUE_MISSING } from '../problems.ts'
import type { Customer } from '../sql/customers.ts'
import type { ResourceFacts } from '../sql/resource-facts.ts'
import { readTakenDays, type SampleQueueRow } from '../sql/sample-queues.ts'

/** A submission with everything decided but that the places are taken. */
type SampleDraft = {
  readonly customerClass: CustomerClass
  readonly price: Price | undefined
  readonly places: readonly SamplePlace[]
  readonly promisedDay: string | undefined
  readonly problems: readonly Problem[]
}

/** Prices the samples and finds their places; every reason against it is in `problems`. */
export async function draftSamples(
  db: Db<BookingTables>,
  known: { facts: ResourceFacts; queue: SampleQueueRow | undefined; customer: Customer },
  ask: { samples: number; now: Date },
): Promise<SampleDraft> {
  const { facts, queue, customer } = known
  if (!queue) throw new Refusal(QUEUE_MISSING)
  const problems: Problem[] = []
  const decided = customerClassOf(customer, { providerId: facts.providerId, district: facts.providerDistrict })
  if ('problem' in decided) problems.push(decided.problem)
  if (!queue.is_accepting || !facts.rules.isAccepting) problems.push({ code: 'booking.sample_queue_closed', kind: 'refused' })
  if (ask.samples > queue.max_samples)
    problems.push({ code: 'booking.too_many_samples', kind: 'refused', params: { maxSamples: queue.max_samples }, field: '/samples' })
  const customerClass = 'customerClass' in decided ? decided.customerClass : 'enterprise'
  const price = priceSamples(
    { ...facts.rules, rates: facts.rates, tariffs: facts.tariffs, zone: facts.site.zone },
    { samples: ask.samples, at: ask.now, customerClass },
  )
  if (!price) problems.push({ code: 'booking.sample_price_missing', kind: 'refused' })
  const places = await planFor(db, facts, queue, ask)
  if (!places) problems.push(QUEUE_FULL)
  return { customerClass, price, places: places ?? [], promisedDay: places && promisedDay(places), problems }
}

/** The places that samples submitted now would get, behind everything that stands in the queue. */
export async function planFor(
  db: Db<BookingTables>,
  facts: ResourceFacts,
  queue: SampleQueueRow,
  { samples, now }: { samples: number; now: Date },
): Promise<SamplePlace[] | undefined> {
  const from = firstRunDay(facts.site, localDayOf(now, facts.site.zone), queue.lead_days)
  if (!from) return undefined
  const taken = await readTakenDays(db, facts.resourceId, from)
  return findPlaces(facts.site, { from, samples, dailyCapacity: queue.daily_capacity }, taken)
}
