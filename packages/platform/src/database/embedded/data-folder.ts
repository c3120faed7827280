import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Binaries } from './binaries.ts'
import { makePrivate } from './folders.ts'
import type { ServerIdentity } from './identity.ts'

/** The environment of the server's programs: nothing of ours that PostgreSQL would take for settings, messages in English, UTC. */
export const serverEnv = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }

/**
 * The cluster under `home`, created when missing. It is initialised beside its place and moved there when complete,
 * so an interrupted start leaves no half of one.
 */
export function ensureDataFolder(options: { home: string; binaries: Binaries; identity: ServerIdentity; isDurable: boolean }): string {
  const { home, binaries, identity, isDurable } = options
  const folder = path.join(home, 'data')
  for (const name of readdirSync(home)) if (name.startsWith('data-draft-')) rmSync(path.join(home, name), { recursive: true, force: true })
  if (existsSync(folder)) {
    makePrivate(folder, identity)
    refuseOtherMajor(folder, binaries)
    return folder
  }
  const draft = path.join(home, `data-draft-${process.pid}`)
  makePrivate(draft, identity)
  initialise(draft, { binaries, identity, isDurable })
  renameSync(draft, folder)
  return folder
}

function initialise(folder: string, options: { binaries: Binaries; identity: ServerIdentity; isDurable: boolean }): void {
  // The character type decides what pg_trgm takes for a letter, so it must know more than ASCII.
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const run = spawnSync(
    path.join(options.binaries.folder, 'bin', 'initdb'),
    [
      ...['-D', folder, '-U', 'app', '-A', 'trust', '-E', 'UTF8', '--data-checksums'],
      ...[`--locale=${locale}`, '--lc-messages=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...(options.isDurable ? [] : ['--no-sync']),
    ],
    { ...options.identity, env: serverEnv, cwd: folder, encoding: 'utf8' },
  )
  if (run.error) throw new Error(unreachable(run.error, options), { cause: run.error })
  if (run.status !== 0) throw new Error(`initdb failed in ${folder}:\n${run.stdout}${run.stderr}`)
}

function unreachable(error: Error, options: { binaries: Binaries; identity: ServerIdentity }): string {
  if ((error as NodeJS.ErrnoException).code !== 'EACCES') return `initdb could not be started: ${error.message}`
  const user = options.identity ? `user ${options.identity.uid}` : 'this user'
  return (
    `PostgreSQL runs as ${user}, who may not run ${options.binaries.folder}. ` +
    'Set JIJU_DATA_DIR to a folder below one that every user may enter, on a file system that allows programs.'
  )
}

function refuseOtherMajor(folder: string, binaries: Binaries): void {
  const major = readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim()
  if (binaries.version.startsWith(`${major}.`)) return
  throw new Error(
    `${folder} was made by PostgreSQL ${major}, and this version of Jiju brings ${binaries.version}. ` +
      'Restore a backup into a new folder (JIJU_DATA_DIR), or set DATABASE_URL to a server that runs on this data.',
  )
}
