import { Refusal } from '@jiju/kernel/problem'
import { organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { OrganisationParams } from '../../contract/common.ts'
import { ProviderDetail, ProviderInput, ProviderPage, ProviderProfile, ProviderQuery } from '../../contract/providers.ts'
import { type CatalogDeps, dayOf, editorOf } from '../deps.ts'
import { presentProvider, presentProviderListItem } from '../present/providers.ts'
import { changeProfile, getProfile } from '../save-profile.ts'
import { listAccreditations } from '../sql/accreditations.ts'
import { countResources, findProfile, findPublicProvider, listPublicProviders } from '../sql/providers.ts'
import { listSites } from '../sql/sites.ts'

const tags = ['catalog']

export async function providerRoutes(app: FastifyInstance, { db }: CatalogDeps): Promise<void> {
  const scope = app.withTypeProvider<ZodTypeProvider>()

  scope.get(
    '/providers',
    {
      schema: {
        operationId: 'listProviders',
        tags,
        summary: 'Verified providers by name',
        querystring: ProviderQuery,
        response: { 200: ProviderPage, ...problemResponses },
      },
      config: { access: 'catalog.provider.read' },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const rows = await listPublicProviders(db, decodeCursor(cursor, z.tuple([z.string(), z.uuid()])), limit)
      const counts = await countResources(
        db,
        rows.map((row) => row.id),
      )
      return toPage(
        rows,
        limit,
        (row) => presentProviderListItem(row, counts.get(row.id)),
        (row) => [row.name, row.id],
      )
    },
  )

  scope.get(
    '/providers/:organisationId',
    {
      schema: {
        operationId: 'readProvider',
        tags,
        summary: 'The page of a provider',
        params: OrganisationParams,
        response: { 200: ProviderDetail, ...problemResponses },
      },
      config: { access: 'catalog.provider.read' },
    },
    async (request) => {
      const { organisationId } = request.params
      const day = dayOf(request.server.now())
      const organisation = await findPublicProvider(db, organisationId)
      if (!organisation) throw new Refusal({ code: 'catalog.provider_missing', kind: 'missing' })
      const counts = await countResources(db, [organisationId])
      return presentProvider({
        organisation,
        profile: await findProfile(db, organisationId),
        counts: counts.get(organisationId),
        sites: await listSites(db, organisationId, { includeClosed: false }),
        accreditations: await listAccreditations(db, organisationId, day),
        day,
      })
    },
  )

  scope.get(
    '/profile',
    {
      schema: {
        operationId: 'readProviderProfile',
        tags,
        summary: 'Page data of the own institution',
        response: { 200: ProviderProfile, ...problemResponses },
      },
      config: { access: 'catalog.profile.edit' },
    },
    async (request, reply) => {
      const profile = await getProfile(db, organisationOf(request))
      setVersion(reply, profile.version)
      return profile
    },
  )

  scope.put(
    '/profile',
    {
      schema: {
        operationId: 'changeProviderProfile',
        tags,
        summary: 'Change the page data; If-Match "0" writes it for the first time',
        body: ProviderInput,
        response: { 200: ProviderProfile, ...problemResponses },
      },
      config: { access: 'catalog.profile.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const editor = editorOf(request)
        const change = { expectedVersion: expectedVersion(request), input: request.body }
        const profile = await changeProfile(tx, editor, change, command.now)
        await command.audit({ action: 'catalog.profile.change', subjectType: 'provider', subjectId: editor.organisationId })
        await command.publish('catalog.provider_changed', { providerId: editor.organisationId })
        return { status: 200, body: profile, headers: { etag: `"${profile.version}"` } }
      }),
  )
}
