import { type Problem, Refusal } from '@jiju/kernel/problem'
import { violatedConstraint } from '@jiju/platform/database/pool'
import type { ConfirmEmail } from '../contract/me.ts'
import { mailLink } from '../core/links.ts'
import { composeMail } from './compose-mail.ts'
import type { Origin, PeopleDeps } from './deps.ts'
import { verifyPassword } from './password.ts'
import { recordOwnAct } from './record-own-act.ts'
import { hashToken, newToken } from './secrets.ts'
import { findEmailChange, keepEmailChange, setEmail, takeEmailChange } from './sql/email-changes.ts'
import { closePasswordResets, findPerson, findPersonByEmail } from './sql/persons.ts'
import { closeChallenges } from './sql/sessions.ts'
import { clearTries } from './sql/throttle.ts'
import { beginSessionTry, mayMail } from './throttle.ts'

const LINK_HOURS = 24
const INVALID: Problem = { code: 'people.email_link_invalid', kind: 'refused' }
const WRONG: Problem = { code: 'people.password_wrong', kind: 'refused', field: '/password' }

/**
 * Mails a link to the address that the person wants. An address that has an account already gets another mail and the caller the same
 * answer, so that nobody can find out who has one.
 */
export async function requestEmailChange({ db, needs }: PeopleDeps, personId: string, email: string, origin: Origin): Promise<void> {
  const now = needs.now()
  const person = await findPerson(db, personId)
  if (!person) throw new Error('the person who asks vanished')
  if (person.email === email) throw new Refusal({ code: 'people.email_unchanged', kind: 'refused', field: '/email' })
  if (!(await mayMail(db, email, origin, now))) return
  const token = newToken()
  await db.transaction().execute(async (tx) => {
    const expiresAt = new Date(now.getTime() + LINK_HOURS * 3_600_000)
    await keepEmailChange(tx, { tokenHash: hashToken(token), personId, email, now, expiresAt })
    const holder = await findPersonByEmail(tx, email)
    const to = { email, language: (holder ?? person).language }
    const mail = holder
      ? composeMail('email_taken', to, { link: `${needs.publicAddress}/signin` })
      : composeMail('confirm_email', to, { name: person.name, link: mailLink(needs.publicAddress, 'changeEmail', token) })
    await needs.sendMail(tx, mail)
    await recordOwnAct(tx, { personId, action: 'people.email.request', requestId: origin.requestId })
  })
}

/**
 * Makes the new address the one to sign in with; sessions stay, links in mails to the old address end. The password is asked for: whoever
 * reads a mailbox that was named by a slip of the pen must not get the account.
 */
export async function confirmEmailChange({ db, needs }: PeopleDeps, input: ConfirmEmail, origin: Origin): Promise<void> {
  const now = needs.now()
  const tokenHash = hashToken(input.token)
  const wish = await findEmailChange(db, tokenHash, now)
  if (!wish) throw new Refusal(INVALID)
  const tries = await beginSessionTry(db, `email_change ${wish.person_id}`, now)
  if (!(await verifyPassword(input.password, wish.password_hash))) throw new Refusal(WRONG)
  await db.transaction().execute(async (tx) => {
    if (!(await takeEmailChange(tx, tokenHash, now))) throw new Refusal(INVALID)
    await setEmail(tx, wish.person_id, wish.email).catch((error: unknown) => {
      // Somebody else has proved the address meanwhile; that is theirs to know.
      if (violatedConstraint(error) === 'person_email_key') throw new Refusal(INVALID)
      throw error
    })
    await clearTries(tx, tries)
    await closePasswordResets(tx, wish.person_id, now)
    await closeChallenges(tx, wish.person_id, now)
    await recordOwnAct(tx, { personId: wish.person_id, action: 'people.email.change', requestId: origin.requestId })
    const { name, language, old_email: email } = wish
    const link = mailLink(needs.publicAddress, 'security')
    await needs.sendMail(tx, composeMail('email_changed', { email, language }, { name, email: wish.email, link }))
  })
}
