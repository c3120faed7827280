import { parseFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { CreditOrder, OrderMoney, RecordMetered } from '../../contract/money.ts'
import { OrderParams } from '../../contract/orders.ts'
import { creditOrder } from '../money/credit-order.ts'
import { payOrder } from '../money/pay-order.ts'
import { presentOrderMoney } from '../money/present-order-money.ts'
import { recordMetered } from '../money/record-metered.ts'
import type { OrdersDeps, OrdersTables } from '../needs.ts'
import { ORDER_MISSING } from '../problems.ts'
import { findOrder, type OrderRow } from '../sql/service-orders.ts'
import { sideOf } from './order-routes.ts'

/** The money of one order. */
export async function orderMoneyRoutes(scope: FastifyInstance, { db }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const tags = ['orders']

  async function present(on: Db<OrdersTables>, request: FastifyRequest, row: OrderRow | undefined) {
    const side = row && sideOf(actorOf(request), row)
    if (!row || !side) throw new Refusal(ORDER_MISSING)
    return presentOrderMoney(on, row, side)
  }

  app.get(
    '/orders/:id/money',
    {
      schema: {
        operationId: 'getOrderMoney',
        tags,
        summary: 'What an order costs, what is paid of it and every entry of the ledger',
        params: OrderParams,
        response: { 200: OrderMoney, ...problemResponses },
      },
      config: { access: 'orders.order_money.read' },
    },
    async (request) => present(db, request, await findOrder(db, request.params.id)),
  )

  app.post(
    '/orders/:id/payment',
    {
      schema: {
        operationId: 'payOrderFromBalance',
        tags,
        summary: 'Set the balance aside for what is left to pay of an order (Idempotency-Key)',
        params: OrderParams,
        response: { 200: OrderMoney, ...problemResponses },
      },
      config: { access: 'orders.order_money.pay' },
    },
    async (request, reply) => {
      const wanted = { orderId: request.params.id, organisationId: organisationOf(request), by: actorOf(request).userId }
      return runCommand(db, request, reply, async (tx, command) => ({
        status: 200,
        body: await present(tx, request, await payOrder(tx, command, wanted)),
      }))
    },
  )

  app.post(
    '/orders/:id/measurements',
    {
      schema: {
        operationId: 'recordMetered',
        tags,
        summary: 'Record what was measured of an item that is counted in hours, days, runs or batches (Idempotency-Key)',
        params: OrderParams,
        body: RecordMetered,
        response: { 200: OrderMoney, ...problemResponses },
      },
      config: { access: 'orders.metered.record' },
    },
    async (request, reply) => {
      const { itemId, measured, note } = request.body
      const wanted = {
        orderId: request.params.id,
        providerId: organisationOf(request),
        itemId,
        measuredHundredths: parseFen(measured) ?? 0n,
        note,
        by: actorOf(request).userId,
      }
      return runCommand(db, request, reply, async (tx, command) => ({
        status: 200,
        body: await present(tx, request, await recordMetered(tx, command, wanted)),
      }))
    },
  )

  app.post(
    '/orders/:id/credit-notes',
    {
      schema: {
        operationId: 'creditOrder',
        tags,
        summary: 'Give a part of an order’s price back, with the reason (Idempotency-Key)',
        params: OrderParams,
        body: CreditOrder,
        response: { 201: OrderMoney, ...problemResponses },
      },
      config: { access: 'orders.credit_note.issue' },
    },
    async (request, reply) => {
      const { amount, reason } = request.body
      const wanted = {
        orderId: request.params.id,
        providerId: organisationOf(request),
        amountFen: parseFen(amount) ?? 0n,
        reason,
        by: actorOf(request).userId,
      }
      return runCommand(db, request, reply, async (tx, command) => ({
        status: 201,
        body: await present(tx, request, await creditOrder(tx, command, wanted)),
      }))
    },
  )
}
