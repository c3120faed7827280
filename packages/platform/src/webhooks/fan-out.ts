import type { Kysely } from 'kysely'
import type { Db } from '../database/pool.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { EventHandler, EventHandlers } from '../outbox/outbox.ts'
import type { PlatformTables } from '../platform-tables.ts'
import type { PublicEvent, PublicEvents } from './public-events.ts'
import { insertDeliveries } from './sql/deliveries.ts'

type FanOutDeps = { readonly db: Kysely<PlatformTables>; readonly now: () => Date }

export const DELIVER = 'webhooks.deliver'

/** Each public event goes to the webhooks of the organisations whose matter it is. */
export function webhookEvents(deps: FanOutDeps, events: PublicEvents): EventHandlers {
  return Object.fromEntries(Object.entries(events).map(([topic, event]) => [topic, { 'webhooks.fan_out': fanOut(deps, event) }]))
}

/** Deliveries and their jobs commit together; an event handled twice makes no second delivery. */
function fanOut({ db, now }: FanOutDeps, { data, present }: PublicEvent): EventHandler {
  return async (event) => {
    const presented = await present(event)
    if (!presented) return
    const body = bodyOf({ id: event.id, topic: event.topic, occurredAt: event.occurredAt, data: data.parse(presented.data) })
    const to = [...new Set(presented.organisationIds)]
    await db.transaction().execute(async (tx) => {
      const deliveries = await insertDeliveries(tx, { id: event.id, topic: event.topic, body, organisationIds: to, now: now() })
      for (const { id, webhookId } of deliveries) await enqueueDelivery(tx, { deliveryId: id, webhookId, attempt: 0 })
    })
  }
}

/** The bytes that are signed and sent, the same at every try. */
export function bodyOf(event: { readonly id: string; readonly topic: string; readonly occurredAt: Date; readonly data: unknown }): string {
  return JSON.stringify({ id: event.id, topic: event.topic, occurredAt: event.occurredAt.toISOString(), data: event.data })
}

/** One webhook's deliveries leave one after the other, so a slow server takes one worker at most. */
export async function enqueueDelivery(
  db: Db<PlatformTables>,
  job: { readonly deliveryId: string; readonly webhookId: string; readonly attempt: number | 'by_hand'; readonly runAt?: Date },
): Promise<void> {
  const { deliveryId, webhookId, attempt, runAt } = job
  await enqueue(db, DELIVER, { deliveryId, attempt }, { queue: `webhook ${webhookId}`, ...(runAt && { runAt }) })
}
