import { newId } from '@jiju/kernel/ids'
import type { Db } from '../database/pool.ts'
import type { PlatformTables } from '../platform-tables.ts'

export type OutboxEvent = { readonly topic: string; readonly payload: Readonly<Record<string, unknown>> }
export type DeliveredEvent = OutboxEvent & { readonly id: string; readonly occurredAt: Date }

/** Runs at least once per event: it must be idempotent, keyed by `event.id`. */
export type EventHandler = (event: DeliveredEvent) => Promise<void>

/** topic → handler name → handler. The name is stable: it is part of the job's key. */
export type EventHandlers = Readonly<Record<string, Readonly<Record<string, EventHandler>>>>

/** The handlers of several parts of a domain as one; a topic keeps all of them. Two of one name would be one job: that ends the start. */
export function mergeHandlers(...parts: readonly EventHandlers[]): EventHandlers {
  const merged: Record<string, Readonly<Record<string, EventHandler>>> = {}
  for (const part of parts)
    for (const [topic, byName] of Object.entries(part)) {
      const others = merged[topic] ?? {}
      const twice = Object.keys(byName).find((name) => name in others)
      if (twice) throw new Error(`Two parts handle the event ${topic} as ${twice}`)
      merged[topic] = { ...others, ...byName }
    }
  return merged
}

/** Writes events in the caller's transaction; they leave when it commits. */
export async function publish(db: Db<PlatformTables>, ...events: readonly OutboxEvent[]): Promise<void> {
  if (events.length === 0) return
  await db
    .insertInto('platform.outbox_event')
    .values(events.map((event) => ({ id: newId(), topic: event.topic, payload: JSON.stringify(event.payload) })))
    .execute()
}
