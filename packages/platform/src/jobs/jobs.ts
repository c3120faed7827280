/** Runs at least once; throws to be retried with backoff. `payload` is what was enqueued. */
export type JobHandler = (payload: unknown, context: JobContext) => Promise<void>
export type JobContext = { readonly jobId: string; readonly attempt: number; readonly signal: AbortSignal }
export type JobHandlers = Readonly<Record<string, JobHandler>>

/** A job that starts by the clock; `cron` is five fields in UTC. */
export type JobSchedule = { readonly cron: string; readonly job: string; readonly payload?: Readonly<Record<string, unknown>> }
