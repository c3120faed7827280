import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  AppealNoShow,
  DecideAppeal,
  ListNoShows,
  MyStanding,
  NoShow,
  NoShowList,
  NoShowParams,
  NoShowPolicy,
  NoShowPolicyEntry,
} from '../../contract/no-shows.ts'
import { Reservation, ReservationParams } from '../../contract/reservations.ts'
import type { BookingDeps } from '../needs.ts'
import { appeal, decide } from '../no-shows/appeal.ts'
import { editPolicy, readPolicy } from '../no-shows/edit-policy.ts'
import { markNoShow } from '../no-shows/mark-no-show.ts'
import { presentNoShow } from '../no-shows/present-no-show.ts'
import { presentReservation } from '../present.ts'
import { listNoShows, listOwnNoShows, listPoints } from '../sql/no-shows.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])
const SHOWN = 100

/** Missed bookings: who records them, what they mean, and the appeal against them. */
export async function noShowRoutes(scope: FastifyInstance, deps: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const { db } = deps

  const readerOf = (request: FastifyRequest) => {
    const actor = actorOf(request)
    const mayDecide = actor.roles.some((role) =>
      ['provider:owner', 'provider:lab_manager', 'operator:operator', 'operator:administrator'].includes(role),
    )
    return { personId: actor.userId, organisationId: actor.organisationId, isOperator: actor.organisationKind === 'operator', mayDecide }
  }

  app.post(
    '/reservations/:id/no-show',
    {
      schema: {
        operationId: 'markNoShow',
        tags: ['booking'],
        summary: 'Record that nobody came for a booking on an own resource (If-Match)',
        params: ReservationParams,
        response: { 200: Reservation, ...problemResponses },
      },
      config: { access: 'booking.no_show.record' },
    },
    async (request, reply) => {
      const organisationId = organisationOf(request)
      const seen = { id: request.params.id, organisationId, version: expectedVersion(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await markNoShow(tx, command, deps.needs, seen)
        return {
          status: 200,
          body: presentReservation(row, { organisationId, now: command.now }),
          headers: { etag: versionTag(row.version) },
        }
      })
    },
  )

  app.get(
    '/standing',
    {
      schema: {
        operationId: 'getMyStanding',
        tags: ['booking'],
        summary: 'Own no-show points at each provider, with the bookings that they come from',
        response: { 200: MyStanding, ...problemResponses },
      },
      config: { access: 'booking.standing.read' },
    },
    async (request) => {
      const now = request.server.now()
      const reader = readerOf(request)
      const points = await listPoints(db, reader.personId, now)
      const rows = await listOwnNoShows(db, reader.personId, SHOWN)
      return {
        providers: points.map((row) => ({
          providerId: row.provider_id,
          providerName: row.provider_name,
          points: row.points,
          threshold: row.threshold,
          isRestricted: row.points >= row.threshold,
          clearsAt: row.clears_at?.toISOString() ?? null,
          expiresAfterDays: row.expires_after_days,
        })),
        items: rows.map((row) => presentNoShow(row, reader, now)),
      }
    },
  )

  app.get(
    '/no-shows',
    {
      schema: {
        operationId: 'listNoShows',
        tags: ['booking'],
        summary: 'Missed bookings on the own resources, or undecided appeals; an operator sees those of all providers',
        querystring: ListNoShows,
        response: { 200: NoShowList, ...problemResponses },
      },
      config: { access: 'booking.no_show.list' },
    },
    async (request) => {
      const { show, cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const reader = readerOf(request)
      const isUndecided = show === 'appeals'
      const rows = await listNoShows(db, {
        providerId: reader.isOperator ? undefined : organisationOf(request),
        isUndecided,
        after: after && { at: new Date(after[0]), id: after[1] },
        limit,
      })
      const now = request.server.now()
      return toPage(
        rows,
        limit,
        (row) => presentNoShow(row, reader, now),
        (row) => [((isUndecided ? row.appealed_at : null) ?? row.recorded_at).toISOString(), row.id],
      )
    },
  )

  app.post(
    '/no-shows/:id/appeal',
    {
      schema: {
        operationId: 'appealNoShow',
        tags: ['booking'],
        summary: 'Appeal against own no-show points (If-Match)',
        params: NoShowParams,
        body: AppealNoShow,
        response: { 200: NoShow, ...problemResponses },
      },
      config: { access: 'booking.standing.read' },
    },
    async (request, reply) => {
      const reader = readerOf(request)
      const wish = { id: request.params.id, version: expectedVersion(request), words: request.body.words, reader }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await appeal(tx, command, deps, wish)
        return { status: 200, body: presentNoShow(row, reader, command.now), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.post(
    '/no-shows/:id/decide',
    {
      schema: {
        operationId: 'decideAppeal',
        tags: ['booking'],
        summary: 'Decide an appeal as somebody other than who recorded the no-show (If-Match)',
        params: NoShowParams,
        body: DecideAppeal,
        response: { 200: NoShow, ...problemResponses },
      },
      config: { access: 'booking.no_show.decide' },
    },
    async (request, reply) => {
      const reader = readerOf(request)
      const wish = { id: request.params.id, version: expectedVersion(request), ...request.body, reader }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await decide(tx, command, deps, wish)
        return { status: 200, body: presentNoShow(row, reader, command.now), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.get(
    '/no-show-policy',
    {
      schema: {
        operationId: 'getNoShowPolicy',
        tags: ['booking'],
        summary: 'What the own organisation asks of people who do not come',
        response: { 200: NoShowPolicy, ...problemResponses },
      },
      config: { access: 'booking.request.list' },
    },
    async (request, reply) => {
      const policy = await readPolicy(db, organisationOf(request))
      setVersion(reply, policy.version)
      return policy
    },
  )

  app.put(
    '/no-show-policy',
    {
      schema: {
        operationId: 'editNoShowPolicy',
        tags: ['booking'],
        summary: 'Set points, threshold and expiry for no-shows (If-Match, "0" while the defaults hold)',
        body: NoShowPolicyEntry,
        response: { 200: NoShowPolicy, ...problemResponses },
      },
      config: { access: 'booking.calendar.edit' },
    },
    async (request, reply) => {
      const edit = {
        providerId: organisationOf(request),
        userId: actorOf(request).userId,
        version: expectedVersion(request),
        policy: request.body,
      }
      return runCommand(db, request, reply, async (tx, command) => {
        const policy = await editPolicy(tx, command, edit)
        return { status: 200, body: policy, headers: { etag: versionTag(policy.version) } }
      })
    },
  )
}
