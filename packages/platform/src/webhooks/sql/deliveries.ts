import { newId } from '@jiju/kernel/ids'
import { type Selectable, sql } from 'kysely'
import type { Db } from '../../database/pool.ts'
import type { PlatformTables } from '../../platform-tables.ts'
import type { Posted } from '../post.ts'

type Platform = Db<PlatformTables>

export const DELIVERY_STATES = ['waiting', 'held', 'retrying', 'delivered', 'failed'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

export type DeliveryRow = Selectable<PlatformTables['platform.webhook_delivery']>
export type AttemptRow = Selectable<PlatformTables['platform.webhook_attempt']>

/**
 * One delivery for each webhook of the organisations that wants the topic; returns those that can leave. A paused webhook's are held.
 * The share lock makes this wait for whoever is pausing or resuming, so that nothing stays held at a webhook that is active.
 */
export async function insertDeliveries(
  db: Platform,
  event: {
    readonly id: string
    readonly topic: string
    readonly body: string
    readonly organisationIds: readonly string[]
    readonly now: Date
  },
): Promise<{ id: string; webhookId: string }[]> {
  const { rows: webhooks } = await sql<{ id: string; state: string }>`
    select id, state from platform.webhook
    where organisation_id = any(${event.organisationIds}::uuid[]) and ${event.topic} = any(topics) order by id for share`.execute(db)
  if (webhooks.length === 0) return []
  const inserted = await db
    .insertInto('platform.webhook_delivery')
    .values(
      webhooks.map((webhook) => ({
        id: newId(),
        webhook_id: webhook.id,
        event_id: event.id,
        topic: event.topic,
        body: event.body,
        state: webhook.state === 'active' ? 'waiting' : 'held',
        created_at: event.now,
      })),
    )
    .onConflict((conflict) => conflict.constraint('webhook_delivery_once').doNothing())
    .returning(['id', 'webhook_id', 'state'])
    .execute()
  return inserted.flatMap(({ id, webhook_id, state }) => (state === 'waiting' ? [{ id, webhookId: webhook_id }] : []))
}

/** A delivery with what its webhook says now. */
export async function findDue(db: Platform, id: string) {
  return db
    .selectFrom('platform.webhook_delivery as d')
    .innerJoin('platform.webhook as w', 'w.id', 'd.webhook_id')
    .select(['d.id', 'd.event_id', 'd.topic', 'd.body', 'd.state', 'd.attempts', 'd.created_at', 'd.next_attempt_at', 'd.webhook_id'])
    .select(['w.organisation_id', 'w.name', 'w.address', 'w.secret_sealed', 'w.old_secret_sealed', 'w.old_secret_until'])
    .where('d.id', '=', id)
    .executeTakeFirst()
}
export type DueDelivery = NonNullable<Awaited<ReturnType<typeof findDue>>>

/** What was sent and what came of it. Nothing when the webhook went meanwhile. */
export async function insertAttempt(
  db: Platform,
  attempt: {
    readonly deliveryId: string
    readonly at: Date
    readonly tookMs: number
    readonly byHand: boolean
    readonly headers: Readonly<Record<string, string>>
    readonly posted: Posted
  },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into platform.webhook_attempt (id, delivery_id, at, took_ms, by_hand, request_headers, response_status, response_start, error)
    select ${newId()}::uuid, id, ${attempt.at}::timestamptz, ${attempt.tookMs}::int, ${attempt.byHand}::boolean,
      ${JSON.stringify(attempt.headers)}::jsonb, ${attempt.posted.status}::int, ${attempt.posted.start}::text, ${attempt.posted.error}::text
    from platform.webhook_delivery where id = ${attempt.deliveryId} for key share
    returning id`.execute(db)
  return rows.length === 1
}

export async function markDelivered(db: Platform, delivery: { id: string; webhookId: string; at: Date }): Promise<void> {
  await db
    .updateTable('platform.webhook_delivery')
    .set({ state: 'delivered', delivered_at: delivery.at, next_attempt_at: null })
    .where('id', '=', delivery.id)
    .execute()
  await db
    .updateTable('platform.webhook')
    .set({ last_success_at: delivery.at })
    .where('id', '=', delivery.webhookId)
    // Told once a minute, so that deliveries of one webhook do not wait for each other's row.
    .where((eb) => eb.or([eb('last_success_at', 'is', null), eb('last_success_at', '<', new Date(delivery.at.getTime() - 60_000))]))
    .execute()
}

/** After a failed try of the plan; `nextAt` null ends the plan. A delivery that was delivered or held meanwhile stays so. */
export async function markTried(
  db: Platform,
  tried: { readonly id: string; readonly attempts: number; readonly nextAt: Date | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('platform.webhook_delivery')
    .set({ state: tried.nextAt ? 'retrying' : 'failed', attempts: tried.attempts, next_attempt_at: tried.nextAt })
    .where('id', '=', tried.id)
    .where('state', 'in', ['waiting', 'retrying'])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What has not arrived waits until the webhook is resumed. */
export async function holdDeliveries(db: Platform, webhookId: string): Promise<void> {
  await db
    .updateTable('platform.webhook_delivery')
    .set({ state: 'held', next_attempt_at: null })
    .where('webhook_id', '=', webhookId)
    .where('state', 'in', ['waiting', 'retrying'])
    .execute()
}

/** Starts the plan of everything that was held anew; returns the deliveries, oldest first. */
export async function releaseHeld(db: Platform, webhookId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with released as (
      update platform.webhook_delivery set state = 'waiting', attempts = 0 where webhook_id = ${webhookId} and state = 'held' returning id)
    select id from released order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** A webhook's deliveries, newest first; one row more than `limit` says that there are more. */
export async function listDeliveries(
  db: Platform,
  query: {
    readonly webhookId: string
    readonly state?: string | undefined
    readonly after?: readonly [string] | undefined
    readonly limit: number
  },
): Promise<(DeliveryRow & { lastStatus: number | null; lastError: string | null })[]> {
  let select = db
    .selectFrom('platform.webhook_delivery as d')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('platform.webhook_attempt as a')
          .select(['a.response_status as lastStatus', 'a.error as lastError'])
          .whereRef('a.delivery_id', '=', 'd.id')
          .orderBy('a.id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .selectAll('d')
    .select(['last.lastStatus', 'last.lastError'])
    .where('d.webhook_id', '=', query.webhookId)
  if (query.state) select = select.where('d.state', '=', query.state)
  if (query.after) select = select.where('d.id', '<', query.after[0])
  return select.orderBy('d.id', 'desc').limit(query.limit).execute()
}

/** A delivery of one of the organisation's webhooks; any other id does not exist for it. */
export async function findDelivery(db: Platform, organisationId: string, id: string): Promise<DeliveryRow | undefined> {
  return db
    .selectFrom('platform.webhook_delivery as d')
    .innerJoin('platform.webhook as w', 'w.id', 'd.webhook_id')
    .selectAll('d')
    .where('d.id', '=', id)
    .where('w.organisation_id', '=', organisationId)
    .executeTakeFirst()
}

/** The last tries of a delivery, newest first. */
export async function listAttempts(db: Platform, deliveryId: string, limit: number): Promise<AttemptRow[]> {
  return db
    .selectFrom('platform.webhook_attempt')
    .selectAll()
    .where('delivery_id', '=', deliveryId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

const KEEP_DAYS = 30

/** The log is kept for a month; what a paused webhook left lying for so long goes too. */
export async function deleteOldDeliveries(db: Platform): Promise<void> {
  await sql`
    delete from platform.webhook_delivery
    where created_at < now() - make_interval(days => ${KEEP_DAYS}) and state in ('delivered', 'failed', 'held')`.execute(db)
}

/** A delivery of its own, of no event; returns its id. */
export async function insertPing(
  db: Platform,
  ping: { readonly webhookId: string; readonly eventId: string; readonly topic: string; readonly body: string; readonly now: Date },
): Promise<string> {
  const id = newId()
  await db
    .insertInto('platform.webhook_delivery')
    .values({
      id,
      webhook_id: ping.webhookId,
      event_id: ping.eventId,
      topic: ping.topic,
      body: ping.body,
      state: 'waiting',
      created_at: ping.now,
    })
    .execute()
  return id
}
