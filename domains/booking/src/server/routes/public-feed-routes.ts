import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { DoorPlan, FeedQuery, TokenParams } from '../../contract/feeds.ts'
import { readDoor } from '../feeds/read-door.ts'
import { readFeed } from '../feeds/read-feed.ts'
import type { BookingDeps } from '../needs.ts'

const tags = ['booking']
// Calendar programs ask every few minutes at most, screens once a minute; many of them may stand behind one address.
const rateLimit = { max: 120, timeWindow: '1 minute' }
const CACHED_SECONDS = 300

/** What secret addresses open, without sign-in. A token that opens nothing is answered like any unknown address. */
export async function publicFeedRoutes(scope: FastifyInstance, { db, needs }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/feeds/:token/calendar.ics',
    {
      config: { access: 'booking.feed.read', rateLimit },
      schema: {
        operationId: 'readFeed',
        tags,
        summary: 'A calendar by its secret address (iCalendar, RFC 5545)',
        params: TokenParams,
        querystring: FeedQuery,
        response: { 200: z.any().describe('text/calendar'), ...problemResponses },
      },
    },
    async (request, reply) => {
      const { token } = request.params
      const feed = await readFeed(db, needs, { token, language: request.query.lang, now: request.server.now() })
      if (!feed) return reply.callNotFound()
      const etag = `"${feed.tag}"`
      reply.headers({
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'inline; filename="calendar.ics"',
        'cache-control': `private, max-age=${CACHED_SECONDS}`,
        'last-modified': feed.changedAt.toUTCString(),
        etag,
      })
      if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send()
      // A buffer leaves as it is; a string would be written as JSON.
      return reply.send(Buffer.from(feed.text()))
    },
  )
  app.get(
    '/door/:token',
    {
      config: { access: 'booking.door.read', rateLimit },
      schema: {
        operationId: 'readDoor',
        tags,
        summary: "Today's plan of a lab or an instrument by its secret address",
        params: TokenParams,
        response: { 200: DoorPlan, ...problemResponses },
      },
    },
    async (request, reply) => {
      const plan = await readDoor(db, needs, { token: request.params.token, now: request.server.now() })
      return plan ?? reply.callNotFound()
    },
  )
}

/** RFC 9110 §13.1.2: a list of tags or a star, compared weakly. A proxy that compresses marks ours as weak. */
function matches(header: string | undefined, etag: string): boolean {
  const named = header?.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return named?.some((tag) => tag === '*' || tag === etag) ?? false
}
