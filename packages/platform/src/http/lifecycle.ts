import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Metrics } from '../observability/metrics.ts'

type Readiness = { readonly isClosing: () => boolean; readonly checkDatabase: () => Promise<void> }

/** `/healthz`: the process answers. `/readyz`: it can serve — not closing, and the database answers. */
export function serveHealth(app: FastifyInstance, readiness: Readiness): void {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }))
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    if (readiness.isClosing()) return reply.code(503).send({ status: 'closing' })
    await readiness.checkDatabase()
    return { status: 'ready' }
  })
}

/** `/metrics` for Prometheus, of the process that answers. With a token for whoever has it; without one only for this machine, and not through a proxy. */
export function serveMetrics(app: FastifyInstance, metrics: Metrics, token?: string): void {
  app.addHook('onResponse', async (request, reply) => {
    metrics.observeRequest({
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    })
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!mayRead(request, token)) return reply.refuse({ code: 'request.no_such_route', kind: 'missing' })
    const { contentType, text } = await metrics.read()
    return reply.header('content-type', contentType).send(text)
  })
}

function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined)
    return (
      ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '') &&
      request.headers['x-forwarded-for'] === undefined
    )
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
