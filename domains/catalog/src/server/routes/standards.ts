import { type Command, runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { IdParams } from '../../contract/common.ts'
import { StandardDetail, StandardInput, StandardPage, StandardQuery } from '../../contract/standards.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { type CatalogDeps, dayOf } from '../deps.ts'
import { groupBy } from '../load-resources.ts'
import { presentStandardListItem } from '../present/standards.ts'
import { readStandard } from '../read-standard.ts'
import { addStandard, changeStandard } from '../save-standard.ts'
import { countCitations, listCitingProviders, listStandards, listSuccessors } from '../sql/standards.ts'

const tags = ['catalog']

/** The library of standards. Who cites one: `GET /resources?standardId=`. */
export async function standardRoutes(app: FastifyInstance, { db }: CatalogDeps): Promise<void> {
  const scope = app.withTypeProvider<ZodTypeProvider>()

  const answer = async (tx: CatalogDb, command: Command, action: string, id: string, status = 200) => {
    const body = await readStandard(tx, id, dayOf(command.now))
    await command.audit({ action, subjectType: 'standard', subjectId: id, detail: { number: body.number, status: body.status } })
    await command.publish('catalog.standards_changed', { standardIds: [id], providerIds: await listCitingProviders(tx, [id]) })
    return { status, body, headers: { etag: versionTag(body.version) } }
  }

  scope.get(
    '/standards',
    {
      schema: {
        operationId: 'listStandards',
        tags,
        summary: 'Standards by number, with who replaces whom',
        querystring: StandardQuery,
        response: { 200: StandardPage, ...problemResponses },
      },
      config: { access: 'catalog.standard.read' },
    },
    async (request) => {
      const { cursor, limit, q, status } = request.query
      const day = dayOf(request.server.now())
      const key = q?.normalize('NFKC').toUpperCase().replace(/\s+/g, '')
      const rows = await listStandards(db, { q, key, status, after: decodeCursor(cursor, z.tuple([z.string()]))?.[0], limit })
      const ids = rows.map((row) => row.id)
      const successors = groupBy(await listSuccessors(db, ids), (succession) => succession.predecessor_id)
      const counts = await countCitations(db, ids)
      return toPage(
        rows,
        limit,
        (row) => presentStandardListItem(row, successors.get(row.id) ?? [], counts.get(row.id) ?? 0, day),
        (row) => [row.number_key],
      )
    },
  )

  scope.get(
    '/standards/:id',
    {
      schema: {
        operationId: 'readStandard',
        tags,
        summary: 'A standard with successors, predecessors and its ISO or GB twin',
        params: IdParams,
        response: { 200: StandardDetail, ...problemResponses },
      },
      config: { access: 'catalog.standard.read' },
    },
    async (request, reply) => {
      const standard = await readStandard(db, request.params.id, dayOf(request.server.now()))
      setVersion(reply, standard.version)
      return standard
    },
  )

  scope.post(
    '/standards',
    {
      schema: {
        operationId: 'addStandard',
        tags,
        summary: 'Add a standard to the library',
        body: StandardInput,
        response: { 201: StandardDetail, ...problemResponses },
      },
      config: { access: 'catalog.standard.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await addStandard(tx, request.body, command.now)
        return answer(tx, command, 'catalog.standard.add', row.id, 201)
      }),
  )

  scope.put(
    '/standards/:id',
    {
      schema: {
        operationId: 'changeStandard',
        tags,
        summary: 'Change what is known of a standard; its number is fixed',
        params: IdParams,
        body: StandardInput,
        response: { 200: StandardDetail, ...problemResponses },
      },
      config: { access: 'catalog.standard.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const change = { id: request.params.id, expectedVersion: expectedVersion(request), input: request.body }
        const row = await changeStandard(tx, change, command.now)
        return answer(tx, command, 'catalog.standard.change', row.id)
      }),
  )
}
