import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'
import { seal as sealFor, unseal as unsealFor } from '@jiju/platform/secrets/seal'

/** 256 random bits as base64url: session, link and key secrets. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token. Tokens are random, so a plain hash cannot be reversed. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** What is kept of a short code: keyed, because six digits could be tried out against a plain hash. */
export function hashShortCode(authSecret: string, context: string, code: string): Buffer {
  return createHmac('sha256', authSecret).update(`${context}\n${code}`).digest()
}

export function newDigits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('')
}

// Crockford's alphabet: nothing that is misread.
const READABLE = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A recovery code of 80 random bits: `7K3Q-M0ZC-9XWA-HT52`. */
export function newRecoveryCode(): string {
  const characters = Array.from({ length: 16 }, () => READABLE[randomInt(32)]).join('')
  return characters.replace(/(.{4})(?=.)/g, '$1-')
}

/** As typed by people: any case, dashes and spaces anywhere, O for 0, I and L for 1. */
export function normaliseRecoveryCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
}

const SECOND_FACTOR = 'people.second_factor'

/** Seals a second factor: a copy of the database alone gives no one-time codes. */
export function seal(authSecret: string, plain: Uint8Array): Buffer {
  return sealFor(authSecret, SECOND_FACTOR, plain)
}

/** Throws when the secret is not the one that sealed, or a byte was changed. */
export function unseal(authSecret: string, sealed: Buffer): Buffer {
  return unsealFor(authSecret, SECOND_FACTOR, sealed)
}
