import { Refusal } from '@jiju/kernel/problem'
import { organisationOf } from '@jiju/platform/http/actor'
import { type Command, runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, VERSION_STALE, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { IdParams } from '../../contract/common.ts'
import { ResourceContent } from '../../contract/resource-content.ts'
import { Note, OperationInput, OwnResourcePage, OwnResourceQuery, ResourceWork } from '../../contract/resources.ts'
import { findOpeningProblems } from '../../core/weekly-opening.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { type CatalogDeps, dayOf, editorOf } from '../deps.ts'
import { presentOwnResource } from '../present/resources.ts'
import { readWork } from '../read-work.ts'
import { discardDraft, retireResource, submitResource, withdrawSubmission } from '../review-resource.ts'
import { createDraft, saveDraft } from '../save-draft.ts'
import { changeOperation, deleteDraft, listOwnResources, type ResourceRow } from '../sql/resources.ts'
import { getOwnResource } from '../who.ts'

const tags = ['catalog']

/** The provider's desk: working copies, submission, daily facts. */
export async function ownResourceRoutes(app: FastifyInstance, { db }: CatalogDeps): Promise<void> {
  const scope = app.withTypeProvider<ZodTypeProvider>()

  const workOf = (tx: CatalogDb, request: FastifyRequest, row: ResourceRow, at: Date) =>
    readWork(tx, row, dayOf(at), languageOf(request.headers['accept-language']))

  const answer = async (tx: CatalogDb, request: FastifyRequest, command: Command, action: string, row: ResourceRow, status = 200) => {
    await command.audit({ action, subjectType: 'resource', subjectId: row.id, detail: { version: row.version } })
    return { status, body: await workOf(tx, request, row, command.now), headers: { etag: versionTag(row.version) } }
  }

  const decisionOf = (request: FastifyRequest<{ Params: { id: string } }>, at: Date, note: string | null) => ({
    id: request.params.id,
    expectedVersion: expectedVersion(request),
    note,
    at,
  })

  scope.get(
    '/own/resources',
    {
      schema: {
        operationId: 'listOwnResources',
        tags,
        summary: 'Resources of the own institution in every state',
        querystring: OwnResourceQuery,
        response: { 200: OwnResourcePage, ...problemResponses },
      },
      config: { access: 'catalog.resource.list_own' },
    },
    async (request) => {
      const { cursor, limit, ...filter } = request.query
      const after = decodeCursor(cursor, z.tuple([z.uuid()]))?.[0]
      const rows = await listOwnResources(db, { ...filter, providerId: organisationOf(request), after, limit })
      return toPage(rows, limit, presentOwnResource, (row) => [row.id])
    },
  )

  scope.post(
    '/own/resources',
    {
      schema: {
        operationId: 'createResource',
        tags,
        summary: 'Start a resource as a draft',
        body: ResourceContent,
        response: { 201: ResourceWork, ...problemResponses },
      },
      config: { access: 'catalog.resource.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await createDraft(tx, editorOf(request), request.body, command.now)
        return answer(tx, request, command, 'catalog.resource.create', row, 201)
      }),
  )

  scope.get(
    '/own/resources/:id',
    {
      schema: {
        operationId: 'readOwnResource',
        tags,
        summary: 'The working copy, with what is missing',
        params: IdParams,
        response: { 200: ResourceWork, ...problemResponses },
      },
      config: { access: 'catalog.resource.list_own' },
    },
    async (request, reply) => {
      const row = await getOwnResource(db, request.params.id, organisationOf(request))
      setVersion(reply, row.version)
      return workOf(db, request, row, request.server.now())
    },
  )

  scope.put(
    '/own/resources/:id',
    {
      schema: {
        operationId: 'saveResource',
        tags,
        summary: 'Save the working copy; the published version stays as it is',
        params: IdParams,
        body: ResourceContent,
        response: { 200: ResourceWork, ...problemResponses },
      },
      config: { access: 'catalog.resource.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const change = { id: request.params.id, expectedVersion: expectedVersion(request), content: request.body }
        const row = await saveDraft(tx, editorOf(request), change, command.now)
        return answer(tx, request, command, 'catalog.resource.save', row)
      }),
  )

  scope.delete(
    '/own/resources/:id',
    {
      schema: {
        operationId: 'deleteDraft',
        tags,
        summary: 'Delete a draft that never was published',
        params: IdParams,
        response: { 204: z.null().describe('deleted'), ...problemResponses },
      },
      config: { access: 'catalog.resource.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await getOwnResource(tx, request.params.id, organisationOf(request))
        if (row.published_version !== null) throw new Refusal({ code: 'catalog.was_published', kind: 'conflict' })
        if (row.status === 'in_review') throw new Refusal({ code: 'catalog.under_review', kind: 'conflict' })
        if (!(await deleteDraft(tx, row.id, expectedVersion(request)))) throw new Refusal(VERSION_STALE)
        await command.audit({ action: 'catalog.resource.delete', subjectType: 'resource', subjectId: row.id, detail: { kind: row.kind } })
        return { status: 204, body: null }
      }),
  )

  scope.post(
    '/own/resources/:id/submit',
    {
      schema: {
        operationId: 'submitResource',
        tags,
        summary: 'Hand the working copy to the operator for review',
        params: IdParams,
        body: Note,
        response: { 200: ResourceWork, ...problemResponses },
      },
      config: { access: 'catalog.resource.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const decision = decisionOf(request, command.now, request.body.note)
        const row = await submitResource(tx, editorOf(request), decision, dayOf(command.now))
        await command.publish('catalog.resource_submitted', { resourceId: row.id, providerId: row.provider_id })
        return answer(tx, request, command, 'catalog.resource.submit', row)
      }),
  )

  scope.post(
    '/own/resources/:id/withdraw',
    {
      schema: {
        operationId: 'withdrawSubmission',
        tags,
        summary: 'Take a submission back before the decision',
        params: IdParams,
        body: Note,
        response: { 200: ResourceWork, ...problemResponses },
      },
      config: { access: 'catalog.resource.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await withdrawSubmission(tx, editorOf(request), decisionOf(request, command.now, request.body.note))
        return answer(tx, request, command, 'catalog.resource.withdraw', row)
      }),
  )

  scope.post(
    '/own/resources/:id/discard',
    {
      schema: {
        operationId: 'discardDraft',
        tags,
        summary: 'Drop the working copy beside a published version',
        params: IdParams,
        body: Note,
        response: { 200: ResourceWork, ...problemResponses },
      },
      config: { access: 'catalog.resource.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await discardDraft(tx, editorOf(request), decisionOf(request, command.now, request.body.note))
        return answer(tx, request, command, 'catalog.resource.discard', row)
      }),
  )

  scope.post(
    '/own/resources/:id/retire',
    {
      schema: {
        operationId: 'retireOwnResource',
        tags,
        summary: 'Take a published resource off the public pages',
        params: IdParams,
        body: Note,
        response: { 200: ResourceWork, ...problemResponses },
      },
      config: { access: 'catalog.resource.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const editor = editorOf(request)
        const row = await retireResource(tx, editor, decisionOf(request, command.now, request.body.note), editor.organisationId)
        await command.publish('catalog.resource_retired', {
          resourceId: row.id,
          providerId: row.provider_id,
          kind: row.kind,
          version: row.version,
        })
        return answer(tx, request, command, 'catalog.resource.retire', row)
      }),
  )

  scope.put(
    '/own/resources/:id/operation',
    {
      schema: {
        operationId: 'changeOperation',
        tags,
        summary: 'Daily facts without review: operating status, own opening hours',
        params: IdParams,
        body: OperationInput,
        response: { 200: ResourceWork, ...problemResponses },
      },
      config: { access: 'catalog.resource.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const problems = findOpeningProblems(request.body.opening ?? [])
        if (problems.length > 0) throw new Refusal(...problems)
        const { id } = await getOwnResource(tx, request.params.id, organisationOf(request))
        const row = await changeOperation(tx, { id, expectedVersion: expectedVersion(request), ...request.body, at: command.now })
        if (!row) throw new Refusal(VERSION_STALE)
        await command.publish('catalog.operation_changed', {
          resourceId: row.id,
          providerId: row.provider_id,
          operatingStatus: row.operating_status,
        })
        return answer(tx, request, command, 'catalog.resource.operate', row)
      }),
  )
}
