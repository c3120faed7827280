import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { IdParams } from '../../contract/common.ts'
import { ListedOrganisationPage, Organisation, OrganisationListQuery, WithReason } from '../../contract/organisations.ts'
import { ListedPersonPage, PersonQuery } from '../../contract/persons.ts'
import type { PeopleDeps } from '../deps.ts'
import { setPersonDisabled } from '../disable-person.ts'
import { presentListedOrganisation, presentListedPerson, presentOrganisation } from '../present.ts'
import { reviewOrganisation } from '../review-organisation.ts'
import { listMembershipsOf } from '../sql/memberships.ts'
import { listOrganisations } from '../sql/organisations.ts'
import { listPersons } from '../sql/persons.ts'
import { InstantCursor, NameCursor, peopleActorOf } from './acting.ts'

const tags = ['people']

/** The operator's desk: organisations to examine, persons. */
export async function operatorRoutes(scope: FastifyInstance, deps: PeopleDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const { db } = deps

  app.get(
    '/organisations',
    {
      config: { access: 'people.organisation.list' },
      schema: {
        operationId: 'listOrganisations',
        tags,
        summary: 'Organisations by status, oldest first',
        querystring: OrganisationListQuery,
        response: { 200: ListedOrganisationPage, ...problemResponses },
      },
    },
    async (request) => {
      const { limit, cursor, status, kind, q } = request.query
      const after = decodeCursor(cursor, InstantCursor)
      const rows = await listOrganisations(db, {
        status,
        kind,
        q,
        limit,
        after: after && { createdAt: new Date(after[0]), id: after[1] },
      })
      return toPage(rows, limit, presentListedOrganisation, (row) => [row.created_at.toISOString(), row.id])
    },
  )

  app.post(
    '/organisations/:id/verify',
    {
      config: { access: 'people.organisation.review' },
      schema: {
        operationId: 'verifyOrganisation',
        tags,
        summary: 'Accept an organisation as it was read (If-Match); also reinstates a suspended one',
        params: IdParams,
        response: { 200: Organisation, ...problemResponses },
      },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await reviewOrganisation(deps, tx, command, { id: request.params.id, to: 'verified', reason: null, version })
        return { status: 200, body: presentOrganisation(row, true), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.post(
    '/organisations/:id/reject',
    {
      config: { access: 'people.organisation.review' },
      schema: {
        operationId: 'rejectOrganisation',
        tags,
        summary: 'Refuse a registration with a reason (If-Match)',
        params: IdParams,
        body: WithReason,
        response: { 200: Organisation, ...problemResponses },
      },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const { reason } = request.body
        const row = await reviewOrganisation(deps, tx, command, { id: request.params.id, to: 'rejected', reason, version })
        return { status: 200, body: presentOrganisation(row, true), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.post(
    '/organisations/:id/suspend',
    {
      config: { access: 'people.organisation.suspend' },
      schema: {
        operationId: 'suspendOrganisation',
        tags,
        summary: 'Suspend a verified organisation with a reason (If-Match)',
        params: IdParams,
        body: WithReason,
        response: { 200: Organisation, ...problemResponses },
      },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const { reason } = request.body
        const row = await reviewOrganisation(deps, tx, command, { id: request.params.id, to: 'suspended', reason, version })
        return { status: 200, body: presentOrganisation(row, true), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.get(
    '/persons',
    {
      config: { access: 'people.person.list' },
      schema: {
        operationId: 'listPersons',
        tags,
        summary: 'Everybody with an account, by name',
        querystring: PersonQuery,
        response: { 200: ListedPersonPage, ...problemResponses },
      },
    },
    async (request) => {
      const { limit, cursor, q } = request.query
      const after = decodeCursor(cursor, NameCursor)
      const rows = await listPersons(db, { ...(q !== undefined && { q }), limit, after: after && { name: after[0], id: after[1] } })
      const memberships = await listMembershipsOf(
        db,
        rows.map((row) => row.id),
      )
      return toPage(
        rows,
        limit,
        (row) => presentListedPerson(row, memberships),
        (row) => [row.name, row.id],
      )
    },
  )

  for (const [verb, isDisabled] of [
    ['disable', true],
    ['enable', false],
  ] as const) {
    app.post(
      `/persons/:id/${verb}`,
      {
        config: { access: 'people.person.disable' },
        schema: {
          operationId: `${verb}Person`,
          tags,
          summary: isDisabled ? 'Keep a person out; their sessions end' : 'Let a person in again',
          params: IdParams,
          response: { 204: z.null().describe('Done'), ...problemResponses },
        },
      },
      async (request, reply) => {
        const { userId: by } = peopleActorOf(request)
        return runCommand(db, request, reply, async (tx, command) => {
          await setPersonDisabled(tx, command, { id: request.params.id, by, isDisabled })
          return { status: 204, body: null }
        })
      },
    )
  }
}
