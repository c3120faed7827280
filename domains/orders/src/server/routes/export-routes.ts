import { localDayOf } from '@jiju/kernel/zoned-time'
import { sendDownload } from '@jiju/platform/files/send-download'
import { workbookStream } from '@jiju/platform/files/write-workbook'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import { fileResponse } from '@jiju/wire/file'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { ExportOrders } from '../../contract/imports.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import { exportFileName, orderTable } from '../exports/order-table.ts'
import type { OrdersDeps } from '../needs.ts'
import { listOrders, type OrderRow } from '../sql/service-orders.ts'
import { partyOf, statesOf } from './order-routes.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PAGE = 500

/** Orders as a workbook. */
export async function exportRoutes(scope: FastifyInstance, { db }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/orders.xlsx',
    {
      schema: {
        operationId: 'exportOrders',
        tags: ['orders'],
        summary: 'What the list of orders shows under the same conditions, as a workbook',
        querystring: ExportOrders,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'orders.order.export' },
    },
    async (request, reply) => {
      const { state, q } = request.query
      const language = languageOf(request.headers['accept-language'])
      const filter = { side: partyOf(actorOf(request)), organisationId: organisationOf(request), states: statesOf(state), q }
      const name = exportFileName(localDayOf(request.server.now(), ORDER_ZONE), language)
      return sendDownload(reply, { name, type: XLSX, body: workbookStream([orderTable(allOrders(filter), language)]) })
    },
  )

  /** Page after page, so that no export holds everything at once. */
  async function* allOrders(filter: Omit<Parameters<typeof listOrders>[1], 'after' | 'limit'>): AsyncGenerator<OrderRow> {
    let after: { placedAt: Date; id: string } | undefined
    for (;;) {
      const rows = await listOrders(db, { ...filter, after, limit: PAGE })
      yield* rows.slice(0, PAGE)
      const last = rows[PAGE - 1]
      if (rows.length <= PAGE || !last) return
      after = { placedAt: last.placed_at, id: last.id }
    }
  }
}
