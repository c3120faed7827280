import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { IdParams } from '../../contract/common.ts'
import { CompareQuery, Comparison, Overview, ResourceDetail, ResourcePage, ResourceQuery } from '../../contract/resources.ts'
import { compareResources } from '../compare-resources.ts'
import { type CatalogDeps, dayOf } from '../deps.ts'
import { loadDetailedSurroundings, loadSurroundings } from '../load-resources.ts'
import { presentListItem, presentResource } from '../present/resources.ts'
import { readOverview } from '../read-overview.ts'
import { listPublishedResources } from '../sql/resources.ts'
import { getVisibleResource } from '../who.ts'

const tags = ['catalog']

/** What everybody may see of resources. */
export async function resourceRoutes(app: FastifyInstance, { db }: CatalogDeps): Promise<void> {
  const scope = app.withTypeProvider<ZodTypeProvider>()

  scope.get(
    '/overview',
    {
      schema: {
        operationId: 'readCatalogOverview',
        tags,
        summary: 'Figures of the first page',
        response: { 200: Overview, ...problemResponses },
      },
      config: { access: 'catalog.overview.read' },
    },
    async () => readOverview(db),
  )

  scope.get(
    '/resources',
    {
      schema: {
        operationId: 'listResources',
        tags,
        summary: 'Published resources',
        querystring: ResourceQuery,
        response: { 200: ResourcePage, ...problemResponses },
      },
      config: { access: 'catalog.resource.read' },
    },
    async (request) => {
      const { cursor, limit, ...filter } = request.query
      const after = decodeCursor(cursor, z.tuple([z.uuid()]))?.[0]
      const rows = await listPublishedResources(db, { ...filter, after, limit })
      const around = await loadSurroundings(db, rows, dayOf(request.server.now()))
      return toPage(
        rows,
        limit,
        (row) => presentListItem(row, around),
        (row) => [row.id],
      )
    },
  )

  scope.get(
    '/resources/:id',
    {
      schema: {
        operationId: 'readResource',
        tags,
        summary: 'A resource with its provider, site, standards, prices and accreditation',
        params: IdParams,
        response: { 200: ResourceDetail, ...problemResponses },
      },
      config: { access: 'catalog.resource.read' },
    },
    async (request) => {
      const row = await getVisibleResource(db, request.params.id, request.actor)
      return presentResource(row, await loadDetailedSurroundings(db, [row], dayOf(request.server.now())))
    },
  )

  scope.get(
    '/compare',
    {
      schema: {
        operationId: 'compareResources',
        tags,
        summary: 'Two to four published resources side by side',
        querystring: CompareQuery,
        response: { 200: Comparison, ...problemResponses },
      },
      config: { access: 'catalog.resource.read' },
    },
    async (request) => compareResources(db, request.query.ids, dayOf(request.server.now())),
  )
}
