import { Refusal } from '@jiju/kernel/problem'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { DowntimeOverview, DowntimeQuery } from '../../contract/faults.ts'
import {
  AffectedList,
  ChangeOutage,
  DeclaredOutages,
  DeclareOutage,
  EquivalentsList,
  ListOutages,
  Outage,
  OutageList,
  OutageParams,
  OutagePreview,
  PreviewOutage,
  ProposalsSent,
  SendProposals,
} from '../../contract/outages.ts'
import type { BookingDeps } from '../needs.ts'
import { changeOutage, endOutage, OUTAGE_MISSING } from '../outages/change-outage.ts'
import { declareOutage } from '../outages/declare-outage.ts'
import { readDowntime } from '../outages/operating-state.ts'
import { presentAffected, presentEquivalent, presentOutage } from '../outages/present-outage.ts'
import { previewOutage } from '../outages/preview-outage.ts'
import { sendProposals, suggestEquivalents } from '../outages/send-proposals.ts'
import { listDisplacements } from '../sql/outages/displacements.ts'
import { findOutage, listOutages, type OutageRow } from '../sql/outages/outages.ts'

const tags = ['booking']
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** A provider's outages: preview, declare, change, end, and what is done for the bookings that they hit. */
export async function outageRoutes(scope: FastifyInstance, { db }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const by = (request: FastifyRequest) => ({ providerId: organisationOf(request), userId: actorOf(request).userId })

  async function getOutage(id: string, request: FastifyRequest): Promise<OutageRow> {
    const row = await findOutage(db, id, organisationOf(request))
    if (!row) throw new Refusal(OUTAGE_MISSING)
    return row
  }

  app.post(
    '/outages/preview',
    {
      schema: {
        operationId: 'previewOutage',
        tags,
        summary: 'The bookings that an outage would hit if it were declared now; keeps nothing',
        body: PreviewOutage,
        response: { 200: OutagePreview, ...problemResponses },
      },
      config: { access: 'booking.outage.declare' },
    },
    async (request) => previewOutage(db, request.body, organisationOf(request), request.server.now()),
  )

  app.post(
    '/outages',
    {
      schema: {
        operationId: 'declareOutage',
        tags,
        summary: 'Declare an outage of own resources, once or recurring; bookings in it are displaced (Idempotency-Key)',
        body: DeclareOutage,
        response: { 201: DeclaredOutages, ...problemResponses },
      },
      config: { access: 'booking.outage.declare' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const rows = await declareOutage(tx, command, request.body, by(request))
        return { status: 201, body: { items: rows.map((row) => presentOutage(row, command.now)) } }
      }),
  )

  app.get(
    '/outages',
    {
      schema: {
        operationId: 'listOutages',
        tags,
        summary: 'Own outages: running, planned or past',
        querystring: ListOutages,
        response: { 200: OutageList, ...problemResponses },
      },
      config: { access: 'booking.outage.list' },
    },
    async (request) => {
      const { when, resourceId, cursor, limit } = request.query
      const now = request.server.now()
      const after = decodeCursor(cursor, Cursor)
      const filter = { providerId: organisationOf(request), when, resourceId, limit, now }
      const rows = await listOutages(db, { ...filter, after: after && { start: new Date(after[0]), id: after[1] } })
      return toPage(
        rows,
        limit,
        (row) => presentOutage(row, now),
        (row) => [row.start.toISOString(), row.id],
      )
    },
  )

  app.get(
    '/outages/downtime',
    {
      schema: {
        operationId: 'getDowntime',
        tags,
        summary: 'How long instruments could not be used, over all providers',
        querystring: DowntimeQuery,
        response: { 200: DowntimeOverview, ...problemResponses },
      },
      config: { access: 'booking.downtime.read' },
    },
    async (request) => readDowntime(db, request.query.days, request.server.now()),
  )

  app.get(
    '/outages/:id',
    {
      schema: {
        operationId: 'getOutage',
        tags,
        summary: 'One own outage',
        params: OutageParams,
        response: { 200: Outage, ...problemResponses },
      },
      config: { access: 'booking.outage.list' },
    },
    async (request, reply) => {
      const row = await getOutage(request.params.id, request)
      setVersion(reply, row.version)
      return presentOutage(row, request.server.now())
    },
  )

  app.get(
    '/outages/:id/affected',
    {
      schema: {
        operationId: 'listAffectedBookings',
        tags,
        summary: 'The bookings that an own outage hit, and what became of each',
        params: OutageParams,
        response: { 200: AffectedList, ...problemResponses },
      },
      config: { access: 'booking.outage.list' },
    },
    async (request) => {
      const row = await getOutage(request.params.id, request)
      return { items: (await listDisplacements(db, row.id)).map(presentAffected) }
    },
  )

  app.get(
    '/outages/:id/equivalents',
    {
      schema: {
        operationId: 'listEquivalents',
        tags,
        summary: 'For each booking without an answer the slots that would be proposed now',
        params: OutageParams,
        response: { 200: EquivalentsList, ...problemResponses },
      },
      config: { access: 'booking.outage.list' },
    },
    async (request) => {
      const row = await getOutage(request.params.id, request)
      const suggestions = await suggestEquivalents(db, row.id, { now: request.server.now() })
      return {
        items: suggestions.map(({ displacement, equivalents }) => ({
          displacementId: displacement.id,
          equivalents: equivalents.map((one) => presentEquivalent(one, displacement)),
        })),
        sameOrLowerPrice: suggestions.filter(({ displacement, equivalents }) =>
          equivalents.some((one) => one.priceFen <= displacement.price_fen),
        ).length,
      }
    },
  )

  app.post(
    '/outages/:id/proposals',
    {
      schema: {
        operationId: 'sendProposals',
        tags,
        summary: 'Propose other slots to everybody who has not answered, in one act',
        params: OutageParams,
        body: SendProposals,
        response: { 200: ProposalsSent, ...problemResponses },
      },
      config: { access: 'booking.outage.declare' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const target = { id: request.params.id, providerId: organisationOf(request) }
        return { status: 200, body: await sendProposals(tx, command, target, request.body) }
      }),
  )

  app.post(
    '/outages/:id/change',
    {
      schema: {
        operationId: 'changeOutage',
        tags,
        summary: 'Give an outage another expected end (If-Match)',
        params: OutageParams,
        body: ChangeOutage,
        response: { 200: Outage, ...problemResponses },
      },
      config: { access: 'booking.outage.declare' },
    },
    async (request, reply) => {
      const target = { id: request.params.id, version: expectedVersion(request), ...by(request) }
      const to = { end: new Date(request.body.end), reason: request.body.reason }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await changeOutage(tx, command, target, to)
        return { status: 200, body: presentOutage(row, command.now), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.post(
    '/outages/:id/end',
    {
      schema: {
        operationId: 'endOutage',
        tags,
        summary: 'End an outage now, or call it off before it begins; bookings get back the time that is left (If-Match)',
        params: OutageParams,
        response: { 200: Outage, ...problemResponses },
      },
      config: { access: 'booking.outage.declare' },
    },
    async (request, reply) => {
      const target = { id: request.params.id, version: expectedVersion(request), ...by(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await endOutage(tx, command, target)
        return { status: 200, body: presentOutage(row, command.now), headers: { etag: versionTag(row.version) } }
      })
    },
  )
}
