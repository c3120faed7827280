import { createHmac, timingSafeEqual } from 'node:crypto'
import { toBase32 } from '../core/base32.ts'

const STEP_SECONDS = 30
/** Steps before and after the current one whose code is taken: clocks of telephones differ. */
const TOLERATED_STEPS = 1

/** RFC 4226: the code of `digits` digits for a counter. */
export function hotp(secret: Uint8Array, counter: number, digits = 6): string {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const hash = createHmac('sha1', secret).update(message).digest()
  const offset = (hash.at(-1) as number) & 15
  return ((hash.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).toString().padStart(digits, '0')
}

/** RFC 6238: the number of 30-second steps since 1970. */
export function totpStep(now: Date): number {
  return Math.floor(now.getTime() / 1000 / STEP_SECONDS)
}

/** The step to which `code` belongs, or undefined. The caller keeps the step: a code must work once. */
export function findTotpStep(secret: Uint8Array, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const current = totpStep(now)
  let found: number | undefined
  for (let step = current - TOLERATED_STEPS; step <= current + TOLERATED_STEPS; step += 1)
    if (timingSafeEqual(Buffer.from(hotp(secret, step)), Buffer.from(code))) found = step
  return found
}

/** What an authenticator app reads from the picture (Key URI format). */
export function totpUri(secret: Uint8Array, account: string): string {
  const label = `${encodeURIComponent('Jiju')}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${toBase32(secret)}&issuer=Jiju&algorithm=SHA1&digits=6&period=${STEP_SECONDS}`
}
