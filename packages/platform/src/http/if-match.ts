import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Thrown by the use case when the row count of its versioned update is zero. */
export const VERSION_STALE: Problem = { code: 'platform.version_stale', kind: 'stale' }

/** The version that the caller read, from `If-Match: "<n>"`; refuses when it is missing or not a version. */
export function expectedVersion(request: FastifyRequest): number {
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(request.headers['if-match'] ?? '')
  if (!match) throw new Refusal({ code: 'platform.if_match_missing', kind: 'invalid' })
  return Number(match[1])
}

export function versionTag(version: number): string {
  return `"${version}"`
}

export function setVersion(reply: FastifyReply, version: number): FastifyReply {
  return reply.header('etag', versionTag(version))
}
