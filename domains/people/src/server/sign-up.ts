import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { SignUp } from '../contract/sign-in.ts'
import { mailLink } from '../core/links.ts'
import { findPasswordProblems } from '../core/password-rules.ts'
import { acceptInvitation, getOpenInvitation } from './accept-invitation.ts'
import { composeMail } from './compose-mail.ts'
import type { Origin, PeopleDeps } from './deps.ts'
import { type OpenedSession, openSession } from './open-session.ts'
import { hashPassword } from './password.ts'
import { recordOwnAct } from './record-own-act.ts'
import { hashToken, newToken } from './secrets.ts'
import { deletePendingSignUps, findPerson, findPersonByEmail, insertPendingSignUp, insertPersons } from './sql/persons.ts'
import { mayMail } from './throttle.ts'

const LINK_HOURS = 24

/**
 * Keeps the sign-up until the link in the mail is followed. A known address gets another mail and the caller the same answer,
 * so that nobody can find out who has an account.
 */
export async function signUp({ db, needs, passwordCost }: PeopleDeps, input: SignUp, origin: Origin): Promise<void> {
  const problems = findPasswordProblems(input.password, input.email, '/password')
  if (problems.length > 0) throw new Refusal(...problems)
  const now = needs.now()
  const passwordHash = await hashPassword(input.password, passwordCost)
  if (!(await mayMail(db, input.email, origin, now))) return
  const token = newToken()
  await db.transaction().execute(async (tx) => {
    const { email, name, language } = input
    const expiresAt = new Date(now.getTime() + LINK_HOURS * 3_600_000)
    await insertPendingSignUp(tx, { tokenHash: hashToken(token), email, name, language, passwordHash, now, expiresAt })
    const known = await findPersonByEmail(tx, email)
    const mail = known
      ? composeMail('already_registered', known, { link: `${needs.publicAddress}/signin` })
      : composeMail('verify_email', input, { name, link: mailLink(needs.publicAddress, 'verifyEmail', token) })
    await needs.sendMail(tx, mail)
  })
}

/** Signs up by an invitation: its mail proved the address, so the person is a member and signed in at once. */
export async function signUpInvited(
  { db, needs, passwordCost }: PeopleDeps,
  input: SignUp & { invitationToken: string },
  origin: Origin,
): Promise<OpenedSession> {
  const now = needs.now()
  const invitation = await getOpenInvitation(db, input.invitationToken, now)
  const problems = findPasswordProblems(input.password, input.email, '/password')
  if (invitation.email !== input.email) problems.unshift({ code: 'people.invitation_other_email', kind: 'refused', field: '/email' })
  if (problems.length > 0) throw new Refusal(...problems)
  const passwordHash = await hashPassword(input.password, passwordCost)
  return db.transaction().execute(async (tx) => {
    const id = newId(now.getTime())
    const { email, name, language } = input
    const inserted = await insertPersons(tx, [{ id, email, name, language, passwordHash }], now)
    if (inserted.length === 0) throw new Refusal({ code: 'people.invitation_registered', kind: 'conflict' })
    await deletePendingSignUps(tx, email)
    await recordOwnAct(tx, {
      personId: id,
      action: 'people.account.sign_up',
      requestId: origin.requestId,
      detail: { invitationId: invitation.invitation_id },
    })
    await acceptInvitation(tx, { invitation, personId: id, now, requestId: origin.requestId })
    const person = await findPerson(tx, id)
    if (!person) throw new Error('person vanished')
    return openSession(tx, person, origin, now)
  })
}
