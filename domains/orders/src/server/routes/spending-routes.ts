import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  ApprovePurchase,
  ListPurchases,
  OwnSpending,
  PurchaseApprovals,
  PurchaseList,
  PurchaseParams,
  RefusePurchase,
  SetSpendingPolicy,
  SpendingPolicy,
} from '../../contract/spending.ts'
import type { OrdersDeps } from '../needs.ts'
import { presentSummary } from '../present-order.ts'
import { ORDER_MISSING } from '../problems.ts'
import { approvePurchase, readApprovals, refusePurchase } from '../spending/approvals.ts'
import { spendingOf } from '../spending/entry-act.ts'
import { readSpendingPolicy, setSpendingPolicy } from '../spending/set-policy.ts'
import { findOrder, type OrderRow } from '../sql/service-orders.ts'
import { listWaiting, type WaitingRow } from '../sql/spending/approvals.ts'

const tags = ['orders']
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])
const by = (request: FastifyRequest) => ({ organisationId: organisationOf(request), userId: actorOf(request).userId })

/** Who may spend how much, and who approves what lies above. */
export async function spendingRoutes(scope: FastifyInstance, { db, needs }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/spending',
    {
      schema: {
        operationId: 'getSpendingPolicy',
        tags,
        summary: 'Limits of the own enterprise and who approves above them',
        response: { 200: SpendingPolicy, ...problemResponses },
      },
      config: { access: 'orders.spending.read' },
    },
    async (request, reply) => {
      const policy = await readSpendingPolicy(db, organisationOf(request))
      setVersion(reply, policy.version)
      return policy
    },
  )

  app.put(
    '/spending',
    {
      schema: {
        operationId: 'setSpendingPolicy',
        tags,
        summary: 'Set all limits and steps at once (If-Match; "0" when there were none)',
        body: SetSpendingPolicy,
        response: { 200: SpendingPolicy, ...problemResponses },
      },
      config: { access: 'orders.spending.write' },
    },
    async (request, reply) => {
      const setting = { ...by(request), version: expectedVersion(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        await setSpendingPolicy(tx, command, request.body, setting)
        const policy = await readSpendingPolicy(tx, setting.organisationId)
        return { status: 200, body: policy, headers: { etag: versionTag(policy.version) } }
      })
    },
  )

  app.get(
    '/spending/own',
    {
      schema: {
        operationId: 'getOwnSpending',
        tags,
        summary: 'What the reader may still order alone in this month',
        response: { 200: OwnSpending, ...problemResponses },
      },
      config: { access: 'orders.order.place' },
    },
    async (request) => {
      const { organisationId, userId } = by(request)
      const { limit, usedFen } = await spendingOf(db, { organisationId, personId: userId, now: request.server.now() })
      const left = limit.monthFen === null ? null : limit.monthFen > usedFen ? limit.monthFen - usedFen : 0n
      const yuan = (sum: bigint | null) => (sum === null ? null : formatFen(sum))
      return { order: yuan(limit.orderFen), month: yuan(limit.monthFen), used: formatFen(usedFen), left: yuan(left) }
    },
  )

  app.get(
    '/purchase-approvals',
    {
      schema: {
        operationId: 'listWaitingPurchases',
        tags,
        summary: 'Orders that wait for the reader’s approval, the earliest limit first',
        querystring: ListPurchases,
        response: { 200: PurchaseList, ...problemResponses },
      },
      config: { access: 'orders.purchase.decide' },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const { organisationId, userId: personId } = by(request)
      const waiting = await listWaiting(db, {
        organisationId,
        personId,
        roles: actorOf(request).roles,
        after: after && { answerUntil: new Date(after[0]), orderId: after[1] },
        limit,
      })
      const rows: { row: WaitingRow; order: OrderRow }[] = []
      for (const row of waiting) {
        const order = await findOrder(db, row.order_id)
        if (order) rows.push({ row, order })
      }
      return toPage(
        rows,
        limit,
        ({ row, order }) => ({
          order: presentSummary(order, 'client'),
          position: row.position,
          stepCount: row.step_count,
          upTo: row.up_to_fen === null ? null : formatFen(row.up_to_fen),
        }),
        ({ row }) => [row.answer_until.toISOString(), row.order_id],
      )
    },
  )

  app.get(
    '/orders/:id/approvals',
    {
      schema: {
        operationId: 'getPurchaseApprovals',
        tags,
        summary: 'Who has to approve an order of the own enterprise, and who has',
        params: PurchaseParams,
        response: { 200: PurchaseApprovals, ...problemResponses },
      },
      config: { access: 'orders.purchase.read' },
    },
    async (request) => {
      const order = await findOrder(db, request.params.id)
      if (!order) throw new Refusal(ORDER_MISSING)
      return readApprovals(db, order, by(request))
    },
  )

  app.post(
    '/orders/:id/approve-purchase',
    {
      schema: {
        operationId: 'approvePurchase',
        tags,
        summary: 'Approve the next step of an order above its orderer’s limit; the last one releases it',
        params: PurchaseParams,
        body: ApprovePurchase,
        response: { 200: PurchaseApprovals, ...problemResponses },
      },
      config: { access: 'orders.purchase.decide' },
    },
    async (request, reply) => {
      const { position, words } = request.body
      const decision = { orderId: request.params.id, position, words, by: by(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        const order = await approvePurchase(tx, { work: command, needs }, decision)
        return { status: 200, body: await readApprovals(tx, order, decision.by) }
      })
    },
  )

  app.post(
    '/orders/:id/refuse-purchase',
    {
      schema: {
        operationId: 'refusePurchase',
        tags,
        summary: 'Refuse an order above its orderer’s limit, with the reason; it ends',
        params: PurchaseParams,
        body: RefusePurchase,
        response: { 200: PurchaseApprovals, ...problemResponses },
      },
      config: { access: 'orders.purchase.decide' },
    },
    async (request, reply) => {
      const { position, words } = request.body
      const decision = { orderId: request.params.id, position, words, by: by(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        const order = await refusePurchase(tx, command, decision)
        return { status: 200, body: await readApprovals(tx, order, decision.by) }
      })
    },
  )
}
