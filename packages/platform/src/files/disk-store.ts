import { createReadStream, mkdirSync } from 'node:fs'
import { mkdir, open, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { type FileStore, pathOfHash } from './file-store.ts'

/** A file store in a folder of this machine, or of a file system that all server processes share. */
export function diskStore(folder: string): FileStore {
  const incomingFolder = path.join(folder, 'incoming')
  mkdirSync(incomingFolder, { recursive: true, mode: 0o700 })
  const fileOf = (sha256: string) => path.join(folder, pathOfHash(sha256))
  return {
    incomingFolder,
    keep: async (content) => {
      const target = fileOf(content.sha256)
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
      await flush(content.path)
      // The bytes are on the disk before their name is, so a name never stands for half a file.
      await rename(content.path, target)
      await flush(path.dirname(target))
    },
    find: async (sha256) => {
      const file = fileOf(sha256)
      const info = await stat(file).catch(() => null)
      return info && { stream: createReadStream(file), sizeBytes: info.size }
    },
  }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
