import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw, inflateRawSync } from 'node:zlib'
import { Refusal } from '@jiju/kernel/problem'

const MAX_ENTRIES = 2000
const MAX_UNPACKED_BYTES = 300 * 1_048_576

const UNREADABLE = { code: 'platform.file_unreadable', kind: 'invalid' } as const
const BOMB = { code: 'platform.file_unpacks_too_large', kind: 'invalid', params: { megabytes: 300 } } as const

type Entry = { readonly name: string; readonly method: number; readonly packedBytes: number; readonly headerAt: number }

/**
 * Refuses a zip file (an xlsx is one) whose content is larger than anybody's spreadsheet. The sizes that the file states may lie,
 * so every part is unpacked and counted, and thrown away.
 */
export async function guardZip(file: string): Promise<void> {
  const handle = await open(file, 'r')
  let entries: Entry[]
  try {
    const { size } = await handle.stat()
    const content = Buffer.alloc(size)
    await handle.read(content, 0, size, 0)
    entries = readDirectory(content)
    let left = MAX_UNPACKED_BYTES
    for (const entry of entries) {
      const start = dataStart(content, entry)
      if (entry.method === 0) left -= entry.packedBytes
      else if (entry.method === 8) left -= await unpackedBytes(file, start, entry.packedBytes, left)
      else throw new Refusal(UNREADABLE)
      if (left < 0) throw new Refusal(BOMB)
    }
  } finally {
    await handle.close()
  }
}

/** The files of a small archive by name; a name stands for one file. Refuses like guardZip. */
export async function readZip(file: string): Promise<Map<string, Buffer>> {
  await guardZip(file)
  const content = await readFile(file)
  const entries = readDirectory(content)
  const files = new Map(
    entries.map((entry) => {
      const start = dataStart(content, entry)
      const packed = content.subarray(start, start + entry.packedBytes)
      return [entry.name, entry.method === 0 ? packed : inflateRawSync(packed)]
    }),
  )
  if (files.size < entries.length) throw new Refusal(UNREADABLE)
  return files
}

/** The text of one part of a zip file that `guardZip` has let pass; undefined when there is none of that name. */
export async function readZipText(file: string, name: string): Promise<string | undefined> {
  const content = await readFile(file)
  const entry = readDirectory(content).find((each) => each.name === name)
  if (!entry) return undefined
  const start = dataStart(content, entry)
  const packed = content.subarray(start, start + entry.packedBytes)
  return (entry.method === 0 ? packed : inflateRawSync(packed)).toString('utf8')
}

function readDirectory(content: Buffer): Entry[] {
  const endAt = content.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (endAt < 0 || endAt + 22 > content.length) throw new Refusal(UNREADABLE)
  const count = content.readUInt16LE(endAt + 10)
  if (count > MAX_ENTRIES) throw new Refusal(BOMB)
  const entries: Entry[] = []
  let at = content.readUInt32LE(endAt + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > content.length || content.readUInt32LE(at) !== 0x02014b50) throw new Refusal(UNREADABLE)
    const nameStart = at + 46
    const entry = {
      name: content.toString('utf8', nameStart, nameStart + content.readUInt16LE(at + 28)),
      method: content.readUInt16LE(at + 10),
      packedBytes: content.readUInt32LE(at + 20),
      headerAt: content.readUInt32LE(at + 42),
    }
    entries.push(entry)
    at += 46 + content.readUInt16LE(at + 28) + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32)
  }
  return entries
}

function dataStart(content: Buffer, entry: Entry): number {
  const at = entry.headerAt
  if (at + 30 > content.length || content.readUInt32LE(at) !== 0x04034b50) throw new Refusal(UNREADABLE)
  const start = at + 30 + content.readUInt16LE(at + 26) + content.readUInt16LE(at + 28)
  if (start + entry.packedBytes > content.length) throw new Refusal(UNREADABLE)
  return start
}

async function unpackedBytes(file: string, start: number, packedBytes: number, limit: number): Promise<number> {
  if (packedBytes === 0) return 0
  let bytes = 0
  const count = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done(bytes > limit ? new Refusal(BOMB) : null)
    },
  })
  try {
    await pipeline(createReadStream(file, { start, end: start + packedBytes - 1 }), createInflateRaw(), count)
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(UNREADABLE)
  }
  return bytes
}
