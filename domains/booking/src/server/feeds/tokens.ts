import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits as base64url: nobody finds an address by trying. */
export function newAddressToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token: it is random, so a plain hash cannot be reversed. */
export function hashAddressToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
