import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { CompanionList, EditCompanions, EquivalentList } from '../../contract/bundles.ts'
import { ResourceParams } from '../../contract/calendars.ts'
import { editCompanions, readCompanions } from '../bundles/edit-companions.ts'
import type { BookingDeps } from '../needs.ts'
import { getVisibleFacts } from '../see-resource.ts'
import { listNames } from '../sql/companions.ts'
import { listEquivalentResources } from '../sql/outages/equivalents.ts'

const MAX_EQUIVALENTS = 12

/** What belongs to a resource, and what could take its place. */
export async function companionRoutes(scope: FastifyInstance, { db }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/resources/:resourceId/companions',
    {
      schema: {
        operationId: 'getCompanions',
        tags: ['booking'],
        summary: 'What is booked together with a resource: for each need any one of several resources',
        params: ResourceParams,
        response: { 200: CompanionList, ...problemResponses },
      },
      config: { access: 'booking.companion.read' },
    },
    async (request, reply) => {
      const { resourceId } = await getVisibleFacts(db, request.params.resourceId, request.actor)
      const list = await readCompanions(db, resourceId)
      setVersion(reply, list.version)
      return list
    },
  )

  app.put(
    '/resources/:resourceId/companions',
    {
      schema: {
        operationId: 'editCompanions',
        tags: ['booking'],
        summary: 'Say what belongs to an own resource (If-Match, "0" the first time)',
        params: ResourceParams,
        body: EditCompanions,
        response: { 200: CompanionList, ...problemResponses },
      },
      config: { access: 'booking.calendar.edit' },
    },
    async (request, reply) => {
      const { resourceId } = request.params
      const edit = {
        resourceId,
        organisationId: organisationOf(request),
        userId: actorOf(request).userId,
        version: expectedVersion(request),
        companions: request.body.companions,
      }
      return runCommand(db, request, reply, async (tx, command) => {
        await editCompanions(tx, command, edit)
        const list = await readCompanions(tx, resourceId)
        return { status: 200, body: list, headers: { etag: versionTag(list.version) } }
      })
    },
  )

  app.get(
    '/resources/:resourceId/equivalents',
    {
      schema: {
        operationId: 'listSimilarResources',
        tags: ['booking'],
        summary: 'Bookable resources that can do what this one does, by class and standards',
        params: ResourceParams,
        response: { 200: EquivalentList, ...problemResponses },
      },
      config: { access: 'booking.companion.read' },
    },
    async (request) => {
      const { resourceId } = await getVisibleFacts(db, request.params.resourceId, request.actor)
      const found = await listEquivalentResources(db, resourceId, MAX_EQUIVALENTS)
      const names = new Map(
        (
          await listNames(
            db,
            found.map(({ id }) => id),
          )
        ).map((row) => [row.id, row]),
      )
      return {
        items: found.flatMap(({ id, match }) => {
          const row = names.get(id)
          return row ? { resourceId: id, name: row.name, nameEn: row.name_en, providerName: row.provider_name, match } : []
        }),
      }
    },
  )
}
