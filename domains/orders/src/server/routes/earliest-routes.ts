import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { EarliestAnswer, EditServicePlan, FindEarliest, OrderPreview, PreviewOrder, ServicePlanView } from '../../contract/earliest.ts'
import { ServiceParams } from '../../contract/forms.ts'
import { findEarliest, previewOrder } from '../earliest/find-earliest.ts'
import { editServicePlan, readServicePlan } from '../earliest/service-plan.ts'
import type { OrdersDeps } from '../needs.ts'

/** When a result can be there, who has it first, and what that rests on. */
export async function earliestRoutes(scope: FastifyInstance, { db, needs }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const readerOf = (request: FastifyRequest) => ({ organisationId: request.actor?.organisationId ?? null, now: request.server.now() })

  app.get(
    '/earliest',
    {
      schema: {
        operationId: 'findEarliest',
        tags: ['orders'],
        summary: 'Providers by the first day on which the result of a need can be there, each with price and reasons',
        querystring: FindEarliest,
        response: { 200: EarliestAnswer, ...problemResponses },
      },
      config: { access: 'orders.earliest.read' },
    },
    async (request) => findEarliest(db, needs, request.query, readerOf(request)),
  )

  app.post(
    '/order-previews',
    {
      schema: {
        operationId: 'previewOrder',
        tags: ['orders'],
        summary: 'What an order would cost and when its results would be there; nothing is kept',
        body: PreviewOrder,
        response: { 200: OrderPreview, ...problemResponses },
      },
      config: { access: 'orders.order.preview' },
    },
    async (request) => previewOrder(db, needs, request.body, readerOf(request)),
  )

  app.get(
    '/services/:serviceId/plan',
    {
      schema: {
        operationId: 'getServicePlan',
        tags: ['orders'],
        summary: 'What an own service can take on at once',
        params: ServiceParams,
        response: { 200: ServicePlanView, ...problemResponses },
      },
      config: { access: 'orders.service_plan.edit' },
    },
    async (request, reply) => {
      const plan = await readServicePlan(db, request.params.serviceId, organisationOf(request))
      setVersion(reply, plan.version)
      return plan
    },
  )

  app.put(
    '/services/:serviceId/plan',
    {
      schema: {
        operationId: 'editServicePlan',
        tags: ['orders'],
        summary: 'State what an own service can take on at once (If-Match)',
        params: ServiceParams,
        body: EditServicePlan,
        response: { 200: ServicePlanView, ...problemResponses },
      },
      config: { access: 'orders.service_plan.edit' },
    },
    async (request, reply) => {
      const by = { organisationId: organisationOf(request), userId: actorOf(request).userId }
      const change = { serviceId: request.params.serviceId, expected: expectedVersion(request), body: request.body }
      return runCommand(db, request, reply, async (tx, command) => {
        const plan = await editServicePlan(tx, command, change, by)
        return { status: 200, body: plan, headers: { etag: versionTag(plan.version) } }
      })
    },
  )
}
