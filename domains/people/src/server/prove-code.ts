import type { PeopleNeeds } from './needs.ts'
import { hashToken, normaliseRecoveryCode, unseal } from './secrets.ts'
import type { PeopleDb } from './sql/database.ts'
import { claimRecoveryCode, claimTotpStep, findSecondFactor } from './sql/second-factors.ts'
import { findTotpStep } from './totp.ts'

/** Uses up a one-time code of the authenticator; of two requests with the same code one gets true. */
export async function proveTotp(db: PeopleDb, needs: PeopleNeeds, personId: string, code: string): Promise<boolean> {
  const factor = await findSecondFactor(db, personId)
  if (!factor?.confirmed_at) return false
  const step = findTotpStep(unseal(needs.authSecret, factor.secret_sealed), code, needs.now())
  return step !== undefined && claimTotpStep(db, personId, step)
}

/** Uses up a recovery code; of two requests with the same code one gets true. */
export async function proveRecoveryCode(db: PeopleDb, needs: PeopleNeeds, personId: string, code: string): Promise<boolean> {
  return claimRecoveryCode(db, personId, hashToken(normaliseRecoveryCode(code)), needs.now())
}

/** Either of the two: six digits are a one-time code. */
export async function proveEither(db: PeopleDb, needs: PeopleNeeds, personId: string, code: string): Promise<boolean> {
  return /^\d{6}$/.test(code) ? proveTotp(db, needs, personId, code) : proveRecoveryCode(db, needs, personId, code)
}
