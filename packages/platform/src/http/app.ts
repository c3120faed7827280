import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type pg from 'pg'
import type { AccessControl } from './actor.ts'
import { pruneOpenApi } from './openapi.ts'
import { HTTP_PROBLEM_TEXTS, type ProblemTexts } from './problem-texts.ts'
import { answerUnreadable, problemSender, replyWithProblems } from './problems.ts'
import { callerOf, countSharedLimits } from './shared-limit.ts'
import { findUnstorableText } from './unstorable-text.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The clock of the server; tests set it. */
    now: () => Date
    /** Every route of the API with the access key that it names. */
    routeList: { method: string; url: string; access: string }[]
  }
}

type HttpOptions = {
  readonly publicAddress: string
  readonly access: AccessControl
  readonly problemTexts: readonly ProblemTexts[]
  readonly now?: () => Date
  readonly logger?: FastifyServerOptions['logger']
  /** Requests a minute of a caller to this process; 0 switches every limit off. */
  readonly requestsPerMinute?: number
  /** Where requests are counted that all processes limit together, see `sharedLimit`. */
  readonly pool?: pg.Pool
  readonly trustProxy?: FastifyServerOptions['trustProxy']
  readonly version: string
}

const BODY_LIMIT_BYTES = 1_048_576
const UPLOAD_LIMIT_BYTES = 20 * 1_048_576
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * An HTTP server with everything that no domain decides: contracts, problem details, request ids, who acts, origin check,
 * headers, limits, and the reference page. Routes under /api/v1 without an access key do not start.
 */
export async function createHttpApp(options: HttpOptions): Promise<FastifyInstance> {
  const texts = Object.assign({}, HTTP_PROBLEM_TEXTS, ...options.problemTexts)
  const send = problemSender(texts)
  const app = Fastify({
    logger: options.logger ?? false,
    // One line a request, when it is answered, is written below.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: options.trustProxy ?? false,
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 200 },
    // What the router refuses before any hook runs: a path that cannot be decoded, a parameter that is too long.
    frameworkErrors: (_error, request, reply) => {
      send(request, reply, [{ code: 'request.unreadable', kind: 'invalid' }])
    },
    clientErrorHandler: (error, socket) => answerUnreadable(error, socket, texts),
    // A closing server finishes what it has begun and refuses new connections.
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  // JSON and uploads only: a form of another site cannot send either without asking first.
  app.removeContentTypeParser('text/plain')
  app.decorate('now', options.now ?? (() => new Date()))
  replyWithProblems(app, send)

  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: UPLOAD_LIMIT_BYTES, files: 10, fields: 50 } })
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    strictTransportSecurity: options.publicAddress.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: { action: 'deny' },
  })
  identifyCallers(app, options.access)
  refuseForeignOrigins(app, options.publicAddress)
  await limitRates(app, options.requestsPerMinute ?? 600, options.pool)
  refuseUnstorableTexts(app)

  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      { method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 },
      'answered',
    )
  })

  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Jiju 集聚',
        version: options.version,
        description: 'Public service platform of a medical-device industry cluster. Errors are RFC 9457 problem details.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'jiju_session' },
          apiKey: { type: 'http', scheme: 'bearer', description: 'An API key of the account page' },
        },
      },
      security: [{ session: [] }, { apiKey: [] }],
    },
    transform: ({ schema, url, ...rest }) =>
      url.startsWith('/api/v1/') ? jsonSchemaTransform({ schema, url, ...rest } as never) : { schema: { hide: true } as never, url },
    transformObject: (document) => pruneOpenApi(jsonSchemaTransformObject(document) as never) as never,
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/reference',
    staticCSP: true,
    transformStaticCSP: (header) => header.replace('upgrade-insecure-requests', ''),
  })
  app.setNotFoundHandler((_request, reply) => reply.refuse({ code: 'request.no_such_route', kind: 'missing' }))
  return app
}

function identifyCallers(app: FastifyInstance, access: AccessControl): void {
  app.decorateRequest('actor', null)
  app.decorate('routeList', [])
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/v1/') || route.method === 'HEAD') return
    if (!route.config?.access) throw new Error(`${String(route.method)} ${route.url} names no access key`)
    for (const method of [route.method].flat()) app.routeList.push({ method, url: route.url, access: route.config.access })
  })
  app.addHook('onRequest', async (request, reply) => {
    const key = request.routeOptions.config.access
    if (!key) return
    request.actor = await access.findActor(request)
    const problem = access.refuse(key, request.actor)
    if (problem) return reply.refuse(problem)
  })
}

/** A browser names the origin of every unsafe request: one of another site is refused, so that no page elsewhere can act with our cookie. */
function refuseForeignOrigins(app: FastifyInstance, publicAddress: string): void {
  const own = new URL(publicAddress).origin
  app.addHook('onRequest', async (request, reply) => {
    if (SAFE_METHODS.has(request.method) || request.actor?.via === 'api_key') return
    const { origin } = request.headers
    if (origin === undefined || origin === own || origin === `${request.protocol}://${request.host}`) return
    return reply.refuse({ code: 'request.foreign_origin', kind: 'forbidden' })
  })
}

function refuseUnstorableTexts(app: FastifyInstance): void {
  app.addHook('preValidation', async (request, reply) => {
    const field = findUnstorableText(request.body)
    if (field !== null) return reply.refuse({ code: 'request.unstorable_text', kind: 'invalid', field, params: { field } })
  })
}

async function limitRates(app: FastifyInstance, perMinute: number, pool: pg.Pool | undefined): Promise<void> {
  if (perMinute === 0) return
  countSharedLimits(app, pool)
  await app.register(rateLimit, {
    global: true,
    max: perMinute,
    timeWindow: '1 minute',
    hook: 'preValidation',
    keyGenerator: callerOf,
    errorResponseBuilder: (_request, context) =>
      new Refusal({ code: 'request.too_many', kind: 'too_many', params: { seconds: Math.ceil(context.ttl / 1000) } }),
  })
}
