import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { type Command, runCommand } from '@jiju/platform/http/command'
import { expectedVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { ResourceParams } from '../../contract/calendars.ts'
import { Charge, ObjectCharge } from '../../contract/charges.ts'
import { Consumable, ConsumableList, EditConsumable } from '../../contract/consumables.ts'
import {
  EvaluationList,
  EvaluationReply,
  EvaluationSummary,
  GiveEvaluation,
  ListEvaluations,
  OwnEvaluation,
  ReplyToEvaluation,
} from '../../contract/evaluations.ts'
import { ReservationParams } from '../../contract/reservations.ts'
import { UseParams } from '../../contract/use.ts'
import { PUBLIC_EVALUATIONS } from '../../core/use/vocabulary.ts'
import type { BookingDeps, BookingTables } from '../needs.ts'
import { findReservationForLetters } from '../sql/reservations.ts'
import type { AnsweredCharge } from '../sql/use/charges.ts'
import { type ConsumableRow, listConsumables } from '../sql/use/consumables.ts'
import { averageEvaluations, findEvaluation, listEvaluations } from '../sql/use/evaluations.ts'
import { answerCharge } from '../use/answer-charge.ts'
import { createConsumable, editConsumable, presentConsumable } from '../use/edit-consumable.ts'
import { giveEvaluation } from '../use/give-evaluation.ts'
import { giveReply } from '../use/give-reply.ts'
import { presentCharge, presentReply } from '../use/present-use.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])
const tenth = (value: number) => Math.round(value * 10) / 10

/** After the use: the customer answers the charge and says how it was; the provider keeps its consumables. */
export async function chargeRoutes(scope: FastifyInstance, { db, needs }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const tags = ['booking']

  const present = async (tx: Transaction<BookingTables>, charge: AnsweredCharge, command: Command) => {
    const row = charge.reservation_id === null ? undefined : await findReservationForLetters(tx, charge.reservation_id)
    return presentCharge(charge, { agreedFen: row?.price_fen ?? charge.total_fen, now: command.now, mayAnswer: true })
  }

  app.post(
    '/charges/:id/accept',
    {
      schema: {
        operationId: 'acceptCharge',
        tags,
        summary: 'Accept what a use costs',
        params: UseParams,
        response: { 200: Charge, ...problemResponses },
      },
      config: { access: 'booking.charge.answer' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const answer = { id: request.params.id, organisationId: organisationOf(request), kind: 'accepted', words: null } as const
        return { status: 200, body: await present(tx, await answerCharge(tx, command, needs, answer), command) }
      }),
  )

  app.post(
    '/charges/:id/object',
    {
      schema: {
        operationId: 'objectCharge',
        tags,
        summary: 'Object to what a use costs; the provider corrects or explains it by a new version',
        params: UseParams,
        body: ObjectCharge,
        response: { 200: Charge, ...problemResponses },
      },
      config: { access: 'booking.charge.answer' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { words } = request.body
        const answer = { id: request.params.id, organisationId: organisationOf(request), kind: 'objected', words } as const
        return { status: 200, body: await present(tx, await answerCharge(tx, command, needs, answer), command) }
      }),
  )

  app.post(
    '/reservations/:id/evaluation',
    {
      schema: {
        operationId: 'giveEvaluation',
        tags,
        summary: 'Say once how a use was',
        params: ReservationParams,
        body: GiveEvaluation,
        response: { 201: OwnEvaluation, ...problemResponses },
      },
      config: { access: 'booking.evaluation.give' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { id } = request.params
        await giveEvaluation(tx, command, {
          id,
          organisationId: organisationOf(request),
          userId: actorOf(request).userId,
          body: request.body,
        })
        const given = await findEvaluation(tx, id)
        if (!given) throw new Error(`evaluation of ${id} was not written`)
        const { condition, service, process, words, created_at } = given
        return { status: 201, body: { condition, service, process, words, at: created_at.toISOString(), reply: null } }
      }),
  )

  app.get(
    '/resources/:resourceId/evaluations',
    {
      schema: {
        operationId: 'readEvaluations',
        tags,
        summary: 'How users judge a resource: averages from three evaluations on',
        params: ResourceParams,
        response: { 200: EvaluationSummary, ...problemResponses },
      },
      config: { access: 'booking.evaluation.read' },
    },
    async (request) => {
      const { resourceId } = request.params
      const { count, condition, service, process } = await averageEvaluations(db, resourceId)
      const averages = {
        condition: tenth(condition),
        service: tenth(service),
        process: tenth(process),
        all: tenth((condition + service + process) / 3),
      }
      return { resourceId, count, averages: count >= PUBLIC_EVALUATIONS ? averages : null }
    },
  )

  app.get(
    '/evaluations',
    {
      schema: {
        operationId: 'listEvaluations',
        tags,
        summary: 'What users said of the own resources, latest first',
        querystring: ListEvaluations,
        response: { 200: EvaluationList, ...problemResponses },
      },
      config: { access: 'booking.use.list' },
    },
    async (request) => {
      const { resourceId, only, cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listEvaluations(db, {
        only,
        providerId: organisationOf(request),
        resourceId,
        after: after && { createdAt: new Date(after[0]), id: after[1] },
        limit,
      })
      return toPage(
        rows,
        limit,
        (row) => ({
          reservationId: row.reservation_id,
          number: row.number,
          resourceId: row.resource_id,
          resourceName: row.resource_name,
          resourceNameEn: row.resource_name_en,
          organisationName: row.organisation_name,
          condition: row.condition,
          service: row.service,
          process: row.process,
          words: row.words,
          at: row.created_at.toISOString(),
          reply: presentReply(row),
        }),
        (row) => [row.created_at.toISOString(), row.reservation_id],
      )
    },
  )

  app.post(
    '/evaluations/:id/reply',
    {
      schema: {
        operationId: 'replyToUseEvaluation',
        tags,
        summary: 'Answer once what a user said of an own resource; the id is that of the booking',
        params: ReservationParams,
        body: ReplyToEvaluation,
        response: { 200: EvaluationReply, ...problemResponses },
      },
      config: { access: 'booking.evaluation.reply' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const given = { id: request.params.id, providerId: organisationOf(request), userId: actorOf(request).userId, ...request.body }
        return { status: 200, body: await giveReply(tx, command, needs, given) }
      }),
  )

  app.get(
    '/consumables',
    {
      schema: {
        operationId: 'listConsumables',
        tags,
        summary: 'The own consumables with their prices',
        response: { 200: ConsumableList, ...problemResponses },
      },
      config: { access: 'booking.use.list' },
    },
    async (request) => {
      const now = request.server.now()
      return { items: (await listConsumables(db, organisationOf(request))).map((row) => presentConsumable(row, now)) }
    },
  )

  const ownOf = (request: FastifyRequest) => ({ organisationId: organisationOf(request), userId: actorOf(request).userId })
  const consumable = (row: ConsumableRow, now: Date, status: number) => ({
    status,
    body: presentConsumable(row, now),
    headers: { etag: versionTag(row.version) },
  })

  app.post(
    '/consumables',
    {
      schema: {
        operationId: 'createConsumable',
        tags,
        summary: 'Add a consumable with its price (Idempotency-Key)',
        body: EditConsumable,
        response: { 201: Consumable, ...problemResponses },
      },
      config: { access: 'booking.consumable.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) =>
        consumable(await createConsumable(tx, command, ownOf(request), request.body), command.now, 201),
      ),
  )

  app.put(
    '/consumables/:id',
    {
      schema: {
        operationId: 'editConsumable',
        tags,
        summary: 'Change a consumable; a price holds from its day on (If-Match)',
        params: UseParams,
        body: EditConsumable,
        response: { 200: Consumable, ...problemResponses },
      },
      config: { access: 'booking.consumable.edit' },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const target = { id: request.params.id, version, edit: request.body }
        return consumable(await editConsumable(tx, command, ownOf(request), target), command.now, 200)
      })
    },
  )
}
