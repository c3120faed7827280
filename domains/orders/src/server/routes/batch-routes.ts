import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { type Command, runCommand } from '@jiju/platform/http/command'
import { expectedVersion, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  Batch,
  BatchesOfTask,
  BatchParams,
  BatchStepParams,
  BeginBatch,
  DecideBatch,
  EndGrant,
  FinishBatch,
  Grant,
  GrantAccess,
  GrantParams,
  Grants,
  MeterUse,
  RecipeList,
  RecipeParams,
  RecordBatchStep,
  WriteRecipe,
} from '../../contract/batches.ts'
import { OrderParams } from '../../contract/orders.ts'
import { TaskParams } from '../../contract/work.ts'
import type { OrdersDeps, OrdersTables } from '../needs.ts'
import { ORDER_MISSING } from '../problems.ts'
import { findOrder } from '../sql/service-orders.ts'
import { type BatchRow, listBatchesOfTask, listRecipeVersions } from '../sql/work/batches.ts'
import { type GrantRow, listGrants } from '../sql/work/grants.ts'
import { approveRecipe, beginBatch, decideBatch, finishBatch, getBatch, recordStep, witnessStep, writeRecipe } from '../work/batches.ts'
import { getTask, WORKABLE } from '../work/get-task.ts'
import { endGrant, grantAccess, meterUse, presentGrant } from '../work/grants.ts'
import { presentBatch, presentRecipes } from '../work/present-batch.ts'
import { sideOf } from './order-routes.ts'

const tags = ['orders']

/** Recipes and the batches that are made by them; granted access and its meter. */
export async function batchRoutes(scope: FastifyInstance, { db }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const by = (request: FastifyRequest) => ({ providerId: organisationOf(request), personId: actorOf(request).userId })
  const seen = (request: FastifyRequest & { params: { id: string } }) => ({
    ...by(request),
    batchId: request.params.id,
    version: expectedVersion(request),
  })
  const runBatch = (
    request: FastifyRequest,
    reply: FastifyReply,
    act: (tx: Db<OrdersTables>, command: Command) => Promise<BatchRow>,
    status = 200,
  ) =>
    runCommand(db, request, reply, async (tx, command) => {
      const row = await act(tx, command)
      return { status, body: await presentBatch(tx, row, actorOf(request).userId), headers: { etag: versionTag(row.version) } }
    })
  const runGrant = (
    request: FastifyRequest,
    reply: FastifyReply,
    act: (tx: Db<OrdersTables>, command: Command) => Promise<GrantRow>,
    status = 200,
  ) =>
    runCommand(db, request, reply, async (tx, command) => ({ status, body: await presentGrant(tx, await act(tx, command), command.now) }))
  const recipesOf = async (on: Db<OrdersTables>, providerId: string) => ({
    items: presentRecipes(await listRecipeVersions(on, providerId)),
  })

  app.get(
    '/recipes',
    {
      schema: {
        operationId: 'listRecipes',
        tags,
        summary: 'Recipes of the own provider with every version',
        response: { 200: RecipeList, ...problemResponses },
      },
      config: { access: 'orders.recipe.read' },
    },
    async (request) => recipesOf(db, organisationOf(request)),
  )
  app.post(
    '/recipes',
    {
      schema: {
        operationId: 'writeRecipe',
        tags,
        summary: 'Write the draft of a recipe: a new one, or the next version of the one with this code (Idempotency-Key)',
        body: WriteRecipe,
        response: { 201: RecipeList, ...problemResponses },
      },
      config: { access: 'orders.recipe.write' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await writeRecipe(tx, command, by(request), request.body)
        return { status: 201, body: await recipesOf(tx, organisationOf(request)) }
      }),
  )
  app.post(
    '/recipes/:id/approve',
    {
      schema: {
        operationId: 'approveRecipe',
        tags,
        summary: 'Put the draft of a recipe into force as another person than its writer',
        params: RecipeParams,
        body: z.object({}),
        response: { 200: RecipeList, ...problemResponses },
      },
      config: { access: 'orders.recipe.approve' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await approveRecipe(tx, command, { ...by(request), recipeId: request.params.id })
        return { status: 200, body: await recipesOf(tx, organisationOf(request)) }
      }),
  )

  app.get(
    '/tasks/:id/batches',
    {
      schema: {
        operationId: 'listBatches',
        tags,
        summary: 'Batches of a task with their records',
        params: TaskParams,
        response: { 200: BatchesOfTask, ...problemResponses },
      },
      config: { access: 'orders.batch.read' },
    },
    async (request) => {
      const { task } = await getTask(db, { taskId: request.params.id, providerId: organisationOf(request) })
      const items = []
      for (const row of await listBatchesOfTask(db, task.id)) items.push(await presentBatch(db, row, actorOf(request).userId))
      return { items }
    },
  )
  app.post(
    '/tasks/:id/batches',
    {
      schema: {
        operationId: 'beginBatch',
        tags,
        summary: 'Begin a batch by the recipe version in force (Idempotency-Key)',
        params: TaskParams,
        body: BeginBatch,
        response: { 201: Batch, ...problemResponses },
      },
      config: { access: 'orders.batch.work' },
    },
    async (request, reply) =>
      runBatch(request, reply, (tx, command) => beginBatch(tx, command, { ...by(request), taskId: request.params.id }, request.body), 201),
  )
  app.get(
    '/batches/:id',
    {
      schema: {
        operationId: 'getBatch',
        tags,
        summary: 'The record of a batch',
        params: BatchParams,
        response: { 200: Batch, ...problemResponses },
      },
      config: { access: 'orders.batch.read' },
    },
    async (request, reply) => {
      const row = await getBatch(db, request.params.id, organisationOf(request))
      reply.header('etag', versionTag(row.version))
      return presentBatch(db, row, actorOf(request).userId)
    },
  )
  app.put(
    '/batches/:id/steps/:number',
    {
      schema: {
        operationId: 'recordBatchStep',
        tags,
        summary: 'Record a step of a batch with its in-process checks (If-Match)',
        params: BatchStepParams,
        body: RecordBatchStep,
        response: { 200: Batch, ...problemResponses },
      },
      config: { access: 'orders.batch.work' },
    },
    async (request, reply) =>
      runBatch(request, reply, (tx, command) =>
        recordStep(tx, command, { ...seen(request), position: request.params.number }, request.body),
      ),
  )
  app.post(
    '/batches/:id/steps/:number/witness',
    {
      schema: {
        operationId: 'witnessBatchStep',
        tags,
        summary: 'Witness a step that another person has done (If-Match)',
        params: BatchStepParams,
        body: z.object({}),
        response: { 200: Batch, ...problemResponses },
      },
      config: { access: 'orders.batch.work' },
    },
    async (request, reply) =>
      runBatch(request, reply, (tx, command) => witnessStep(tx, command, { ...seen(request), position: request.params.number })),
  )
  app.post(
    '/batches/:id/finish',
    {
      schema: {
        operationId: 'finishBatch',
        tags,
        summary: 'All steps are done: the batch waits for its release (If-Match)',
        params: BatchParams,
        body: FinishBatch,
        response: { 200: Batch, ...problemResponses },
      },
      config: { access: 'orders.batch.work' },
    },
    async (request, reply) => runBatch(request, reply, (tx, command) => finishBatch(tx, command, seen(request), request.body.yieldSize)),
  )
  app.post(
    '/batches/:id/decide',
    {
      schema: {
        operationId: 'decideBatch',
        tags,
        summary: 'Release or reject a batch as somebody who had no hand in making it (If-Match)',
        params: BatchParams,
        body: DecideBatch,
        response: { 200: Batch, ...problemResponses },
      },
      config: { access: 'orders.batch.decide' },
    },
    async (request, reply) => runBatch(request, reply, (tx, command) => decideBatch(tx, command, seen(request), request.body)),
  )

  app.get(
    '/orders/:id/grants',
    {
      schema: {
        operationId: 'listGrants',
        tags,
        summary: 'Access that an order gives, and what was used of it',
        params: OrderParams,
        response: { 200: Grants, ...problemResponses },
      },
      config: { access: 'orders.access.read' },
    },
    async (request) => {
      const order = await findOrder(db, request.params.id)
      const side = order && sideOf(actorOf(request), order)
      if (!order || !side) throw new Refusal(ORDER_MISSING)
      const items = []
      for (const row of await listGrants(db, order.id)) items.push(await presentGrant(db, row, request.server.now()))
      return { items, mayGrant: side === 'provider' && WORKABLE.includes(order.state) }
    },
  )
  app.post(
    '/orders/:id/grants',
    {
      schema: {
        operationId: 'grantAccess',
        tags,
        summary: 'Open computing or a data set to the client for a time (Idempotency-Key)',
        params: OrderParams,
        body: GrantAccess,
        response: { 201: Grant, ...problemResponses },
      },
      config: { access: 'orders.access.grant' },
    },
    async (request, reply) =>
      runGrant(
        request,
        reply,
        (tx, command) => grantAccess(tx, command, { ...by(request), orderId: request.params.id }, request.body),
        201,
      ),
  )
  app.post(
    '/grants/:id/end',
    {
      schema: {
        operationId: 'endGrant',
        tags,
        summary: 'Take access back before its end, with the reason',
        params: GrantParams,
        body: EndGrant,
        response: { 200: Grant, ...problemResponses },
      },
      config: { access: 'orders.access.grant' },
    },
    async (request, reply) =>
      runGrant(request, reply, (tx, command) => endGrant(tx, command, { ...by(request), id: request.params.id }, request.body.reason)),
  )
  app.post(
    '/grants/:id/uses',
    {
      schema: {
        operationId: 'meterUse',
        tags,
        summary: 'Report a metered use; the same key is counted once, and the quota ends the access',
        params: GrantParams,
        body: MeterUse,
        response: { 200: Grant, ...problemResponses },
      },
      config: { access: 'orders.access.meter' },
    },
    async (request, reply) =>
      runGrant(request, reply, (tx, command) => meterUse(tx, command, { ...by(request), id: request.params.id }, request.body)),
  )
}
