import { Refusal } from '@jiju/kernel/problem'
import { csvStream } from '@jiju/platform/files/csv-stream'
import { sendDownload } from '@jiju/platform/files/send-download'
import { workbookStream } from '@jiju/platform/files/write-workbook'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import { sharedLimit } from '@jiju/platform/http/shared-limit'
import { fileResponse } from '@jiju/wire/file'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  ListEntries,
  ListEntryPage,
  ListParams,
  ListPublicLists,
  ListShifts,
  ListTable,
  PublicList,
  PublicListPage,
} from '../../contract/lists.ts'
import { listTables } from '../lists/list-table.ts'
import { presentEntry, presentPublicList } from '../lists/present-list.ts'
import { LIST_MISSING } from '../lists/problems.ts'
import { readPublicShifts } from '../lists/read-shifts.ts'
import type { ScoringDeps } from '../needs.ts'
import { findList, type ListRow, listEntries, listLists } from '../sql/lists.ts'

const tags = ['scoring']
const ByTime = z.tuple([z.iso.datetime(), z.uuid()])
const ByPosition = z.tuple([z.int()])
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

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
    '/public-lists/:id/table',
    {
      schema: {
        operationId: 'exportPublicScoringList',
        tags,
        summary: 'The enterprises of a list as Excel with what it rests on, or as CSV; empty once it is withdrawn',
        params: ListParams,
        querystring: ListTable,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'scoring.public_list.read', ...sharedLimit(30, (request) => request.ip) },
    },
    async (request, reply) => {
      const list = await getPublic(request.params.id)
      const tables = await listTables(db, list)
      return request.query.format === 'csv'
        ? sendDownload(reply, { name: `${list.number}.csv`, type: 'text/csv; charset=utf-8', body: csvStream(tables[0]) })
        : sendDownload(reply, { name: `${list.number}.xlsx`, type: XLSX, body: workbookStream(tables) })
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
