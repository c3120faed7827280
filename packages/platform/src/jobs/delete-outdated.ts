import { sql } from 'kysely'
import type { Db } from '../database/pool.ts'
import { deleteReceiptsBefore } from '../http/receipt-sql.ts'
import type { PlatformTables } from '../platform-tables.ts'

const DAY_MS = 86_400_000

/** What holds personal data and is not needed any more: answers to repeated commands after two days, letters after three months, counted requests after an hour. */
export async function deleteOutdated(db: Db<PlatformTables>): Promise<void> {
  await deleteReceiptsBefore(db, new Date(Date.now() - 2 * DAY_MS))
  await db
    .deleteFrom('platform.mail')
    .where('created_at', '<', sql<Date>`now() - interval '90 days'`)
    .where('state', '<>', 'queued')
    .execute()
  await db.deleteFrom('platform.request_count').where('window_ends_at', '<', sql<Date>`now() - interval '1 hour'`).execute()
}
