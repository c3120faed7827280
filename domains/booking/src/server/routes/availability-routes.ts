import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { AvailabilityList, AvailabilityQuery } from '../../contract/calendars.ts'
import type { BookingDeps } from '../needs.ts'
import { readAvailability } from '../read-availability.ts'

/** Free time of many resources in one request, for lists. */
export async function availabilityRoutes(scope: FastifyInstance, { db }: BookingDeps): Promise<void> {
  scope.withTypeProvider<ZodTypeProvider>().get(
    '/availability',
    {
      schema: {
        operationId: 'listAvailability',
        tags: ['booking'],
        summary: 'First free slot and free share of the coming week of several resources',
        querystring: AvailabilityQuery,
        response: { 200: AvailabilityList, ...problemResponses },
      },
      config: { access: 'booking.slot.list' },
    },
    async (request) => ({
      items: await readAvailability(db, request.query.resource, { minutes: request.query.minutes, now: request.server.now() }),
    }),
  )
}
