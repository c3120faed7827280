import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ServerIdentity } from './identity.ts'

// sun_path holds 108 bytes on Linux and 104 on macOS, one of them the final zero.
const SOCKET_PATH_BYTES = process.platform === 'linux' ? 107 : 103
const SOCKET_NAME = '.s.PGSQL.5432'

/** Creates `folder` and what is missing above it, so that any user may pass through. Folders that exist keep their modes. */
export function makePassable(folder: string): void {
  const first = mkdirSync(folder, { recursive: true })
  if (!first) return
  for (let current = folder; current.length >= first.length; current = path.dirname(current)) chmodSync(current, 0o755)
}

/** A folder that only the server's user may enter. Refuses one that belongs to somebody else: it could be a trap laid in a shared place. */
export function makePrivate(folder: string, identity: ServerIdentity): void {
  const uid = identity?.uid ?? process.getuid?.()
  const there = lstatSync(folder, { throwIfNoEntry: false })
  if (!there) {
    mkdirSync(folder, { mode: 0o700 })
    if (identity) chownSync(folder, identity.uid, identity.gid)
  } else if (!there.isDirectory() || there.uid !== uid) {
    throw new Error(
      `${folder} belongs to user ${there.uid}, but PostgreSQL would run as user ${uid}. ` +
        'Start Jiju as the user who started it first, or set JIJU_DATA_DIR to another folder.',
    )
  }
  chmodSync(folder, 0o700)
}

/** `<home>/run`, or a short folder under the system's temporary one when a socket's name would not fit. */
export function socketFolderOf(home: string, temporary = os.tmpdir()): string {
  const folder = path.join(home, 'run')
  if (Buffer.byteLength(path.join(folder, SOCKET_NAME)) <= SOCKET_PATH_BYTES) return folder
  const hash = createHash('sha256').update(home).digest('hex').slice(0, 12)
  return path.join(temporary, `jiju-${process.getuid?.() ?? 0}-${hash}`)
}

/** Connection string of a database behind a socket folder. */
export function socketUrl(socketFolder: string, database: string): string {
  return `postgres://app@localhost/${database}?host=${encodeURIComponent(socketFolder)}`
}
