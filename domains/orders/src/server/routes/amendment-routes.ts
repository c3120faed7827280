import type { Db } from '@jiju/platform/database/pool'
import { type Command, runCommand } from '@jiju/platform/http/command'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { AmendmentParams, Amendments, AmendmentsParams, ProposeAmendment, RefuseAmendment } from '../../contract/amendments.ts'
import { endAmendment, proposeAmendment, readAmendments, signAmendment } from '../agreement/amend.ts'
import type { PartyAct } from '../agreement/negotiate.ts'
import type { OrdersDeps, OrdersTables } from '../needs.ts'
import { getForParty, partyAct } from './agreement-routes.ts'

/** Changes of an order that hold once both sides have signed them. */
export async function amendmentRoutes(scope: FastifyInstance, { db, needs }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const access = 'orders.amendment.write'
  const schemaOf = (operationId: string, summary: string) => ({
    operationId,
    tags: ['orders'],
    summary,
    response: { 200: Amendments, ...problemResponses },
  })
  const present = async (on: Db<OrdersTables>, request: FastifyRequest, orderId: string): Promise<Amendments> => {
    const { order, side } = await getForParty(on, request, orderId)
    return readAmendments(on, order, side)
  }
  const run = (
    request: FastifyRequest,
    reply: FastifyReply,
    orderId: string,
    work: (tx: Db<OrdersTables>, means: { work: Command; needs: typeof needs }, act: PartyAct) => Promise<void>,
  ) =>
    runCommand(db, request, reply, async (tx, command) => {
      await work(tx, { work: command, needs }, partyAct(request, orderId))
      return { status: 200, body: await present(tx, request, orderId) }
    })

  app.get(
    '/orders/:id/amendments',
    {
      schema: { ...schemaOf('listAmendments', 'Amendments of an order, for both parties only'), params: AmendmentsParams },
      config: { access: 'orders.amendment.read' },
    },
    async (request) => present(db, request, request.params.id),
  )

  app.post(
    '/orders/:id/amendments',
    {
      schema: {
        ...schemaOf('proposeAmendment', 'Propose a change of items, price, days or subcontracting, and sign it (Idempotency-Key)'),
        params: AmendmentsParams,
        body: ProposeAmendment,
      },
      config: { access },
    },
    async (request, reply) => run(request, reply, request.params.id, (tx, means, act) => proposeAmendment(tx, means, act, request.body)),
  )

  app.post(
    '/orders/:id/amendments/:number/sign',
    {
      schema: { ...schemaOf('signAmendment', 'Sign what the other side proposes; it holds from then on'), params: AmendmentParams },
      config: { access },
    },
    async (request, reply) =>
      run(request, reply, request.params.id, (tx, means, act) => signAmendment(tx, means, act, request.params.number)),
  )

  app.post(
    '/orders/:id/amendments/:number/refuse',
    {
      schema: {
        ...schemaOf('refuseAmendment', 'Refuse what the other side proposes, with the reason'),
        params: AmendmentParams,
        body: RefuseAmendment,
      },
      config: { access },
    },
    async (request, reply) => {
      const end = { number: request.params.number, state: 'refused', words: request.body.words } as const
      return run(request, reply, request.params.id, (tx, means, act) => endAmendment(tx, means, act, end))
    },
  )

  app.post(
    '/orders/:id/amendments/:number/withdraw',
    {
      schema: { ...schemaOf('withdrawAmendment', 'Take back what the own side proposes'), params: AmendmentParams },
      config: { access },
    },
    async (request, reply) => {
      const end = { number: request.params.number, state: 'withdrawn', words: null } as const
      return run(request, reply, request.params.id, (tx, means, act) => endAmendment(tx, means, act, end))
    },
  )
}
