import { Refusal } from '@jiju/kernel/problem'
import type { Command } from '@jiju/platform/http/command'
import type { ChangePassword } from '../contract/me.ts'
import { mailLink } from '../core/links.ts'
import { findPasswordProblems } from '../core/password-rules.ts'
import { composeMail } from './compose-mail.ts'
import type { Origin, PeopleDeps } from './deps.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { hashToken } from './secrets.ts'
import type { PeopleDb } from './sql/database.ts'
import { closePasswordResets, findPerson, setPassword } from './sql/persons.ts'
import { endSessions, forgetDevices } from './sql/sessions.ts'
import { clearTries } from './sql/throttle.ts'
import { beginSessionTry } from './throttle.ts'

/** The person's own password, given again before something dangerous. Counted before it is looked at; runs outside the transaction. */
export async function provePassword(
  { db, needs, passwordCost }: PeopleDeps,
  who: { userId: string; credentialId: string },
  password: string,
) {
  const tries = await beginSessionTry(db, who.credentialId, needs.now())
  const person = await findPerson(db, who.userId)
  if (!(await verifyPassword(password, person?.password_hash, passwordCost)) || !person)
    throw new Refusal({ code: 'people.password_wrong', kind: 'refused', field: '/password' })
  await clearTries(db, tries)
  return person
}

/** Checks the old password and hashes the new one: the slow part, before the transaction. */
export async function preparePassword(
  deps: PeopleDeps,
  who: { userId: string; credentialId: string },
  input: ChangePassword,
): Promise<string> {
  const person = await provePassword(deps, who, input.password)
  const problems = findPasswordProblems(input.newPassword, person.email, '/newPassword')
  if (problems.length > 0) throw new Refusal(...problems)
  return hashPassword(input.newPassword, deps.passwordCost)
}

/** Stores the new password; every other session, device and reset link ends. */
export async function changePassword(
  { needs }: PeopleDeps,
  tx: PeopleDb,
  command: Command,
  change: { userId: string; credentialId: string; passwordHash: string; origin: Origin },
): Promise<void> {
  await setPassword(tx, change.userId, change.passwordHash, command.now)
  await endSessions(tx, change.userId, command.now, change.credentialId)
  await forgetDevices(tx, change.userId, change.origin.deviceToken ? hashToken(change.origin.deviceToken) : undefined)
  await closePasswordResets(tx, change.userId, command.now)
  await command.audit({ action: 'people.password.change', subjectType: 'people.person', subjectId: change.userId })
  const person = await findPerson(tx, change.userId)
  if (person)
    await needs.sendMail(
      tx,
      composeMail('password_changed', person, { name: person.name, link: mailLink(needs.publicAddress, 'security') }),
    )
}
