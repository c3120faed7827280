import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { FileStore } from '@jiju/platform/files/file-store'

/** Puts the contents of a file of the demo into the store, as an upload would. */
export async function keepFile(
  store: FileStore,
  { sha256, bytes, mediaType }: { readonly sha256: string; readonly bytes: Buffer; readonly mediaType: string },
): Promise<void> {
  const received = path.join(store.incomingFolder, `demo-${sha256}`)
  await writeFile(received, bytes, { mode: 0o600 })
  await store.keep({ sha256, path: received, mediaType })
}
