import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

const POLICY = (nonce: string) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Serves the built web app: hashed assets for a year, and its page with a fresh nonce for every address that is not the API's. The page says whether the district is invented. */
export async function serveWeb(app: FastifyInstance, folder: string, isDemo: () => Promise<boolean>): Promise<void> {
  const index = path.join(folder, 'index.html')
  if (!existsSync(index)) return
  const page = readFileSync(index, 'utf8')
  await app.register(staticFiles, {
    root: folder,
    index: false,
    wildcard: false,
    preCompressed: true,
    setHeaders: (reply, file) => {
      const isHashed = path.relative(folder, file).startsWith(`assets${path.sep}`)
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=300')
    },
  })

  const sendPage = async (reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64')
    const demo = (await isDemo()) ? 'yes' : 'no'
    return reply
      .header('content-security-policy', POLICY(nonce))
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__CSP_NONCE__', nonce).replace('__JIJU_DEMO__', demo))
  }
  app.get('/', { schema: { hide: true } }, (_request, reply) => sendPage(reply))
  // Every other address is a page of the web app, for whoever asks for a page; the rest has the platform's own answer.
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    const isPage = !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')
    return isPage ? sendPage(reply) : reply.callNotFound()
  })
}
