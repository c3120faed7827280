import { addDays } from '@jiju/kernel/local-date'
import { Refusal } from '@jiju/kernel/problem'
import { instantAt, localDayOf } from '@jiju/kernel/zoned-time'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  DecideEvaluation,
  EvaluationList,
  EvaluationOfOrder,
  GiveEvaluation,
  ListEvaluations,
  OrderEvaluation,
  ProviderParams,
  ProviderRecord,
  SayOnEvaluation,
} from '../../contract/evaluations.ts'
import { OrderParams } from '../../contract/orders.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersDeps } from '../needs.ts'
import { ORDER_MISSING } from '../problems.ts'
import {
  appealAgainst,
  decideAppeal,
  type EvaluationRow,
  findEvaluation,
  findRecord,
  insertEvaluation,
  listAppealed,
  listEvaluations,
  replyTo,
} from '../sql/evaluations.ts'
import { listProviderFacts } from '../sql/provider-facts.ts'
import { findOrder } from '../sql/service-orders.ts'
import { sideOf } from './order-routes.ts'

const tags = ['orders']
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])
const RECORD_DAYS = 365
const NOT_GIVEN = { code: 'orders.evaluation_missing', kind: 'missing' } as const

/** Evaluations of settled orders by whoever ordered, with the provider's reply and appeal; and what a provider's orders say of it. */
export async function evaluationRoutes(scope: FastifyInstance, { db }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/orders/:id/evaluation',
    {
      schema: {
        operationId: 'getOrderEvaluation',
        tags,
        summary: 'The evaluation of an order, for its parties and the operator',
        params: OrderParams,
        response: { 200: EvaluationOfOrder, ...problemResponses },
      },
      config: { access: 'orders.order.read' },
    },
    async (request) => {
      const order = await findOrder(db, request.params.id)
      const side = order && sideOf(actorOf(request), order)
      if (!order || !side) throw new Refusal(ORDER_MISSING)
      const row = await findEvaluation(db, order.id)
      return { evaluation: row ? presentEvaluation(row, 'party') : null, canGive: !row && side === 'client' && order.state === 'settled' }
    },
  )

  app.post(
    '/orders/:id/evaluation',
    {
      schema: {
        operationId: 'giveOrderEvaluation',
        tags,
        summary: 'Evaluate a settled order, once',
        params: OrderParams,
        body: GiveEvaluation,
        response: { 201: OrderEvaluation, ...problemResponses },
      },
      config: { access: 'orders.evaluation.give' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const order = await findOrder(tx, request.params.id)
        if (order?.organisation_id !== organisationOf(request)) throw new Refusal(ORDER_MISSING)
        if (order.state !== 'settled') throw new Refusal({ code: 'orders.not_settled', kind: 'refused' })
        const evaluation = { ...request.body, orderId: order.id, organisationId: order.organisation_id, providerId: order.provider_id }
        if (!(await insertEvaluation(tx, { ...evaluation, by: actorOf(request).userId, at: command.now })))
          throw new Refusal({ code: 'orders.evaluated_already', kind: 'conflict' })
        await command.audit({ action: 'orders.evaluation.give', subjectType: 'service_order', subjectId: order.id })
        await command.publish('orders.order_evaluated', { orderId: order.id, providerId: order.provider_id })
        return { status: 201, body: presentEvaluation(await getGiven(tx, order.id), 'party') }
      }),
  )

  for (const { path, operationId, summary, say, refusal } of [
    {
      path: 'reply',
      operationId: 'replyToEvaluation',
      summary: 'Reply to an evaluation, once',
      say: replyTo,
      refusal: 'orders.replied_already',
    },
    {
      path: 'appeal',
      operationId: 'appealEvaluation',
      summary: 'Ask the operator to look at an evaluation, once',
      say: appealAgainst,
      refusal: 'orders.appealed_already',
    },
  ])
    app.post(
      `/orders/:id/evaluation/${path}`,
      {
        schema: {
          operationId,
          tags,
          summary,
          params: OrderParams,
          body: SayOnEvaluation,
          response: { 200: OrderEvaluation, ...problemResponses },
        },
        config: { access: 'orders.evaluation.reply' },
      },
      async (request, reply) =>
        runCommand(db, request, reply, async (tx, command) => {
          const row = await findEvaluation(tx, request.params.id)
          if (row?.provider_id !== organisationOf(request)) throw new Refusal(NOT_GIVEN)
          if (!(await say(tx, row.order_id, { words: request.body.words, by: actorOf(request).userId, at: command.now })))
            throw new Refusal({ code: refusal, kind: 'conflict' })
          await command.audit({ action: `orders.evaluation.${path}`, subjectType: 'service_order', subjectId: row.order_id })
          return { status: 200, body: presentEvaluation(await getGiven(tx, row.order_id), 'party') }
        }),
    )

  app.get(
    '/evaluation-appeals',
    {
      schema: {
        operationId: 'listEvaluationAppeals',
        tags,
        summary: 'Evaluations against which a provider appeals, oldest first',
        querystring: ListEvaluations,
        response: { 200: EvaluationList, ...problemResponses },
      },
      config: { access: 'orders.evaluation.decide' },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listAppealed(db, { after: after && { at: new Date(after[0]), id: after[1] }, limit })
      return toPage(
        rows,
        limit,
        (row) => presentEvaluation(row, 'party'),
        (row) => [(row.appealed_at ?? row.given_at).toISOString(), row.order_id],
      )
    },
  )

  app.post(
    '/orders/:id/evaluation/decide',
    {
      schema: {
        operationId: 'decideEvaluation',
        tags,
        summary: 'Keep or hide an evaluation after an appeal',
        params: OrderParams,
        body: DecideEvaluation,
        response: { 200: OrderEvaluation, ...problemResponses },
      },
      config: { access: 'orders.evaluation.decide' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { decision, words } = request.body
        const orderId = request.params.id
        if (!(await findEvaluation(tx, orderId))) throw new Refusal(NOT_GIVEN)
        if (!(await decideAppeal(tx, orderId, { decision, words, by: actorOf(request).userId, at: command.now })))
          throw new Refusal({ code: 'orders.no_open_appeal', kind: 'conflict' })
        await command.audit({ action: 'orders.evaluation.decide', subjectType: 'service_order', subjectId: orderId, detail: { decision } })
        return { status: 200, body: presentEvaluation(await getGiven(tx, orderId), 'party') }
      }),
  )

  app.get(
    '/providers/:providerId/evaluations',
    {
      schema: {
        operationId: 'listProviderEvaluations',
        tags,
        summary: 'What clients say of a provider after settled orders, newest first; names of clients are left out',
        params: ProviderParams,
        querystring: ListEvaluations,
        response: { 200: EvaluationList, ...problemResponses },
      },
      config: { access: 'orders.evaluation.read' },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const { providerId } = request.params
      const rows = await listEvaluations(db, { providerId, after: after && { at: new Date(after[0]), id: after[1] }, limit })
      return toPage(
        rows,
        limit,
        (row) => presentEvaluation(row, 'public'),
        (row) => [row.given_at.toISOString(), row.order_id],
      )
    },
  )

  app.get(
    '/providers/:providerId/record',
    {
      schema: {
        operationId: 'getProviderRecord',
        tags,
        summary: 'Answers, punctuality, retests and evaluations of a provider in the past 365 days',
        params: ProviderParams,
        response: { 200: ProviderRecord, ...problemResponses },
      },
      config: { access: 'orders.evaluation.read' },
    },
    async (request) => {
      const now = request.server.now()
      const day = addDays(localDayOf(now, ORDER_ZONE), -RECORD_DAYS)
      const since = instantAt(day, 0, ORDER_ZONE)
      const { providerId } = request.params
      const [facts] = await listProviderFacts(db, [providerId], { since, now, zone: ORDER_ZONE })
      const row = await findRecord(db, providerId, since)
      return {
        since: day,
        answers: { count: facts?.answers_in_time ?? 0, of: facts?.answers_of ?? 0 },
        medianAnswerHours: facts?.median_answer_hours ?? null,
        deliveries: { count: facts?.deliveries_in_time ?? 0, of: facts?.deliveries_of ?? 0 },
        retests: { count: row.retests, of: row.reported },
        givenUp: { count: row.given_up, of: row.accepted },
        evaluations: row.evaluations,
        quality: row.quality,
        punctuality: row.punctuality,
        service: row.service,
      }
    },
  )

  async function getGiven(on: typeof db, orderId: string): Promise<EvaluationRow> {
    const row = await findEvaluation(on, orderId)
    if (!row) throw new Error('an evaluation that was given is gone')
    return row
  }
}

function presentEvaluation(row: EvaluationRow, reader: 'party' | 'public'): OrderEvaluation {
  const isParty = reader === 'party'
  return {
    orderId: isParty ? row.order_id : null,
    orderNumber: isParty ? row.order_number : null,
    organisationName: isParty ? row.organisation_name : null,
    providerName: row.provider_name,
    quality: row.quality,
    punctuality: row.punctuality,
    service: row.service,
    words: row.words,
    givenAt: row.given_at.toISOString(),
    reply: row.reply,
    repliedAt: row.replied_at?.toISOString() ?? null,
    appeal: isParty ? row.appeal : null,
    appealedAt: isParty ? (row.appealed_at?.toISOString() ?? null) : null,
    decision: isParty ? row.decision : null,
    decisionWords: isParty ? row.decision_words : null,
  }
}
