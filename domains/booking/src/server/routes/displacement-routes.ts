import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { ResourceParams } from '../../contract/calendars.ts'
import { OperatingState } from '../../contract/faults.ts'
import { Displacement, TakeEquivalent } from '../../contract/outages.ts'
import { Reservation, ReservationParams } from '../../contract/reservations.ts'
import type { BookingDeps } from '../needs.ts'
import { readOperatingState } from '../outages/operating-state.ts'
import { readDisplacement } from '../outages/read-displacement.ts'
import { takeEquivalent } from '../outages/take-equivalent.ts'
import { presentReservation } from '../present.ts'

const tags = ['booking']

/** What the customer of a displaced booking sees and does; and what everybody sees of a resource's state. */
export async function displacementRoutes(scope: FastifyInstance, { db }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/reservations/:id/displacement',
    {
      schema: {
        operationId: 'getDisplacement',
        tags,
        summary: 'The outage that hit a booking, and the slots that could take its place, with the difference in price and time',
        params: ReservationParams,
        response: { 200: Displacement, ...problemResponses },
      },
      config: { access: 'booking.reservation.read' },
    },
    async (request) => readDisplacement(db, request.params.id, organisationOf(request), request.server.now()),
  )

  app.post(
    '/reservations/:id/take-equivalent',
    {
      schema: {
        operationId: 'takeEquivalent',
        tags,
        summary: 'Move a displaced booking to another slot, free: takes the new and gives up the old, or neither (If-Match)',
        params: ReservationParams,
        body: TakeEquivalent,
        response: { 200: Reservation, ...problemResponses },
      },
      config: { access: 'booking.reservation.change' },
    },
    async (request, reply) => {
      const organisationId = organisationOf(request)
      const { resourceId, start, end } = request.body
      const take = {
        reservationId: request.params.id,
        organisationId,
        userId: actorOf(request).userId,
        version: expectedVersion(request),
        resourceId,
        during: { start: new Date(start), end: new Date(end) },
      }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await takeEquivalent(tx, command, take)
        const reader = { organisationId, now: command.now }
        return { status: 200, body: presentReservation(row, reader), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.get(
    '/resources/:resourceId/operating-state',
    {
      schema: {
        operationId: 'getOperatingState',
        tags,
        summary: 'Whether a resource can be used now, until when not, and when it was calibrated',
        params: ResourceParams,
        response: { 200: OperatingState, ...problemResponses },
      },
      config: { access: 'booking.facts.read' },
    },
    async (request) => readOperatingState(db, request.params.resourceId, request.server.now()),
  )
}
