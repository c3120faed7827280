import type { LoggerOptions } from 'pino'

/** Names under which personal data or secrets could reach a log line, wherever in it they stand. */
const PRIVATE = new Set(
  [
    ...['authorization', 'cookie', 'set-cookie', 'x-api-key', 'password', 'passphrase', 'token', 'secret', 'otp', 'recoveryCode', 'apiKey'],
    ...['email', 'mail', 'name', 'fullName', 'phone', 'mobile', 'address', 'to', 'ip', 'remoteAddress', 'userAgent', 'idNumber'],
  ].map(normalised),
)

const HIDDEN = '[hidden]'
const MAX_DEPTH = 6

/** Options of the process's pino logger: one JSON object a line, time as ISO, no personal data, requests by method and route only. */
export function loggerOptions(level = 'info'): LoggerOptions {
  return {
    level,
    base: { pid: process.pid },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: {
      level: (label) => ({ level: label }),
      log: (line) => hidePrivate(line, 0) as Record<string, unknown>,
    },
    serializers: {
      // The path may hold ids and its query what somebody searched for; the address says who it was.
      req: (request: { method?: string; routeOptions?: { url?: string } }) => ({
        method: request.method,
        route: request.routeOptions?.url,
      }),
      res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
      err: describeError,
    },
  }
}

/** Type, message, stack and code; not the values that a database error quotes from a row. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error
  const { code, constraint, table } = error as Error & { code?: unknown; constraint?: unknown; table?: unknown }
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    code,
    constraint,
    table,
    ...(error.cause instanceof Error && { cause: describeError(error.cause) }),
  }
}

function hidePrivate(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof Error) return value
  if (depth >= MAX_DEPTH) return '[deep]'
  if (Array.isArray(value)) return value.map((item) => hidePrivate(item, depth + 1))
  // Objects of classes (requests, replies, sockets) are shown by the serializers.
  const isPlain = Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null
  if (!isPlain) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, PRIVATE.has(normalised(key)) ? HIDDEN : hidePrivate(item, depth + 1)]),
  )
}

function normalised(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, '')
}
