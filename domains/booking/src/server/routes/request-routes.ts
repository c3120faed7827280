import { localDayOf } from '@jiju/kernel/zoned-time'
import { organisationOf } from '@jiju/platform/http/actor'
import { type Command, runCommand } from '@jiju/platform/http/command'
import { expectedVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { DeclineRequest, GiveUpRequest, InboxCounts, ListRequests, ProposeTime, RequestList } from '../../contract/requests.ts'
import { Reservation, ReservationParams } from '../../contract/reservations.ts'
import type { BookingDeps, BookingTables } from '../needs.ts'
import { presentReservation } from '../present.ts'
import { acceptProposal, approveRequest, declineRequest, refuseProposal, withdrawRequest } from '../requests/answer-request.ts'
import type { SeenRequest } from '../requests/get-request.ts'
import { proposeTime } from '../requests/propose-time.ts'
import { countInbox, listRequests } from '../sql/requests.ts'
import type { ReservationRow } from '../sql/reservations.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])
// A provider's day changes with the clock of the region.
const ZONE = 'Asia/Shanghai'

/** Requests: the provider approves, declines or proposes another time; the customer accepts, refuses or withdraws. */
export async function requestRoutes(scope: FastifyInstance, { db }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  function change(
    request: FastifyRequest<{ Params: { id: string } }>,
    reply: FastifyReply,
    work: (tx: Transaction<BookingTables>, command: Command, seen: SeenRequest) => Promise<ReservationRow>,
  ) {
    const organisationId = organisationOf(request)
    const seen = { id: request.params.id, organisationId, version: expectedVersion(request) }
    return runCommand(db, request, reply, async (tx, command) => {
      const row = await work(tx, command, seen)
      return {
        status: 200,
        body: presentReservation(row, { organisationId, now: command.now }),
        headers: { etag: versionTag(row.version) },
      }
    })
  }

  const described = (operationId: string, summary: string) => ({
    operationId,
    tags: ['booking'],
    summary,
    params: ReservationParams,
    response: { 200: Reservation, ...problemResponses },
  })

  app.post(
    '/reservations/:id/approve',
    {
      schema: described('approveRequest', 'Approve a request on an own resource (If-Match)'),
      config: { access: 'booking.request.decide' },
    },
    async (request, reply) => change(request, reply, approveRequest),
  )

  app.post(
    '/reservations/:id/decline',
    {
      schema: { ...described('declineRequest', 'Decline a request with a reason (If-Match)'), body: DeclineRequest },
      config: { access: 'booking.request.decide' },
    },
    async (request, reply) => change(request, reply, (tx, command, seen) => declineRequest(tx, command, seen, request.body)),
  )

  app.post(
    '/reservations/:id/propose',
    {
      schema: { ...described('proposeTime', 'Propose another time for a request; the customer answers (If-Match)'), body: ProposeTime },
      config: { access: 'booking.request.decide' },
    },
    async (request, reply) => {
      const { start, end, operation, words } = request.body
      const proposal = { during: { start: new Date(start), end: new Date(end) }, operation, words }
      return change(request, reply, (tx, command, seen) => proposeTime(tx, command, seen, proposal))
    },
  )

  app.post(
    '/reservations/:id/accept-proposal',
    {
      schema: described('acceptProposal', 'Accept the time that the provider proposed (If-Match)'),
      config: { access: 'booking.reservation.change' },
    },
    async (request, reply) => change(request, reply, acceptProposal),
  )

  app.post(
    '/reservations/:id/refuse-proposal',
    {
      schema: { ...described('refuseProposal', 'Refuse the proposed time and end the request (If-Match)'), body: GiveUpRequest },
      config: { access: 'booking.reservation.change' },
    },
    async (request, reply) => change(request, reply, (tx, command, seen) => refuseProposal(tx, command, seen, request.body.words)),
  )

  app.post(
    '/reservations/:id/withdraw',
    {
      schema: { ...described('withdrawRequest', 'Take a request back, free of charge (If-Match)'), body: GiveUpRequest },
      config: { access: 'booking.reservation.change' },
    },
    async (request, reply) => change(request, reply, (tx, command, seen) => withdrawRequest(tx, command, seen, request.body.words)),
  )

  app.get(
    '/requests',
    {
      schema: {
        operationId: 'listRequests',
        tags: ['booking'],
        summary: 'Requests on the own resources that wait for an answer, and bookings that their customers ask to be moved, by limit',
        querystring: ListRequests,
        response: { 200: RequestList, ...problemResponses },
      },
      config: { access: 'booking.request.list' },
    },
    async (request) => {
      const { awaits, cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const reader = { organisationId: organisationOf(request), now: request.server.now() }
      const rows = await listRequests(db, {
        providerId: reader.organisationId,
        awaits,
        now: reader.now,
        after: after && { decideUntil: new Date(after[0]), id: after[1] },
        limit,
      })
      return toPage(
        rows,
        limit,
        (row) => presentReservation(row, reader),
        (row) => [(row.decide_until ?? row.move_decide_until ?? row.start).toISOString(), row.id],
      )
    },
  )

  app.get(
    '/inbox',
    {
      schema: {
        operationId: 'countInbox',
        tags: ['booking'],
        summary: 'How many matters wait for the provider, and the limit that ends first',
        response: { 200: InboxCounts, ...problemResponses },
      },
      config: { access: 'booking.request.list' },
    },
    async (request) => {
      const now = request.server.now()
      const counts = await countInbox(db, organisationOf(request), { now, today: localDayOf(now, ZONE) })
      return {
        requests: counts.requests,
        nextDecideUntil: counts.next_decide_until?.toISOString() ?? null,
        samples: counts.samples,
        lateSamples: counts.late_samples,
        appeals: counts.appeals,
        now: now.toISOString(),
      }
    },
  )
}
