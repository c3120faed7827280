import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import {
  Calendar,
  CalendarQuery,
  EditCalendar,
  FreeSlots,
  FreeSlotsQuery,
  ResourceCalendar,
  ResourceFacts,
  ResourceParams,
} from '../../contract/calendars.ts'
import { Timeline, TimelineQuery } from '../../contract/timeline.ts'
import { editCalendar } from '../edit-calendar.ts'
import { findAlternatives } from '../find-alternatives.ts'
import type { BookingDeps } from '../needs.ts'
import { presentCalendar } from '../present.ts'
import { readCalendar } from '../read-calendar.ts'
import { readFigures } from '../read-figures.ts'
import { readTimeline } from '../read-timeline.ts'
import { getVisibleFacts } from '../see-resource.ts'

/** Rules, free time and figures of resources: what a page shows before anybody books. */
export async function calendarRoutes(scope: FastifyInstance, { db }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/calendars/:resourceId',
    {
      schema: {
        operationId: 'getCalendar',
        tags: ['booking'],
        summary: 'Booking rules of a resource',
        params: ResourceParams,
        response: { 200: Calendar, ...problemResponses },
      },
      config: { access: 'booking.calendar.read' },
    },
    async (request, reply) => {
      const facts = await getVisibleFacts(db, request.params.resourceId, request.actor)
      setVersion(reply, facts.version)
      return presentCalendar(facts)
    },
  )

  app.put(
    '/calendars/:resourceId',
    {
      schema: {
        operationId: 'editCalendar',
        tags: ['booking'],
        summary: 'Change the booking rules of an own resource (If-Match)',
        params: ResourceParams,
        body: EditCalendar,
        response: { 200: Calendar, ...problemResponses },
      },
      config: { access: 'booking.calendar.edit' },
    },
    async (request, reply) => {
      const edit = {
        resourceId: request.params.resourceId,
        organisationId: organisationOf(request),
        userId: actorOf(request).userId,
        version: expectedVersion(request),
        rules: request.body,
      }
      return runCommand(db, request, reply, async (tx, command) => {
        const facts = await editCalendar(tx, command, edit)
        return { status: 200, body: presentCalendar(facts), headers: { etag: versionTag(facts.version) } }
      })
    },
  )

  app.get(
    '/resources/:resourceId/calendar',
    {
      schema: {
        operationId: 'getResourceCalendar',
        tags: ['booking'],
        summary: 'Open, free and taken time of a resource for some days',
        params: ResourceParams,
        querystring: CalendarQuery,
        response: { 200: ResourceCalendar, ...problemResponses },
      },
      config: { access: 'booking.slot.list' },
    },
    async (request) => {
      const facts = await getVisibleFacts(db, request.params.resourceId, request.actor)
      const reader = { organisationId: request.actor?.organisationId ?? null, now: request.server.now() }
      return readCalendar(db, facts, { from: request.query.from, days: request.query.days }, reader)
    },
  )

  app.get(
    '/resources/:resourceId/free-slots',
    {
      schema: {
        operationId: 'listFreeSlots',
        tags: ['booking'],
        summary: 'Free slots of a resource nearest to an instant',
        params: ResourceParams,
        querystring: FreeSlotsQuery,
        response: { 200: FreeSlots, ...problemResponses },
      },
      config: { access: 'booking.slot.list' },
    },
    async (request) => {
      const { near, minutes, limit } = request.query
      const facts = await getVisibleFacts(db, request.params.resourceId, request.actor)
      const now = request.server.now()
      return {
        items: await findAlternatives(db, facts, {
          near: near ? new Date(near) : now,
          minutes: minutes ?? facts.rules.minMinutes,
          limit,
          now,
        }),
      }
    },
  )

  app.get(
    '/resources/:resourceId/facts',
    {
      schema: {
        operationId: 'getResourceFacts',
        tags: ['booking'],
        summary: 'Hours booked in the last year and recent utilisation of a resource',
        params: ResourceParams,
        response: { 200: ResourceFacts, ...problemResponses },
      },
      config: { access: 'booking.facts.read' },
    },
    async (request) => readFigures(db, await getVisibleFacts(db, request.params.resourceId, request.actor), request.server.now()),
  )

  app.get(
    '/timeline',
    {
      schema: {
        operationId: 'getTimeline',
        tags: ['booking'],
        summary: 'All reservations on the own resources of a provider in a window',
        querystring: TimelineQuery,
        response: { 200: Timeline, ...problemResponses },
      },
      config: { access: 'booking.timeline.read' },
      // Thousands of rows that presentBar names field by field: checking each again takes longer than reading them.
      serializerCompiler: () => (timeline) => JSON.stringify(timeline),
    },
    async (request) => readTimeline(db, organisationOf(request), request.query, request.server.now()),
  )
}
