import { randomBytes } from 'node:crypto'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Command } from '@jiju/platform/http/command'
import { qrSvg } from '@jiju/platform/qr/qr-code'
import type { SecondFactorOffer, SecondFactorState } from '../contract/me.ts'
import { toBase32 } from '../core/base32.ts'
import { mailLink } from '../core/links.ts'
import { composeMail } from './compose-mail.ts'
import type { PeopleDeps } from './deps.ts'
import { proveEither } from './prove-code.ts'
import { refuseWhileNeeded } from './second-factor-policy.ts'
import { hashToken, newRecoveryCode, normaliseRecoveryCode, seal, unseal } from './secrets.ts'
import type { PeopleDb } from './sql/database.ts'
import { findPerson } from './sql/persons.ts'
import {
  confirmSecondFactor,
  countRecoveryCodes,
  deleteSecondFactor,
  findSecondFactor,
  offerSecondFactor,
  replaceRecoveryCodes,
} from './sql/second-factors.ts'
import { findTotpStep, totpUri } from './totp.ts'

const SECRET_BYTES = 20
const RECOVERY_CODES = 10
const ON: Problem = { code: 'people.second_factor_on', kind: 'conflict' }
const OFF: Problem = { code: 'people.second_factor_off', kind: 'conflict' }
const NOT_STARTED: Problem = { code: 'people.second_factor_not_started', kind: 'conflict' }
const WRONG: Problem = { code: 'people.code_wrong', kind: 'refused', field: '/code' }

export async function secondFactorState(db: PeopleDb, personId: string): Promise<SecondFactorState> {
  const factor = await findSecondFactor(db, personId)
  return { isEnabled: factor?.confirmed_at != null, recoveryCodesLeft: await countRecoveryCodes(db, personId) }
}

/** A new secret that does nothing until its first code is given. The password was proved by the caller. */
export async function startSecondFactor(
  { needs }: PeopleDeps,
  tx: PeopleDb,
  person: { id: string; email: string },
): Promise<SecondFactorOffer> {
  const secret = randomBytes(SECRET_BYTES)
  if (!(await offerSecondFactor(tx, person.id, seal(needs.authSecret, secret), needs.now()))) throw new Refusal(ON)
  const uri = totpUri(secret, person.email)
  return { secret: toBase32(secret), uri, qrSvg: await qrSvg(uri) }
}

/** Turns the second factor on with the first code of the authenticator; returns the recovery codes, shown once. */
export async function turnOnSecondFactor(
  deps: PeopleDeps,
  tx: PeopleDb,
  command: Command,
  given: { personId: string; code: string },
): Promise<string[]> {
  const { needs } = deps
  const factor = await findSecondFactor(tx, given.personId)
  if (!factor) throw new Refusal(NOT_STARTED)
  if (factor.confirmed_at) throw new Refusal(ON)
  const step = findTotpStep(unseal(needs.authSecret, factor.secret_sealed), given.code, command.now)
  if (step === undefined) throw new Refusal(WRONG)
  if (!(await confirmSecondFactor(tx, given.personId, { secretSealed: factor.secret_sealed, step, now: command.now })))
    throw new Refusal(ON)
  await command.audit({ action: 'people.second_factor.turn_on', subjectType: 'people.person', subjectId: given.personId })
  await tell(deps, tx, given.personId, 'second_factor_on')
  return makeRecoveryCodes(tx, given.personId)
}

/** Needs a code as well as the password, which the caller proved. */
export async function turnOffSecondFactor(
  deps: PeopleDeps,
  tx: PeopleDb,
  command: Command,
  given: { personId: string; code: string },
): Promise<void> {
  await refuseWhileNeeded(tx, deps.needs, given.personId)
  await requireCode(deps, tx, given)
  await deleteSecondFactor(tx, given.personId)
  await command.audit({ action: 'people.second_factor.turn_off', subjectType: 'people.person', subjectId: given.personId })
  await tell(deps, tx, given.personId, 'second_factor_off')
}

/** New recovery codes; the old ones fall away. */
export async function renewRecoveryCodes(
  deps: PeopleDeps,
  tx: PeopleDb,
  command: Command,
  given: { personId: string; code: string },
): Promise<string[]> {
  await requireCode(deps, tx, given)
  await command.audit({ action: 'people.second_factor.renew_codes', subjectType: 'people.person', subjectId: given.personId })
  return makeRecoveryCodes(tx, given.personId)
}

async function requireCode({ needs }: PeopleDeps, tx: PeopleDb, given: { personId: string; code: string }): Promise<void> {
  const factor = await findSecondFactor(tx, given.personId)
  if (!factor?.confirmed_at) throw new Refusal(OFF)
  if (!(await proveEither(tx, needs, given.personId, given.code))) throw new Refusal(WRONG)
}

async function makeRecoveryCodes(tx: PeopleDb, personId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
  await replaceRecoveryCodes(
    tx,
    personId,
    codes.map((code) => hashToken(normaliseRecoveryCode(code))),
  )
  return codes
}

async function tell({ needs }: PeopleDeps, tx: PeopleDb, personId: string, key: 'second_factor_on' | 'second_factor_off'): Promise<void> {
  const person = await findPerson(tx, personId)
  if (!person) return
  await needs.sendMail(tx, composeMail(key, person, { name: person.name, link: mailLink(needs.publicAddress, 'security') }))
}
