import { type Selectable, sql } from 'kysely'
import type { Db } from '../../database/pool.ts'
import type { PlatformTables } from '../../platform-tables.ts'

type Platform = Db<PlatformTables>

export type WebhookRow = Selectable<PlatformTables['platform.webhook']>

/** Every webhook of an organisation, oldest first; there are at most `MAX_WEBHOOKS`. */
export async function listWebhooks(db: Platform, organisationId: string): Promise<WebhookRow[]> {
  return db.selectFrom('platform.webhook').selectAll().where('organisation_id', '=', organisationId).orderBy('id').execute()
}

/** A webhook of the organisation; any other id does not exist for it. */
export async function findWebhook(db: Platform, organisationId: string, id: string): Promise<WebhookRow | undefined> {
  return db.selectFrom('platform.webhook').selectAll().where('id', '=', id).where('organisation_id', '=', organisationId).executeTakeFirst()
}

export async function insertWebhook(
  db: Platform,
  webhook: {
    readonly id: string
    readonly organisationId: string
    readonly name: string
    readonly address: string
    readonly topics: readonly string[]
    readonly secretSealed: Buffer
    readonly createdBy: string
    readonly now: Date
  },
): Promise<WebhookRow> {
  return db
    .insertInto('platform.webhook')
    .values({
      id: webhook.id,
      organisation_id: webhook.organisationId,
      name: webhook.name,
      address: webhook.address,
      topics: [...webhook.topics],
      state: 'active',
      secret_sealed: webhook.secretSealed,
      created_by: webhook.createdBy,
      created_at: webhook.now,
      updated_at: webhook.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

type Change = Partial<
  Pick<WebhookRow, 'name' | 'address' | 'topics' | 'state' | 'paused_because' | 'secret_sealed' | 'old_secret_sealed' | 'old_secret_until'>
>

/** Undefined when the webhook is not at `version` any more. */
export async function updateWebhook(
  db: Platform,
  target: { readonly organisationId: string; readonly id: string; readonly version: number; readonly now: Date },
  change: Change,
): Promise<WebhookRow | undefined> {
  return db
    .updateTable('platform.webhook')
    .set({ ...change, version: target.version + 1, updated_at: target.now })
    .where('id', '=', target.id)
    .where('organisation_id', '=', target.organisationId)
    .where('version', '=', target.version)
    .returningAll()
    .executeTakeFirst()
}

/** Stops a webhook that nothing reached since `since`; false when something did, or it is stopped already. */
export async function pauseFailing(db: Platform, id: string, since: Date, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('platform.webhook')
    .set((eb) => ({ state: 'paused', paused_because: 'failing', version: eb('version', '+', 1), updated_at: now }))
    .where('id', '=', id)
    .where('state', '=', 'active')
    .where((eb) => eb.or([eb('last_success_at', 'is', null), eb('last_success_at', '<', since)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Removes a webhook with its log; false when the organisation has none of the id. */
export async function deleteWebhook(db: Platform, organisationId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('platform.webhook')
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Until the end of the transaction nobody else adds a webhook to the organisation, so that its number can be counted. */
export async function lockOrganisationWebhooks(db: Platform, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('webhook ' || ${organisationId}, 0))`.execute(db)
}
