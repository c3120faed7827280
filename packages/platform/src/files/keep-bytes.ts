import { createHash, randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { FileStore } from './file-store.ts'

/** Puts bytes under their SHA-256 and answers with it; when it returns, they are durable. */
export async function keepBytes(files: FileStore, bytes: Uint8Array, mediaType: string): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await keepHashed(files, { pieces: [bytes], sha256, mediaType })
  return sha256
}

/** Puts bytes, piece after piece, under the SHA-256 that somebody has worked out already; when it returns, they are durable. */
export async function keepHashed(
  files: FileStore,
  { pieces, sha256, mediaType }: { readonly pieces: readonly Uint8Array[]; readonly sha256: string; readonly mediaType: string },
): Promise<void> {
  const received = path.join(files.incomingFolder, randomUUID())
  try {
    await writeFile(received, pieces, { mode: 0o600 })
    await files.keep({ sha256, path: received, mediaType })
  } finally {
    await rm(received, { force: true })
  }
}

/** The bytes under a hash; null when the store has lost them. */
export async function readBytes(files: FileStore, sha256: string): Promise<Buffer | null> {
  const found = await files.find(sha256)
  return found && (await buffer(found.stream))
}

/** The same in memory that threads share, filled piece by piece: many bytes keep nobody waiting. */
export async function readShared(files: FileStore, sha256: string): Promise<Uint8Array | null> {
  const found = await files.find(sha256)
  if (!found) return null
  const bytes = new Uint8Array(new SharedArrayBuffer(found.sizeBytes))
  let at = 0
  for await (const chunk of found.stream) {
    bytes.set(chunk as Buffer, at)
    at += (chunk as Buffer).length
  }
  if (at !== bytes.length) throw new Error(`the file ${sha256} ends after ${at} of ${bytes.length} bytes`)
  return bytes
}
