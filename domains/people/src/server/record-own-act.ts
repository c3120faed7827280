import { recordAudit } from '@jiju/platform/audit/audit'
import type { Db } from '@jiju/platform/database/pool'
import type { PlatformTables } from '@jiju/platform/platform-tables'
import type { PeopleDb } from './sql/database.ts'

/** Audit of what a person does before anybody is signed in: signing up, in, and resetting. */
export async function recordOwnAct(
  db: PeopleDb,
  act: { personId: string; action: string; requestId: string | null; detail?: Readonly<Record<string, unknown>> },
): Promise<void> {
  await recordAudit(db as unknown as Db<PlatformTables>, {
    actorUserId: act.personId,
    actorOrganisationId: null,
    action: act.action,
    subjectType: 'people.person',
    subjectId: act.personId,
    detail: act.detail ?? {},
    requestId: act.requestId,
  })
}
