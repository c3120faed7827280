import type { FastifyReply } from 'fastify'
import { contentDisposition } from './send-file.ts'

/** Sends a file that is written now, as a download. */
export function sendDownload(
  reply: FastifyReply,
  file: { name: string; type: string; body: NodeJS.ReadableStream | Buffer },
): FastifyReply {
  return reply
    .headers({ 'content-type': file.type, 'content-disposition': contentDisposition(file.name), 'x-content-type-options': 'nosniff' })
    .send(file.body)
}
