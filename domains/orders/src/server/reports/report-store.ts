import { createHash, randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { FileStore } from '@jiju/platform/files/file-store'

/** Puts a document under its hash; when it returns, the bytes are durable. */
export async function storePdf(files: FileStore, bytes: Buffer): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const received = path.join(files.incomingFolder, randomUUID())
  try {
    await writeFile(received, bytes, { mode: 0o600 })
    await files.keep({ sha256, path: received, mediaType: 'application/pdf' })
  } finally {
    await rm(received, { force: true })
  }
  return sha256
}

/** The bytes of a stored document; null when the store has lost them. */
export async function readPdf(files: FileStore, sha256: string): Promise<Buffer | null> {
  const found = await files.find(sha256)
  return found && (await buffer(found.stream))
}
