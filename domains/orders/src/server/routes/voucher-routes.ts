import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { type Actor, actorOf, organisationOf } from '@jiju/platform/http/actor'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { OrderParams } from '../../contract/orders.ts'
import {
  ListAccounts,
  ListVouchers,
  OrderVoucher,
  PreviewVouchers,
  VoucherAccounts,
  VoucherList,
  VoucherOffers,
} from '../../contract/vouchers.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersDeps } from '../needs.ts'
import { ORDER_MISSING } from '../problems.ts'
import { findOrder } from '../sql/service-orders.ts'
import { listVouchers } from '../sql/vouchers/lists.ts'
import { yearOf } from '../vouchers/matter.ts'
import { presentVoucher } from '../vouchers/present-voucher.ts'
import { previewVouchers } from '../vouchers/preview-vouchers.ts'
import { readAccounts, readOrderVoucher } from '../vouchers/read-vouchers.ts'
import { sideOf } from './order-routes.ts'

const tags = ['orders']
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** Vouchers as both parties of an order see them. */
export async function voucherRoutes(scope: FastifyInstance, { db }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/voucher-previews',
    {
      schema: {
        operationId: 'previewVouchers',
        tags,
        summary: 'What each programme would pay of a price now, condition by condition; nothing is reserved',
        body: PreviewVouchers,
        response: { 200: VoucherOffers, ...problemResponses },
      },
      config: { access: 'orders.voucher.preview' },
    },
    async (request) => ({
      items: await previewVouchers(db, request.body, { organisationId: organisationOf(request), now: request.server.now() }),
    }),
  )

  app.get(
    '/voucher-accounts',
    {
      schema: {
        operationId: 'listVoucherAccounts',
        tags,
        summary: 'Quota, what is reserved and used, and whether the own organisation may use each programme',
        querystring: ListAccounts,
        response: { 200: VoucherAccounts, ...problemResponses },
      },
      config: { access: 'orders.voucher.account' },
    },
    async (request) => {
      const now = request.server.now()
      const year = request.query.year ?? yearOf(localDayOf(now, ORDER_ZONE))
      return { year, items: await readAccounts(db, { organisationId: organisationOf(request), year, now }) }
    },
  )

  app.get(
    '/vouchers',
    {
      schema: {
        operationId: 'listVouchers',
        tags,
        summary: 'Vouchers of the own orders, newest first; the operator sees all',
        querystring: ListVouchers,
        response: { 200: VoucherList, ...problemResponses },
      },
      config: { access: 'orders.voucher.list' },
    },
    async (request) => {
      const { state, year, programmeId, cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listVouchers(db, {
        party: partyOf(actorOf(request), organisationOf(request)),
        state: state === 'all' ? undefined : state,
        year,
        programmeId,
        after: after && { reservedAt: new Date(after[0]), id: after[1] },
        limit,
      })
      return toPage(rows, limit, presentVoucher, (row) => [row.reserved_at.toISOString(), row.id])
    },
  )

  app.get(
    '/orders/:id/voucher',
    {
      schema: {
        operationId: 'getOrderVoucher',
        tags,
        summary: 'The voucher of an order: what it pays of each item, and why',
        params: OrderParams,
        response: { 200: OrderVoucher, ...problemResponses },
      },
      config: { access: 'orders.order.read' },
    },
    async (request) => {
      const order = await findOrder(db, request.params.id)
      const side = order && sideOf(actorOf(request), order)
      if (!order || !side) throw new Refusal(ORDER_MISSING)
      return readOrderVoucher(db, order, side)
    },
  )
}

function partyOf({ organisationKind }: Actor, organisationId: string): { side: 'client' | 'provider'; organisationId: string } | null {
  if (organisationKind === 'operator') return null
  return { side: organisationKind === 'provider' ? 'provider' : 'client', organisationId }
}
