import { newId } from '@jiju/kernel/ids'
import type { Origin } from './deps.ts'
import { recordOwnAct } from './record-own-act.ts'
import { hashToken, newToken } from './secrets.ts'
import type { PeopleDb } from './sql/database.ts'
import { listMemberships } from './sql/memberships.ts'
import { insertSession, rememberDevice } from './sql/sessions.ts'

const DAY_MS = 86_400_000
/** A session ends after this long in any case … */
const SESSION_DAYS = 90
/** … and earlier when it was not used for this long. */
export const IDLE_DAYS = 14

/** What the browser is given: both are secrets. */
export type OpenedSession = { readonly sessionToken: string; readonly deviceToken: string; readonly expiresAt: Date }

/** Signs the person in: a session for the organisation they last acted for, and a device that is known from now on. */
export async function openSession(
  db: PeopleDb,
  person: { readonly id: string; readonly last_organisation_id: string | null },
  origin: Origin,
  now: Date,
): Promise<OpenedSession> {
  const memberships = await listMemberships(db, person.id)
  const active = memberships.find((membership) => membership.id === person.last_organisation_id) ?? memberships[0]
  const opened = {
    sessionToken: newToken(),
    deviceToken: origin.deviceToken ?? newToken(),
    expiresAt: new Date(now.getTime() + SESSION_DAYS * DAY_MS),
  }
  const id = newId()
  await insertSession(db, {
    id,
    tokenHash: hashToken(opened.sessionToken),
    personId: person.id,
    activeOrganisationId: active?.id ?? null,
    now,
    expiresAt: opened.expiresAt,
    address: origin.address,
    userAgent: origin.userAgent,
  })
  await rememberDevice(db, hashToken(opened.deviceToken), person.id, now)
  await recordOwnAct(db, { personId: person.id, action: 'people.session.open', requestId: origin.requestId, detail: { sessionId: id } })
  return opened
}
