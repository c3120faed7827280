import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** scrypt's cost: 2^ln blocks of r × 128 bytes, p times. */
export type PasswordCost = { readonly ln: number; readonly r: number; readonly p: number }

/** OWASP's scrypt setting for 16 MiB: about 0.2 s of one core. */
const PASSWORD_COST: PasswordCost = { ln: 14, r: 8, p: 5 }
const KEY_BYTES = 32

function derive(password: string, salt: Buffer, { ln, r, p }: PasswordCost): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

function prefixOf({ ln, r, p }: PasswordCost): string {
  return `$scrypt$ln=${ln},r=${r},p=${p}$`
}

/** `$scrypt$ln=14,r=8,p=5$<salt>$<key>`; the cost travels with the hash, so that it can be raised. */
export async function hashPassword(password: string, cost: PasswordCost = PASSWORD_COST): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return `${prefixOf(cost)}${salt.toString('base64url')}$${key.toString('base64url')}`
}

/** True when `password` gave `hash`. Without a hash it takes as long as with one of today's cost, and is false. */
export async function verifyPassword(password: string, hash: string | undefined, cost: PasswordCost = PASSWORD_COST): Promise<boolean> {
  if (hash === undefined) {
    await derive(password, randomBytes(16), cost)
    return false
  }
  const match = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(hash)
  if (!match) throw new Error('unknown form of password hash')
  const [, ln, r, p, salt = '', key = ''] = match
  const expected = Buffer.from(key, 'base64url')
  const derived = await derive(password, Buffer.from(salt, 'base64url'), { ln: Number(ln), r: Number(r), p: Number(p) })
  return timingSafeEqual(derived, expected)
}

/** True when `hash` was made at another cost than today's: it is made anew at the next sign-in. */
export function isOutdated(hash: string, cost: PasswordCost = PASSWORD_COST): boolean {
  return !hash.startsWith(prefixOf(cost))
}
