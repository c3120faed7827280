import { localDayOf } from '@jiju/kernel/zoned-time'
import { actorOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  ListNegativeEvents,
  NegativeEventKindList,
  NegativeEventList,
  RecordNegativeEvent,
  RepairNegativeEvent,
} from '../../contract/fact-events.ts'
import { FactParams, GiveReason, RecordedFactId } from '../../contract/facts.ts'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import { recordEvent, repairEvent, withdrawEvent } from '../facts/negative-events.ts'
import { presentEventKind, presentNamedEvent } from '../facts/present-facts.ts'
import { getEnterprise } from '../facts/read-enterprise.ts'
import type { ScoringDeps } from '../needs.ts'
import { listEventKinds, listEvents } from '../sql/events.ts'

const tags = ['scoring']
const read = { access: 'scoring.fact.read' }
const write = { access: 'scoring.fact.write' }
const ByDay = z.tuple([z.iso.date(), z.uuid()])

/** What counts against enterprises: recorded, repaired, taken back. */
export async function factEventRoutes(scope: FastifyInstance, { db, needs }: ScoringDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const today = () => localDayOf(needs.now(), SCORING_ZONE)

  app.post(
    '/enterprises/:id/events',
    {
      schema: {
        operationId: 'recordNegativeEvent',
        tags,
        summary: 'Record what counts against an enterprise',
        params: FactParams,
        body: RecordNegativeEvent,
        response: { 201: RecordedFactId, ...problemResponses },
      },
      config: write,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { id: enterpriseId } = await getEnterprise(tx, request.params.id)
        return { status: 201, body: { id: await recordEvent(tx, command, { ...request.body, enterpriseId }, actorOf(request).userId) } }
      }),
  )

  app.get(
    '/event-kinds',
    {
      schema: {
        operationId: 'listNegativeEventKinds',
        tags,
        summary: 'What negative events can be by the published models, when they expire, and how many there are',
        response: { 200: NegativeEventKindList, ...problemResponses },
      },
      config: read,
    },
    async () => ({ items: (await listEventKinds(db, today())).map(presentEventKind) }),
  )

  app.get(
    '/events',
    {
      schema: {
        operationId: 'listNegativeEvents',
        tags,
        summary: 'Negative events of the district, the latest first',
        querystring: ListNegativeEvents,
        response: { 200: NegativeEventList, ...problemResponses },
      },
      config: read,
    },
    async (request) => {
      const { cursor, limit, code, state, expired, words } = request.query
      const at = decodeCursor(cursor, ByDay)
      const after = at && { occurredOn: at[0], id: at[1] }
      const isExpired = expired === undefined ? undefined : expired === 'yes'
      const rows = await listEvents(db, { code, state, isExpired, words, today: today(), after, limit })
      return toPage(rows, limit, presentNamedEvent, (row) => [row.occurred_on, row.id])
    },
  )

  app.post(
    '/events/:id/repair',
    {
      schema: {
        operationId: 'repairNegativeEvent',
        tags,
        summary: 'Say on which day an event was repaired',
        params: FactParams,
        body: RepairNegativeEvent,
        response: { 200: RecordedFactId, ...problemResponses },
      },
      config: write,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const repair = { ...request.body, personId: actorOf(request).userId }
        return { status: 200, body: { id: await repairEvent(tx, command, request.params.id, repair) } }
      }),
  )

  app.post(
    '/events/:id/end',
    {
      schema: {
        operationId: 'endNegativeEvent',
        tags,
        summary: 'Take an event back with a reason',
        params: FactParams,
        body: GiveReason,
        response: { 204: z.null(), ...problemResponses },
      },
      config: write,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await withdrawEvent(tx, command, request.params.id, request.body.reason)
        return { status: 204, body: null }
      }),
  )
}
