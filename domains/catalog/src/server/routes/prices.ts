import { organisationOf } from '@jiju/platform/http/actor'
import { type Command, runCommand } from '@jiju/platform/http/command'
import { expectedVersion, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { IdParams } from '../../contract/common.ts'
import { EndPrice, PriceInput, PriceList, PriceRow as PriceWire } from '../../contract/prices.ts'
import { type CatalogDeps, dayOf, editorOf } from '../deps.ts'
import { addPrice, changePrice, endPrice, removePrice } from '../edit-prices.ts'
import { presentPriceRow } from '../present/resources.ts'
import { listPrices, type PriceRow } from '../sql/prices.ts'
import { getOwnResource } from '../who.ts'

const tags = ['catalog']

/** The price table of the own resources: past, present and to come. */
export async function priceRoutes(app: FastifyInstance, { db }: CatalogDeps): Promise<void> {
  const scope = app.withTypeProvider<ZodTypeProvider>()

  const record = async (command: Command, action: string, row: PriceRow) => {
    await command.audit({ action, subjectType: 'price', subjectId: row.id, detail: { resourceId: row.resource_id } })
    await command.publish('catalog.prices_changed', { resourceId: row.resource_id })
  }

  const answer = async (command: Command, action: string, row: PriceRow, status = 200) => {
    await record(command, action, row)
    return { status, body: presentPriceRow(row), headers: { etag: versionTag(row.version) } }
  }

  scope.get(
    '/own/resources/:id/prices',
    {
      schema: {
        operationId: 'listPrices',
        tags,
        summary: 'All prices of a resource by class, unit and day',
        params: IdParams,
        response: { 200: PriceList, ...problemResponses },
      },
      config: { access: 'catalog.resource.list_own' },
    },
    async (request) => {
      const { id } = await getOwnResource(db, request.params.id, organisationOf(request))
      return { items: (await listPrices(db, id)).map(presentPriceRow) }
    },
  )

  scope.post(
    '/own/resources/:id/prices',
    {
      schema: {
        operationId: 'addPrice',
        tags,
        summary: 'Add a price for some days, or from a day on',
        params: IdParams,
        body: PriceInput,
        response: { 201: PriceWire, ...problemResponses },
      },
      config: { access: 'catalog.price.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) =>
        answer(command, 'catalog.price.add', await addPrice(tx, editorOf(request), request.params.id, request.body, command.now), 201),
      ),
  )

  scope.put(
    '/prices/:id',
    {
      schema: {
        operationId: 'changePrice',
        tags,
        summary: 'Change a price that is not in force yet',
        params: IdParams,
        body: PriceInput,
        response: { 200: PriceWire, ...problemResponses },
      },
      config: { access: 'catalog.price.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const change = { id: request.params.id, expectedVersion: expectedVersion(request), input: request.body, today: dayOf(command.now) }
        return answer(command, 'catalog.price.change', await changePrice(tx, editorOf(request), change))
      }),
  )

  scope.post(
    '/prices/:id/end',
    {
      schema: {
        operationId: 'endPrice',
        tags,
        summary: 'Set the last day of a price',
        params: IdParams,
        body: EndPrice,
        response: { 200: PriceWire, ...problemResponses },
      },
      config: { access: 'catalog.price.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { validTo } = request.body
        const change = { id: request.params.id, expectedVersion: expectedVersion(request), validTo, today: dayOf(command.now) }
        return answer(command, 'catalog.price.end', await endPrice(tx, editorOf(request), change))
      }),
  )

  scope.delete(
    '/prices/:id',
    {
      schema: {
        operationId: 'removePrice',
        tags,
        summary: 'Remove a price that never was in force',
        params: IdParams,
        response: { 204: z.null().describe('removed'), ...problemResponses },
      },
      config: { access: 'catalog.price.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const change = { id: request.params.id, expectedVersion: expectedVersion(request), today: dayOf(command.now) }
        await record(command, 'catalog.price.remove', await removePrice(tx, editorOf(request), change))
        return { status: 204, body: null }
      }),
  )
}
