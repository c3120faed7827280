import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { EditSampleQueue } from '../../contract/samples.ts'
import type { SamplePlace } from '../../core/samples/plan-queue.ts'
import type { BookingTables } from '../needs.ts'

export type SampleQueueRow = {
  readonly resource_id: string
  readonly provider_id: string
  readonly is_accepting: boolean
  readonly daily_capacity: number
  readonly lead_days: number
  readonly max_samples: number
  readonly instructions: string | null
  readonly version: number
  readonly waiting_samples: number
}

const queueColumns = sql`
  select q.resource_id, q.provider_id, q.is_accepting, q.daily_capacity, q.lead_days, q.max_samples, q.instructions, q.version,
    coalesce((select sum(s.sample_count) from booking.sample_submission s
      where s.resource_id = q.resource_id and s.state in ('queued', 'received', 'running')), 0)::int as waiting_samples
  from booking.sample_queue q`

export async function findQueue(db: Db<BookingTables>, resourceId: string): Promise<SampleQueueRow | undefined> {
  const { rows } = await sql<SampleQueueRow>`${queueColumns} where q.resource_id = ${resourceId}`.execute(db)
  return rows[0]
}

/** A provider's queues by resource. */
export async function listQueues(db: Db<BookingTables>, providerId: string): Promise<SampleQueueRow[]> {
  const { rows } = await sql<SampleQueueRow>`${queueColumns} where q.provider_id = ${providerId} order by q.resource_id`.execute(db)
  return rows
}

/** Changes of one queue go one after the other until the transaction ends; undefined when there is no queue. */
export async function lockQueue(tx: Db<BookingTables>, resourceId: string): Promise<SampleQueueRow | undefined> {
  await sql`select 1 from booking.sample_queue where resource_id = ${resourceId} for no key update`.execute(tx)
  return findQueue(tx, resourceId)
}

/** False when the version is not the current one any more; version 0 opens the queue. */
export async function saveQueue(
  db: Db<BookingTables>,
  target: { resourceId: string; providerId: string; version: number },
  rules: EditSampleQueue,
  by: { userId: string; now: Date },
): Promise<boolean> {
  const { isAccepting, dailyCapacity, leadDays, maxSamples, instructions } = rules
  const result =
    target.version === 0
      ? await sql`
          insert into booking.sample_queue (resource_id, provider_id, is_accepting, daily_capacity, lead_days, max_samples, instructions, updated_at, updated_by)
          values (${target.resourceId}, ${target.providerId}, ${isAccepting}, ${dailyCapacity}, ${leadDays}, ${maxSamples}, ${instructions}, ${by.now}, ${by.userId})
          on conflict (resource_id) do nothing`.execute(db)
      : await sql`
          update booking.sample_queue
          set is_accepting = ${isAccepting}, daily_capacity = ${dailyCapacity}, lead_days = ${leadDays}, max_samples = ${maxSamples},
            instructions = ${instructions}, version = version + 1, updated_at = ${by.now}, updated_by = ${by.userId}
          where resource_id = ${target.resourceId} and provider_id = ${target.providerId} and version = ${target.version}`.execute(db)
  return result.numAffectedRows === 1n
}

/** Places taken on each day from `from` on. */
export async function readTakenDays(db: Db<BookingTables>, resourceId: string, from: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ day: string; taken: number }>`
    select day, taken from booking.sample_day where resource_id = ${resourceId} and day >= ${from}::date and taken > 0`.execute(db)
  return new Map(rows.map(({ day, taken }) => [day, taken]))
}

/**
 * Takes the places of a submission: all, or none and false. The check `sample_day_capacity` guards what the plan promises, also against a
 * writer that took no lock.
 */
export async function takePlaces(
  tx: Db<BookingTables>,
  submission: { id: string; resourceId: string; dailyCapacity: number },
  places: readonly SamplePlace[],
): Promise<boolean> {
  const days = places.map(({ day }) => day)
  const samples = places.map((place) => place.samples)
  const taken = await sql`
    insert into booking.sample_day (resource_id, day, capacity, taken)
    select ${submission.resourceId}, day, ${submission.dailyCapacity}::int, samples from unnest(${days}::date[], ${samples}::int[]) as wanted (day, samples)
    order by day
    on conflict (resource_id, day) do update set taken = sample_day.taken + excluded.taken
      where sample_day.taken + excluded.taken <= sample_day.capacity`.execute(tx)
  if (taken.numAffectedRows !== BigInt(places.length)) return false
  await sql`
    insert into booking.sample_place (submission_id, day, samples)
    select ${submission.id}, day, samples from unnest(${days}::date[], ${samples}::int[]) as wanted (day, samples)`.execute(tx)
  return true
}

/** Gives back the places of submissions, all of them or those after a day. */
export async function freePlaces(
  tx: Db<BookingTables>,
  resourceId: string,
  submissionIds: readonly string[],
  after = '-infinity',
): Promise<void> {
  await sql`
    with given as (
      delete from booking.sample_place where submission_id = any(${submissionIds}::uuid[]) and day > ${after}::date returning day, samples
    ), summed as (
      select day, sum(samples)::int as samples from given group by day
    )
    update booking.sample_day d set taken = d.taken - summed.samples from summed where d.resource_id = ${resourceId} and d.day = summed.day`.execute(
    tx,
  )
}

/** Days from `from` on get the new capacity, as far as what stands fixed allows. */
export async function setDayCapacity(tx: Db<BookingTables>, resourceId: string, from: string, capacity: number): Promise<void> {
  await sql`
    update booking.sample_day set capacity = greatest(taken, ${capacity}::int) where resource_id = ${resourceId} and day >= ${from}::date`.execute(
    tx,
  )
}
