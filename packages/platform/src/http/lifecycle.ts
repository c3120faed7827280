import type { FastifyInstance } from 'fastify'

export type Readiness = { readonly isClosing: () => boolean; readonly checkDatabase: () => Promise<void> }

/** `/healthz`: the process answers. `/readyz`: it can serve — not closing, and the database answers. */
export function serveHealth(app: FastifyInstance, readiness: Readiness): void {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }))
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    if (readiness.isClosing()) return reply.code(503).send({ status: 'closing' })
    await readiness.checkDatabase()
    return { status: 'ready' }
  })
}
