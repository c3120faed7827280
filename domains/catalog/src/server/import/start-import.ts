import type { Readable } from 'node:stream'
import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { FileStore } from '@jiju/platform/files/file-store'
import { storeUpload } from '@jiju/platform/files/upload'
import type { Actor } from '@jiju/platform/http/actor'
import { enqueue } from '@jiju/platform/jobs/jobs'
import type { ImportMode } from '../../core/import-formats.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { chooseMode, findImport, type ImportRow, insertImport, moveImport } from '../sql/imports.ts'
import { findProviderOrganisation } from '../sql/providers.ts'
import { MAX_IMPORT_BYTES } from './import-file.ts'
import { IMPORT_ATTEMPTS } from './import-jobs.ts'

const TABLE_TYPES = ['text/csv', 'text/plain', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/zip']

/** Whether the actor works for the operator and so keeps standards and vocabularies. */
export const keepsLibrary = (actor: Actor): boolean => actor.organisationKind === 'operator'

const IMPORT_MISSING = { code: 'catalog.import_missing', kind: 'missing' } as const

/** Stores the file and has it checked; `organisationId` chooses the institution when the operator brings an institution's file. */
export async function startImport(
  db: CatalogDb,
  files: FileStore,
  actor: Actor,
  upload: { stream: Readable; name: string; organisationId: string | undefined; sourceCheckedOn: string | undefined },
  at: Date,
): Promise<ImportRow> {
  const isKeeper = keepsLibrary(actor)
  const organisationId = isKeeper ? (upload.organisationId ?? null) : actor.organisationId
  if (isKeeper && organisationId !== null && !(await findProviderOrganisation(db, organisationId)))
    throw new Refusal({ code: 'catalog.provider_missing', kind: 'missing', field: '/querystring/organisationId' })
  const file = await storeUpload(db, files, {
    stream: upload.stream,
    name: upload.name,
    maxBytes: MAX_IMPORT_BYTES,
    allowedTypes: TABLE_TYPES,
    ownerOrganisationId: actor.organisationId,
    uploadedBy: actor.userId,
  })
  const row = await insertImport(db, {
    id: newId(at.getTime()),
    organisation_id: organisationId,
    file_id: file.id,
    file_name: file.name,
    keeps_library: isKeeper,
    source_checked_on: upload.sourceCheckedOn ?? null,
    created_by: actor.userId,
    created_at: at,
  })
  await enqueue(db, 'catalog.check_import', { importId: row.id }, { key: `catalog.check_import:${row.id}`, maxAttempts: IMPORT_ATTEMPTS })
  return row
}

/** An import that the actor may see: an institution its own, the operator those of the operator. */
export async function getImport(db: CatalogDb, actor: Actor, id: string): Promise<ImportRow> {
  const row = await findImport(db, id)
  const isOwn = row && (keepsLibrary(actor) ? row.keeps_library : !row.keeps_library && row.organisation_id === actor.organisationId)
  if (!isOwn) throw new Refusal(IMPORT_MISSING)
  return row
}

const NOT_CHECKED = { code: 'catalog.import_not_checked', kind: 'conflict' } as const

/** Has a checked import written, by the mode that the actor chooses. */
export async function confirmImport(db: CatalogDb, actor: Actor, id: string, mode: ImportMode): Promise<ImportRow> {
  const row = await getImport(db, actor, id)
  if (row.state !== 'checked') throw new Refusal(NOT_CHECKED)
  const rejected = row.rows_rejected ?? 0
  if (mode === 'all_or_nothing' && rejected > 0)
    throw new Refusal({ code: 'catalog.import_has_rejected', kind: 'refused', field: '/mode', params: { count: rejected } })
  if ((row.rows_valid ?? 0) === 0) throw new Refusal({ code: 'catalog.import_empty', kind: 'refused' })
  if (!(await chooseMode(db, id, mode))) throw new Refusal(NOT_CHECKED)
  await enqueue(db, 'catalog.apply_import', { importId: id }, { key: `catalog.apply_import:${id}`, maxAttempts: IMPORT_ATTEMPTS })
  return getImport(db, actor, id)
}

/** Drops an import that was not confirmed. */
export async function cancelImport(db: CatalogDb, actor: Actor, id: string, at: Date): Promise<ImportRow> {
  const row = await getImport(db, actor, id)
  const isWaiting = row.state === 'uploaded' || (row.state === 'checked' && row.mode === null)
  if (!isWaiting || !(await moveImport(db, id, row.state, { state: 'cancelled', finished_at: at }))) throw new Refusal(NOT_CHECKED)
  return getImport(db, actor, id)
}
