import { organisationOf } from '@jiju/platform/http/actor'
import { type Command, runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { IdParams } from '../../contract/common.ts'
import { Site, SiteInput, SiteList } from '../../contract/sites.ts'
import { type CatalogDeps, editorOf } from '../deps.ts'
import { addSite, changeSite, getOwnSite, shutSite } from '../edit-sites.ts'
import { presentSite } from '../present/sites.ts'
import { listSites, type SiteRow } from '../sql/sites.ts'

const tags = ['catalog']

/** The institution's own sites; the public sees them on the provider's page. */
export async function siteRoutes(app: FastifyInstance, { db }: CatalogDeps): Promise<void> {
  const scope = app.withTypeProvider<ZodTypeProvider>()

  const answer = async (command: Command, action: string, row: SiteRow, status: number) => {
    await command.audit({ action, subjectType: 'site', subjectId: row.id })
    await command.publish('catalog.site_changed', { siteId: row.id, providerId: row.provider_id })
    return { status, body: presentSite(row), headers: { etag: versionTag(row.version) } }
  }

  scope.get(
    '/sites',
    {
      schema: {
        operationId: 'listOwnSites',
        tags,
        summary: 'Sites of the own institution',
        response: { 200: SiteList, ...problemResponses },
      },
      config: { access: 'catalog.resource.list_own' },
    },
    async (request) => ({ items: (await listSites(db, organisationOf(request), { includeClosed: true })).map(presentSite) }),
  )

  scope.get(
    '/sites/:id',
    {
      schema: {
        operationId: 'readOwnSite',
        tags,
        summary: 'A site of the own institution',
        params: IdParams,
        response: { 200: Site, ...problemResponses },
      },
      config: { access: 'catalog.resource.list_own' },
    },
    async (request, reply) => {
      const row = await getOwnSite(db, request.params.id, organisationOf(request))
      setVersion(reply, row.version)
      return presentSite(row)
    },
  )

  scope.post(
    '/sites',
    {
      schema: { operationId: 'addSite', tags, summary: 'Add a site', body: SiteInput, response: { 201: Site, ...problemResponses } },
      config: { access: 'catalog.site.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) =>
        answer(command, 'catalog.site.add', await addSite(tx, editorOf(request), request.body, command.now), 201),
      ),
  )

  scope.put(
    '/sites/:id',
    {
      schema: {
        operationId: 'changeSite',
        tags,
        summary: 'Change a site: address, position, hours, holiday rule, exceptions',
        params: IdParams,
        body: SiteInput,
        response: { 200: Site, ...problemResponses },
      },
      config: { access: 'catalog.site.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const change = { id: request.params.id, expectedVersion: expectedVersion(request), input: request.body }
        return answer(command, 'catalog.site.change', await changeSite(tx, editorOf(request), change, command.now), 200)
      }),
  )

  scope.post(
    '/sites/:id/close',
    {
      schema: {
        operationId: 'closeSite',
        tags,
        summary: 'Close a site on which nothing stands',
        params: IdParams,
        response: { 200: Site, ...problemResponses },
      },
      config: { access: 'catalog.site.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const change = { id: request.params.id, expectedVersion: expectedVersion(request) }
        return answer(command, 'catalog.site.close', await shutSite(tx, editorOf(request), change, command.now), 200)
      }),
  )
}
