import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { firstRunDay, planQueue, promisedDay, type SamplePlace } from '../../core/samples/plan-queue.ts'
import type { BookingTables } from '../needs.ts'
import { QUEUE_FULL } from '../problems.ts'
import type { ResourceFacts } from '../sql/resource-facts.ts'
import { freePlaces, readTakenDays, type SampleQueueRow, setDayCapacity, takePlaces } from '../sql/sample-queues.ts'
import { listQueued, type SampleRow, setPromisedDay } from '../sql/sample-submissions.ts'

/** A promise that moved; who was promised is told. */
export type MovedPromise = { readonly row: SampleRow; readonly day: string }

/**
 * Places everything that waits anew in the order of the queue; what is being run keeps its places. The caller holds the queue's lock. Returns
 * the promises that changed.
 */
export async function arrangeQueue(tx: Db<BookingTables>, queue: SampleQueueRow, facts: ResourceFacts, now: Date): Promise<MovedPromise[]> {
  const { resource_id: resourceId, daily_capacity: dailyCapacity } = queue
  const { site } = facts
  const today = localDayOf(now, site.zone)
  const waiting = (await listQueued(tx, [resourceId])).filter((row) => row.state !== 'running')
  await freePlaces(
    tx,
    resourceId,
    waiting.map(({ id }) => id),
  )
  await setDayCapacity(tx, resourceId, today, dailyCapacity)

  const wishes = waiting.map((row) => ({ id: row.id, samples: row.sample_count, earliest: earliestDay(row, queue, facts, today) }))
  const plan = planQueue(site, wishes, dailyCapacity, await readTakenDays(tx, resourceId, today))
  if (!plan) throw new Refusal(QUEUE_FULL)
  const moved: MovedPromise[] = []
  for (const row of waiting) {
    const places = plan.get(row.id) ?? []
    await take(tx, row.id, queue, places)
    const day = promisedDay(places)
    if (day === row.promised_day) continue
    await setPromisedDay(tx, row.id, day, now)
    moved.push({ row, day })
  }
  return moved
}

async function take(tx: Db<BookingTables>, id: string, queue: SampleQueueRow, places: readonly SamplePlace[]): Promise<void> {
  const isTaken = await takePlaces(tx, { id, resourceId: queue.resource_id, dailyCapacity: queue.daily_capacity }, places)
  if (!isTaken) throw new Error(`the plan of queue ${queue.resource_id} does not fit its days`)
}

/** Samples that have arrived can be run today; others after the days that they need to come. */
function earliestDay(row: SampleRow, queue: SampleQueueRow, { site }: ResourceFacts, today: string): string {
  if (row.state === 'received') return today
  const earliest = firstRunDay(site, localDayOf(row.created_at, site.zone), queue.lead_days) ?? today
  return earliest > today ? earliest : today
}
