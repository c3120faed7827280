import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { newId } from '@jiju/kernel/ids'
import type { Problem, ProblemKind } from '@jiju/kernel/problem'
import { Refusal } from '@jiju/kernel/problem'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { en, zhCN } from 'zod/locales'
import { sqlStateOf } from '../database/pool.ts'
import { fillText, type Language, languageOf, type ProblemTexts } from './problem-texts.ts'

/** The only table from a kind of problem to an HTTP status. */
const STATUS_BY_KIND = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  stale: 412,
  too_large: 413,
  unsupported: 415,
  refused: 422,
  too_many: 429,
  unavailable: 503,
} as const satisfies Record<ProblemKind, number>

const ProblemDetails = z
  .object({
    type: z.string().describe('URN of the first problem: urn:jiju:problem:<code>'),
    title: z.string().describe("Text of the first problem, in the caller's language"),
    status: z.number().int(),
    code: z.string().describe('Stable code of the first problem'),
    requestId: z.string(),
    problems: z.array(
      z.object({
        code: z.string(),
        message: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
        field: z.string().nullable().describe('JSON pointer of the field to blame'),
        waivable: z.boolean(),
      }),
    ),
  })
  .catchall(z.unknown())
  .describe('Problem details (RFC 9457), listing every problem at once')
  .meta({ id: 'ProblemDetails' })
type ProblemDetails = z.infer<typeof ProblemDetails>

const problemContent = { content: { 'application/problem+json': { schema: ProblemDetails } } }

/** Spread into a route's `response`: every refusal has the same body. */
export const problemResponses = {
  '4xx': { description: 'Refused: every problem with code, text and what to do', ...problemContent },
  '5xx': { description: 'Failed: nothing was changed', ...problemContent },
}

type Translator = (problems: readonly Problem[], language: Language) => ProblemDetails['problems']

function translator(texts: ProblemTexts): Translator {
  return (problems, language) =>
    problems.map((problem) => {
      const params = problem.params ?? {}
      const template = texts[problem.code]?.[language] ?? problem.code
      return {
        code: problem.code,
        message: fillText(template, params, language),
        params,
        field: problem.field ?? null,
        waivable: problem.waivable ?? false,
      }
    })
}

const localeError = { zh: zhCN().localeError, en: en().localeError }

/** A contract may name its own code: `.refine(test, { params: { problem: 'people.uscc_invalid' } })`. */
function problemsOfValidation(error: FastifyError, language: Language): Problem[] {
  const where = error.validationContext === 'body' || error.validationContext === undefined ? '' : `/${error.validationContext}`
  return (error.validation ?? []).map((issue) => {
    const details = issue.params as Record<string, unknown>
    const field = `${where}${issue.instancePath === '/' ? '' : issue.instancePath}`
    const named = (details.params as { problem?: string } | undefined)?.problem
    if (named) return { code: named, kind: 'invalid', field }
    const text = localeError[language]({ ...details, code: issue.keyword, path: [], input: undefined } as never)
    const reason = (typeof text === 'string' ? text : text?.message) ?? issue.message ?? ''
    return { code: 'request.invalid_field', kind: 'invalid', field, params: { field, reason } }
  })
}

const PROBLEM_BY_FASTIFY_CODE: Readonly<Record<string, Problem>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'request.malformed', kind: 'invalid' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'request.malformed', kind: 'invalid' },
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'request.too_large', kind: 'too_large' },
  FST_REQ_FILE_TOO_LARGE: { code: 'request.too_large', kind: 'too_large' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'request.unsupported_type', kind: 'unsupported' },
  FST_INVALID_MULTIPART_CONTENT_TYPE: { code: 'request.unsupported_type', kind: 'unsupported' },
}

/** Connection trouble: 08…, shutting down 57P0x, too many connections 53300; Node's own codes when the socket is gone. */
function isDatabaseGone(error: unknown): boolean {
  const state = sqlStateOf(error)
  if (state) return state.startsWith('08') || state.startsWith('57P0') || state === '53300'
  const { code, message } = error as { code?: string; message?: string }
  if (['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(code ?? '') && (error as { syscall?: string }).syscall !== 'open')
    return true
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(message ?? '')
}

function problemsOf(error: unknown, language: Language): readonly Problem[] {
  if (error instanceof Refusal) return error.problems
  if (hasZodFastifySchemaValidationErrors(error)) return problemsOfValidation(error as FastifyError, language)
  const { code, statusCode } = error as FastifyError
  const known = PROBLEM_BY_FASTIFY_CODE[code]
  if (known) return [known]
  if (isDatabaseGone(error)) return [{ code: 'platform.database_unavailable', kind: 'unavailable' }]
  const state = sqlStateOf(error)
  if (state === '57014' || state === '55P03') return [{ code: 'platform.overloaded', kind: 'unavailable' }]
  // A null in an address or a file's row, which no body carries this far, cannot be stored: the caller's mistake.
  if (state === '22021' || state === '22P05') return [{ code: 'request.unreadable', kind: 'invalid' }]
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return [{ code: 'request.unreadable', kind: 'invalid' }]
  return []
}

function detailsOf(problems: ProblemDetails['problems'], status: number, requestId: string): ProblemDetails {
  const [first] = problems
  return { type: `urn:jiju:problem:${first?.code}`, title: first?.message ?? '', status, code: first?.code ?? '', requestId, problems }
}

const CLIENT_ERROR_STATUS: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 }

/** Answers bytes that are no HTTP request (an address that is not encoded, headers without end): there is no request yet to take a language or an id from. */
export function answerUnreadable(error: { code?: string }, socket: Socket, texts: ProblemTexts): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = CLIENT_ERROR_STATUS[error.code ?? ''] ?? 400
  const body = JSON.stringify(detailsOf(translator(texts)([{ code: 'request.unreadable', kind: 'invalid' }], 'zh'), status, newId()))
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}

type SendProblems = (
  request: FastifyRequest,
  reply: FastifyReply,
  problems: readonly Problem[],
  status?: number,
  extensions?: object,
) => FastifyReply

/** Writes problem details in the caller's language; the first problem decides the status unless one is given. */
export function problemSender(texts: ProblemTexts): SendProblems {
  const translate = translator(texts)
  return (request, reply, problems, status = STATUS_BY_KIND[problems[0]?.kind ?? 'invalid'], extensions = {}) => {
    const language = languageOf(request.headers['accept-language'])
    const retryAfter = problems[0]?.params?.seconds
    if (retryAfter !== undefined && (status === 429 || status === 503)) reply.header('retry-after', String(retryAfter))
    else if (status === 503) reply.header('retry-after', '2')
    const body = { ...extensions, ...detailsOf(translate(problems, language), status, request.id) }
    return reply
      .code(status)
      .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
      .type('application/problem+json; charset=utf-8')
      .serializer(JSON.stringify)
      .send(body)
  }
}

/** Answers every failure as problem details; an unknown error is logged once and answered without detail. */
export function replyWithProblems(app: FastifyInstance, send: SendProblems): void {
  app.setErrorHandler((error, request, reply) => {
    const problems = problemsOf(error, languageOf(request.headers['accept-language']))
    const [first] = problems
    if (first) {
      const extensions = error instanceof Refusal ? ((error as { extensions?: object }).extensions ?? {}) : {}
      const kind = problems.find((problem) => problem.kind === 'unauthenticated' || problem.kind === 'missing')?.kind ?? first.kind
      return send(request, reply, problems, STATUS_BY_KIND[kind], extensions)
    }
    request.log.error({ err: error }, 'unexpected error')
    return send(request, reply, [{ code: 'platform.internal', kind: 'unavailable', params: { requestId: request.id } }], 500)
  })

  app.decorateReply('refuse')
  app.addHook('onRequest', async (request, reply) => {
    reply.refuse = (...problems) => send(request, reply, problems)
  })
}

declare module 'fastify' {
  interface FastifyReply {
    /** Answers with problem details outside of a use case (unknown route, rate limit). */
    refuse: (...problems: readonly Problem[]) => FastifyReply
  }
}
