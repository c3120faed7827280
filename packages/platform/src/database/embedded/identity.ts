import { readFileSync } from 'node:fs'

/** The user that the server runs as; null means this process's own. */
export type ServerIdentity = { readonly uid: number; readonly gid: number } | null

const NOBODY = 65_534

/** PostgreSQL refuses to run as root, and refuses a user id that the system has no name for. */
export function serverIdentity(
  isRoot = process.getuid?.() === 0,
  passwd: () => string = () => readFileSync('/etc/passwd', 'utf8'),
): ServerIdentity {
  if (!isRoot) return null
  for (const line of readLines(passwd)) {
    const [, , uid, gid] = line.split(':')
    if (Number(uid) === NOBODY) return { uid: NOBODY, gid: Number(gid) }
  }
  throw new Error(
    `PostgreSQL does not run as root, and /etc/passwd has no user with id ${NOBODY} to run it as. ` +
      `Add one (echo 'nobody:x:${NOBODY}:${NOBODY}:nobody:/nonexistent:/usr/sbin/nologin' >> /etc/passwd), ` +
      'start Jiju as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.',
  )
}

function readLines(read: () => string): string[] {
  try {
    return read().split('\n')
  } catch {
    return []
  }
}
