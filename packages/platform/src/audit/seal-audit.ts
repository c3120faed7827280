import { createHash } from 'node:crypto'
import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Db } from '../database/pool.ts'
import type { PlatformTables } from '../platform-tables.ts'

// Only one process extends the chain at a time.
const SEAL_LOCK = 7_461_020_264
const BATCH = 2000
const RECENT = sql<Date>`now() - interval '2 hours'`

/** What of an entry is sealed; `at` in UTC with microseconds, `detail` as PostgreSQL writes jsonb. */
export type SealedEntry = {
  readonly id: string
  readonly at: string
  readonly actor_user_id: string | null
  readonly actor_organisation_id: string | null
  readonly action: string
  readonly subject_type: string
  readonly subject_id: string
  readonly detail: string
  readonly request_id: string | null
}

/** The columns of `SealedEntry`, exact to the last digit, from `platform.audit_entry entry`. */
export const sealedColumns = sql`entry.id, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  entry.actor_user_id, entry.actor_organisation_id, entry.action, entry.subject_type, entry.subject_id, entry.detail::text as detail, entry.request_id`

/** SHA-256 of the entry's nine values, in the order of `SealedEntry`, as a JSON array without spaces in UTF-8. */
export function hashEntry(entry: SealedEntry): Buffer {
  const { id, at, actor_user_id, actor_organisation_id, action, subject_type, subject_id, detail, request_id } = entry
  return sha256(JSON.stringify([id, at, actor_user_id, actor_organisation_id, action, subject_type, subject_id, detail, request_id]))
}

/** Each link is SHA-256 of the link before it, 32 zero bytes for the first, followed by the entry's hash. */
export function hashLink(previous: Buffer, entryHash: Buffer): Buffer {
  return sha256(Buffer.concat([previous, entryHash]))
}

export const FIRST_LINK = Buffer.alloc(32)

/**
 * Seals the entries that no seal names yet, oldest first, and returns how many. Looking for what is missing, not for what is newer than
 * the last, also finds an entry whose transaction committed after younger ones. The usual run looks back two hours, a complete one over everything.
 */
export async function sealAudit(db: Db<PlatformTables>, options: { readonly isComplete?: boolean } = {}): Promise<number> {
  let total = 0
  for (;;) {
    const sealed = await (db as Kysely<PlatformTables>).transaction().execute((tx) => sealBatch(tx, options.isComplete ?? false))
    total += sealed
    if (sealed < BATCH) return total
  }
}

async function sealBatch(tx: Db<PlatformTables>, isComplete: boolean): Promise<number> {
  const { rows: lock } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${SEAL_LOCK}) as held`.execute(tx)
  if (!lock[0]?.held) return 0
  const since = isComplete ? sql<SqlBool>`true` : sql<SqlBool>`entry.at > ${RECENT}`
  const { rows: entries } = await sql<SealedEntry>`
    select ${sealedColumns} from platform.audit_entry entry
    where ${since} and not exists (select from platform.audit_seal seal where seal.entry_id = entry.id)
    order by entry.at, entry.id limit ${BATCH}`.execute(tx)
  if (entries.length === 0) return 0
  const last = await tx
    .selectFrom('platform.audit_seal')
    .select(['position', 'chain_hash'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  let position = last?.position ?? 0n
  let link: Buffer = last?.chain_hash ?? FIRST_LINK
  const seals = entries.map((entry) => {
    const entryHash = hashEntry(entry)
    link = hashLink(link, entryHash)
    position += 1n
    return { position, entry_id: entry.id, entry_hash: entryHash, chain_hash: link }
  })
  await tx.insertInto('platform.audit_seal').values(seals).execute()
  return entries.length
}

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest()
}
