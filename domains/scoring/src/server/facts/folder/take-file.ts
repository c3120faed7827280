import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { recordAudit } from '@jiju/platform/audit/audit'
import type { Db } from '@jiju/platform/database/pool'
import { cleanName, storeUpload } from '@jiju/platform/files/upload'
import type { PlatformTables } from '@jiju/platform/platform-tables'
import { failureOf } from '../../imports/import-failure.ts'
import { MAX_IMPORT_BYTES, queueCheck, TABLE_TYPES } from '../../imports/start-import.ts'
import type { ScoringDeps, ScoringTables } from '../../needs.ts'
import { findTakenFile, insertTakenFile, type TakenRow } from '../../sql/deliveries.ts'
import { insertImport, moveImport } from '../../sql/imports.ts'
import type { WatchedFolder } from '../../sql/suppliers.ts'
import { TAKEN } from './look-at-folder.ts'

/** Thrown to take back what a transaction has written. */
class NotTaken extends Error {}

/**
 * Takes a file of a supplier's folder as an import that is checked like an upload, and moves it away. Its content is taken once, whoever
 * comes first: what another process has taken, or an earlier delivery has brought, is only moved.
 */
export async function takeFile(deps: ScoringDeps, root: string, at: WatchedFolder, name: string): Promise<void> {
  const file = path.join(root, at.folder, name)
  try {
    const sha256 = await hashOf(file)
    if (!(await findTakenFile(deps.db, at.source, sha256))) await record(deps, at, { file, name, sha256 })
    const taken = await findTakenFile(deps.db, at.source, sha256)
    if (taken) await moveTo(placeOf(root, { ...taken, folder: at.folder }), file)
  } catch (error) {
    // Another process has moved it.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** Where a taken file is kept, by the district's time: `taken/20261123-094000-报表.xlsx`. */
export function placeOf(root: string, { folder, file_name, taken_at }: Pick<TakenRow, 'folder' | 'file_name' | 'taken_at'>): string {
  const [day = '', time = ''] = STAMP.format(taken_at).split(' ')
  return path.join(root, folder, TAKEN, `${day.replaceAll('-', '')}-${time.replaceAll(':', '')}-${file_name}`)
}

const STAMP = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' })

async function moveTo(target: string, file: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true })
  await rename(file, target)
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

type Found = { readonly file: string; readonly name: string; readonly sha256: string }

async function record({ db, needs }: ScoringDeps, at: WatchedFolder, { file, name, sha256 }: Found): Promise<void> {
  const now = needs.now()
  const importId = newId(now.getTime())
  const fileName = cleanName(name)
  const take = async (tx: Db<ScoringTables>) => {
    const upload = { stream: createReadStream(file), name, maxBytes: MAX_IMPORT_BYTES, allowedTypes: TABLE_TYPES }
    const owned = { ownerOrganisationId: at.organisation_id, uploadedBy: null }
    const stored = await storeUpload(tx, needs.files, { ...upload, ...owned }).catch(refusalOf)
    const isRefused = stored instanceof Refusal
    if (!isRefused && stored.sha256 !== sha256) throw new NotTaken('it is being written after all')
    const made = { id: importId, content: 'facts', door: 'folder', source: at.source, period: null, fileName } as const
    const origin = { fileId: isRefused ? null : stored.id, createdBy: null, organisationId: at.organisation_id, now }
    await insertImport(tx, { ...made, ...origin })
    const taken = { source: at.source, sha256, fileName, folder: at.folder, importId, now }
    if (!(await insertTakenFile(tx, taken))) throw new NotTaken('another process took it')
    if (isRefused) await moveImport(tx, importId, 'uploaded', { state: 'failed', failure: failureOf(stored), finished_at: now })
    else await queueCheck(tx, needs, importId)
    await recordAudit(tx as unknown as Db<PlatformTables>, {
      actorUserId: null,
      actorOrganisationId: at.organisation_id,
      action: 'scoring.import.take_file',
      subjectType: 'scoring.import',
      subjectId: importId,
      detail: { folder: at.folder, name: fileName, sha256 },
    })
  }
  await db
    .transaction()
    .execute(take)
    .catch((error: unknown) => {
      if (!(error instanceof NotTaken)) throw error
    })
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}
