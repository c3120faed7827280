import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

// OWASP's scrypt setting for 16 MiB: about 0.2 s of one core.
const PARAMETERS = { ln: 14, r: 8, p: 5 }
const KEY_BYTES = 32

function derive(password: string, salt: Buffer, { ln, r, p }: typeof PARAMETERS): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

/** `$scrypt$ln=14,r=8,p=5$<salt>$<key>`; the parameters travel with the hash, so that they can be raised. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, PARAMETERS)
  return `$scrypt$ln=${PARAMETERS.ln},r=${PARAMETERS.r},p=${PARAMETERS.p}$${salt.toString('base64url')}$${key.toString('base64url')}`
}

// Of no password: compared when there is no such person, so that the answer takes as long.
const NOBODY = `$scrypt$ln=${PARAMETERS.ln},r=${PARAMETERS.r},p=${PARAMETERS.p}$${randomBytes(16).toString('base64url')}$${randomBytes(KEY_BYTES).toString('base64url')}`

/** True when `password` gave `hash`. Without a hash it takes as long and is false. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const match = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(hash ?? NOBODY)
  if (!match) throw new Error('unknown form of password hash')
  const [, ln, r, p, salt = '', key = ''] = match
  const expected = Buffer.from(key, 'base64url')
  const derived = await derive(password, Buffer.from(salt, 'base64url'), { ln: Number(ln), r: Number(r), p: Number(p) })
  return timingSafeEqual(derived, expected) && hash !== undefined
}

/** True when `hash` was made with other parameters than today's: it is made anew at the next sign-in. */
export function isOutdated(hash: string): boolean {
  return !hash.startsWith(`$scrypt$ln=${PARAMETERS.ln},r=${PARAMETERS.r},p=${PARAMETERS.p}$`)
}
