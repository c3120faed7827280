import { organisationOf } from '@jiju/platform/http/actor'
import { type Command, runCommand } from '@jiju/platform/http/command'
import { expectedVersion, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Transaction } from 'kysely'
import { AskToMove, MoveRequestParams } from '../../contract/move-requests.ts'
import { DeclineRequest } from '../../contract/requests.ts'
import { Reservation, ReservationParams } from '../../contract/reservations.ts'
import { approveMove, declineMove, withdrawMove } from '../moves/answer-move-request.ts'
import { askToMove } from '../moves/ask-to-move.ts'
import type { BookingDeps, BookingTables } from '../needs.ts'
import { presentReservation } from '../present.ts'
import type { ReservationRow } from '../sql/reservations.ts'

/** Moves of bookings that the provider confirmed: the customer asks or takes the wish back, the provider approves or declines. */
export async function moveRequestRoutes(scope: FastifyInstance, { db }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  function change(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    work: (tx: Transaction<BookingTables>, command: Command, organisationId: string) => Promise<ReservationRow>,
  ) {
    const organisationId = organisationOf(request)
    return runCommand(db, request, reply, async (tx, command) => {
      const row = await work(tx, command, organisationId)
      return {
        status,
        body: presentReservation(row, { organisationId, now: command.now }),
        headers: { etag: versionTag(row.version) },
      }
    })
  }

  app.post(
    '/reservations/:id/move-requests',
    {
      schema: {
        operationId: 'askToMove',
        tags: ['booking'],
        summary: 'Ask the provider to move a booking; the wished time is held until it answers (If-Match)',
        params: ReservationParams,
        body: AskToMove,
        response: { 201: Reservation, ...problemResponses },
      },
      config: { access: 'booking.reservation.change' },
    },
    async (request, reply) => {
      const { start, end, operation, words } = request.body
      const wish = {
        id: request.params.id,
        version: expectedVersion(request),
        during: { start: new Date(start), end: new Date(end) },
        operation,
        words,
      }
      return change(request, reply, 201, (tx, command, organisationId) => askToMove(tx, command, { ...wish, organisationId }))
    },
  )

  const described = (operationId: string, summary: string) => ({
    operationId,
    tags: ['booking'],
    summary,
    params: MoveRequestParams,
    response: { 200: Reservation, ...problemResponses },
  })

  app.post(
    '/move-requests/:id/approve',
    {
      schema: described('approveMove', 'Approve a move that a customer asks for: the booking takes the wished time'),
      config: { access: 'booking.request.decide' },
    },
    async (request, reply) =>
      change(request, reply, 200, (tx, command, organisationId) => approveMove(tx, command, { id: request.params.id, organisationId })),
  )

  app.post(
    '/move-requests/:id/decline',
    {
      schema: {
        ...described('declineMove', 'Decline a move that a customer asks for, with a reason: the booking stays'),
        body: DeclineRequest,
      },
      config: { access: 'booking.request.decide' },
    },
    async (request, reply) =>
      change(request, reply, 200, (tx, command, organisationId) =>
        declineMove(tx, command, { id: request.params.id, organisationId }, request.body),
      ),
  )

  app.post(
    '/move-requests/:id/withdraw',
    {
      schema: described('withdrawMove', 'Take back a move that was asked for: the booking stays'),
      config: { access: 'booking.reservation.change' },
    },
    async (request, reply) =>
      change(request, reply, 200, (tx, command, organisationId) => withdrawMove(tx, command, { id: request.params.id, organisationId })),
  )
}
