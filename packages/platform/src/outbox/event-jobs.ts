import type { JobHandler, JobHandlers } from '../jobs/jobs.ts'
import type { EventHandler, EventHandlers } from './outbox.ts'

/** What a handler's job carries. */
export type EventJob = {
  readonly id: string
  readonly topic: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly occurredAt: string
}

/** Stable: it names the job in the queue while processes of two versions share it. */
export function eventJobName(topic: string, handler: string): string {
  return `event:${topic}:${handler}`
}

/** One job per handler, so that a handler that fails is retried alone. */
export function eventTasks(handlers: EventHandlers): JobHandlers {
  const tasks: Record<string, JobHandler> = {}
  for (const [topic, byName] of Object.entries(handlers)) {
    for (const [name, handler] of Object.entries(byName)) tasks[eventJobName(topic, name)] = deliver(handler)
  }
  return tasks
}

function deliver(handler: EventHandler): JobHandler {
  return async (job) => {
    const { id, topic, payload, occurredAt } = job as EventJob
    await handler({ id, topic, payload, occurredAt: new Date(occurredAt) })
  }
}
