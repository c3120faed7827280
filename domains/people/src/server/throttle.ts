import { createHash } from 'node:crypto'
import { Refusal } from '@jiju/kernel/problem'
import { ATTACK_WINDOW_SECONDS, networkOf, THROTTLES, type ThrottleRule } from '../core/throttle-rules.ts'
import type { Origin } from './deps.ts'
import { hashToken } from './secrets.ts'
import type { PeopleDb } from './sql/database.ts'
import { isKnownDevice } from './sql/sessions.ts'
import { clearTries, countEvent, countedEvents, giveBackTry, reserveTry } from './sql/throttle.ts'

function bucket(...parts: readonly string[]): Buffer {
  return createHash('sha256').update(parts.join('\n')).digest()
}

/** Counts a try, or refuses with the seconds to wait. */
async function takeTry(db: PeopleDb, key: Buffer, rule: ThrottleRule, now: Date): Promise<void> {
  const seconds = await reserveTry(db, key, rule, now)
  if (seconds !== undefined) throw new Refusal({ code: 'people.too_many_tries', kind: 'too_many', params: { seconds } })
}

type SignInTry = {
  readonly isKnownDevice: boolean
  /** The try was right: its own counter starts anew, the shared one gets it back. */
  readonly succeed: (db: PeopleDb) => Promise<void>
}

/**
 * Counts a sign-in for `email` before its password is looked at. A browser that the person has used is counted by itself;
 * anything else by its network, so that strangers slow down nobody but themselves.
 */
export async function beginSignInTry(db: PeopleDb, email: string, origin: Origin, now: Date): Promise<SignInTry> {
  const device = origin.deviceToken
  if (device && (await isKnownDevice(db, hashToken(device), email))) {
    const own = bucket('sign_in', email, 'device', device)
    await takeTry(db, own, THROTTLES.accountFromDevice, now)
    return { isKnownDevice: true, succeed: (tx) => clearTries(tx, own) }
  }
  const network = networkOf(origin.address)
  const shared = bucket('sign_in', 'network', network)
  const own = bucket('sign_in', email, 'network', network)
  await takeTry(db, own, THROTTLES.accountFromNetwork, now)
  await takeTry(db, shared, THROTTLES.network, now)
  return {
    isKnownDevice: false,
    succeed: async (tx) => {
      await clearTries(tx, own)
      await giveBackTry(tx, shared)
    },
  }
}

/** Both steps were right: the counters of this account from this browser and network start anew. */
export async function forgetSignInTries(db: PeopleDb, email: string, origin: Origin): Promise<void> {
  const network = networkOf(origin.address)
  await clearTries(db, bucket('sign_in', email, 'network', network))
  if (origin.deviceToken) await clearTries(db, bucket('sign_in', email, 'device', origin.deviceToken))
}

/** Counts a wrong password from an unknown device; returns how many there were within the hour. Blocks nothing. */
export async function countAttack(db: PeopleDb, email: string, now: Date): Promise<number> {
  return countEvent(db, bucket('attack', email), ATTACK_WINDOW_SECONDS, now)
}

export async function attackTries(db: PeopleDb, email: string, now: Date): Promise<number> {
  return countedEvents(db, bucket('attack', email), new Date(now.getTime() - ATTACK_WINDOW_SECONDS * 1000))
}

/** Counts a second step of one person from one network or known device. */
export async function beginSecondStep(db: PeopleDb, personId: string, origin: Origin, now: Date): Promise<Buffer> {
  const key = bucket('second_step', personId, networkOf(origin.address))
  await takeTry(db, key, THROTTLES.secondStep, now)
  return key
}

/** Counts a password or code that a signed-in person gives again. */
export async function beginSessionTry(db: PeopleDb, credentialId: string, now: Date): Promise<Buffer> {
  const key = bucket('session', credentialId)
  await takeTry(db, key, THROTTLES.session, now)
  return key
}

/** False when this network has caused enough mails to the address for now; the caller answers as ever and sends nothing. */
export async function mayMail(db: PeopleDb, email: string, origin: Origin, now: Date): Promise<boolean> {
  return (await reserveTry(db, bucket('mail', email, networkOf(origin.address)), THROTTLES.mail, now)) === undefined
}
