import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The secret of an installation that was given none. Made once and kept beside the data: it must outlive every restart. */
export function keptSecret(home: string): string {
  const file = path.join(home, 'auth-secret')
  if (!existsSync(file)) {
    mkdirSync(home, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(file, 'utf8').trim()
}
