import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { publish } from '@jiju/platform/outbox/outbox'
import type { PlatformTables } from '@jiju/platform/platform-tables'
import type { ResetPassword } from '../contract/sign-in.ts'
import { mailLink } from '../core/links.ts'
import { findPasswordProblems } from '../core/password-rules.ts'
import { composeMail } from './compose-mail.ts'
import type { Origin, PeopleDeps } from './deps.ts'
import { hashPassword } from './password.ts'
import { recordOwnAct } from './record-own-act.ts'
import { hashToken, newToken } from './secrets.ts'
import { findPasswordReset, findPersonByEmail, insertPasswordReset, setPassword, usePasswordReset } from './sql/persons.ts'
import { endSessions, forgetDevices } from './sql/sessions.ts'
import { mayMail } from './throttle.ts'

const LINK_HOURS = 1
const INVALID: Problem = { code: 'people.reset_link_invalid', kind: 'refused' }

export const RESET_REQUESTED = 'people.password_reset_requested'

/** Takes note of the request and nothing else: known and unknown addresses cost the same time. The mail is made by `answerResetRequest`. */
export async function requestPasswordReset({ db, needs }: PeopleDeps, email: string, origin: Origin): Promise<void> {
  if (await mayMail(db, email, origin, needs.now()))
    await publish(db as unknown as Db<PlatformTables>, { topic: RESET_REQUESTED, payload: { email } })
}

/** Makes the link and its mail, once for each request. */
export async function answerResetRequest({ db, needs }: PeopleDeps, request: { eventId: string; email: string }): Promise<void> {
  const now = needs.now()
  await db.transaction().execute(async (tx) => {
    const person = await findPersonByEmail(tx, request.email)
    if (!person || person.disabled_at) return
    const token = newToken()
    const expiresAt = new Date(now.getTime() + LINK_HOURS * 3_600_000)
    const isNew = await insertPasswordReset(tx, {
      tokenHash: hashToken(token),
      personId: person.id,
      eventId: request.eventId,
      now,
      expiresAt,
    })
    const link = mailLink(needs.publicAddress, 'resetPassword', token)
    if (isNew) await needs.sendMail(tx, composeMail('reset_password', person, { name: person.name, link }))
  })
}

/** Sets the new password; every session ends and no device is known any more. The second factor stays. */
export async function resetPassword({ db, needs, passwordCost }: PeopleDeps, input: ResetPassword, origin: Origin): Promise<void> {
  const now = needs.now()
  const tokenHash = hashToken(input.token)
  const person = await findPasswordReset(db, tokenHash, now)
  if (!person) throw new Refusal(INVALID)
  const problems = findPasswordProblems(input.password, person.email, '/password')
  if (problems.length > 0) throw new Refusal(...problems)
  const passwordHash = await hashPassword(input.password, passwordCost)
  await db.transaction().execute(async (tx) => {
    if (!(await usePasswordReset(tx, tokenHash, person.id, now))) throw new Refusal(INVALID)
    await setPassword(tx, person.id, passwordHash, now)
    await endSessions(tx, person.id, now)
    await forgetDevices(tx, person.id)
    await recordOwnAct(tx, { personId: person.id, action: 'people.password.reset', requestId: origin.requestId })
  })
}
