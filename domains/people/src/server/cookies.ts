import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Origin } from './deps.ts'
import type { OpenedSession } from './open-session.ts'

export const SESSION_COOKIE = 'jiju_session'
/** Tells a browser that was used before from a stranger's; opens nothing by itself. */
const DEVICE_COOKIE = 'jiju_device'
const DEVICE_SECONDS = 400 * 86_400

function options(publicAddress: string) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: publicAddress.startsWith('https:') } as const
}

export function originOf(request: FastifyRequest): Origin {
  const device = request.cookies[DEVICE_COOKIE]
  return {
    address: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
    deviceToken: device && /^[A-Za-z0-9_-]{43}$/.test(device) ? device : undefined,
    requestId: request.id,
  }
}

export function setSessionCookies(reply: FastifyReply, publicAddress: string, opened: OpenedSession): void {
  reply.setCookie(SESSION_COOKIE, opened.sessionToken, { ...options(publicAddress), expires: opened.expiresAt })
  reply.setCookie(DEVICE_COOKIE, opened.deviceToken, { ...options(publicAddress), maxAge: DEVICE_SECONDS })
}

export function clearSessionCookie(reply: FastifyReply, publicAddress: string): void {
  reply.clearCookie(SESSION_COOKIE, options(publicAddress))
}
