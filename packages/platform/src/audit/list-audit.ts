import { type SqlBool, sql } from 'kysely'
import type { Db } from '../database/pool.ts'
import type { PlatformTables } from '../platform-tables.ts'

export type AuditRecord = {
  readonly id: string
  readonly at: Date
  readonly actorUserId: string | null
  readonly actorOrganisationId: string | null
  readonly action: string
  readonly subjectType: string
  readonly subjectId: string
  readonly detail: unknown
  readonly requestId: string | null
  readonly isSealed: boolean
}

type AuditFilter = {
  readonly actorUserId?: string | undefined
  readonly actorOrganisationId?: string | undefined
  /** The whole action, or its beginning up to a dot: `booking`, `booking.reservation`. */
  readonly action?: string | undefined
  readonly subjectType?: string | undefined
  readonly subjectId?: string | undefined
  readonly from?: Date | undefined
  readonly until?: Date | undefined
}

type AuditCursor = readonly [at: string, id: string]

/** The entries that match, newest first; one row more than `limit` says that there are more. `from` counts, `until` does not. */
export async function listAudit(
  db: Db<PlatformTables>,
  query: { readonly filter?: AuditFilter; readonly after?: AuditCursor | undefined; readonly limit: number },
): Promise<AuditRecord[]> {
  const { filter = {}, after, limit } = query
  let select = db
    .selectFrom('platform.audit_entry as entry')
    .leftJoin('platform.audit_seal as seal', 'seal.entry_id', 'entry.id')
    .select(['entry.id', 'entry.at', 'entry.actor_user_id', 'entry.actor_organisation_id', 'entry.action', 'entry.subject_type'])
    .select(['entry.subject_id', 'entry.detail', 'entry.request_id', 'seal.position'])
  if (filter.actorUserId) select = select.where('entry.actor_user_id', '=', filter.actorUserId)
  if (filter.actorOrganisationId) select = select.where('entry.actor_organisation_id', '=', filter.actorOrganisationId)
  if (filter.action) {
    const { action } = filter
    select = select.where(sql<SqlBool>`(entry.action = ${action} or starts_with(entry.action, ${`${action}.`}))`)
  }
  if (filter.subjectType) select = select.where('entry.subject_type', '=', filter.subjectType)
  if (filter.subjectId) select = select.where('entry.subject_id', '=', filter.subjectId)
  if (filter.from) select = select.where('entry.at', '>=', filter.from)
  if (filter.until) select = select.where('entry.at', '<', filter.until)
  if (after) select = select.where(sql<SqlBool>`(entry.at, entry.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const rows = await select.orderBy('entry.at', 'desc').orderBy('entry.id', 'desc').limit(limit).execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actorUserId: row.actor_user_id,
    actorOrganisationId: row.actor_organisation_id,
    action: row.action,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    detail: row.detail,
    requestId: row.request_id,
    isSealed: row.position !== null,
  }))
}
