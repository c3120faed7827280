import { newId } from '@jiju/kernel/ids'
import type { Db } from '../database/pool.ts'
import type { PlatformTables } from '../platform-tables.ts'

type AuditEntry = {
  readonly actorUserId: string | null
  readonly actorOrganisationId: string | null
  /** `<domain>.<noun>.<verb>`, e.g. `booking.reservation.place`. */
  readonly action: string
  readonly subjectType: string
  readonly subjectId: string
  /** What changed, without personal data beyond ids. */
  readonly detail?: Readonly<Record<string, unknown>>
  readonly requestId?: string | null
}

/** Appends to the audit log in the caller's transaction: no change without its entry, no entry without its change. */
export async function recordAudit(db: Db<PlatformTables>, ...entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  await db
    .insertInto('platform.audit_entry')
    .values(
      entries.map((entry) => ({
        id: newId(),
        at: new Date(),
        actor_user_id: entry.actorUserId,
        actor_organisation_id: entry.actorOrganisationId,
        action: entry.action,
        subject_type: entry.subjectType,
        subject_id: entry.subjectId,
        detail: JSON.stringify(entry.detail ?? {}),
        request_id: entry.requestId ?? null,
      })),
    )
    .execute()
}
