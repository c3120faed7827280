import { sql } from 'kysely'
import type { Db } from '../database/pool.ts'

/**
 * `failed`: given up. `retrying`: the last attempt threw, another follows. `waiting`: due, no worker has it yet.
 * `scheduled`: due later. `running`: a worker has it.
 */
export const JOB_STATES = ['failed', 'retrying', 'waiting', 'scheduled', 'running'] as const
export type JobState = (typeof JOB_STATES)[number]

export type Job = {
  readonly id: string
  readonly name: string
  readonly payload: unknown
  readonly state: JobState
  readonly attempts: number
  readonly maxAttempts: number
  /** When it is due; null when it was given up. */
  readonly nextAttemptAt: Date | null
  readonly lastError: string | null
  readonly createdAt: Date
  readonly startedAt: Date | null
}

type JobCursor = readonly [id: string]

type JobRow = {
  id: bigint
  name: string
  payload: unknown
  state: JobState
  attempts: number
  max_attempts: number
  run_at: Date
  last_error: string | null
  created_at: Date
  locked_at: Date | null
}

const state = sql<JobState>`case when job.locked_at is not null then 'running' when job.attempts >= job.max_attempts then 'failed'
  when job.last_error is not null then 'retrying' when job.run_at > now() then 'scheduled' else 'waiting' end`

type JobQuery = {
  readonly state?: JobState | undefined
  /** The whole name, or its beginning. */
  readonly name?: string | undefined
  readonly after?: JobCursor | undefined
  readonly limit: number
}

/** Jobs that are not done yet, newest first; ask for one more than a page to know whether there are more. Done jobs leave the queue. */
export async function listJobs<Tables>(db: Db<Tables>, query: JobQuery): Promise<Job[]> {
  const conditions = [
    ...(query.state ? [sql`${state} = ${query.state}`] : []),
    ...(query.name ? [sql`starts_with(task.identifier, ${query.name})`] : []),
    ...(query.after ? [sql`job.id < ${query.after[0]}::bigint`] : []),
    sql`true`,
  ]
  const { rows } = await sql<JobRow>`
    select job.id, task.identifier as name, job.payload, ${state} as state, job.attempts, job.max_attempts, job.run_at, job.last_error,
      job.created_at, job.locked_at
    from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
    where ${sql.join(conditions, sql` and `)}
    order by job.id desc limit ${query.limit}`.execute(db)
  return rows.map(presentJob)
}

/** How many jobs are in each state. */
export async function countJobs<Tables>(db: Db<Tables>): Promise<Record<JobState, number>> {
  const { rows } = await sql<{ state: JobState; count: number }>`
    select ${state} as state, count(*)::int as count from graphile_worker._private_jobs job group by 1`.execute(db)
  const counts = { failed: 0, retrying: 0, waiting: 0, scheduled: 0, running: 0 }
  for (const row of rows) counts[row.state] = row.count
  return counts
}

/** Of some keys those whose job a worker has or will take; the others are done, given up or discarded. */
export async function findLiveKeys<Tables>(db: Db<Tables>, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select job.key from graphile_worker._private_jobs job
    where job.key = any(${keys}::text[]) and (job.locked_at is not null or job.attempts < job.max_attempts)`.execute(db)
  return new Set(rows.map(({ key }) => key))
}

/** Makes a job due now with all its attempts before it; false when there is no such job, or a worker has it. */
export async function retryJob<Tables>(db: Db<Tables>, id: string): Promise<boolean> {
  const { rows } = await sql`select from graphile_worker.reschedule_jobs(array[${id}::bigint], run_at => now(), attempts => 0)`.execute(db)
  return rows.length > 0
}

/** Removes a job that nobody needs any more; false when there is no such job, or a worker has it. */
export async function discardJob<Tables>(db: Db<Tables>, id: string): Promise<boolean> {
  const { rows } = await sql`select from graphile_worker.complete_jobs(array[${id}::bigint])`.execute(db)
  return rows.length > 0
}

function presentJob(row: JobRow): Job {
  return {
    id: String(row.id),
    name: row.name,
    payload: row.payload,
    state: row.state,
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
    nextAttemptAt: row.attempts >= row.max_attempts ? null : row.run_at,
    lastError: row.last_error,
    createdAt: row.created_at,
    startedAt: row.locked_at,
  }
}
