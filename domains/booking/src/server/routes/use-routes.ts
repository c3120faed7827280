import { Refusal } from '@jiju/kernel/problem'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { versionTag } from '@jiju/platform/http/if-match'
import { languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ResourceParams } from '../../contract/calendars.ts'
import { AddConsumables } from '../../contract/consumables.ts'
import { Reservation, ReservationParams } from '../../contract/reservations.ts'
import {
  BegunUse,
  BookNow,
  CheckIn,
  CheckOut,
  CodeParams,
  MeterAnswer,
  MeterEvent,
  ReservationUse,
  ScannedUse,
  UseParams,
  UseUnbooked,
} from '../../contract/use.ts'
import type { BookingDeps } from '../needs.ts'
import { presentReservation } from '../present.ts'
import { presentProblem } from '../present-problem.ts'
import { RESERVATION_MISSING } from '../problems.ts'
import { findReservation, type ReservationRow } from '../sql/reservations.ts'
import type { RunningUseRow } from '../sql/use/running.ts'
import { checkIn, checkOut, type OnBooking } from '../use/act-on-booking.ts'
import { bookNow } from '../use/book-now.ts'
import { readReservationUse } from '../use/read-reservation-use.ts'
import { getScanned, readScannedUse } from '../use/read-scanned-use.ts'
import { useReaderOf } from '../use/reader.ts'
import { recordMeterEvent } from '../use/record-meter-event.ts'
import { takeConsumables } from '../use/take-consumables.ts'
import { finishUnbooked, useUnbooked } from '../use/use-unbooked.ts'

/** Beginning and ending a use: by page, by the code on the instrument, or by a device. */
export async function useRoutes(scope: FastifyInstance, { db, needs }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const tags = ['booking']

  const onBooking = (request: FastifyRequest<{ Params: { id: string } }>, code: string | undefined): OnBooking => ({
    id: request.params.id,
    organisationId: organisationOf(request),
    actor: actorOf(request),
    code,
  })
  const answer = (request: FastifyRequest, row: ReservationRow, status = 200) => ({
    status,
    body: presentReservation(row, { organisationId: organisationOf(request), now: request.server.now() }),
    headers: { etag: versionTag(row.version) },
  })
  const begun = (use: RunningUseRow) => ({
    status: 201,
    body: {
      useId: use.id,
      reservationId: use.reservation_id,
      start: use.started_at.toISOString(),
      plannedEnd: use.planned_end.toISOString(),
    },
  })
  const sourceOf = (request: FastifyRequest) => (actorOf(request).via === 'api_key' ? 'api_key' : 'qr') as 'api_key' | 'qr'
  const readUse = async (request: FastifyRequest<{ Params: { id: string } }>) => {
    const reader = useReaderOf(request)
    const row = await findReservation(db, request.params.id, reader.organisationId)
    if (!row) throw new Refusal(RESERVATION_MISSING)
    return readReservationUse(db, row, reader)
  }

  app.get(
    '/reservations/:id/use',
    {
      schema: {
        operationId: 'getReservationUse',
        tags,
        summary: 'The use of a booking: metered beside booked, corrections, charge, consumables',
        params: ReservationParams,
        response: { 200: ReservationUse, ...problemResponses },
      },
      config: { access: 'booking.use.read' },
    },
    async (request) => readUse(request),
  )

  app.post(
    '/reservations/:id/check-in',
    {
      schema: {
        operationId: 'checkIn',
        tags,
        summary: 'Begin the use of a booking; with the code of the instrument it counts as done there',
        params: ReservationParams,
        body: CheckIn,
        response: { 200: Reservation, ...problemResponses },
      },
      config: { access: 'booking.use.record' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) =>
        answer(request, await checkIn(tx, command, needs, onBooking(request, request.body.code))),
      ),
  )

  app.post(
    '/reservations/:id/check-out',
    {
      schema: {
        operationId: 'checkOut',
        tags,
        summary: 'End the use of a booking, with what was used up; the charge follows',
        params: ReservationParams,
        body: CheckOut,
        response: { 200: Reservation, ...problemResponses },
      },
      config: { access: 'booking.use.record' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { code, consumables = [] } = request.body
        return answer(request, await checkOut(tx, command, needs, { ...onBooking(request, code), consumables }))
      }),
  )

  app.post(
    '/reservations/:id/consumables',
    {
      schema: {
        operationId: 'addConsumables',
        tags,
        summary: 'Write down consumables during a use, at the price of today',
        params: ReservationParams,
        body: AddConsumables,
        response: { 200: Reservation, ...problemResponses },
      },
      config: { access: 'booking.use.record' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await findReservation(tx, request.params.id, organisationOf(request))
        if (!row) throw new Refusal(RESERVATION_MISSING)
        await takeConsumables(tx, command, row, request.body.consumables)
        return answer(request, row)
      }),
  )

  app.get(
    '/use-codes/:code',
    {
      schema: {
        operationId: 'readUseCode',
        tags,
        summary: 'What whoever has scanned the code on an instrument can do there now',
        params: CodeParams,
        response: { 200: ScannedUse, ...problemResponses },
      },
      config: { access: 'booking.use.read' },
    },
    async (request) => {
      const { organisationId, now, mayAct } = useReaderOf(request)
      const language = languageOf(request.headers['accept-language'])
      return readScannedUse(db, request.params.code, {
        actor: actorOf(request),
        organisationId,
        now,
        mayAct,
        words: (problem) => presentProblem(problem, language).message,
      })
    },
  )

  app.post(
    '/use-codes/:code/book-now',
    {
      schema: {
        operationId: 'bookNow',
        tags,
        summary: 'Book what is free from now on and begin at once (Idempotency-Key)',
        params: CodeParams,
        body: BookNow,
        response: { 201: Reservation, ...problemResponses },
      },
      config: { access: 'booking.use.record' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { resourceId } = await getScanned(tx, request.params.code)
        const organisationId = organisationOf(request)
        const { minutes, project = null } = request.body
        const wish = { resourceId, organisationId, actor: actorOf(request), minutes, project, source: sourceOf(request) }
        const placed = await bookNow(tx, command, needs, wish)
        const row = await findReservation(tx, placed.id, organisationId)
        return answer(request, row ?? placed, 201)
      }),
  )

  app.post(
    '/use-codes/:code/uses',
    {
      schema: {
        operationId: 'useUnbooked',
        tags,
        summary: 'The provider’s own people begin a use without a booking (Idempotency-Key)',
        params: CodeParams,
        body: UseUnbooked,
        response: { 201: BegunUse, ...problemResponses },
      },
      config: { access: 'booking.use.record' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { resourceId } = await getScanned(tx, request.params.code)
        const { minutes, purpose } = request.body
        const signal = { at: command.now, source: sourceOf(request) }
        return begun(
          await useUnbooked(tx, command, needs, { resourceId, organisationId: organisationOf(request), minutes, purpose, signal }),
        )
      }),
  )

  app.post(
    '/running-uses/:id/finish',
    {
      schema: {
        operationId: 'finishUse',
        tags,
        summary: 'End a use without a booking',
        params: UseParams,
        response: { 204: z.null(), ...problemResponses },
      },
      config: { access: 'booking.use.record' },
    },
    async (request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const source = actorOf(request).via === 'api_key' ? 'api_key' : 'page'
        const target = { id: request.params.id, organisationId: organisationOf(request), signal: { at: command.now, source } as const }
        await finishUnbooked(tx, command, needs, target)
        return { status: 204, body: null }
      }),
  )

  app.post(
    '/resources/:resourceId/meter-events',
    {
      schema: {
        operationId: 'reportMeterEvent',
        tags,
        summary: 'A device reports that its instrument began or ended to be used; the same event id again changes nothing',
        params: ResourceParams,
        body: MeterEvent,
        response: { 200: MeterAnswer, ...problemResponses },
      },
      config: { access: 'booking.meter.report' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const report = { resourceId: request.params.resourceId, organisationId: organisationOf(request), event: request.body }
        return { status: 200, body: await recordMeterEvent(tx, command, needs, report) }
      }),
  )
}
