import { Refusal } from '@jiju/kernel/problem'
import type { FastifyReply } from 'fastify'
import type { FileStore } from './file-store.ts'
import { RASTER_IMAGES } from './media-type.ts'
import type { StoredFile } from './upload.ts'

/**
 * Sends a stored file as a download. As `image` it is shown in the page if, and only if, it is a raster picture. Either way a browser
 * runs nothing of it: the sandbox gives it an origin of its own, and its type is not guessed. Refuses with `platform.file_missing`.
 */
export async function sendFile(
  reply: FastifyReply,
  store: FileStore,
  file: Pick<StoredFile, 'sha256' | 'name' | 'mediaType'>,
  as: 'attachment' | 'image' = 'attachment',
): Promise<FastifyReply> {
  const isShown = as === 'image' && (RASTER_IMAGES as readonly string[]).includes(file.mediaType)
  reply.headers({
    'content-type': file.mediaType.startsWith('text/') ? `${file.mediaType}; charset=utf-8` : file.mediaType,
    'content-disposition': isShown ? 'inline' : contentDisposition(file.name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    etag: `"${file.sha256}"`,
    'cache-control': 'private, max-age=31536000, immutable',
  })
  if (reply.request.headers['if-none-match'] === `"${file.sha256}"`) return reply.code(304).send()
  const found = await store.find(file.sha256)
  if (!found) {
    reply.log.error({ sha256: file.sha256 }, 'a file of the database is not in the file store')
    for (const name of ['content-type', 'content-disposition', 'etag', 'cache-control']) reply.removeHeader(name)
    throw new Refusal({ code: 'platform.file_missing', kind: 'missing' })
  }
  return reply.header('content-length', found.sizeBytes).send(found.stream)
}

/** RFC 6266 with the name in RFC 5987 form, and an ASCII one for old readers. */
export function contentDisposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
