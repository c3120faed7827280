import { formatFen } from '@jiju/kernel/money'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ResourceParams } from '../../contract/calendars.ts'
import { EditTariff, ListPriceLists, PriceSummaryList, Tariff, TariffList, TariffParams } from '../../contract/tariffs.ts'
import type { BookingDeps } from '../needs.ts'
import { discardDraft, draftTariff, editTariff, publishTariff, takeBackTariff } from '../prices/change-tariff.ts'
import { inForceOn, presentTariff } from '../prices/stored-tariff.ts'
import { getVisibleFacts } from '../see-resource.ts'
import { listPriceSummaries } from '../sql/price-summaries.ts'
import { listTariffs, type TariffRow } from '../sql/tariffs.ts'

const Cursor = z.tuple([z.string(), z.uuid()])

/** Price rules of a resource: read by everybody, drafted, published and taken back by its provider. */
export async function tariffRoutes(scope: FastifyInstance, { db }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const editorOf = (request: FastifyRequest) => ({ organisationId: organisationOf(request), userId: actorOf(request).userId })
  const targetOf = (request: FastifyRequest & { params: { id: string } }) => ({
    ...editorOf(request),
    id: request.params.id,
    version: expectedVersion(request),
  })
  const answer = (status: number, row: TariffRow) => ({
    status,
    body: presentTariff(row, undefined),
    headers: { etag: versionTag(row.version) },
  })

  app.get(
    '/price-lists',
    {
      schema: {
        operationId: 'listPriceSummaries',
        tags: ['booking'],
        summary: 'What the own bookable resources cost today, and which have price rules',
        querystring: ListPriceLists,
        response: { 200: PriceSummaryList, ...problemResponses },
      },
      config: { access: 'booking.price_list.read' },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listPriceSummaries(db, organisationOf(request), { now: request.server.now(), after, limit: limit + 1 })
      return toPage(
        rows,
        limit,
        (row) => ({
          resourceId: row.resource_id,
          name: row.name,
          nameEn: row.name_en,
          model: row.model,
          prices: row.prices.map(({ customer_class, unit, price_fen }) => ({
            customerClass: customer_class,
            unit,
            price: formatFen(BigInt(price_fen)),
          })),
          inForceFrom: row.in_force_from,
          nextFrom: row.next_from,
          drafts: row.drafts,
        }),
        (row) => [row.name, row.resource_id],
      )
    },
  )

  app.get(
    '/resources/:resourceId/tariffs',
    {
      schema: {
        operationId: 'listTariffs',
        tags: ['booking'],
        summary: 'Price rules of a resource with the prices that they lie over',
        params: ResourceParams,
        response: { 200: TariffList, ...problemResponses },
      },
      config: { access: 'booking.tariff.read' },
    },
    async (request) => {
      const facts = await getVisibleFacts(db, request.params.resourceId, request.actor)
      const rows = await listTariffs(db, facts.resourceId, { isProvider: request.actor?.organisationId === facts.providerId })
      const today = localDayOf(request.server.now(), facts.site.zone)
      const inForceId = inForceOn(rows, today)?.id
      return {
        resourceId: facts.resourceId,
        zone: facts.site.zone,
        today,
        billingStepMinutes: facts.rules.billingStepMinutes,
        operatorHourPrice: facts.rules.operatorHourFen === null ? null : formatFen(facts.rules.operatorHourFen),
        rates: facts.rates.map(({ customerClass, unit, priceFen, validFrom, validTo }) => ({
          customerClass,
          unit,
          price: formatFen(priceFen),
          validFrom,
          validTo,
        })),
        items: rows.map((row) => presentTariff(row, inForceId)),
      }
    },
  )

  app.post(
    '/resources/:resourceId/tariffs',
    {
      schema: {
        operationId: 'draftTariff',
        tags: ['booking'],
        summary: 'Draft price rules for an own resource (Idempotency-Key)',
        params: ResourceParams,
        body: EditTariff,
        response: { 201: Tariff, ...problemResponses },
      },
      config: { access: 'booking.tariff.edit' },
    },
    async (request, reply) => {
      const draft = { ...editorOf(request), resourceId: request.params.resourceId, edit: request.body }
      return runCommand(db, request, reply, async (tx, command) => answer(201, await draftTariff(tx, command, draft)))
    },
  )

  app.put(
    '/tariffs/:id',
    {
      schema: {
        operationId: 'editTariff',
        tags: ['booking'],
        summary: 'Change a draft (If-Match)',
        params: TariffParams,
        body: EditTariff,
        response: { 200: Tariff, ...problemResponses },
      },
      config: { access: 'booking.tariff.edit' },
    },
    async (request, reply) => {
      const change = { ...targetOf(request), edit: request.body }
      return runCommand(db, request, reply, async (tx, command) => answer(200, await editTariff(tx, command, change)))
    },
  )

  app.delete(
    '/tariffs/:id',
    {
      schema: {
        operationId: 'discardTariff',
        tags: ['booking'],
        summary: 'Discard a draft (If-Match)',
        params: TariffParams,
        response: { 204: z.null(), ...problemResponses },
      },
      config: { access: 'booking.tariff.edit' },
    },
    async (request, reply) => {
      const change = targetOf(request)
      return runCommand(db, request, reply, async (tx, command) => {
        await discardDraft(tx, command, change)
        return { status: 204, body: null }
      })
    },
  )

  app.post(
    '/tariffs/:id/publication',
    {
      schema: {
        operationId: 'publishTariff',
        tags: ['booking'],
        summary: 'Publish a draft (If-Match): it prices bookings from its first day on and never changes again',
        params: TariffParams,
        response: { 200: Tariff, ...problemResponses },
      },
      config: { access: 'booking.tariff.edit' },
    },
    async (request, reply) => {
      const change = targetOf(request)
      return runCommand(db, request, reply, async (tx, command) => answer(200, await publishTariff(tx, command, change)))
    },
  )

  app.post(
    '/tariffs/:id/withdrawal',
    {
      schema: {
        operationId: 'withdrawTariff',
        tags: ['booking'],
        summary: 'Take back a published tariff before its first day (If-Match)',
        params: TariffParams,
        response: { 200: Tariff, ...problemResponses },
      },
      config: { access: 'booking.tariff.edit' },
    },
    async (request, reply) => {
      const change = targetOf(request)
      return runCommand(db, request, reply, async (tx, command) => answer(200, await takeBackTariff(tx, command, change)))
    },
  )
}
