import { Refusal } from '@jiju/kernel/problem'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ListEntries, ListEntryPage, ListParams, ListPublicLists, ListShifts, PublicList, PublicListPage } from '../../contract/lists.ts'
import { presentEntry, presentPublicList } from '../lists/present-list.ts'
import { LIST_MISSING } from '../lists/problems.ts'
import { readPublicShifts } from '../lists/read-shifts.ts'
import type { ScoringDeps } from '../needs.ts'
import { findList, type ListRow, listEntries, listLists } from '../sql/lists.ts'

const tags = ['scoring']
const ByTime = z.tuple([z.iso.datetime(), z.uuid()])
const ByPosition = z.tuple([z.int()])

/** Lists as everybody sees them, from their notice on. */
export async function publicListRoutes(scope: FastifyInstance, { db }: ScoringDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  /** A list that was announced; drafts answer like lists that do not exist. */
  async function getPublic(id: string): Promise<ListRow> {
    const list = await findList(db, id)
    if (!list?.announced_at) throw new Refusal(LIST_MISSING)
    return list
  }

  app.get(
    '/public-lists',
    {
      schema: {
        operationId: 'listPublicScoringLists',
        tags,
        summary: 'Lists on notice, final and withdrawn, newest first',
        querystring: ListPublicLists,
        response: { 200: PublicListPage, ...problemResponses },
      },
      config: { access: 'scoring.public_list.read' },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const after = decodeCursor(cursor, ByTime)
      const rows = await listLists(db, {
        state: undefined,
        isPublic: true,
        after: after && { at: new Date(after[0]), id: after[1] },
        limit,
      })
      return toPage(
        rows,
        limit,
        (row) => presentPublicList(row, request.server.now()),
        (row) => [row.announced_at?.toISOString(), row.id],
      )
    },
  )

  app.get(
    '/public-lists/:id',
    {
      schema: {
        operationId: 'getPublicScoringList',
        tags,
        summary: 'A list with its dates, contact, model and the day of its data',
        params: ListParams,
        response: { 200: PublicList, ...problemResponses },
      },
      config: { access: 'scoring.public_list.read' },
    },
    async (request) => presentPublicList(await getPublic(request.params.id), request.server.now()),
  )

  app.get(
    '/public-lists/:id/entries',
    {
      schema: {
        operationId: 'listPublicScoringListEntries',
        tags,
        summary: 'Enterprises of a list by rank; scores where the list shows them; none once it is withdrawn',
        params: ListParams,
        querystring: ListEntries,
        response: { 200: ListEntryPage, ...problemResponses },
      },
      config: { access: 'scoring.public_list.read' },
    },
    async (request) => {
      const list = await getPublic(request.params.id)
      if (list.state === 'withdrawn') return { items: [], nextCursor: null }
      const { cursor, limit, ...filter } = request.query
      const rows = await listEntries(db, {
        ...filter,
        listId: list.id,
        edition: list.edition,
        after: decodeCursor(cursor, ByPosition)?.[0],
        limit,
      })
      return toPage(
        rows,
        limit,
        (row) => presentEntry(row, list.shows_scores),
        (row) => [row.position],
      )
    },
  )

  app.get(
    '/public-lists/:id/shifts',
    {
      schema: {
        operationId: 'getPublicScoringListShifts',
        tags,
        summary: 'What a correction during the notice moved',
        params: ListParams,
        response: { 200: ListShifts, ...problemResponses },
      },
      config: { access: 'scoring.public_list.read' },
    },
    async (request) => {
      const list = await getPublic(request.params.id)
      const shifts = await readPublicShifts(db, list)
      return list.state === 'withdrawn' ? { ...shifts, items: [] } : shifts
    },
  )
}
