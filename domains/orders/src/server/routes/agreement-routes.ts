import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { sendFile } from '@jiju/platform/files/send-file'
import { actorOf } from '@jiju/platform/http/actor'
import { type Command, runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import { fileResponse } from '@jiju/wire/file'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import {
  AcceptAgreement,
  Agreement,
  AgreementChangeParams,
  AgreementParams,
  AgreementParticulars,
  ChooseTerms,
  ProposeChange,
} from '../../contract/agreements.ts'
import { acceptAgreement, chooseTerms, decideOnChange, type PartyAct, proposeChange, writeParticulars } from '../agreement/negotiate.ts'
import { fileName } from '../agreement/print-agreement.ts'
import { presentAgreement, readStanding } from '../agreement/read-agreement.ts'
import type { OrdersDeps, OrdersTables } from '../needs.ts'
import { ORDER_MISSING } from '../problems.ts'
import { findAgreement } from '../sql/agreement/agreements.ts'
import { findOrder, type OrderRow } from '../sql/service-orders.ts'
import { sideOf } from './order-routes.ts'

const tags = ['orders']

const ANSWERS = [
  { path: 'accept', state: 'accepted', operationId: 'acceptAgreementChange', summary: 'Accept a change that the other side proposes' },
  { path: 'refuse', state: 'refused', operationId: 'refuseAgreementChange', summary: 'Refuse a change that the other side proposes' },
  {
    path: 'withdraw',
    state: 'withdrawn',
    operationId: 'withdrawAgreementChange',
    summary: 'Take back a change that the own side proposes',
  },
] as const

/** An order with the side on which the reader is a party to it; whoever is none learns nothing. */
export async function getForParty(
  db: Db<OrdersTables>,
  request: FastifyRequest,
  id: string,
): Promise<{ order: OrderRow; side: PartyAct['side'] }> {
  const order = await findOrder(db, id)
  const side = order && sideOf(actorOf(request), order)
  if (!order || (side !== 'client' && side !== 'provider')) throw new Refusal(ORDER_MISSING)
  return { order, side }
}

/** Whose act on which order: a provider's people act for the provider, everybody else for the client. */
export function partyAct(request: FastifyRequest, orderId: string): PartyAct {
  const { organisationId, organisationKind, userId } = actorOf(request)
  return { orderId, side: organisationKind === 'provider' ? 'provider' : 'client', organisationId: organisationId ?? '', userId }
}

/** What both sides of an order agree on: terms, particulars, tracked changes, acceptance, the document. */
export async function agreementRoutes(scope: FastifyInstance, { db, needs }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  async function present(on: Db<OrdersTables>, request: FastifyRequest, orderId: string): Promise<Agreement> {
    const { order, side } = await getForParty(on, request, orderId)
    return presentAgreement(order, await readStanding(on, order), side)
  }

  const run = (
    request: FastifyRequest,
    reply: FastifyReply,
    orderId: string,
    work: (tx: Db<OrdersTables>, means: { work: Command; needs: typeof needs }, act: PartyAct) => Promise<void>,
  ) =>
    runCommand(db, request, reply, async (tx, command) => {
      await work(tx, { work: command, needs }, partyAct(request, orderId))
      const body = await present(tx, request, orderId)
      return { status: 200, body, headers: { etag: versionTag(body.version) } }
    })

  const schemaOf = (operationId: string, summary: string) => ({
    operationId,
    tags,
    summary,
    params: AgreementParams,
    response: { 200: Agreement, ...problemResponses },
  })

  app.get(
    '/orders/:id/agreement',
    { schema: schemaOf('getAgreement', 'What both sides agree on, for them only'), config: { access: 'orders.agreement.read' } },
    async (request, reply) => {
      const agreement = await present(db, request, request.params.id)
      setVersion(reply, agreement.version)
      return agreement
    },
  )

  app.put(
    '/orders/:id/agreement/terms',
    {
      schema: { ...schemaOf('chooseTerms', 'Put other published terms in place, as the provider (If-Match)'), body: ChooseTerms },
      config: { access: 'orders.agreement.choose' },
    },
    async (request, reply) => {
      const body = { termsIds: request.body.termsIds, version: expectedVersion(request) }
      return run(request, reply, request.params.id, (tx, means, act) => chooseTerms(tx, means, act, body))
    },
  )

  app.put(
    '/orders/:id/agreement/particulars',
    {
      schema: {
        ...schemaOf('writeAgreementParticulars', 'Say what the order does not say of samples and delivery (If-Match)'),
        body: AgreementParticulars,
      },
      config: { access: 'orders.agreement.write' },
    },
    async (request, reply) => {
      const body = { particulars: request.body, version: expectedVersion(request) }
      return run(request, reply, request.params.id, (tx, means, act) => writeParticulars(tx, means, act, body))
    },
  )

  app.post(
    '/orders/:id/agreement/changes',
    {
      schema: {
        ...schemaOf('proposeAgreementChange', 'Propose another wording of one clause (Idempotency-Key)'),
        body: ProposeChange,
      },
      config: { access: 'orders.agreement.write' },
    },
    async (request, reply) => run(request, reply, request.params.id, (tx, means, act) => proposeChange(tx, means, act, request.body)),
  )

  for (const { path, state, operationId, summary } of ANSWERS)
    app.post(
      `/orders/:id/agreement/changes/:number/${path}`,
      {
        schema: { ...schemaOf(operationId, summary), params: AgreementChangeParams },
        config: { access: 'orders.agreement.write' },
      },
      async (request, reply) =>
        run(request, reply, request.params.id, (tx, means, act) =>
          decideOnChange(tx, means, act, { number: request.params.number, state }),
        ),
    )

  app.post(
    '/orders/:id/agreement/accept',
    {
      schema: { ...schemaOf('acceptAgreement', 'Accept the exact text; it is fixed when both sides have'), body: AcceptAgreement },
      config: { access: 'orders.agreement.write' },
    },
    async (request, reply) =>
      run(request, reply, request.params.id, (tx, means, act) => acceptAgreement(tx, means, act, request.body.contentSha256)),
  )

  app.get(
    '/orders/:id/agreement/file',
    {
      schema: {
        operationId: 'getAgreementFile',
        tags,
        summary: 'The agreement as PDF, for both parties only',
        params: AgreementParams,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'orders.agreement.read' },
    },
    async (request, reply) => {
      const { order } = await getForParty(db, request, request.params.id)
      const agreement = await findAgreement(db, order.id)
      if (!agreement?.file_sha256) throw new Refusal({ code: 'orders.agreement_not_printed', kind: 'conflict' })
      return sendFile(reply, needs.files, { sha256: agreement.file_sha256, name: fileName(order.number), mediaType: 'application/pdf' })
    },
  )
}
