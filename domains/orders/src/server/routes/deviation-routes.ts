import { actorOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { DecideDeviation, Deviation, DeviationList, DeviationParams, EditDeviation, OpenDeviation } from '../../contract/deviations.ts'
import { OrderParams } from '../../contract/orders.ts'
import { answerDeviation, editDeviation, reportDeviation } from '../deviations/answer-deviation.ts'
import { presentDeviation } from '../deviations/present-deviation.ts'
import type { OrdersDeps } from '../needs.ts'
import { getOwnOrder } from '../samples/read-samples.ts'
import { type DeviationRow, listDeviations } from '../sql/deviations.ts'
import { clientOf, providerOf } from './sample-answers.ts'

const tags = ['orders']

const answerOf = (row: DeviationRow, status = 200) => ({
  status,
  body: presentDeviation(row),
  headers: { etag: versionTag(row.version) },
})

/** What went otherwise than agreed, and what both sides make of it. */
export async function deviationRoutes(scope: FastifyInstance, { db, needs }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/orders/:id/deviations',
    {
      schema: {
        operationId: 'listDeviations',
        tags,
        summary: 'Deviations of an order, in their order',
        params: OrderParams,
        response: { 200: DeviationList, ...problemResponses },
      },
      config: { access: 'orders.deviation.read' },
    },
    async (request) => {
      const { order } = await getOwnOrder(db, request.params.id, actorOf(request))
      return { items: (await listDeviations(db, order.id)).map(presentDeviation) }
    },
  )

  app.post(
    '/orders/:id/deviations',
    {
      schema: {
        operationId: 'openDeviation',
        tags,
        summary: 'Write down what went otherwise than agreed; the client is told (Idempotency-Key)',
        params: OrderParams,
        body: OpenDeviation,
        response: { 201: Deviation, ...problemResponses },
      },
      config: { access: 'orders.deviation.write' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) =>
        answerOf(await reportDeviation(tx, command, needs, request.params.id, request.body, providerOf(request)), 201),
      ),
  )

  app.put(
    '/deviations/:id',
    {
      schema: {
        operationId: 'editDeviation',
        tags,
        summary: 'Cause and corrective action; closes it when both are known (If-Match)',
        params: DeviationParams,
        body: EditDeviation,
        response: { 200: Deviation, ...problemResponses },
      },
      config: { access: 'orders.deviation.write' },
    },
    async (request, reply) => {
      const target = { id: request.params.id, version: expectedVersion(request) }
      return runCommand(db, request, reply, async (tx, command) =>
        answerOf(await editDeviation(tx, command, target, request.body, providerOf(request))),
      )
    },
  )

  app.post(
    '/deviations/:id/decide',
    {
      schema: {
        operationId: 'decideDeviation',
        tags,
        summary: 'The client says whether the work goes on, another sample comes, or it wants to stop',
        params: DeviationParams,
        body: DecideDeviation,
        response: { 200: Deviation, ...problemResponses },
      },
      config: { access: 'orders.deviation.decide' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) =>
        answerOf(await answerDeviation(tx, command, needs, request.params.id, request.body, clientOf(request))),
      ),
  )
}
