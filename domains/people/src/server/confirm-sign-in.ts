import { timingSafeEqual } from 'node:crypto'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { SecondFactorSignIn } from '../contract/sign-in.ts'
import type { Origin, PeopleDeps } from './deps.ts'
import { type OpenedSession, openSession } from './open-session.ts'
import { proveRecoveryCode, proveTotp } from './prove-code.ts'
import { hashShortCode, hashToken } from './secrets.ts'
import { findPerson } from './sql/persons.ts'
import { tryChallenge, useChallenge } from './sql/sessions.ts'
import { clearTries } from './sql/throttle.ts'
import { beginSecondStep, forgetSignInTries } from './throttle.ts'

const MAX_TRIES = 5
const EXPIRED: Problem = { code: 'people.challenge_expired', kind: 'unauthenticated' }
const NOT_OFFERED: Problem = { code: 'people.method_not_offered', kind: 'refused', field: '/method' }
const WRONG: Problem = { code: 'people.code_wrong', kind: 'unauthenticated', field: '/code' }

/** The second step of signing in. Challenge and code are used up together with the opening of the session. */
export async function confirmSignIn({ db, needs }: PeopleDeps, input: SecondFactorSignIn, origin: Origin): Promise<OpenedSession> {
  const now = needs.now()
  const tokenHash = hashToken(input.challenge)
  const challenge = await tryChallenge(db, tokenHash, { now, maxTries: MAX_TRIES })
  if (!challenge) throw new Refusal(EXPIRED)
  if (!challenge.methods.includes(input.method)) throw new Refusal(NOT_OFFERED)
  const tries = await beginSecondStep(db, challenge.person_id, origin, now)

  return db.transaction().execute(async (tx) => {
    if (!(await useChallenge(tx, tokenHash, now))) throw new Refusal(EXPIRED)
    const isRight =
      input.method === 'totp'
        ? await proveTotp(tx, needs, challenge.person_id, input.code)
        : input.method === 'recovery_code'
          ? await proveRecoveryCode(tx, needs, challenge.person_id, input.code)
          : isMailedCode(input.code)
    if (!isRight) throw new Refusal(WRONG)
    const person = await findPerson(tx, challenge.person_id)
    if (!person || person.disabled_at) throw new Refusal(EXPIRED)
    await clearTries(tx, tries)
    await forgetSignInTries(tx, person.email, origin)
    return openSession(tx, person, origin, now)
  })

  function isMailedCode(code: string): boolean {
    return (
      challenge?.email_code_hash != null &&
      timingSafeEqual(challenge.email_code_hash, hashShortCode(needs.authSecret, input.challenge, code))
    )
  }
}
