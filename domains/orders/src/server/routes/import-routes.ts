import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { cleanName } from '@jiju/platform/files/upload'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  ApplyOrderImport,
  ImportedOrderList,
  ListImportedOrders,
  ListOrderImports,
  OrderImport,
  OrderImportList,
  OrderImportParams,
} from '../../contract/imports.ts'
import { MAX_IMPORT_ROWS } from '../../core/imports/read-orders.ts'
import { applyImport, checkImport, IMPORT_MISSING } from '../imports/import-orders.ts'
import { presentImport, presentImported, presentImportSummary } from '../imports/present-import.ts'
import type { OrdersDeps, OrdersTables } from '../needs.ts'
import { readRows } from '../read-rows.ts'
import { findImport, listImported, listImports } from '../sql/imports.ts'
import { partyOf } from './order-routes.ts'

const tags = ['orders']
const MAX_FILE_BYTES = 5 * 1_048_576
const ImportCursor = z.tuple([z.iso.datetime(), z.uuid()])
const OrderCursor = z.tuple([z.iso.date(), z.uuid()])

/** Orders from before the platform: imported by their provider, and looked up by both sides. */
export async function importRoutes(scope: FastifyInstance, { db }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  async function getOwn(on: Db<OrdersTables>, id: string, providerId: string) {
    const row = await findImport(on, id)
    if (row?.provider_id !== providerId) throw new Refusal(IMPORT_MISSING)
    return row
  }

  app.post(
    '/order-imports',
    {
      schema: {
        operationId: 'checkOrderImport',
        tags,
        summary:
          'Read a file of earlier orders (multipart, CSV or xlsx of at most 5 MB): what would be taken over, and every fault with row and column',
        consumes: ['multipart/form-data'],
        response: { 201: OrderImport, ...problemResponses },
      },
      config: { access: 'orders.order_import.run' },
    },
    async (request, reply) => {
      const part = await request.file({ limits: { fileSize: MAX_FILE_BYTES } })
      if (!part) throw new Refusal({ code: 'orders.no_file', kind: 'invalid' })
      const content = await part.toBuffer()
      const rows = await readRows(content, MAX_IMPORT_ROWS)
      const providerId = organisationOf(request)
      const upload = { providerId, by: actorOf(request).userId, name: cleanName(part.filename), content, rows }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await getOwn(tx, await checkImport(tx, command, upload), providerId)
        return { status: 201, body: presentImport(row), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.get(
    '/order-imports',
    {
      schema: {
        operationId: 'listOrderImports',
        tags,
        summary: 'Own imports of earlier orders, newest first',
        querystring: ListOrderImports,
        response: { 200: OrderImportList, ...problemResponses },
      },
      config: { access: 'orders.order_import.read' },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const after = decodeCursor(cursor, ImportCursor)
      const rows = await listImports(db, {
        providerId: organisationOf(request),
        after: after && { at: new Date(after[0]), id: after[1] },
        limit,
      })
      return toPage(rows, limit, presentImportSummary, (row) => [row.uploaded_at.toISOString(), row.id])
    },
  )

  app.get(
    '/order-imports/:id',
    {
      schema: {
        operationId: 'getOrderImport',
        tags,
        summary: 'One import with its first rows and every fault',
        params: OrderImportParams,
        response: { 200: OrderImport, ...problemResponses },
      },
      config: { access: 'orders.order_import.read' },
    },
    async (request, reply) => {
      const row = await getOwn(db, request.params.id, organisationOf(request))
      setVersion(reply, row.version)
      return presentImport(row)
    },
  )

  app.post(
    '/order-imports/:id/apply',
    {
      schema: {
        operationId: 'applyOrderImport',
        tags,
        summary: 'Take the orders over, each as a whole; the own number names an order, so the same twice changes nothing (If-Match)',
        params: OrderImportParams,
        body: ApplyOrderImport,
        response: { 200: OrderImport, ...problemResponses },
      },
      config: { access: 'orders.order_import.run' },
    },
    async (request, reply) => {
      const { id } = request.params
      const providerId = organisationOf(request)
      const wanted = { id, providerId, by: actorOf(request).userId, version: expectedVersion(request), rows: request.body.rows }
      return runCommand(db, request, reply, async (tx, command) => {
        await applyImport(tx, command, wanted)
        const row = await getOwn(tx, id, providerId)
        return { status: 200, body: presentImport(row), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.get(
    '/imported-orders',
    {
      schema: {
        operationId: 'listImportedOrders',
        tags,
        summary: 'Orders from before the platform of the own organisation, newest first',
        querystring: ListImportedOrders,
        response: { 200: ImportedOrderList, ...problemResponses },
      },
      config: { access: 'orders.imported_order.list' },
    },
    async (request) => {
      const { q, cursor, limit } = request.query
      const after = decodeCursor(cursor, OrderCursor)
      const rows = await listImported(db, {
        side: partyOf(actorOf(request)),
        organisationId: organisationOf(request),
        q,
        after: after && { day: after[0], id: after[1] },
        limit,
      })
      return toPage(rows, limit, presentImported, (row) => [row.ordered_on, row.id])
    },
  )
}
