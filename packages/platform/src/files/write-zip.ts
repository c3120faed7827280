import { PassThrough, type Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

/** One file of an archive; its bytes are read when its turn comes. */
type ZipEntry = { readonly name: string; readonly read: () => Promise<Uint8Array> }

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** Names are UTF-8. */
const FLAGS = 0x0800
const DEFLATE = 8
const VERSION = 20

/** In a thread of its own: large files keep nobody waiting. */
const deflate = promisify(deflateRaw)

/** A ZIP archive (APPNOTE 6.3, without ZIP64), written while the files are read. The same files with the same date give the same bytes. */
export function zipStream(entries: readonly ZipEntry[], modifiedAt: Date): Readable {
  const out = new PassThrough()
  writeZip(entries, modifiedAt, out).catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}

async function writeZip(entries: readonly ZipEntry[], modifiedAt: Date, out: PassThrough): Promise<void> {
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, read } of entries) {
    const content = await read()
    const packed = await deflate(content)
    const head = headOf(name, { content, checksum: await checksumOf(content), packed, modifiedAt })
    const parts = [head.local, packed]
    directory.push(head.central(offset))
    for (const part of parts) {
      offset += part.length
      if (!out.write(part)) await new Promise((resolve) => out.once('drain', resolve))
    }
  }
  const central = Buffer.concat(directory)
  if (offset + central.length > 0xffff_ffff) throw new RangeError('an archive of more than 4 GiB')
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  out.end(Buffer.concat([central, end]))
}

const CHECKED_AT_ONCE = 4_194_304

/** Piece by piece, so that others have their turn between two. */
async function checksumOf(content: Uint8Array): Promise<number> {
  let checksum = 0
  for (let start = 0; start < content.length; start += CHECKED_AT_ONCE) {
    checksum = crc32(content.subarray(start, start + CHECKED_AT_ONCE), checksum)
    await nextTurn()
  }
  return checksum
}

type Packed = { readonly content: Uint8Array; readonly checksum: number; readonly packed: Buffer; readonly modifiedAt: Date }

function headOf(name: string, { content, checksum, packed, modifiedAt }: Packed) {
  const bytes = Buffer.from(name, 'utf8')
  // What the head of the file and its entry in the directory have in common.
  const common = Buffer.alloc(26)
  common.writeUInt16LE(VERSION, 0)
  common.writeUInt16LE(FLAGS, 2)
  common.writeUInt16LE(DEFLATE, 4)
  common.writeUInt32LE(dosTime(modifiedAt), 6)
  common.writeUInt32LE(checksum, 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(content.length, 18)
  common.writeUInt16LE(bytes.length, 22)
  return {
    local: Buffer.concat([signature(LOCAL), common, bytes]),
    central: (offset: number) => {
      const rest = Buffer.alloc(14)
      rest.writeUInt32LE(offset, 10)
      const madeBy = Buffer.alloc(2)
      madeBy.writeUInt16LE(VERSION)
      return Buffer.concat([signature(CENTRAL), madeBy, common, rest, bytes])
    },
  }
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** Date and time as MS-DOS wrote them, to two seconds, in UTC. */
function dosTime(at: Date): number {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)
  const day = ((Math.max(at.getUTCFullYear(), 1980) - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()
  return ((day << 16) | time) >>> 0
}
