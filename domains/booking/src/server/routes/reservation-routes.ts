import { parseFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { minutesIn } from '@jiju/kernel/time-range'
import { type Db, sqlStateOf } from '@jiju/platform/database/pool'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { idempotencyOf, replayAnswer, runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { PlatformTables } from '@jiju/platform/platform-tables'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  CancelReservation,
  ConfirmHold,
  ListReservations,
  MoveReservation,
  PlaceHold,
  PlaceReservation,
  Reservation,
  ReservationHistory,
  ReservationList,
  ReservationParams,
} from '../../contract/reservations.ts'
import { cancelReservation } from '../cancel-reservation.ts'
import { FactsCache } from '../facts-cache.ts'
import { findAlternatives } from '../find-alternatives.ts'
import { prolongHold, refuseTooManyHolds, submitHold } from '../hold.ts'
import { moveReservation } from '../move-reservation.ts'
import type { BookingDeps } from '../needs.ts'
import { placeInTransaction } from '../place-in-transaction.ts'
import { PlaceQueue } from '../place-queue.ts'
import { placeAtOnce } from '../place-reservation.ts'
import { presentReservation } from '../present.ts'
import { RESERVATION_MISSING } from '../problems.ts'
import { readHistory } from '../read-history.ts'
import type { PlaceOrder } from '../reservation-row.ts'
import { findReservation, listReservations, type ReservationRow } from '../sql/reservations.ts'

const ALTERNATIVES = 3
const UNIQUE_VIOLATION = '23505'
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** Placing, holding, moving, cancelling and reading reservations. */
export async function reservationRoutes(scope: FastifyInstance, deps: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const { db, pool } = deps
  const facts = new FactsCache(db)
  const queue = new PlaceQueue(pool)
  // Every database of the platform holds the platform's tables beside the domain's.
  const platform = db as unknown as Db<PlatformTables>
  const readerOf = (request: FastifyRequest) => ({ organisationId: request.actor?.organisationId ?? null, now: request.server.now() })

  function orderOf(request: FastifyRequest, body: PlaceReservation, state: PlaceOrder['state']): PlaceOrder {
    const actor = actorOf(request)
    const own = organisationOf(request)
    return {
      wish: {
        resourceId: body.resourceId,
        during: { start: new Date(body.start), end: new Date(body.end) },
        operation: body.operation,
        customerId: body.customerOrganisationId ?? own,
        actorOrganisationId: own,
        now: request.server.now(),
      },
      state,
      bookerId: actor.userId,
      placedBy: actor.userId,
      project: body.project ?? null,
      note: body.note ?? null,
      quotedFen: body.quotedTotal === undefined ? undefined : parseFen(body.quotedTotal),
      requestId: request.id,
    }
  }

  /** A refusal tells which slots could be had instead; asked after the transaction has ended, so it holds nobody up. */
  async function offeringAlternatives<T>(
    request: FastifyRequest,
    slot: { resourceId: string; start: string; end: string },
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (
        !(error instanceof Refusal) ||
        !error.problems.some((problem) => problem.field !== undefined || problem.code === 'booking.slot_taken')
      )
        throw error
      const resource = await facts.findResource(slot.resourceId)
      if (!resource) throw error
      const during = { start: new Date(slot.start), end: new Date(slot.end) }
      const wish = { near: during.start, minutes: Math.max(minutesIn(during), 0), limit: ALTERNATIVES, now: request.server.now() }
      throw error.with({ alternatives: await findAlternatives(db, resource, wish) })
    }
  }

  const answer = (request: FastifyRequest, status: number, row: ReservationRow) => ({
    status,
    body: presentReservation(row, readerOf(request)),
    headers: { etag: versionTag(row.version) },
  })

  app.post(
    '/reservations',
    {
      schema: {
        operationId: 'placeReservation',
        tags: ['booking'],
        summary: 'Book a free slot (Idempotency-Key); the provider also for a customer or for itself',
        body: PlaceReservation,
        response: { 201: Reservation, ...problemResponses },
      },
      config: { access: 'booking.reservation.place' },
    },
    async (request, reply) =>
      offeringAlternatives(request, request.body, () => placeFast(request, reply, orderOf(request, request.body, 'booked'))),
  )

  const placeJudged = (request: FastifyRequest, reply: FastifyReply, order: PlaceOrder): Promise<FastifyReply> =>
    runCommand(db, request, reply, async (tx) => answer(request, 201, await placeInTransaction(tx, order)))

  /** The one command that writes its own receipt: everything is one statement, and the answer is known before it. */
  async function placeFast(request: FastifyRequest, reply: FastifyReply, order: PlaceOrder): Promise<FastifyReply> {
    const idempotency = idempotencyOf(request)
    let answered: ReturnType<typeof answer> | undefined
    const receiptFor = (row: ReservationRow) => {
      if (!idempotency) return undefined
      answered = answer(request, 201, row)
      return { ...idempotency, body: answered.body, headers: answered.headers }
    }
    try {
      const row = await placeAtOnce({ db, insert: (placed) => queue.place(placed), facts, receiptFor }, order)
      if (!row) return placeJudged(request, reply, order)
      const { status, body, headers } = answered ?? answer(request, 201, row)
      return reply.code(status).headers(headers).send(body)
    } catch (error) {
      // The slot is taken by this very key's first try, or the key is used for something else: its receipt decides.
      const isRepeat = idempotency && (error instanceof Refusal || sqlStateOf(error) === UNIQUE_VIOLATION)
      if (isRepeat && (await replayAnswer(platform, request, reply))) return reply
      throw error
    }
  }

  app.post(
    '/holds',
    {
      schema: {
        operationId: 'placeHold',
        tags: ['booking'],
        summary: 'Keep a free slot for 15 minutes while the form is filled in',
        body: PlaceHold,
        response: { 201: Reservation, ...problemResponses },
      },
      config: { access: 'booking.hold.place' },
    },
    async (request, reply) =>
      offeringAlternatives(request, request.body, () =>
        runCommand(db, request, reply, async (tx, command) => {
          const order = orderOf(request, request.body, 'held')
          await refuseTooManyHolds(tx, order.bookerId, command.now)
          return answer(request, 201, await placeInTransaction(tx, order))
        }),
      ),
  )

  app.post(
    '/reservations/:id/confirm',
    {
      schema: {
        operationId: 'confirmHold',
        tags: ['booking'],
        summary: 'Submit a hold: it becomes a booking at the price of the hold',
        params: ReservationParams,
        body: ConfirmHold,
        response: { 200: Reservation, ...problemResponses },
      },
      config: { access: 'booking.reservation.place' },
    },
    async (request, reply) => {
      const { project = null, note = null } = request.body
      const target = { id: request.params.id, organisationId: organisationOf(request), project, note }
      return runCommand(db, request, reply, async (tx, command) => answer(request, 200, await submitHold(tx, command, target)))
    },
  )

  app.post(
    '/reservations/:id/extend-hold',
    {
      schema: {
        operationId: 'extendHold',
        tags: ['booking'],
        summary: 'Keep a hold for another 15 minutes, once',
        params: ReservationParams,
        response: { 200: Reservation, ...problemResponses },
      },
      config: { access: 'booking.hold.place' },
    },
    async (request, reply) => {
      const target = { id: request.params.id, organisationId: organisationOf(request) }
      return runCommand(db, request, reply, async (tx, command) => answer(request, 200, await prolongHold(tx, command, target)))
    },
  )

  app.post(
    '/reservations/:id/move',
    {
      schema: {
        operationId: 'moveReservation',
        tags: ['booking'],
        summary: 'Move or resize a booking, priced anew (If-Match)',
        params: ReservationParams,
        body: MoveReservation,
        response: { 200: Reservation, ...problemResponses },
      },
      config: { access: 'booking.reservation.change' },
    },
    async (request, reply) => {
      const { body } = request
      const move = {
        id: request.params.id,
        organisationId: organisationOf(request),
        version: expectedVersion(request),
        during: { start: new Date(body.start), end: new Date(body.end) },
        operation: body.operation,
        reason: body.reason,
      }
      const row = await findReservation(db, move.id, move.organisationId)
      if (!row) throw new Refusal(RESERVATION_MISSING)
      return offeringAlternatives(request, { resourceId: row.resource_id, start: body.start, end: body.end }, () =>
        runCommand(db, request, reply, async (tx, command) => answer(request, 200, await moveReservation(tx, command, move))),
      )
    },
  )

  app.post(
    '/reservations/:id/cancel',
    {
      schema: {
        operationId: 'cancelReservation',
        tags: ['booking'],
        summary: 'Cancel a booking or give up a hold, at the fee that the reservation states (If-Match)',
        params: ReservationParams,
        body: CancelReservation,
        response: { 200: Reservation, ...problemResponses },
      },
      config: { access: 'booking.reservation.change' },
    },
    async (request, reply) => {
      const cancel = {
        id: request.params.id,
        organisationId: organisationOf(request),
        version: expectedVersion(request),
        reason: request.body.reason,
      }
      return runCommand(db, request, reply, async (tx, command) => answer(request, 200, await cancelReservation(tx, command, cancel)))
    },
  )

  app.get(
    '/reservations',
    {
      schema: {
        operationId: 'listReservations',
        tags: ['booking'],
        summary: 'Own bookings, those of the organisation, or those on its resources',
        querystring: ListReservations,
        response: { 200: ReservationList, ...problemResponses },
      },
      config: { access: 'booking.reservation.list' },
    },
    async (request) => {
      const { query } = request
      const reader = readerOf(request)
      const organisation = organisationOf(request)
      const after = decodeCursor(query.cursor, Cursor)
      const rows = await listReservations(db, {
        scope:
          query.scope === 'provider'
            ? { provider: organisation }
            : query.scope === 'mine'
              ? { booker: actorOf(request).userId, organisation }
              : { organisation },
        state: query.state,
        resourceId: query.resourceId,
        endsAfter: query.when === 'upcoming' ? laterOf(query.from, reader.now) : query.from ? new Date(query.from) : undefined,
        endsBefore: query.when === 'past' ? reader.now : undefined,
        startsBefore: query.until ? new Date(query.until) : undefined,
        order: query.order,
        after: after && { start: new Date(after[0]), id: after[1] },
        limit: query.limit,
        now: reader.now,
      })
      return toPage(
        rows,
        query.limit,
        (row) => presentReservation(row, reader),
        (row) => [row.start.toISOString(), row.id],
      )
    },
  )

  app.get(
    '/reservations/:id',
    {
      schema: {
        operationId: 'getReservation',
        tags: ['booking'],
        summary: 'One reservation of the own organisation or on its resources',
        params: ReservationParams,
        response: { 200: Reservation, ...problemResponses },
      },
      config: { access: 'booking.reservation.read' },
    },
    async (request, reply) => {
      const row = await findReservation(db, request.params.id, organisationOf(request))
      if (!row) throw new Refusal(RESERVATION_MISSING)
      setVersion(reply, row.version)
      return presentReservation(row, readerOf(request))
    },
  )

  app.get(
    '/reservations/:id/history',
    {
      schema: {
        operationId: 'getReservationHistory',
        tags: ['booking'],
        summary: 'What happened to a reservation, first to last',
        params: ReservationParams,
        response: { 200: ReservationHistory, ...problemResponses },
      },
      config: { access: 'booking.reservation.read' },
    },
    async (request) => {
      const organisation = organisationOf(request)
      const row = await findReservation(db, request.params.id, organisation)
      if (!row) throw new Refusal(RESERVATION_MISSING)
      return readHistory(db, row, organisation)
    },
  )
}

function laterOf(from: string | undefined, now: Date): Date {
  return from && new Date(from) > now ? new Date(from) : now
}
