import { Refusal } from '@jiju/kernel/problem'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { IdParams } from '../../contract/common.ts'
import { VersionDiff, VersionPage, VersionQuery } from '../../contract/resources.ts'
import { diffContent } from '../../core/content-diff.ts'
import type { CatalogDeps } from '../deps.ts'
import { presentVersion } from '../present/resources.ts'
import { findPreviousVersion, findResource, findVersion, listVersions } from '../sql/resources.ts'
import { maySeeUnpublished, RESOURCE_MISSING } from '../who.ts'

const tags = ['catalog']

/** The history of a resource, for its institution and for those who review. */
export async function versionRoutes(app: FastifyInstance, { db }: CatalogDeps): Promise<void> {
  const scope = app.withTypeProvider<ZodTypeProvider>()
  const access = 'catalog.version.read'

  async function check(request: FastifyRequest<{ Params: { id: string } }>): Promise<void> {
    const row = await findResource(db, request.params.id)
    if (!row || !maySeeUnpublished(request.actor, row.provider_id)) throw new Refusal(RESOURCE_MISSING)
  }

  scope.get(
    '/resources/:id/versions',
    {
      schema: {
        operationId: 'listResourceVersions',
        tags,
        summary: 'Every version, newest first',
        params: IdParams,
        querystring: VersionQuery,
        response: { 200: VersionPage, ...problemResponses },
      },
      config: { access },
    },
    async (request) => {
      await check(request)
      const { cursor, limit } = request.query
      const rows = await listVersions(db, request.params.id, decodeCursor(cursor, z.tuple([z.number().int()]))?.[0], limit)
      return toPage(rows, limit, presentVersion, (row) => [row.version])
    },
  )

  scope.get(
    '/resources/:id/versions/:version',
    {
      schema: {
        operationId: 'readResourceVersion',
        tags,
        summary: 'A version and what changed in it, against the one before or another',
        params: z.object({ id: z.uuid(), version: z.coerce.number().int().min(1).max(2_000_000_000) }),
        querystring: z.object({ against: z.coerce.number().int().min(1).max(2_000_000_000).exactOptional() }),
        response: { 200: VersionDiff, ...problemResponses },
      },
      config: { access },
    },
    async (request) => {
      await check(request)
      const { id, version } = request.params
      const { against } = request.query
      const row = await findVersion(db, id, version)
      const other = against === undefined ? await findPreviousVersion(db, id, version) : await findVersion(db, id, against)
      if (!row || (against !== undefined && !other)) throw new Refusal({ code: 'catalog.version_missing', kind: 'missing' })
      return {
        ...presentVersion(row),
        against: other?.version ?? null,
        content: row.content,
        changes: other ? diffContent(other.content, row.content) : [],
      }
    },
  )
}
