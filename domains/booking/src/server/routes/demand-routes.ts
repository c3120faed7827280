import { Refusal } from '@jiju/kernel/problem'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, VERSION_STALE, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { EditWaitingPolicy, WaitingDemand, WaitingPolicy } from '../../contract/waiting.ts'
import type { BookingDeps } from '../needs.ts'
import { type DemandRow, findWaitingPolicy, listDemand, replaceWaitingPolicy } from '../sql/waiting.ts'
import { presentWindow } from '../waiting/present-wish.ts'

const MAX_SHOWN = 50
const MAX_ROWS = 2_000

/** The waiting list, for the provider: how much is wanted, and in which order it is offered. */
export async function demandRoutes(scope: FastifyInstance, { db }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/waiting-demand',
    {
      schema: {
        operationId: 'listWaitingDemand',
        tags: ['booking'],
        summary: 'What people wait for on the own resources, without names',
        response: { 200: WaitingDemand, ...problemResponses },
      },
      config: { access: 'booking.waiting_demand.list' },
    },
    async (request) => {
      const byResource = new Map<string, DemandRow[]>()
      for (const row of await listDemand(db, organisationOf(request), MAX_ROWS))
        byResource.set(row.resource_id, [...(byResource.get(row.resource_id) ?? []), row])
      const items = [...byResource.values()].map((rows) => presentDemand(rows))
      return { items: items.sort((a, b) => b.hours - a.hours) }
    },
  )

  app.get(
    '/waiting-policy',
    {
      schema: {
        operationId: 'getWaitingPolicy',
        tags: ['booking'],
        summary: 'How the own resources offer what frees',
        response: { 200: WaitingPolicy, ...problemResponses },
      },
      config: { access: 'booking.waiting_demand.list' },
    },
    async (request, reply) => {
      const { answerMinutes, classOrder, version } = await findWaitingPolicy(db, organisationOf(request))
      setVersion(reply, version)
      return { answerMinutes, classOrder: [...classOrder], version }
    },
  )

  app.put(
    '/waiting-policy',
    {
      schema: {
        operationId: 'editWaitingPolicy',
        tags: ['booking'],
        summary: 'Set who is asked first and for how long a slot is kept (If-Match, "0" the first time)',
        body: EditWaitingPolicy,
        response: { 200: WaitingPolicy, ...problemResponses },
      },
      config: { access: 'booking.calendar.edit' },
    },
    async (request, reply) => {
      const providerId = organisationOf(request)
      const { userId } = actorOf(request)
      const { body } = request
      const version = expectedVersion(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const policy = { ...body, classOrder: [...new Set(body.classOrder)] }
        if (!(await replaceWaitingPolicy(tx, { providerId, version }, policy, { userId, now: command.now })))
          throw new Refusal(VERSION_STALE)
        await command.audit({ action: 'booking.waiting_policy.edit', subjectType: 'organisation', subjectId: providerId, detail: policy })
        const set = await findWaitingPolicy(tx, providerId)
        return {
          status: 200,
          body: { answerMinutes: set.answerMinutes, classOrder: [...set.classOrder], version: set.version },
          headers: { etag: versionTag(set.version) },
        }
      })
    },
  )
}

function presentDemand(rows: readonly DemandRow[]): WaitingDemand['items'][number] {
  const [first] = rows
  return {
    resourceId: first?.resource_id ?? '',
    resourceName: first?.resource_name ?? '',
    resourceNameEn: first?.resource_name_en ?? null,
    wishes: rows.length,
    hours: Math.round(rows.reduce((sum, { minutes }) => sum + minutes, 0) / 6) / 10,
    wanted: rows.slice(0, MAX_SHOWN).map((row) => ({
      ...presentWindow(row),
      weekdays: [...row.weekdays],
      customerClass: row.customer_class,
      isOffered: row.state === 'offered',
      choices: row.choices,
      since: row.created_at.toISOString(),
    })),
  }
}
