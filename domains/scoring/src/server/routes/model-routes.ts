import { Refusal } from '@jiju/kernel/problem'
import { actorOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  CompareModels,
  CreateModel,
  EditModel,
  ListModels,
  ModelDifferences,
  ModelMistakes,
  ModelParams,
  ScoringModel,
  ScoringModelPage,
  ShippedModels,
} from '../../contract/models.ts'
import { compareModels } from '../../core/models/compare-models.ts'
import { SHIPPED_MODELS } from '../../core/models/shipped.ts'
import { createModel, editModel, publishDraft, retire } from '../models/keep-model.ts'
import { mistakesOf, presentModel, presentModelSummary } from '../models/present-model.ts'
import type { ScoringDeps } from '../needs.ts'
import { MODEL_MISSING } from '../problems.ts'
import { findModelOnDesk, listModelCodes, listModels, type ModelDeskRow } from '../sql/model-drafts.ts'

const tags = ['scoring']
const ByTime = z.tuple([z.iso.datetime(), z.uuid()])
type Db = ScoringDeps['db']

/** Models: drafts with every mistake named, publication by a second person, retirement; what the platform brings along. */
export async function modelRoutes(scope: FastifyInstance, { db }: ScoringDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  async function getModel(on: Db, id: string): Promise<ModelDeskRow> {
    const model = await findModelOnDesk(on, id)
    if (!model) throw new Refusal(MODEL_MISSING)
    return model
  }

  async function answer(on: Db, request: FastifyRequest, id: string, status: 200 | 201) {
    const row = await getModel(on, id)
    return { status, body: presentModel(row, actorOf(request).userId), headers: { etag: versionTag(row.version) } }
  }

  app.get(
    '/models',
    {
      schema: {
        operationId: 'listScoringModels',
        tags,
        summary: 'Models in all their versions, newest first',
        querystring: ListModels,
        response: { 200: ScoringModelPage, ...problemResponses },
      },
      config: { access: 'scoring.model.read' },
    },
    async (request) => {
      const { state, cursor, limit } = request.query
      const after = decodeCursor(cursor, ByTime)
      const { userId } = actorOf(request)
      const rows = await listModels(db, { state, after: after && { at: new Date(after[0]), id: after[1] }, limit })
      return toPage(
        rows,
        limit,
        (row) => presentModelSummary(row, userId),
        (row) => [row.created_at.toISOString(), row.id],
      )
    },
  )

  app.get(
    '/shipped-models',
    {
      schema: {
        operationId: 'listShippedScoringModels',
        tags,
        summary: 'Models that the platform brings along, to adopt as drafts',
        response: { 200: ShippedModels, ...problemResponses },
      },
      config: { access: 'scoring.model.read' },
    },
    async () => {
      const codes = await listModelCodes(db)
      return {
        items: SHIPPED_MODELS.map((model) => ({
          code: model.code,
          modelVersion: model.version,
          name: model.name,
          indicatorCount: model.indicators.length,
          certainty: model.certainty,
          isAdopted: codes.some(({ code, model_version }) => code === model.code && model_version === model.version),
        })),
      }
    },
  )

  app.get(
    '/models/:id',
    {
      schema: {
        operationId: 'getScoringModel',
        tags,
        summary: 'A model with its document and what is wrong with it',
        params: ModelParams,
        response: { 200: ScoringModel, ...problemResponses },
      },
      config: { access: 'scoring.model.read' },
    },
    async (request, reply) => {
      const row = await getModel(db, request.params.id)
      setVersion(reply, row.version)
      return presentModel(row, actorOf(request).userId)
    },
  )

  app.get(
    '/models/:id/differences',
    {
      schema: {
        operationId: 'compareScoringModels',
        tags,
        summary: 'Where a model differs from another version',
        params: ModelParams,
        querystring: CompareModels,
        response: { 200: ModelDifferences, ...problemResponses },
      },
      config: { access: 'scoring.model.read' },
    },
    async (request) => {
      const [newer, older] = [await getModel(db, request.params.id), await getModel(db, request.query.with)]
      const text = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
      return {
        items: compareModels(older.document, newer.document).map(({ path, before, after }) => ({
          path,
          before: text(before),
          after: text(after),
        })),
      }
    },
  )

  app.post(
    '/models/check',
    {
      schema: {
        operationId: 'checkScoringModel',
        tags,
        summary: 'Everything that is wrong with a document, each mistake at its place; nothing is kept',
        body: EditModel,
        response: { 200: ModelMistakes, ...problemResponses },
      },
      config: { access: 'scoring.model.edit' },
    },
    async (request) => ({ items: mistakesOf(request.body.document) }),
  )

  app.post(
    '/models',
    {
      schema: {
        operationId: 'createScoringModel',
        tags,
        summary: 'A draft from a shipped model, from a version that stands, or from a document',
        body: CreateModel,
        response: { 201: ScoringModel, ...problemResponses },
      },
      config: { access: 'scoring.model.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const id = await createModel(tx, command, request.body, actorOf(request).userId)
        return answer(tx as Db, request, id, 201)
      }),
  )

  app.put(
    '/models/:id',
    {
      schema: {
        operationId: 'editScoringModel',
        tags,
        summary: 'Rewrite a draft (If-Match)',
        params: ModelParams,
        body: EditModel,
        response: { 200: ScoringModel, ...problemResponses },
      },
      config: { access: 'scoring.model.edit' },
    },
    async (request, reply) => {
      const wanted = {
        id: request.params.id,
        version: expectedVersion(request),
        personId: actorOf(request).userId,
        document: request.body.document,
      }
      return runCommand(db, request, reply, async (tx, command) => {
        await editModel(tx, command, wanted)
        return answer(tx as Db, request, wanted.id, 200)
      })
    },
  )

  app.post(
    '/models/:id/publish',
    {
      schema: {
        operationId: 'publishScoringModel',
        tags,
        summary: 'Publish a draft by another than who wrote or changed it (If-Match)',
        params: ModelParams,
        response: { 200: ScoringModel, ...problemResponses },
      },
      config: { access: 'scoring.model.publish' },
    },
    async (request, reply) => {
      const wanted = { id: request.params.id, version: expectedVersion(request), personId: actorOf(request).userId }
      return runCommand(db, request, reply, async (tx, command) => {
        await publishDraft(tx, command, wanted)
        return answer(tx as Db, request, wanted.id, 200)
      })
    },
  )

  app.post(
    '/models/:id/retire',
    {
      schema: {
        operationId: 'retireScoringModel',
        tags,
        summary: 'Take a published model out of use for new official runs (If-Match)',
        params: ModelParams,
        response: { 200: ScoringModel, ...problemResponses },
      },
      config: { access: 'scoring.model.publish' },
    },
    async (request, reply) => {
      const wanted = { id: request.params.id, version: expectedVersion(request), personId: actorOf(request).userId }
      return runCommand(db, request, reply, async (tx, command) => {
        await retire(tx, command, wanted)
        return answer(tx as Db, request, wanted.id, 200)
      })
    },
  )
}
