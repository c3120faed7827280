import { formatFen } from '@jiju/kernel/money'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { fillText, languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { ResourceParams } from '../../contract/calendars.ts'
import { PROBLEM_TEXTS } from '../../contract/problem-texts.ts'
import {
  AskSampleQuote,
  EditSampleQueue,
  OrderQueue,
  ResourceSampleQueue,
  SampleQueue,
  SampleQueueList,
  SampleQuote,
} from '../../contract/samples.ts'
import { promisedDay } from '../../core/samples/plan-queue.ts'
import type { BookingDeps } from '../needs.ts'
import { editQueue, orderQueue } from '../samples/order-queue.ts'
import { presentQueue, presentSubmission } from '../samples/present-samples.ts'
import { draftSamples, planFor } from '../samples/quote-samples.ts'
import { getVisibleFacts } from '../see-resource.ts'
import { findCustomer } from '../sql/customers.ts'
import { listResourceFacts } from '../sql/resource-facts.ts'
import { findQueue, listQueues, type SampleQueueRow } from '../sql/sample-queues.ts'
import { listQueued } from '../sql/sample-submissions.ts'

// Who is not signed in sees what an enterprise of the district pays.
const ANY_ENTERPRISE = { id: '', kind: 'enterprise', status: 'verified', district: null, name: '', shortName: null }

/** Queues of samples: what a day takes, when samples would be done, and the provider's order. */
export async function sampleQueueRoutes(scope: FastifyInstance, deps: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const { db } = deps

  app.get(
    '/resources/:resourceId/sample-queue',
    {
      schema: {
        operationId: 'getSampleQueue',
        tags: ['booking'],
        summary: 'How a resource takes samples, and when one sent now would be done',
        params: ResourceParams,
        response: { 200: ResourceSampleQueue, ...problemResponses },
      },
      config: { access: 'booking.slot.list' },
    },
    async (request, reply) => {
      const facts = await getVisibleFacts(db, request.params.resourceId, request.actor)
      const queue = await findQueue(db, request.params.resourceId)
      if (!queue) return { queue: null }
      const places = await planFor(db, facts, queue, { samples: 1, now: request.server.now() })
      setVersion(reply, queue.version)
      return { queue: presentQueue(queue, places ? promisedDay(places) : null) }
    },
  )

  app.put(
    '/resources/:resourceId/sample-queue',
    {
      schema: {
        operationId: 'editSampleQueue',
        tags: ['booking'],
        summary: 'Open the queue of an own resource or change its rules (If-Match, "0" to open)',
        params: ResourceParams,
        body: EditSampleQueue,
        response: { 200: SampleQueue, ...problemResponses },
      },
      config: { access: 'booking.calendar.edit' },
    },
    async (request, reply) => {
      const edit = {
        resourceId: request.params.resourceId,
        organisationId: organisationOf(request),
        userId: actorOf(request).userId,
        version: expectedVersion(request),
        rules: request.body,
      }
      return runCommand(db, request, reply, async (tx, command) => {
        const queue = await editQueue(tx, command, deps, edit)
        return { status: 200, body: presentQueue(queue, null), headers: { etag: versionTag(queue.version) } }
      })
    },
  )

  app.post(
    '/resources/:resourceId/sample-queue/order',
    {
      schema: {
        operationId: 'orderSampleQueue',
        tags: ['booking'],
        summary: 'Put the waiting submissions of an own resource in another order; promised dates follow',
        params: ResourceParams,
        body: OrderQueue,
        response: { 200: SampleQueue, ...problemResponses },
      },
      config: { access: 'booking.sample.handle' },
    },
    async (request, reply) => {
      const wish = { resourceId: request.params.resourceId, organisationId: organisationOf(request), order: request.body.order }
      return runCommand(db, request, reply, async (tx, command) => ({
        status: 200,
        body: presentQueue(await orderQueue(tx, command, deps, wish), null),
      }))
    },
  )

  app.get(
    '/sample-queues',
    {
      schema: {
        operationId: 'listSampleQueues',
        tags: ['booking'],
        summary: 'The own queues with what stands in them, in order',
        response: { 200: SampleQueueList, ...problemResponses },
      },
      config: { access: 'booking.request.list' },
    },
    async (request) => {
      const reader = { organisationId: organisationOf(request), now: request.server.now() }
      const queues = await listQueues(db, reader.organisationId)
      const ids = queues.map((queue) => queue.resource_id)
      const facts = new Map((await listResourceFacts(db, ids)).map((resource) => [resource.resourceId, resource]))
      const submissions = await listQueued(db, ids)
      const present = async (queue: SampleQueueRow) => {
        const resource = facts.get(queue.resource_id)
        const places = resource && (await planFor(db, resource, queue, { samples: 1, now: reader.now }))
        return {
          resourceName: resource?.name ?? '',
          resourceNameEn: resource?.nameEn ?? null,
          queue: presentQueue(queue, places ? promisedDay(places) : null),
          submissions: submissions.filter((row) => row.resource_id === queue.resource_id).map((row) => presentSubmission(row, reader)),
        }
      }
      return { items: await Promise.all(queues.map(present)) }
    },
  )

  app.post(
    '/sample-quotes',
    {
      schema: {
        operationId: 'quoteSamples',
        tags: ['booking'],
        summary: 'Price and promised date of samples, without submitting them',
        body: AskSampleQuote,
        response: { 200: SampleQuote, ...problemResponses },
      },
      config: { access: 'booking.quote.read' },
    },
    async (request) => {
      const { body, actor } = request
      const facts = await getVisibleFacts(db, body.resourceId, actor)
      const queue = await findQueue(db, body.resourceId)
      const customer = (actor?.organisationId ? await findCustomer(db, actor.organisationId) : undefined) ?? ANY_ENTERPRISE
      const draft = await draftSamples(db, { facts, queue, customer }, { samples: body.samples, now: request.server.now() })
      const language = languageOf(request.headers['accept-language'])
      return {
        resourceId: body.resourceId,
        samples: body.samples,
        promisedDay: draft.promisedDay ?? null,
        customerClass: draft.customerClass,
        unitPrice: draft.price ? formatFen(draft.price.lines[0]?.unitPriceFen ?? 0n) : null,
        total: draft.price ? formatFen(draft.price.totalFen) : null,
        problems: draft.problems.map(({ code, params }) => ({
          code,
          message: fillText(PROBLEM_TEXTS[code]?.[language] ?? code, params ?? {}, language),
        })),
      }
    },
  )
}
