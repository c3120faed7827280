import { sql } from 'kysely'
import type { Db } from '../database/pool.ts'

/** `failed`: the last attempt threw, whether another follows or not. `waiting`: not tried yet. `running`: a worker has it. */
export type JobState = 'failed' | 'waiting' | 'running'

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

export type JobCursor = readonly [id: string]

type JobRow = {
  id: bigint
  name: string
  payload: unknown
  attempts: number
  max_attempts: number
  run_at: Date
  last_error: string | null
  created_at: Date
  locked_at: Date | null
}

const conditions = {
  failed: sql`job.locked_at is null and job.last_error is not null`,
  waiting: sql`job.locked_at is null and job.last_error is null`,
  running: sql`job.locked_at is not null`,
} as const

/** Jobs that are not done yet, newest first; one row more than `limit` says that there are more. Done jobs leave the queue. */
export async function listJobs<Tables>(
  db: Db<Tables>,
  query: { readonly state: JobState; readonly after?: JobCursor | undefined; readonly limit: number },
): Promise<Job[]> {
  const after = query.after ? sql`and job.id < ${query.after[0]}::bigint` : sql``
  const { rows } = await sql<JobRow>`
    select job.id, task.identifier as name, job.payload, job.attempts, job.max_attempts, job.run_at, job.last_error, job.created_at, job.locked_at
    from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
    where ${conditions[query.state]} ${after}
    order by job.id desc limit ${query.limit}`.execute(db)
  return rows.map((row) => presentJob(row, query.state))
}

/** How many jobs are in each state; failures that were given up stand apart. */
export async function countJobs<Tables>(db: Db<Tables>): Promise<{ waiting: number; running: number; failed: number; givenUp: number }> {
  const { rows } = await sql<{ waiting: number; running: number; failed: number; givenUp: number }>`
    select count(*) filter (where ${conditions.waiting})::int as waiting, count(*) filter (where ${conditions.running})::int as running,
      count(*) filter (where ${conditions.failed})::int as failed,
      count(*) filter (where ${conditions.failed} and job.attempts >= job.max_attempts)::int as "givenUp"
    from graphile_worker._private_jobs job`.execute(db)
  return rows[0] ?? { waiting: 0, running: 0, failed: 0, givenUp: 0 }
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

function presentJob(row: JobRow, state: JobState): Job {
  return {
    id: String(row.id),
    name: row.name,
    payload: row.payload,
    state,
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
    nextAttemptAt: row.attempts >= row.max_attempts ? null : row.run_at,
    lastError: row.last_error,
    createdAt: row.created_at,
    startedAt: row.locked_at,
  }
}
