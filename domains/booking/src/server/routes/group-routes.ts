import { formatFen, parseFen } from '@jiju/kernel/money'
import { organisationOf } from '@jiju/platform/http/actor'
import { type Command, runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Transaction } from 'kysely'
import {
  AskGroupCancellation,
  CancelGroup,
  GroupCancellation,
  GroupMovePreview,
  GroupParams,
  MoveGroup,
  ReservationGroup,
} from '../../contract/groups.ts'
import { cancelGroup, previewCancellation } from '../groups/cancel-group.ts'
import { getGroup } from '../groups/choose-reservations.ts'
import { moveGroup, previewMove } from '../groups/move-group.ts'
import { presentGroup } from '../groups/present-group.ts'
import type { BookingDeps, BookingTables } from '../needs.ts'
import { presentProblem } from '../present-problem.ts'
import { listGroupReservations } from '../sql/groups.ts'

/** Series and bundles as a whole: read, moved and cancelled, each change shown before it is made. */
export async function groupRoutes(scope: FastifyInstance, { db }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  type Scoped = { scope: AskGroupCancellation['scope']; reservationId?: string }
  const changeOf = (request: FastifyRequest<{ Params: { id: string } }>, { scope: chosen, reservationId }: Scoped) => ({
    groupId: request.params.id,
    organisationId: organisationOf(request),
    scope: chosen,
    reservationId,
  })

  function change(
    request: FastifyRequest<{ Params: { id: string } }>,
    reply: FastifyReply,
    work: (tx: Transaction<BookingTables>, command: Command) => Promise<void>,
  ) {
    const organisationId = organisationOf(request)
    return runCommand(db, request, reply, async (tx, command) => {
      await work(tx, command)
      const group = await getGroup(tx, request.params.id, organisationId)
      const rows = await listGroupReservations(tx, group.id)
      const headers = { etag: versionTag(group.version) }
      return { status: 200, body: presentGroup(group, rows, { organisationId, now: command.now }), headers }
    })
  }

  app.get(
    '/groups/:id',
    {
      schema: {
        operationId: 'getReservationGroup',
        tags: ['booking'],
        summary: 'A series or a bundle with its reservations',
        params: GroupParams,
        response: { 200: ReservationGroup, ...problemResponses },
      },
      config: { access: 'booking.reservation.read' },
    },
    async (request, reply) => {
      const organisationId = organisationOf(request)
      const group = await getGroup(db, request.params.id, organisationId)
      setVersion(reply, group.version)
      return presentGroup(group, await listGroupReservations(db, group.id), { organisationId, now: request.server.now() })
    },
  )

  app.get(
    '/groups/:id/cancellation',
    {
      schema: {
        operationId: 'previewGroupCancellation',
        tags: ['booking'],
        summary: 'What cancelling one, the following or all would cost now',
        params: GroupParams,
        querystring: AskGroupCancellation,
        response: { 200: GroupCancellation, ...problemResponses },
      },
      config: { access: 'booking.reservation.change' },
    },
    async (request) => {
      const { group, items, feeFen } = await previewCancellation(db, changeOf(request, request.query), request.server.now())
      return {
        items: items.map(({ row, feeFen: fee }) => ({
          reservationId: row.id,
          number: row.number,
          resourceName: row.resource_name,
          start: row.start.toISOString(),
          end: row.end.toISOString(),
          fee: formatFen(fee),
        })),
        fee: formatFen(feeFen),
        version: group.version,
      }
    },
  )

  app.post(
    '/groups/:id/cancel',
    {
      schema: {
        operationId: 'cancelGroup',
        tags: ['booking'],
        summary: 'Cancel one, the following or all, at the fee that was shown (If-Match)',
        params: GroupParams,
        body: CancelGroup,
        response: { 200: ReservationGroup, ...problemResponses },
      },
      config: { access: 'booking.reservation.change' },
    },
    async (request, reply) => {
      const { body } = request
      const quotedFeeFen = body.quotedFee === undefined ? undefined : parseFen(body.quotedFee)
      const cancel = { ...changeOf(request, body), version: expectedVersion(request), reason: body.reason, quotedFeeFen }
      return change(request, reply, (tx, command) => cancelGroup(tx, command, cancel))
    },
  )

  app.post(
    '/groups/:id/move/preview',
    {
      schema: {
        operationId: 'previewGroupMove',
        tags: ['booking'],
        summary: 'Where each reservation would lie after a move, and what speaks against it; nothing is kept',
        params: GroupParams,
        body: MoveGroup,
        response: { 200: GroupMovePreview, ...problemResponses },
      },
      config: { access: 'booking.reservation.change' },
    },
    async (request) => {
      const { body } = request
      const move = { ...changeOf(request, body), during: { start: new Date(body.start), end: new Date(body.end) }, reason: body.reason }
      const { group, items } = await previewMove(db, move, request.server.now())
      const language = languageOf(request.headers['accept-language'])
      return {
        items: items.map(({ row, to, priceFen, problems }) => ({
          reservationId: row.id,
          resourceName: row.resource_name,
          fromStart: row.start.toISOString(),
          fromEnd: row.end.toISOString(),
          start: to.start.toISOString(),
          end: to.end.toISOString(),
          price: priceFen === null ? null : formatFen(priceFen),
          problems: problems.map((problem) => presentProblem(problem, language)),
        })),
        total: formatFen(items.reduce((sum, { priceFen }) => sum + (priceFen ?? 0n), 0n)),
        version: group.version,
      }
    },
  )

  app.post(
    '/groups/:id/move',
    {
      schema: {
        operationId: 'moveGroup',
        tags: ['booking'],
        summary: 'Move one, the following or all by the same days to the same time of day, all or none (If-Match)',
        params: GroupParams,
        body: MoveGroup,
        response: { 200: ReservationGroup, ...problemResponses },
      },
      config: { access: 'booking.reservation.change' },
    },
    async (request, reply) => {
      const { body } = request
      const during = { start: new Date(body.start), end: new Date(body.end) }
      const move = { ...changeOf(request, body), version: expectedVersion(request), during, reason: body.reason }
      return change(request, reply, (tx, command) => moveGroup(tx, command, move))
    },
  )
}
