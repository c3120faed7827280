import type { Db } from '@jiju/platform/database/pool'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { type Command, runCommand } from '@jiju/platform/http/command'
import { versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { Reservation } from '../../contract/reservations.ts'
import { AcceptOffer, DeclineOffer, ListWishes, PlaceWish, WaitingWish, WishList, WishParams } from '../../contract/waiting.ts'
import type { BookingDeps, BookingTables } from '../needs.ts'
import { presentReservation } from '../present.ts'
import { listOffers, listWishChoices, listWishes, type WishRow } from '../sql/waiting.ts'
import { acceptOffer, declineOffer, getWish, leaveList } from '../waiting/answer-offer.ts'
import { placeWish } from '../waiting/place-wish.ts'
import { presentWish } from '../waiting/present-wish.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** The waiting list, for whoever waits: a wish, its place, and the slot that is kept for it. */
export async function waitingRoutes(scope: FastifyInstance, { db }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const byOf = (request: FastifyRequest) => ({ organisationId: organisationOf(request), userId: actorOf(request).userId })
  const targetOf = (request: FastifyRequest<{ Params: { id: string } }>) => ({ wishId: request.params.id, ...byOf(request) })

  async function present(on: Db<BookingTables>, rows: readonly WishRow[], now: Date): Promise<WaitingWish[]> {
    const ids = rows.map(({ id }) => id)
    const choices = await listWishChoices(on, ids)
    const offers = await listOffers(on, ids)
    return rows.map((row) => presentWish(row, choices, offers, now))
  }

  async function presentOne(on: Db<BookingTables>, row: WishRow, now: Date): Promise<WaitingWish> {
    const [wish] = await present(on, [row], now)
    if (!wish) throw new Error('a wish is presented as one')
    return wish
  }

  function change(
    request: FastifyRequest<{ Params: { id: string } }>,
    reply: FastifyReply,
    work: (tx: Transaction<BookingTables>, command: Command, target: ReturnType<typeof targetOf>) => Promise<void>,
  ) {
    const target = targetOf(request)
    return runCommand(db, request, reply, async (tx, command) => {
      await work(tx, command, target)
      return { status: 200, body: await presentOne(tx, await getWish(tx, target), command.now) }
    })
  }

  app.post(
    '/wishes',
    {
      schema: {
        operationId: 'placeWish',
        tags: ['booking'],
        summary: 'Wait for a slot on any of several resources (Idempotency-Key)',
        body: PlaceWish,
        response: { 201: WaitingWish, ...problemResponses },
      },
      config: { access: 'booking.wish.place' },
    },
    async (request, reply) => {
      const by = byOf(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await placeWish(tx, command, request.body, by)
        return { status: 201, body: await presentOne(tx, row, command.now) }
      })
    },
  )

  app.get(
    '/wishes',
    {
      schema: {
        operationId: 'listWishes',
        tags: ['booking'],
        summary: 'Own wishes with their places and what is offered',
        querystring: ListWishes,
        response: { 200: WishList, ...problemResponses },
      },
      config: { access: 'booking.wish.place' },
    },
    async (request) => {
      const { state, cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const { organisationId, userId } = byOf(request)
      const now = request.server.now()
      const rows = await listWishes(db, {
        bookerId: userId,
        organisationId,
        isOpen: state === 'open',
        after: after && { createdAt: new Date(after[0]), id: after[1] },
        limit,
      })
      const page = toPage(
        rows,
        limit,
        (row) => row,
        (row) => [row.created_at.toISOString(), row.id],
      )
      return { items: await present(db, page.items, now), nextCursor: page.nextCursor }
    },
  )

  app.get(
    '/wishes/:id',
    {
      schema: {
        operationId: 'getWish',
        tags: ['booking'],
        summary: 'One own wish',
        params: WishParams,
        response: { 200: WaitingWish, ...problemResponses },
      },
      config: { access: 'booking.wish.place' },
    },
    async (request) => presentOne(db, await getWish(db, targetOf(request)), request.server.now()),
  )

  app.post(
    '/wishes/:id/accept',
    {
      schema: {
        operationId: 'acceptOffer',
        tags: ['booking'],
        summary: 'Take the slot that is kept: it becomes a booking, or a request',
        params: WishParams,
        body: AcceptOffer,
        response: { 200: Reservation, ...problemResponses },
      },
      config: { access: 'booking.wish.place' },
    },
    async (request, reply) => {
      const { project = null, note = null } = request.body
      const target = { ...targetOf(request), project, note }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await acceptOffer(tx, command, target)
        const body = presentReservation(row, { organisationId: target.organisationId, now: command.now })
        return { status: 200, body, headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.post(
    '/wishes/:id/decline',
    {
      schema: {
        operationId: 'declineOffer',
        tags: ['booking'],
        summary: 'Leave the slot that is kept to the next; the wish keeps its place unless it leaves',
        params: WishParams,
        body: DeclineOffer,
        response: { 200: WaitingWish, ...problemResponses },
      },
      config: { access: 'booking.wish.place' },
    },
    async (request, reply) =>
      change(request, reply, (tx, command, target) => declineOffer(tx, command, { ...target, leaves: request.body.leaves })),
  )

  app.post(
    '/wishes/:id/leave',
    {
      schema: {
        operationId: 'leaveWaitingList',
        tags: ['booking'],
        summary: 'Leave the waiting list',
        params: WishParams,
        response: { 200: WaitingWish, ...problemResponses },
      },
      config: { access: 'booking.wish.place' },
    },
    async (request, reply) => change(request, reply, leaveList),
  )
}
