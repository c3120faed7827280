import { EventEmitter, once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseCronItems, run, runOnce, type Task, type TaskList, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import type { DomainModule } from '../module.ts'
import { eventTasks } from '../outbox/event-jobs.ts'
import { graphileLogger, type JobsLog, quietJobsLogger } from './graphile-logger.ts'
import type { JobHandler, JobHandlers, JobSchedule } from './jobs.ts'
import { keepLease } from './lease.ts'
import { openQueuePool } from './queue-pool.ts'

/** What the workers need of a module. */
export type Working = Pick<DomainModule, 'events' | 'jobs' | 'outboundJobs' | 'schedules'>

type JobsOptions = {
  /** Says which database; the workers open `concurrency + 2` connections of their own, and those of outbound jobs as many as two need. */
  readonly pool: pg.Pool
  readonly modules: readonly Working[]
  readonly log: JobsLog
  /** Jobs at once in this process. */
  readonly concurrency?: number
  /** Told about each job that ended, for the figures. */
  readonly onJobEnd?: (job: string, outcome: 'done' | 'failed' | 'given_up') => void
}

const RESTART_MS = 1000
const OUTBOUND_CONCURRENCY = 2

/**
 * With a delay, even of 0, graphile-worker watches whether the database heard that a job ended. Without one it does not, and a database
 * that goes away at that moment ends the process by an unhandled rejection.
 */
const GUARDED = { completeJobBatchDelay: 0, failJobBatchDelay: 0 }

/** Jobs that share workers. */
type Lane = { readonly tasks: TaskList; readonly schedules: readonly JobSchedule[]; readonly concurrency: number }

/**
 * Starts the workers of this process: jobs, the handlers of events, and what starts by the clock; and beside them those of jobs that wait for
 * other people's servers. `stop` waits for the running jobs.
 */
export async function startJobs(options: JobsOptions): Promise<{ stop: () => Promise<void> }> {
  const { modules, concurrency = 3 } = options
  const outbound = outboundTasksOf(modules)
  const lanes: Lane[] = [{ tasks: tasksOf(modules), schedules: modules.flatMap((module) => module.schedules ?? []), concurrency }]
  if (Object.keys(outbound).length > 0) lanes.push({ tasks: outbound, schedules: [], concurrency: OUTBOUND_CONCURRENCY })
  const running = await Promise.all(lanes.map((lane) => startLane(options, lane)))
  return {
    stop: async () => {
      await Promise.all(running.map((lane) => lane.stop()))
    },
  }
}

async function startLane(options: JobsOptions, lane: Lane): Promise<{ stop: () => Promise<void> }> {
  const { log } = options
  const stopping = new AbortController()
  const stopped = once(stopping.signal, 'abort')
  let workers = await startWorkers(options, lane)
  // Workers that could not tell the database what became of a job end; the job is free again when their lease is.
  const supervise = async () => {
    while (!stopping.signal.aborted) {
      await Promise.race([workers.ended, stopped])
      if (stopping.signal.aborted) return
      log.warn('The job workers ended; starting them again')
      await workers.stop()
      workers = await startAgain(options, lane, stopping.signal)
    }
  }
  const supervised = supervise()
  return {
    stop: async () => {
      stopping.abort()
      await supervised
      await workers.stop()
    },
  }
}

type Workers = { readonly ended: Promise<void>; readonly stop: () => Promise<void> }

const NO_WORKERS: Workers = { ended: Promise.resolve(), stop: async () => undefined }

async function startAgain(options: JobsOptions, lane: Lane, stopping: AbortSignal): Promise<Workers> {
  while (!stopping.aborted) {
    await sleep(RESTART_MS, undefined, { signal: stopping }).catch(() => undefined)
    try {
      return await startWorkers(options, lane)
    } catch (error) {
      options.log.warn(`The job workers cannot start: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return NO_WORKERS
}

async function startWorkers(options: JobsOptions, { tasks, schedules, concurrency }: Lane): Promise<Workers> {
  const { pool, log } = options
  const events: WorkerEvents = new EventEmitter()
  reportJobs(events, options)
  // The lease says that this process lives; without it another process would take its jobs over.
  const lease = keepLease(pool, log)
  events.once('pool:create', ({ workerPool }) => lease.hold(workerPool.id))
  const queue = openQueuePool(pool, concurrency + 1, (error) => log.warn(`A connection of the job workers broke: ${error.message}`))
  const close = async () => {
    await lease.release()
    await queue.end()
  }
  try {
    const runner = await run({
      pgPool: queue,
      preset: { worker: { concurrentJobs: concurrency, pollInterval: 1000, ...GUARDED } },
      noHandleSignals: true,
      logger: graphileLogger(log),
      events,
      taskList: tasks,
      parsedCronItems: cronItemsOf(schedules),
    })
    const ended = runner.promise.catch((error) => log.error(`Job workers: ${error instanceof Error ? error.message : String(error)}`))
    let isEnded = false
    void ended.then(() => {
      isEnded = true
    })
    return {
      ended,
      stop: async () => {
        if (!isEnded) await runner.stop()
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Runs every job that is due and returns how many, unless told otherwise one after the other; for tests and commands that end. */
export async function drainJobs(options: {
  readonly pool: pg.Pool
  readonly modules: readonly Working[]
  readonly concurrency?: number
}): Promise<number> {
  const { concurrency = 1 } = options
  const taskList = { ...tasksOf(options.modules), ...outboundTasksOf(options.modules) }
  if (Object.keys(taskList).length === 0) return 0
  let count = 0
  const events: WorkerEvents = new EventEmitter()
  events.on('job:start', () => {
    count += 1
  })
  const queue = openQueuePool(options.pool, concurrency + 1)
  // Workers beside each other take and hand back many jobs at once.
  const batches = concurrency > 1 && { localQueue: { size: concurrency * 4 }, completeJobBatchDelay: 1 }
  try {
    await runOnce({
      pgPool: queue,
      preset: { worker: { concurrentJobs: concurrency, ...batches } },
      taskList,
      events,
      noHandleSignals: true,
      logger: quietJobsLogger,
    })
  } finally {
    await queue.end()
  }
  return count
}

function tasksOf(modules: readonly Working[]): TaskList {
  return taskListOf(modules.map((module) => ({ ...module.jobs, ...eventTasks(module.events ?? {}) })))
}

function outboundTasksOf(modules: readonly Working[]): TaskList {
  return taskListOf(modules.map((module) => module.outboundJobs ?? {}))
}

function taskListOf(parts: readonly JobHandlers[]): TaskList {
  const tasks: TaskList = {}
  for (const handlers of parts) {
    for (const [name, handler] of Object.entries(handlers)) {
      if (tasks[name]) throw new Error(`Two modules handle the job ${name}`)
      tasks[name] = toTask(handler)
    }
  }
  return tasks
}

function toTask(handler: JobHandler): Task {
  return async (payload, { job, abortSignal }) => {
    await handler(payload, { jobId: String(job.id), attempt: job.attempts, signal: abortSignal ?? new AbortController().signal })
  }
}

function cronItemsOf(schedules: readonly JobSchedule[]) {
  return parseCronItems(
    schedules.map(({ cron, job, payload }) => ({
      task: job,
      match: cron,
      identifier: `${job} ${cron}`,
      // Work that piled up while nobody ran is done once, and a slow run is not overtaken by the next.
      options: { jobKey: `${job} ${cron}`, jobKeyMode: 'replace', maxAttempts: 3 },
      ...(payload && { payload: { ...payload } }),
    })),
  )
}

function reportJobs(events: WorkerEvents, { log, onJobEnd }: JobsOptions): void {
  events.on('job:success', ({ job }) => onJobEnd?.(job.task_identifier, 'done'))
  events.on('job:error', ({ job, error }) => {
    const message = error instanceof Error ? error.message : String(error)
    log.warn(`Job ${job.task_identifier} ${job.id} failed at attempt ${job.attempts} of ${job.max_attempts}: ${message}`)
    onJobEnd?.(job.task_identifier, job.attempts >= job.max_attempts ? 'given_up' : 'failed')
  })
}
