import { Logger } from 'graphile-worker'

/** What the job queue has to say, as the process logs it. */
export type JobsLog = { readonly warn: (message: string) => void; readonly error: (message: string) => void }

/** graphile-worker's logger over ours: its information about each finished job is dropped, a failed job is reported by the runner itself. */
export function graphileLogger(log: JobsLog): Logger {
  return new Logger(() => (level, message, meta) => {
    if (meta?.failure) return
    if (level === 'error') log.error(message)
    else if (level === 'warning') log.warn(message)
  })
}

export const quietJobsLogger = graphileLogger({ warn: () => undefined, error: () => undefined })
