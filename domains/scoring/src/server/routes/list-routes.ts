import { Refusal } from '@jiju/kernel/problem'
import { actorOf } from '@jiju/platform/http/actor'
import { type Command, runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  DraftList,
  ListEntries,
  ListEntryPage,
  ListLists,
  ListParams,
  ListShifts,
  ScoringList,
  ScoringListPage,
  SupplementList,
  WithdrawList,
} from '../../contract/lists.ts'
import { draftList, editDraft } from '../lists/draft-list.ts'
import { announce, approve, finalise, recalculate, withdraw } from '../lists/move-list.ts'
import { presentEntry, presentList } from '../lists/present-list.ts'
import { LIST_MISSING } from '../lists/problems.ts'
import { readShifts } from '../lists/read-shifts.ts'
import { supplementList } from '../lists/supplement-list.ts'
import type { ScoringDeps } from '../needs.ts'
import { findList, type ListRow, listEntries, listLists } from '../sql/lists.ts'

const tags = ['scoring']
const ByTime = z.tuple([z.iso.datetime(), z.uuid()])
const ByPosition = z.tuple([z.int()])

type Db = ScoringDeps['db']
type Act = (tx: Db, command: Command, wanted: { id: string; version: number; personId: string }) => Promise<void>

/** Lists of a run for the office: drafts, four eyes, notice, recalculation, final publication, withdrawal. */
export async function listRoutes(scope: FastifyInstance, { db, needs }: ScoringDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  async function getList(on: Db, id: string): Promise<ListRow> {
    const list = await findList(on, id)
    if (!list) throw new Refusal(LIST_MISSING)
    return list
  }

  async function answer(on: Db, request: FastifyRequest, id: string, status: 200 | 201) {
    const row = await getList(on, id)
    return { status, body: presentList(row, actorOf(request).userId), headers: { etag: versionTag(row.version) } }
  }

  app.post(
    '/lists',
    {
      schema: {
        operationId: 'draftScoringList',
        tags,
        summary: 'Draft a list over an official run',
        body: DraftList,
        response: { 201: ScoringList, ...problemResponses },
      },
      config: { access: 'scoring.list.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const id = await draftList(tx, command, request.body, actorOf(request).userId)
        return answer(tx as Db, request, id, 201)
      }),
  )

  app.put(
    '/lists/:id',
    {
      schema: {
        operationId: 'editScoringListDraft',
        tags,
        summary: 'Rewrite a draft with its entries (If-Match)',
        params: ListParams,
        body: DraftList,
        response: { 200: ScoringList, ...problemResponses },
      },
      config: { access: 'scoring.list.edit' },
    },
    async (request, reply) => {
      const wanted = { ...request.body, id: request.params.id, version: expectedVersion(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        await editDraft(tx, command, wanted, actorOf(request).userId)
        return answer(tx as Db, request, wanted.id, 200)
      })
    },
  )

  app.get(
    '/lists',
    {
      schema: {
        operationId: 'listScoringLists',
        tags,
        summary: 'Lists, newest first',
        querystring: ListLists,
        response: { 200: ScoringListPage, ...problemResponses },
      },
      config: { access: 'scoring.list.read' },
    },
    async (request) => {
      const { state, cursor, limit } = request.query
      const after = decodeCursor(cursor, ByTime)
      const rows = await listLists(db, { state, isPublic: false, after: after && { at: new Date(after[0]), id: after[1] }, limit })
      const { userId } = actorOf(request)
      return toPage(
        rows,
        limit,
        (row) => presentList(row, userId),
        (row) => [row.created_at.toISOString(), row.id],
      )
    },
  )

  app.get(
    '/lists/:id',
    {
      schema: {
        operationId: 'getScoringList',
        tags,
        summary: 'A list with its state and what keeps it from the next',
        params: ListParams,
        response: { 200: ScoringList, ...problemResponses },
      },
      config: { access: 'scoring.list.read' },
    },
    async (request, reply) => {
      const row = await getList(db, request.params.id)
      setVersion(reply, row.version)
      return presentList(row, actorOf(request).userId)
    },
  )

  app.get(
    '/lists/:id/entries',
    {
      schema: {
        operationId: 'listScoringListEntries',
        tags,
        summary: 'Enterprises of the current edition with their scores',
        params: ListParams,
        querystring: ListEntries,
        response: { 200: ListEntryPage, ...problemResponses },
      },
      config: { access: 'scoring.list.read' },
    },
    async (request) => {
      const { id, edition } = await getList(db, request.params.id)
      const { cursor, limit, ...filter } = request.query
      const rows = await listEntries(db, { ...filter, listId: id, edition, after: decodeCursor(cursor, ByPosition)?.[0], limit })
      return toPage(
        rows,
        limit,
        (row) => presentEntry(row, true),
        (row) => [row.position],
      )
    },
  )

  app.get(
    '/lists/:id/shifts',
    {
      schema: {
        operationId: 'getScoringListShifts',
        tags,
        summary: 'Who came, went or moved since the edition before',
        params: ListParams,
        response: { 200: ListShifts, ...problemResponses },
      },
      config: { access: 'scoring.list.read' },
    },
    async (request) => readShifts(db, needs, await getList(db, request.params.id)),
  )

  const act = (path: string, operation: { operationId: string; summary: string; access: string }, perform: Act) =>
    app.post(
      `/lists/:id/${path}`,
      {
        schema: {
          operationId: operation.operationId,
          tags,
          summary: operation.summary,
          params: ListParams,
          response: { 200: ScoringList, ...problemResponses },
        },
        config: { access: operation.access },
      },
      async (request, reply) => move(request, reply, request.params.id, perform),
    )

  function move(request: FastifyRequest, reply: FastifyReply, id: string, perform: Act): Promise<FastifyReply> {
    const wanted = { id, version: expectedVersion(request), personId: actorOf(request).userId }
    return runCommand(db, request, reply, async (tx, command) => {
      await perform(tx as Db, command, wanted)
      return answer(tx as Db, request, id, 200)
    })
  }

  act(
    'approve',
    { operationId: 'approveScoringList', summary: 'A second person agrees to a draft (If-Match)', access: 'scoring.list.decide' },
    approve,
  )
  act(
    'announce',
    {
      operationId: 'announceScoringList',
      summary: 'Begin the public notice of an approved list today (If-Match)',
      access: 'scoring.list.edit',
    },
    announce,
  )
  act(
    'recalculate',
    {
      operationId: 'recalculateScoringList',
      summary: 'The same rules over the newest correction of the run, as a new edition (If-Match)',
      access: 'scoring.list.edit',
    },
    recalculate,
  )
  act(
    'finalise',
    {
      operationId: 'finaliseScoringList',
      summary: 'Final publication by a second person, after the notice and every objection (If-Match)',
      access: 'scoring.list.decide',
    },
    finalise,
  )

  app.post(
    '/lists/:id/supplement',
    {
      schema: {
        operationId: 'supplementScoringList',
        tags,
        summary:
          'Draft the correction of a final list over the newest correction of its run; the final list stays until the draft is final itself',
        params: ListParams,
        body: SupplementList,
        response: { 201: ScoringList, ...problemResponses },
      },
      config: { access: 'scoring.list.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const wanted = { id: request.params.id, reason: request.body.reason, personId: actorOf(request).userId }
        return answer(tx as Db, request, await supplementList(tx, command, wanted), 201)
      }),
  )

  app.post(
    '/lists/:id/withdraw',
    {
      schema: {
        operationId: 'withdrawScoringList',
        tags,
        summary: 'Take a list back with a reason that the public reads (If-Match)',
        params: ListParams,
        body: WithdrawList,
        response: { 200: ScoringList, ...problemResponses },
      },
      config: { access: 'scoring.list.decide' },
    },
    async (request, reply) =>
      move(request, reply, request.params.id, (tx, command, wanted) => withdraw(tx, command, { ...wanted, reason: request.body.reason })),
  )
}
