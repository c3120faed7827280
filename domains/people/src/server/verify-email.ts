import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { VerifyEmail } from '../contract/sign-in.ts'
import type { Origin, PeopleDeps } from './deps.ts'
import { type OpenedSession, openSession } from './open-session.ts'
import { verifyPassword } from './password.ts'
import { recordOwnAct } from './record-own-act.ts'
import { hashToken } from './secrets.ts'
import { deletePendingSignUps, insertPersons, tryPendingSignUp } from './sql/persons.ts'

const MAX_TRIES = 10
const INVALID: Problem = { code: 'people.verification_link_invalid', kind: 'refused' }
const WRONG: Problem = { code: 'people.password_wrong', kind: 'refused', field: '/password' }

/**
 * Makes the person of a pending sign-up and signs in. The password is asked for once more: a stranger may have signed up
 * with somebody else's address, and whoever reads that mailbox must not make the stranger's account real by a click.
 */
export async function verifyEmail({ db, needs }: PeopleDeps, input: VerifyEmail, origin: Origin): Promise<OpenedSession> {
  const now = needs.now()
  const pending = await tryPendingSignUp(db, hashToken(input.token), { now, maxTries: MAX_TRIES })
  if (!pending) throw new Refusal(INVALID)
  if (!(await verifyPassword(input.password, pending.password_hash))) throw new Refusal(WRONG)
  return db.transaction().execute(async (tx) => {
    const id = newId(now.getTime())
    const language = pending.language === 'en' ? 'en' : 'zh'
    const person = { id, email: pending.email, name: pending.name, language, passwordHash: pending.password_hash } as const
    const inserted = await insertPersons(tx, [person], now)
    if (inserted.length === 0) throw new Refusal(INVALID)
    await deletePendingSignUps(tx, pending.email)
    await recordOwnAct(tx, { personId: id, action: 'people.account.sign_up', requestId: origin.requestId })
    return openSession(tx, { id, last_organisation_id: null }, origin, now)
  })
}
