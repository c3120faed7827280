import { readdir } from 'node:fs/promises'
import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import type { ScoringDeps } from '../../needs.ts'
import { findLook, forgetLooks, keepLook } from '../../sql/deliveries.ts'
import { listWatchedFolders, type WatchedFolder } from '../../sql/suppliers.ts'
import { FOLDER_LOCKED, FOLDER_UNKNOWN, isLater, isOfDisk, lookInto, stillFiles } from './look-at-folder.ts'
import { settleDeliveries } from './settle-deliveries.ts'
import { takeFile } from './take-file.ts'

const JOB = 'scoring.watch_folders'

/** Looks after the folders of suppliers; nothing where no folder is set. */
export function folderJobs(deps: ScoringDeps): { jobs: JobHandlers; schedules: readonly JobSchedule[] } {
  const { factFolder } = deps.needs
  if (factFolder === null) return { jobs: {}, schedules: [] }
  return { jobs: { [JOB]: () => watchFolders(deps, factFolder) }, schedules: [{ cron: '* * * * *', job: JOB }] }
}

/** One look at every supplier's folder: files that have not changed since the look before are taken, taken ones brought to their end. */
async function watchFolders(deps: ScoringDeps, root: string): Promise<void> {
  const { db, needs } = deps
  const watched = await listWatchedFolders(db)
  for (const at of watched) await watchFolder(deps, root, at)
  const folders = watched.map(({ folder }) => folder)
  const strange = await listStrangers(root, folders)
  for (const folder of strange) await keepLook(db, folder, { lookedAt: needs.now(), fault: FOLDER_UNKNOWN, files: [] })
  await forgetLooks(db, [...folders, ...strange])
  await settleDeliveries(deps, root)
}

async function watchFolder(deps: ScoringDeps, root: string, at: WatchedFolder): Promise<void> {
  const { db, needs } = deps
  const lookedAt = needs.now()
  const before = await findLook(db, at.folder)
  if (!isLater(before, lookedAt)) return
  const { fault, files } = await lookInto(root, at.folder)
  const still = stillFiles(before, files)
  await keepLook(db, at.folder, { lookedAt, fault, files: files.filter((file) => !still.includes(file)) })
  for (const { name } of still) {
    try {
      await takeFile(deps, root, at, name)
    } catch (error) {
      if (!isOfDisk(error)) throw error
      // One file that cannot be read or moved keeps nobody else's from being taken.
      await keepLook(db, at.folder, { lookedAt, fault: FOLDER_LOCKED, files })
    }
  }
}

/** Folders with which no supplier is registered: what is put there would never be taken. */
async function listStrangers(root: string, known: readonly string[]): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !known.includes(entry.name))
    .map(({ name }) => name)
}
