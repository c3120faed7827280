import { Refusal } from '@jiju/kernel/problem'
import { actorOf } from '@jiju/platform/http/actor'
import { type Command, runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import { pageQuery } from '@jiju/wire/page'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { IdParams } from '../../contract/common.ts'
import { Note, Reasons, ResourceWork, ReviewPage } from '../../contract/resources.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { type CatalogDeps, dayOf } from '../deps.ts'
import { presentReviewItem } from '../present/resources.ts'
import { readWork } from '../read-work.ts'
import { publishResource, retireResource, returnResource } from '../review-resource.ts'
import { listProviderOrganisations } from '../sql/providers.ts'
import { findResource, listReviewQueue, type ResourceRow } from '../sql/resources.ts'
import { RESOURCE_MISSING } from '../who.ts'

const tags = ['catalog']

/** The operator's desk: what waits for a decision, and the decisions. */
export async function reviewRoutes(app: FastifyInstance, { db }: CatalogDeps): Promise<void> {
  const scope = app.withTypeProvider<ZodTypeProvider>()
  const access = 'catalog.resource.review'

  const workOf = (tx: CatalogDb, request: FastifyRequest, row: ResourceRow, at: Date) =>
    readWork(tx, row, dayOf(at), languageOf(request.headers['accept-language']))

  const authorOf = (request: FastifyRequest) => {
    const actor = actorOf(request)
    return { userId: actor.userId, organisationId: actor.organisationId }
  }

  const decisionOf = (request: FastifyRequest<{ Params: { id: string } }>, at: Date, note: string | null) => ({
    id: request.params.id,
    expectedVersion: expectedVersion(request),
    note,
    at,
  })

  const answer = async (tx: CatalogDb, request: FastifyRequest, command: Command, topic: string, action: string, row: ResourceRow) => {
    await command.audit({ action, subjectType: 'resource', subjectId: row.id, detail: { version: row.version } })
    await command.publish(topic, { resourceId: row.id, providerId: row.provider_id, kind: row.kind, version: row.version })
    return { status: 200, body: await workOf(tx, request, row, command.now), headers: { etag: versionTag(row.version) } }
  }

  scope.get(
    '/reviews',
    {
      schema: {
        operationId: 'listReviews',
        tags,
        summary: 'Submissions that wait for a decision, oldest first',
        querystring: z.object(pageQuery),
        response: { 200: ReviewPage, ...problemResponses },
      },
      config: { access },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const rows = await listReviewQueue(db, decodeCursor(cursor, z.tuple([z.string(), z.uuid()])), limit)
      const providers = await listProviderOrganisations(db, [...new Set(rows.map((row) => row.provider_id))])
      return toPage(
        rows,
        limit,
        (row) => presentReviewItem(row, providers.get(row.provider_id)),
        (row) => [row.submitted_text, row.id],
      )
    },
  )

  scope.get(
    '/reviews/:id',
    {
      schema: {
        operationId: 'readReview',
        tags,
        summary: 'What was submitted, in full',
        params: IdParams,
        response: { 200: ResourceWork, ...problemResponses },
      },
      config: { access },
    },
    async (request, reply) => {
      const row = await findResource(db, request.params.id)
      if (!row) throw new Refusal(RESOURCE_MISSING)
      setVersion(reply, row.version)
      return workOf(db, request, row, request.server.now())
    },
  )

  scope.post(
    '/reviews/:id/publish',
    {
      schema: {
        operationId: 'publishResource',
        tags,
        summary: 'Publish the submitted version',
        params: IdParams,
        body: Note,
        response: { 200: ResourceWork, ...problemResponses },
      },
      config: { access },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await publishResource(tx, authorOf(request), decisionOf(request, command.now, request.body.note))
        return answer(tx, request, command, 'catalog.resource_published', 'catalog.resource.publish', row)
      }),
  )

  scope.post(
    '/reviews/:id/return',
    {
      schema: {
        operationId: 'returnResource',
        tags,
        summary: 'Give a submission back with reasons',
        params: IdParams,
        body: Reasons,
        response: { 200: ResourceWork, ...problemResponses },
      },
      config: { access },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await returnResource(tx, authorOf(request), decisionOf(request, command.now, request.body.reasons))
        return answer(tx, request, command, 'catalog.resource_returned', 'catalog.resource.return', row)
      }),
  )

  scope.post(
    '/reviews/:id/retire',
    {
      schema: {
        operationId: 'retireResource',
        tags,
        summary: 'Take a published resource off the public pages, with reasons',
        params: IdParams,
        body: Reasons,
        response: { 200: ResourceWork, ...problemResponses },
      },
      config: { access },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await retireResource(tx, authorOf(request), decisionOf(request, command.now, request.body.reasons), null)
        return answer(tx, request, command, 'catalog.resource_retired', 'catalog.resource.retire', row)
      }),
  )
}
