import { access, constants, lstat, mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import type { SeenFile } from '../../sql/deliveries.ts'

/** Names under which programs write what is not finished yet, and hidden files. */
const UNFINISHED = /^(\.|~\$)|\.(part|partial|filepart|crdownload|tmp|lock)$/i
const MAX_FILES = 500

/** Files are left alone until they were the same at two looks so far apart. */
const STILL_MS = 10_000

const FOLDER_MISSING = 'scoring.folder_missing'
export const FOLDER_LOCKED = 'scoring.folder_locked'
export const FOLDER_UNKNOWN = 'scoring.folder_unknown'

/** Whether the file system refused, and not something of ours. */
export const isOfDisk = (error: unknown): boolean => error instanceof Error && 'syscall' in error

type Seen = { readonly fault: string | null; readonly files: readonly SeenFile[] }

/** What lies in a supplier's folder, by name; the folder is made where it is not there. Links and folders in it are no deliveries. */
export async function lookInto(root: string, folder: string): Promise<Seen> {
  const place = path.join(root, folder)
  try {
    // Only a root that is there: a share that is not mounted must not be taken for an empty one.
    await access(root)
    await mkdir(place, { recursive: true })
  } catch {
    return { fault: FOLDER_MISSING, files: [] }
  }
  try {
    await mkdir(path.join(place, TAKEN), { recursive: true })
    await access(place, constants.R_OK | constants.W_OK)
    const names = (await readdir(place)).filter((name) => !UNFINISHED.test(name)).sort()
    const found = await Promise.all(names.slice(0, MAX_FILES).map((name) => seen(place, name)))
    return { fault: null, files: found.filter((file) => file !== undefined) }
  } catch {
    return { fault: FOLDER_LOCKED, files: [] }
  }
}

/** Where files go that were taken, each with its result beside it. */
export const TAKEN = 'taken'

async function seen(place: string, name: string): Promise<SeenFile | undefined> {
  const info = await lstat(path.join(place, name)).catch(() => undefined)
  return info?.isFile() ? { name, sizeBytes: info.size, changedAt: info.mtime.toISOString() } : undefined
}

type Look = { readonly lookedAt: Date; readonly files: readonly SeenFile[] }

/** Whether a look comes long enough after another to tell what has changed. */
export const isLater = (before: Look | undefined, now: Date): boolean =>
  before === undefined || now.getTime() - before.lookedAt.getTime() >= STILL_MS

/** Files that are as they were at the look before; an empty one has not been written yet. */
export function stillFiles(before: Look | undefined, files: readonly SeenFile[]): readonly SeenFile[] {
  const known = new Map(before?.files.map((file) => [file.name, file]))
  return files.filter(({ name, sizeBytes, changedAt }) => {
    const old = known.get(name)
    return sizeBytes > 0 && old?.sizeBytes === sizeBytes && old.changedAt === changedAt
  })
}
