import { sql } from 'kysely'
import type { Db } from '../database/pool.ts'

/** Runs at least once; throws to be retried with backoff. `payload` is what was enqueued. */
export type JobHandler = (payload: unknown, context: JobContext) => Promise<void>
export type JobContext = { readonly jobId: string; readonly attempt: number; readonly signal: AbortSignal }
export type JobHandlers = Readonly<Record<string, JobHandler>>

/** A job that starts by the clock; `cron` is five fields in UTC. */
export type JobSchedule = { readonly cron: string; readonly job: string; readonly payload?: Readonly<Record<string, unknown>> }

type EnqueueOptions = {
  /** A waiting job of the same key is replaced by this one, so that many wishes for one thing become one job. */
  readonly key?: string
  /** Not before this instant; now when left out. */
  readonly runAt?: Date
  /** Jobs of one queue run one after the other. */
  readonly queue?: string
  /** Tries until it counts as given up; the pause grows from 3 s to 6 h. 25 when left out, which is four days. */
  readonly maxAttempts?: number
}

/**
 * Puts a job into the queue in the caller's transaction; it runs after the commit. The commit wakes the workers, for which PostgreSQL
 * lets one such transaction commit at a time: where that matters, publish an event instead.
 */
export async function enqueue<Tables>(
  db: Db<Tables>,
  job: string,
  payload: Readonly<Record<string, unknown>> = {},
  options: EnqueueOptions = {},
): Promise<void> {
  await sql`select from graphile_worker.add_job(
    ${job}, ${JSON.stringify(payload)}::json,
    queue_name => ${options.queue ?? null}::text,
    run_at => ${options.runAt ?? null}::timestamptz,
    max_attempts => ${options.maxAttempts ?? null}::int,
    job_key => ${options.key ?? null}::text)`.execute(db)
}
