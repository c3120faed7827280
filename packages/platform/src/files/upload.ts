import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { AnyDb, Db } from '../database/pool.ts'
import type { PlatformTables } from '../platform-tables.ts'
import type { FileStore } from './file-store.ts'
import { sniffMediaType } from './media-type.ts'

export type Upload = {
  readonly stream: Readable
  /** As the sender names it. */
  readonly name: string
  readonly maxBytes: number
  /** Media types by content, as `sniffMediaType` finds them. */
  readonly allowedTypes: readonly string[]
  readonly ownerOrganisationId: string | null
  readonly uploadedBy: string | null
}

export type StoredFile = {
  readonly id: string
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
}

/** Markup can act in a browser: it is never taken, whatever the caller allows. */
const NEVER = new Set(['text/html', 'image/svg+xml', 'application/xhtml+xml'])

/**
 * Receives a file: the size is checked while it comes, the type by its content. Refuses with `platform.file_too_large`,
 * `platform.file_empty` or `platform.file_type_refused`. The bytes are durable before the row is written in the caller's transaction.
 */
export async function storeUpload(db: AnyDb, store: FileStore, upload: Upload): Promise<StoredFile> {
  const received = path.join(store.incomingFolder, randomUUID())
  try {
    const { sha256, sizeBytes } = await receive(upload, received)
    if (sizeBytes === 0) throw new Refusal({ code: 'platform.file_empty', kind: 'invalid' })
    const mediaType = await sniffMediaType(received, upload.name)
    if (NEVER.has(mediaType) || !upload.allowedTypes.includes(mediaType)) {
      throw new Refusal({
        code: 'platform.file_type_refused',
        kind: 'unsupported',
        params: { type: mediaType, allowed: upload.allowedTypes.filter((type) => !NEVER.has(type)).join(', ') },
      })
    }
    await store.keep({ sha256, path: received, mediaType })
    const file = { id: newId(), sha256, name: cleanName(upload.name), mediaType, sizeBytes }
    await insertFile(db, file, upload)
    return file
  } finally {
    await rm(received, { force: true })
  }
}

async function receive(upload: Upload, target: string): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length
      hash.update(chunk)
      done(sizeBytes > upload.maxBytes ? tooLarge(upload.maxBytes) : null, chunk)
    },
  })
  await pipeline(upload.stream, measure, createWriteStream(target, { mode: 0o600 }))
  // A parser that cuts a stream off at its own limit marks it so.
  if ((upload.stream as { truncated?: boolean }).truncated) throw tooLarge(upload.maxBytes)
  return { sha256: hash.digest('hex'), sizeBytes }
}

function tooLarge(maxBytes: number): Refusal {
  const megabytes = Math.round((maxBytes / 1_048_576) * 10) / 10
  return new Refusal({ code: 'platform.file_too_large', kind: 'too_large', params: { megabytes } })
}

/** The last part of a path, without characters that a file system or a terminal would take for something else. */
export function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).pop() ?? ''
  const clean = last.replace(/[\p{Cc}\p{Bidi_Control}"<>:|?*]/gu, '').replace(/^[\s.]+|[\s.]+$/g, '')
  return shorten(clean || 'file')
}

/** At most 120 characters; the extension stays. */
function shorten(name: string): string {
  const characters = [...name]
  if (characters.length <= 120) return name
  const extension = path.extname(name).slice(0, 20)
  return characters.slice(0, 120 - [...extension].length).join('') + extension
}

async function insertFile(db: Db<PlatformTables>, file: StoredFile, upload: Upload): Promise<void> {
  await db
    .insertInto('platform.file')
    .values({
      id: file.id,
      sha256: file.sha256,
      name: file.name,
      media_type: file.mediaType,
      size_bytes: BigInt(file.sizeBytes),
      owner_organisation_id: upload.ownerOrganisationId,
      uploaded_by: upload.uploadedBy,
    })
    .execute()
}

/** What is known of a stored file, or undefined. Whether the reader may see it is the caller's question. */
export async function findFile(
  db: AnyDb,
  id: string,
): Promise<(StoredFile & { ownerOrganisationId: string | null; createdAt: Date }) | undefined> {
  const row = await (db as Db<PlatformTables>).selectFrom('platform.file').selectAll().where('id', '=', id).executeTakeFirst()
  return (
    row && {
      id: row.id,
      sha256: row.sha256,
      name: row.name,
      mediaType: row.media_type,
      sizeBytes: Number(row.size_bytes),
      ownerOrganisationId: row.owner_organisation_id,
      createdAt: row.created_at,
    }
  )
}
