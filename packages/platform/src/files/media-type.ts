import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'

/** Pictures that browsers show without running anything. */
export const RASTER_IMAGES = ['image/png', 'image/jpeg', 'image/webp', 'image/avif'] as const

const HEAD_BYTES = 4096

/**
 * What a file is by its content; its name only tells a table from other text. Markup is named for what it is
 * (`text/html`, `image/svg+xml`, `application/xml`), so that nobody takes it for a picture or a text.
 */
export async function sniffMediaType(file: string, name: string): Promise<string> {
  const head = await readHead(file)
  const markup = markupType(head)
  if (markup) return markup
  const found = await fileTypeFromFile(file)
  if (found) return found.mime
  if (!(await isText(file))) return 'application/octet-stream'
  return /\.(csv|tsv)$/i.test(name) ? 'text/csv' : 'text/plain'
}

async function readHead(file: string): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Content whose first visible character opens a tag is markup; what it could do in a browser decides its name. */
function markupType(head: Buffer): string | undefined {
  const encoding = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8'
  const text = new TextDecoder(encoding).decode(head).trimStart()
  if (!/^<[!?a-z]/i.test(text)) return undefined
  if (/<svg[\s>]/i.test(text)) return 'image/svg+xml'
  return /^<\?xml/i.test(text) && !/<html[\s>]/i.test(text) ? 'application/xml' : 'text/html'
}

/** True when the whole file is UTF-8 or GB 18030 text: no byte that such texts do not hold. */
async function isText(file: string): Promise<boolean> {
  const readings = ['utf-8', 'gb18030'].map((encoding) => ({ decoder: new TextDecoder(encoding, { fatal: true }), isPossible: true }))
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    // Control characters other than tab, line ends and form feed.
    if (chunk.some((byte) => byte < 32 && ![9, 10, 12, 13].includes(byte))) return false
    for (const reading of readings) reading.isPossible &&= canDecode(reading.decoder, chunk)
  }
  return readings.some(({ decoder, isPossible }) => isPossible && canDecode(decoder))
}

function canDecode(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}
