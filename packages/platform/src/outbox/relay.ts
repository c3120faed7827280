import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Working } from '../jobs/run.ts'
import { type EventJob, eventJobName } from './event-jobs.ts'

type RelayOptions = {
  readonly pool: pg.Pool
  readonly modules: readonly Pick<Working, 'events'>[]
  readonly log: { readonly warn: (message: string) => void }
  readonly pollMs?: number
}

const BATCH = 200

/** Moves events to the jobs of their handlers until `stop`; several processes may do so at once. */
export function startRelay(options: RelayOptions): { stop: () => Promise<void> } {
  const { pool, modules, log, pollMs = 200 } = options
  const stopping = new AbortController()
  const loop = async () => {
    while (!stopping.signal.aborted) {
      const pauseMs = await relayOnce({ pool, modules }).then(
        // A full batch says that more are waiting.
        (moved) => (moved < BATCH ? pollMs : 0),
        (error: unknown) => {
          log.warn(`Events could not be relayed, they wait: ${error instanceof Error ? error.message : String(error)}`)
          return pollMs * 10
        },
      )
      if (pauseMs > 0) await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const running = loop()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

type OutboxRow = { id: string; topic: string; payload: Readonly<Record<string, unknown>>; occurred_at: Date }

/**
 * Turns waiting events into one job per handler, in one transaction: an event is either in the outbox or in the queue.
 * Topics that this process does not know wait an hour for one that does, such as the next version during an update, and go then.
 */
export async function relayOnce(options: Pick<RelayOptions, 'pool' | 'modules'>): Promise<number> {
  const handlers = handlersByTopic(options.modules)
  const client = await options.pool.connect()
  try {
    await client.query('begin')
    // `array(…)` is read once; as a join the inner query could run again and take more than the batch.
    const { rows } = await client.query<OutboxRow>(
      `delete from platform.outbox_event where id = any(array(
         select id from platform.outbox_event where topic = any($1) or occurred_at < now() - interval '1 hour'
         order by id limit $2 for update skip locked))
       returning id, topic, payload, occurred_at`,
      [[...handlers.keys()], BATCH],
    )
    const jobs = rows.flatMap((row) => (handlers.get(row.topic) ?? []).map((handler) => jobOf(row, handler)))
    if (jobs.length > 0) await enqueueAll(client, jobs)
    await client.query('commit')
    client.release()
    return rows.length
  } catch (error) {
    // The connection's state is unknown: closing it rolls back.
    client.release(true)
    throw error
  }
}

function handlersByTopic(modules: RelayOptions['modules']): Map<string, string[]> {
  const handlers = new Map<string, string[]>()
  for (const { events = {} } of modules) {
    for (const [topic, byName] of Object.entries(events)) handlers.set(topic, [...(handlers.get(topic) ?? []), ...Object.keys(byName)])
  }
  return handlers
}

type Spec = { readonly task: string; readonly key: string; readonly payload: EventJob }

function jobOf(row: OutboxRow, handler: string): Spec {
  return {
    task: eventJobName(row.topic, handler),
    key: `${row.id} ${handler}`,
    payload: { id: row.id, topic: row.topic, payload: row.payload, occurredAt: row.occurred_at.toISOString() },
  }
}

/** Due since the event occurred: what was published first is taken first. */
async function enqueueAll(client: pg.ClientBase, jobs: readonly Spec[]): Promise<void> {
  await client.query(
    `select count(*) from graphile_worker.add_jobs((
       select array_agg((job.task, job.payload, null, job.payload->>'occurredAt', null, job.key, null, null)::graphile_worker.job_spec)
       from json_to_recordset($1) as job(task text, payload json, key text)))`,
    [JSON.stringify(jobs)],
  )
}
