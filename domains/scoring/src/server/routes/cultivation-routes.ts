import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  CultivationFile,
  CultivationOverview,
  CultivationParams,
  EndRecognition,
  EnterpriseLadder,
  FinishFollowUp,
  LadderPlaceList,
  ListPlaces,
  MakeWatchList,
  Recognise,
  RecognitionParams,
  RecordVisit,
  VisitParams,
  WatchEnterprise,
  WatchListList,
  WatchParams,
  WriteNote,
} from '../../contract/cultivation.ts'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import {
  completeFollowUp,
  getEnterprise,
  makeWatchList,
  recogniseStep,
  recordVisit,
  unwatchEnterprise,
  watchEnterprise,
  withdrawRecognition,
  writeNote,
} from '../cultivation/keep-file.ts'
import { currentLadder, placeOnLadder } from '../cultivation/place-on-ladder.ts'
import { presentFile, presentLadder, presentPlace, presentVisit } from '../cultivation/present-cultivation.ts'
import type { ScoringDeps, ScoringTables } from '../needs.ts'
import { ENTERPRISE_MISSING } from '../problems.ts'
import { countPlaces, listPlaces, listRecognitions } from '../sql/cultivation.ts'
import { listDefinitions } from '../sql/definitions.ts'
import { findEnterpriseOf } from '../sql/enterprise-names.ts'
import type { EnterpriseRow } from '../sql/standing.ts'
import { listFollowUps, listNotes, listVisits, listWatchedIn, listWatchLists } from '../sql/watch.ts'

const tags = ['scoring']
const ByDistance = z.tuple([z.int(), z.int(), z.uuid()])
const READ = { access: 'scoring.cultivation.read' } as const
const WRITE = { access: 'scoring.cultivation.write' } as const
const FILE = '/cultivation/enterprises/:enterpriseId'

/** Where enterprises stand on the ladder; for the office with its watch lists, notes and visits, for an enterprise its own steps alone. */
export async function cultivationRoutes(scope: FastifyInstance, { db, needs }: ScoringDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  async function ladderOf(on: Db<ScoringTables>, enterprise: EnterpriseRow): Promise<EnterpriseLadder> {
    const { ladder, period, placed } = await placeOnLadder(on, { enterprises: [enterprise], now: needs.now() })
    const [own] = placed
    if (!own) throw new Error('an enterprise was placed nowhere')
    const names = new Map((await listDefinitions(on)).map((definition) => [definition.code, definition]))
    return presentLadder({ ladder, period, placed: own }, names)
  }

  async function fileOf(on: Db<ScoringTables>, id: string): Promise<CultivationFile> {
    const enterprise = await getEnterprise(on, id)
    return presentFile(await ladderOf(on, enterprise), {
      recognitions: await listRecognitions(on, localDayOf(needs.now(), SCORING_ZONE), id),
      watched: await listWatchedIn(on, id),
      notes: await listNotes(on, id),
      visits: await listVisits(on, id),
    })
  }

  app.get(
    '/ladder',
    {
      schema: {
        operationId: 'getOwnLadder',
        tags,
        summary: 'Where the own enterprise stands, and its distance to every step',
        response: { 200: EnterpriseLadder, ...problemResponses },
      },
      config: { access: 'scoring.ladder.read' },
    },
    async (request) => {
      const own = await findEnterpriseOf(db, organisationOf(request))
      if (!own) throw new Refusal(ENTERPRISE_MISSING)
      return ladderOf(db, await getEnterprise(db, own.id))
    },
  )

  app.get(
    '/cultivation',
    {
      schema: {
        operationId: 'getCultivationOverview',
        tags,
        summary: 'How many enterprises stand on each step, watch lists, and what was promised on visits',
        response: { 200: CultivationOverview, ...problemResponses },
      },
      config: READ,
    },
    async () => {
      const ladder = currentLadder(localDayOf(needs.now(), SCORING_ZONE))
      const counts = await countPlaces(db)
      const at = (code: string | null) => counts.find(({ step }) => step === code)
      const latest = counts.map(({ placed_at }) => placed_at.getTime())
      return {
        placedAt: latest.length > 0 ? new Date(Math.max(...latest)).toISOString() : null,
        steps: [{ code: null, name: null }, ...ladder.steps].map(({ code, name }) => ({
          code,
          name,
          count: at(code)?.count ?? 0,
          ready: at(code)?.ready ?? 0,
        })),
        conditions: ladder.steps.flatMap((step) => step.conditions.map(({ code, name, unit }) => ({ step: step.code, code, name, unit }))),
        watchLists: await listWatchLists(db),
        followUps: (await listFollowUps(db)).map(presentVisit),
      }
    },
  )

  app.get(
    '/cultivation/enterprises',
    {
      schema: {
        operationId: 'listLadderPlaces',
        tags,
        summary: 'Enterprises, those nearest to their next step first',
        querystring: ListPlaces,
        response: { 200: LadderPlaceList, ...problemResponses },
      },
      config: READ,
    },
    async (request) => {
      const { next, list, words, cursor, limit } = request.query
      const after = decodeCursor(cursor, ByDistance)
      const rows = await listPlaces(db, {
        nextStep: next,
        listId: list,
        words,
        after: after && { short: after[0], unknown: after[1], enterpriseId: after[2] },
        limit,
      })
      return toPage(rows, limit, presentPlace, (row) => [row.short_count, row.unknown_count, row.enterprise_id])
    },
  )

  app.get(
    FILE,
    {
      schema: {
        operationId: 'getCultivationFile',
        tags,
        summary: 'An enterprise on the ladder, with watch lists, notes and visits',
        params: CultivationParams,
        response: { 200: CultivationFile, ...problemResponses },
      },
      config: READ,
    },
    async (request) => fileOf(db, request.params.enterpriseId),
  )

  app.post(
    '/cultivation/watch-lists',
    {
      schema: {
        operationId: 'makeWatchList',
        tags,
        summary: 'Begin a watch list',
        body: MakeWatchList,
        response: { 201: WatchListList, ...problemResponses },
      },
      config: WRITE,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await makeWatchList(tx, command, { ...request.body, by: actorOf(request).userId })
        return { status: 201, body: { items: await listWatchLists(tx) } }
      }),
  )

  app.put(
    `${FILE}/watch-lists/:listId`,
    {
      schema: {
        operationId: 'watchEnterprise',
        tags,
        summary: 'Put an enterprise on a watch list',
        params: WatchParams,
        body: WatchEnterprise,
        response: { 200: CultivationFile, ...problemResponses },
      },
      config: WRITE,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await watchEnterprise(tx, command, { ...request.params, ...request.body, by: actorOf(request).userId })
        return { status: 200, body: await fileOf(tx, request.params.enterpriseId) }
      }),
  )

  app.delete(
    `${FILE}/watch-lists/:listId`,
    {
      schema: {
        operationId: 'unwatchEnterprise',
        tags,
        summary: 'Take an enterprise off a watch list',
        params: WatchParams,
        response: { 200: CultivationFile, ...problemResponses },
      },
      config: WRITE,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await unwatchEnterprise(tx, command, request.params)
        return { status: 200, body: await fileOf(tx, request.params.enterpriseId) }
      }),
  )

  app.post(
    `${FILE}/notes`,
    {
      schema: {
        operationId: 'writeCultivationNote',
        tags,
        summary: 'Note something about an enterprise; it never sees it',
        params: CultivationParams,
        body: WriteNote,
        response: { 201: CultivationFile, ...problemResponses },
      },
      config: WRITE,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await writeNote(tx, command, { ...request.params, ...request.body, by: actorOf(request).userId })
        return { status: 201, body: await fileOf(tx, request.params.enterpriseId) }
      }),
  )

  app.post(
    `${FILE}/visits`,
    {
      schema: {
        operationId: 'recordCultivationVisit',
        tags,
        summary: 'Record a visit and what was promised on it',
        params: CultivationParams,
        body: RecordVisit,
        response: { 201: CultivationFile, ...problemResponses },
      },
      config: WRITE,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await recordVisit(tx, command, { ...request.params, ...request.body, by: actorOf(request).userId })
        return { status: 201, body: await fileOf(tx, request.params.enterpriseId) }
      }),
  )

  app.post(
    `${FILE}/visits/:id/done`,
    {
      schema: {
        operationId: 'finishFollowUp',
        tags,
        summary: 'Say how what was promised on a visit came out',
        params: VisitParams,
        body: FinishFollowUp,
        response: { 200: CultivationFile, ...problemResponses },
      },
      config: WRITE,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await completeFollowUp(tx, command, { ...request.params, ...request.body })
        return { status: 200, body: await fileOf(tx, request.params.enterpriseId) }
      }),
  )

  app.post(
    `${FILE}/recognitions`,
    {
      schema: {
        operationId: 'recogniseStep',
        tags,
        summary: 'Record that an enterprise is recognised for a step',
        params: CultivationParams,
        body: Recognise,
        response: { 201: CultivationFile, ...problemResponses },
      },
      config: WRITE,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await recogniseStep(tx, command, { ...request.params, ...request.body, by: actorOf(request).userId })
        return { status: 201, body: await fileOf(tx, request.params.enterpriseId) }
      }),
  )

  app.post(
    `${FILE}/recognitions/:id/end`,
    {
      schema: {
        operationId: 'endRecognition',
        tags,
        summary: 'End a recognition before its time',
        params: RecognitionParams,
        body: EndRecognition,
        response: { 200: CultivationFile, ...problemResponses },
      },
      config: WRITE,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await withdrawRecognition(tx, command, { ...request.params, ...request.body })
        return { status: 200, body: await fileOf(tx, request.params.enterpriseId) }
      }),
  )
}
