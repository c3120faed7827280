import { parseFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AskOutgoing, ListOutgoings, Outgoing, OutgoingList, PaymentParams, RefuseOutgoing } from '../../contract/payments.ts'
import { askOutgoing, getOutgoing, refuseOutgoing, sendOutgoing } from '../money/outgoing.ts'
import { presentOutgoing } from '../money/present-money.ts'
import type { OrdersDeps } from '../needs.ts'
import { listOutgoings } from '../sql/money/outgoings.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])
const DECIDED = { code: 'orders.outgoing_decided', kind: 'conflict' } as const

/** Money that leaves: refunds of clients' balances, payouts of what providers have earned. */
export async function outgoingRoutes(scope: FastifyInstance, { db }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const tags = ['orders']

  const asks = [
    { kind: 'refund', path: '/refunds', operationId: 'askRefund', access: 'orders.refund.ask', summary: 'Ask for the own balance back' },
    { kind: 'payout', path: '/payouts', operationId: 'askPayout', access: 'orders.payout.ask', summary: 'Ask for what was earned' },
  ] as const
  for (const { kind, path, operationId, access, summary } of asks)
    app.post(
      path,
      {
        schema: {
          operationId,
          tags,
          summary: `${summary} (Idempotency-Key)`,
          body: AskOutgoing,
          response: { 201: Outgoing, ...problemResponses },
        },
        config: { access },
      },
      async (request, reply) => {
        const { amount, ...rest } = request.body
        const wanted = {
          kind,
          organisationId: organisationOf(request),
          by: actorOf(request).userId,
          amountFen: parseFen(amount) ?? 0n,
          ...rest,
        }
        return runCommand(db, request, reply, async (tx, command) => ({
          status: 201,
          body: presentOutgoing(await askOutgoing(tx, command, wanted)),
        }))
      },
    )

  app.get(
    '/outgoings',
    {
      schema: {
        operationId: 'listOutgoings',
        tags,
        summary: 'Refunds and payouts: the own ones, or all for the operator, newest first',
        querystring: ListOutgoings,
        response: { 200: OutgoingList, ...problemResponses },
      },
      config: { access: 'orders.outgoing.list' },
    },
    async (request) => {
      const { kind, state, cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listOutgoings(db, {
        organisationId: isOperator(request) ? undefined : organisationOf(request),
        kind,
        state,
        after: after && { at: new Date(after[0]), id: after[1] },
        limit,
      })
      return toPage(rows, limit, presentOutgoing, (row) => [row.asked_at.toISOString(), row.id])
    },
  )

  app.post(
    '/outgoings/:id/sent',
    {
      schema: {
        operationId: 'sendOutgoing',
        tags,
        summary: 'The money was sent by bank (Idempotency-Key)',
        params: PaymentParams,
        response: { 200: Outgoing, ...problemResponses },
      },
      config: { access: 'orders.outgoing.decide' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await getOutgoing(tx, request.params.id)
        const outgoing = await sendOutgoing(tx, command, request.params.id, actorOf(request).userId)
        if (!outgoing) throw new Refusal(DECIDED)
        return { status: 200, body: presentOutgoing(outgoing) }
      }),
  )

  app.post(
    '/outgoings/:id/refusal',
    {
      schema: {
        operationId: 'refuseOutgoing',
        tags,
        summary: 'It is not sent; the amount goes back, with the reason (Idempotency-Key)',
        params: PaymentParams,
        body: RefuseOutgoing,
        response: { 200: Outgoing, ...problemResponses },
      },
      config: { access: 'orders.outgoing.decide' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await getOutgoing(tx, request.params.id)
        const decision = { id: request.params.id, refusal: request.body.reason, by: actorOf(request).userId }
        const outgoing = await refuseOutgoing(tx, command, decision)
        if (!outgoing) throw new Refusal(DECIDED)
        return { status: 200, body: presentOutgoing(outgoing) }
      }),
  )
}

const isOperator = (request: FastifyRequest) => actorOf(request).organisationKind === 'operator'
