import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { SignIn, SignInResult } from '../contract/sign-in.ts'
import { mailLink } from '../core/links.ts'
import { ATTACK_TRIES } from '../core/throttle-rules.ts'
import { composeMail } from './compose-mail.ts'
import type { Origin, PeopleDeps } from './deps.ts'
import { type OpenedSession, openSession } from './open-session.ts'
import { hashPassword, isOutdated, verifyPassword } from './password.ts'
import { hashShortCode, hashToken, newDigits, newToken } from './secrets.ts'
import { findPersonByEmail, replaceHash } from './sql/persons.ts'
import { findSecondFactor } from './sql/second-factors.ts'
import { insertChallenge } from './sql/sessions.ts'
import { attackTries, beginSignInTry, countAttack } from './throttle.ts'

const WRONG: Problem = { code: 'people.credentials_wrong', kind: 'unauthenticated' }
const DISABLED: Problem = { code: 'people.account_disabled', kind: 'forbidden' }
const CHALLENGE_MINUTES = 10

type Outcome = { readonly result: SignInResult; readonly session?: OpenedSession }

/**
 * Checks the password and opens a session, or asks for the second step. The try is counted before the password is looked at,
 * and an unknown address costs the same time and gets the same answer as a wrong password.
 */
export async function signIn({ db, needs, passwordCost }: PeopleDeps, input: SignIn, origin: Origin): Promise<Outcome> {
  const now = needs.now()
  const attempt = await beginSignInTry(db, input.email, origin, now)
  const person = await findPersonByEmail(db, input.email)
  const isRight = await verifyPassword(input.password, person?.password_hash, passwordCost)
  if (!person || !isRight) {
    if (!attempt.isKnownDevice && (await countAttack(db, input.email, now)) === ATTACK_TRIES && person) {
      const link = mailLink(needs.publicAddress, 'security')
      await needs.sendMail(db, composeMail('attack_notice', person, { name: person.name, link }))
    }
    throw new Refusal(WRONG)
  }
  if (person.disabled_at) throw new Refusal(DISABLED)
  if (isOutdated(person.password_hash, passwordCost))
    await replaceHash(db, person.id, { from: person.password_hash, to: await hashPassword(input.password, passwordCost) })

  const secondFactor = await findSecondFactor(db, person.id)
  if (secondFactor?.confirmed_at) return { result: await challenge(['totp', 'recovery_code']) }
  const isAttacked = !attempt.isKnownDevice && (await attackTries(db, input.email, now)) >= ATTACK_TRIES
  if (isAttacked) return { result: await challenge(['email_code']) }

  const session = await db.transaction().execute(async (tx) => {
    await attempt.succeed(tx)
    return openSession(tx, person, origin, now)
  })
  return { result: { status: 'signed_in' }, session }

  async function challenge(methods: ('totp' | 'recovery_code' | 'email_code')[]): Promise<SignInResult> {
    const { id, name } = person as NonNullable<typeof person>
    const token = newToken()
    const code = methods.includes('email_code') ? newDigits(6) : null
    await db.transaction().execute(async (tx) => {
      await insertChallenge(tx, {
        tokenHash: hashToken(token),
        personId: id,
        methods,
        emailCodeHash: code === null ? null : hashShortCode(needs.authSecret, token, code),
        now,
        expiresAt: new Date(now.getTime() + CHALLENGE_MINUTES * 60_000),
      })
      const link = mailLink(needs.publicAddress, 'security')
      if (code !== null && person) await needs.sendMail(tx, composeMail('sign_in_code', person, { name, code, link }))
    })
    return { status: 'second_factor_required', challenge: token, methods }
  }
}
