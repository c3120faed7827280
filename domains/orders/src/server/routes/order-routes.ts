import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { type Actor, actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ActOnOrder, ListOrders, Order, OrderCounts, OrderList, OrderParams, PlaceOrder } from '../../contract/orders.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { Act } from '../../core/order/machine.ts'
import { turnOf } from '../../core/order/machine.ts'
import { ENDED_STATES, ORDER_STATES, type OrderState, type Side } from '../../core/vocabulary.ts'
import type { OrdersDeps } from '../needs.ts'
import { changeOrder } from '../order/change-order.ts'
import { placeOrder } from '../order/place-order.ts'
import { readOrder } from '../order/read-order.ts'
import { presentSummary } from '../present-order.ts'
import { ORDER_MISSING } from '../problems.ts'
import { countOrders, findOrder, listOrders, type OrderRow, type StateCount } from '../sql/service-orders.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** Acts that need nothing but a reason; those that bring papers, samples or money along stand with their topic. */
const SIMPLE_ACTS: readonly { act: Act; path: string; side: 'client' | 'provider'; access: string; summary: string }[] = [
  { act: 'accept', path: 'accept', side: 'provider', access: 'orders.order.decide', summary: 'Accept an order that was placed' },
  {
    act: 'decline',
    path: 'decline',
    side: 'provider',
    access: 'orders.order.decide',
    summary: 'Decline an order that was placed, with the reason',
  },
  { act: 'withdraw', path: 'withdraw', side: 'client', access: 'orders.order.place', summary: 'Take an order back before it is accepted' },
  { act: 'receive', path: 'receive', side: 'provider', access: 'orders.order.work', summary: 'All samples are there and reviewed' },
  { act: 'begin', path: 'begin', side: 'provider', access: 'orders.order.work', summary: 'Begin the work' },
  { act: 'finish', path: 'finish', side: 'provider', access: 'orders.order.work', summary: 'All work is done; the report is next' },
  { act: 'reopen', path: 'reopen', side: 'provider', access: 'orders.order.work', summary: 'Back to work, with the reason' },
  {
    act: 'pause',
    path: 'pause',
    side: 'provider',
    access: 'orders.order.work',
    summary: 'Stop the clock until the client has brought what is missing',
  },
  { act: 'resume', path: 'resume', side: 'provider', access: 'orders.order.work', summary: 'What was missing is there; the clock goes on' },
  { act: 'approve', path: 'approve', side: 'client', access: 'orders.order.answer', summary: 'Accept the report' },
  {
    act: 'ask_retest',
    path: 'ask-retest',
    side: 'client',
    access: 'orders.order.answer',
    summary: 'Ask for a test again, with the reason',
  },
  { act: 'agree_retest', path: 'agree-retest', side: 'provider', access: 'orders.order.decide', summary: 'Agree to test again' },
  {
    act: 'refuse_retest',
    path: 'refuse-retest',
    side: 'provider',
    access: 'orders.order.decide',
    summary: 'Refuse to test again, with the reason',
  },
  {
    act: 'cancel',
    path: 'cancel',
    side: 'client',
    access: 'orders.order.answer',
    summary: 'Cancel for the fee of the stage, with the reason',
  },
  {
    act: 'cancel',
    path: 'give-up',
    side: 'provider',
    access: 'orders.order.decide',
    summary: 'Give an order up, with the reason; the client owes nothing',
  },
]

const toCamel = (text: string) => text.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** Orders, for both parties and the operator. */
export async function orderRoutes(scope: FastifyInstance, { db, needs }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/orders',
    {
      schema: {
        operationId: 'placeOrder',
        tags: ['orders'],
        summary: 'Order services of one provider at the list price (Idempotency-Key)',
        body: PlaceOrder,
        response: { 201: Order, ...problemResponses },
      },
      config: { access: 'orders.order.place' },
    },
    async (request, reply) => {
      const by = { organisationId: organisationOf(request), userId: actorOf(request).userId }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await placeOrder(tx, command, needs, request.body, by)
        return { status: 201, body: await readOrder(tx, row, 'client', command.now), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.get(
    '/orders',
    {
      schema: {
        operationId: 'listOrders',
        tags: ['orders'],
        summary: 'Orders of the own organisation, newest first: placed by an enterprise, received by a provider',
        querystring: ListOrders,
        response: { 200: OrderList, ...problemResponses },
      },
      config: { access: 'orders.order.list' },
    },
    async (request) => {
      const { state, q, cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const side = partyOf(actorOf(request))
      const rows = await listOrders(db, {
        side,
        organisationId: organisationOf(request),
        states: statesOf(state),
        q,
        after: after && { placedAt: new Date(after[0]), id: after[1] },
        limit,
      })
      return toPage(
        rows,
        limit,
        (row) => presentSummary(row, side),
        (row) => [row.placed_at.toISOString(), row.id],
      )
    },
  )

  app.get(
    '/order-counts',
    {
      schema: {
        operationId: 'countOrders',
        tags: ['orders'],
        summary: 'How many open orders stand where, and how many wait for the reader',
        response: { 200: OrderCounts, ...problemResponses },
      },
      config: { access: 'orders.order.list' },
    },
    async (request) => {
      const now = request.server.now()
      const side = partyOf(actorOf(request))
      const counts = await countOrders(db, { side, organisationId: organisationOf(request), today: localDayOf(now, ORDER_ZONE) })
      const isOwn = (row: StateCount) => turnOf({ state: row.state, pausedFrom: null }, row.has_samples_due) === side
      const states = [...new Set(counts.map(({ state }) => state))]
      return {
        states: states.map((state) => {
          const rows = counts.filter((row) => row.state === state)
          const limits = rows.flatMap(({ next_answer_until: limit }) => (limit ? [limit.toISOString()] : []))
          return { state, count: rows.reduce((sum, row) => sum + row.count, 0), nextAnswerUntil: limits.sort()[0] ?? null }
        }),
        ownTurn: counts.reduce((sum, row) => sum + (isOwn(row) ? row.count : 0), 0),
        late: counts.reduce((sum, row) => sum + row.late, 0),
        now: now.toISOString(),
      }
    },
  )

  app.get(
    '/orders/:id',
    {
      schema: {
        operationId: 'getOrder',
        tags: ['orders'],
        summary: 'One order with its items and every step',
        params: OrderParams,
        response: { 200: Order, ...problemResponses },
      },
      config: { access: 'orders.order.read' },
    },
    async (request, reply) => {
      const row = await findOrder(db, request.params.id)
      const side = row && sideOf(actorOf(request), row)
      if (!row || !side) throw new Refusal(ORDER_MISSING)
      reply.header('etag', versionTag(row.version))
      return readOrder(db, row, side, request.server.now())
    },
  )

  for (const { act, path, side, access, summary } of SIMPLE_ACTS)
    app.post(
      `/orders/:id/${path}`,
      {
        schema: {
          operationId: `${toCamel(path)}Order`,
          tags: ['orders'],
          summary: `${summary} (If-Match)`,
          params: OrderParams,
          body: ActOnOrder,
          response: { 200: Order, ...problemResponses },
        },
        config: { access },
      },
      async (request, reply) => {
        const wanted = {
          orderId: request.params.id,
          act,
          side,
          organisationId: organisationOf(request),
          personId: actorOf(request).userId,
          version: expectedVersion(request),
          reason: request.body.reason,
        }
        return runCommand(db, request, reply, async (tx, command) => {
          const row = await changeOrder(tx, command, wanted)
          return { status: 200, body: await readOrder(tx, row, side, command.now), headers: { etag: versionTag(row.version) } }
        })
      },
    )
}

/** A provider sees what it received, everybody else what the own organisation ordered. */
export const partyOf = ({ organisationKind }: Actor): 'client' | 'provider' => (organisationKind === 'provider' ? 'provider' : 'client')

/** On which side of an order an actor stands; undefined when it is none of its business. */
export function sideOf(actor: Actor, order: Pick<OrderRow, 'organisation_id' | 'provider_id' | 'state'>): Side | undefined {
  if (actor.organisationKind === 'operator') return 'operator'
  // Before the client's own approvers have agreed, the provider knows nothing of it.
  if (actor.organisationId === order.provider_id) return order.state === 'awaiting_approval' ? undefined : 'provider'
  if (actor.organisationId === order.organisation_id) return 'client'
  return undefined
}

/** The states that a list's condition names; undefined for all. */
export function statesOf(state: ListOrders['state']): readonly OrderState[] | undefined {
  const ended: readonly OrderState[] = ENDED_STATES
  if (state === 'open') return ORDER_STATES.filter((one) => !ended.includes(one))
  return state === 'ended' ? ended : [state]
}
