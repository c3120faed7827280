import { sql } from 'kysely'
import type { Db } from '../database/pool.ts'
import type { PlatformTables } from '../platform-tables.ts'

/** Answers to repeated commands are kept for a week, letters for three months: they hold personal data. */
export async function deleteOutdated(db: Db<PlatformTables>): Promise<void> {
  await db.deleteFrom('platform.command_receipt').where('created_at', '<', sql<Date>`now() - interval '7 days'`).execute()
  await db
    .deleteFrom('platform.mail')
    .where('created_at', '<', sql<Date>`now() - interval '90 days'`)
    .where('state', '<>', 'queued')
    .execute()
}
