import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'

import { sendFile } from '@jiju/platform/files/send-file'
import { findFile, storeUpload } from '@jiju/platform/files/upload'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import { fileResponse } from '@jiju/wire/file'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  AddEvidence,
  Dispute,
  DisputeList,
  DisputeParams,
  EvidenceFileParams,
  ListDisputes,
  ObjectToOrder,
  OrderDisputes,
  RuleDispute,
} from '../../contract/disputes.ts'
import { ActOnOrder, Order, OrderParams } from '../../contract/orders.ts'
import type { Ruling } from '../../core/disputes/vocabulary.ts'
import type { Act } from '../../core/order/machine.ts'
import type { Side } from '../../core/vocabulary.ts'
import { presentDisputes } from '../disputes/present-dispute.ts'
import type { OrdersDeps } from '../needs.ts'
import { changeOrder } from '../order/change-order.ts'
import { readOrder } from '../order/read-order.ts'
import { ORDER_MISSING } from '../problems.ts'
import { type DisputeRow, findDispute, insertEvidence, listDisputes, listDisputesOf, listEvidence } from '../sql/disputes.ts'
import { findOrder } from '../sql/service-orders.ts'
import { sideOf } from './order-routes.ts'

const tags = ['orders']
const MAX_FILE_BYTES = 20 * 1024 * 1024
const ALLOWED = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'] as const
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])
const ACT_OF: Readonly<Record<Ruling, Act>> = { redo: 'rule_redo', pay: 'rule_pay', refund: 'rule_refund' }
const DISPUTE_MISSING = { code: 'orders.dispute_missing', kind: 'missing' } as const

/** Disputes: the client objects, both sides bring evidence, the operator rules, or the parties agree. */
export async function disputeRoutes(scope: FastifyInstance, { db, needs }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  /** The dispute and the reader's side in it; anybody else's answers like one that does not exist. */
  async function getSeen(request: FastifyRequest<{ Params: { id: string } }>): Promise<{ dispute: DisputeRow; side: Side }> {
    const dispute = await findDispute(db, request.params.id)
    const side = dispute && sideOf(actorOf(request), { ...dispute, state: 'disputed' })
    if (!dispute || !side) throw new Refusal(DISPUTE_MISSING)
    return { dispute, side }
  }

  async function presentOne(on: typeof db, id: string): Promise<Dispute> {
    const row = await findDispute(on, id)
    const [dispute] = row ? await presentDisputes(on, [row]) : []
    if (!dispute) throw new Error('a dispute that was seen is gone')
    return dispute
  }

  app.post(
    '/orders/:id/object',
    {
      schema: {
        operationId: 'objectToOrder',
        tags,
        summary: 'Object to a report before the operator (If-Match)',
        params: OrderParams,
        body: ObjectToOrder,
        response: { 200: Order, ...problemResponses },
      },
      config: { access: 'orders.order.answer' },
    },
    async (request, reply) => {
      const { reason, wanted } = request.body
      const target = { orderId: request.params.id, organisationId: organisationOf(request), version: expectedVersion(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await changeOrder(tx, command, {
          ...target,
          act: 'object',
          side: 'client',
          personId: actorOf(request).userId,
          reason,
          detail: { wanted },
        })
        return { status: 200, body: await readOrder(tx, row, 'client', command.now), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.post(
    '/orders/:id/settle-dispute',
    {
      schema: {
        operationId: 'settleDispute',
        tags,
        summary: 'The parties have agreed: the client accepts the report after all (If-Match)',
        params: OrderParams,
        body: ActOnOrder,
        response: { 200: Order, ...problemResponses },
      },
      config: { access: 'orders.order.answer' },
    },
    async (request, reply) => {
      const target = { orderId: request.params.id, organisationId: organisationOf(request), version: expectedVersion(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await changeOrder(tx, command, {
          ...target,
          act: 'settle_dispute',
          side: 'client',
          personId: actorOf(request).userId,
          reason: request.body.reason,
        })
        return { status: 200, body: await readOrder(tx, row, 'client', command.now), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.get(
    '/orders/:id/disputes',
    {
      schema: {
        operationId: 'listOrderDisputes',
        tags,
        summary: 'Disputes of an order with the evidence of both sides',
        params: OrderParams,
        response: { 200: OrderDisputes, ...problemResponses },
      },
      config: { access: 'orders.order.read' },
    },
    async (request) => {
      const order = await findOrder(db, request.params.id)
      if (!order || !sideOf(actorOf(request), order)) throw new Refusal(ORDER_MISSING)
      return { items: await presentDisputes(db, await listDisputesOf(db, order.id)) }
    },
  )

  app.get(
    '/disputes',
    {
      schema: {
        operationId: 'listDisputes',
        tags,
        summary: 'Disputes of the district, the one that has waited longest in front',
        querystring: ListDisputes,
        response: { 200: DisputeList, ...problemResponses },
      },
      config: { access: 'orders.dispute.rule' },
    },
    async (request) => {
      const { state, cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listDisputes(db, { state, after: after && { at: new Date(after[0]), id: after[1] }, limit })
      const shown = new Map((await presentDisputes(db, rows)).map((dispute) => [dispute.id, dispute]))
      return toPage(
        rows,
        limit,
        (row) => shown.get(row.id) as Dispute,
        (row) => [row.opened_at.toISOString(), row.id],
      )
    },
  )

  app.post(
    '/disputes/:id/evidence',
    {
      schema: {
        operationId: 'addEvidence',
        tags,
        summary: 'Say something in a dispute; both sides and the operator read it',
        params: DisputeParams,
        body: AddEvidence,
        response: { 201: Dispute, ...problemResponses },
      },
      config: { access: 'orders.dispute.argue' },
    },
    async (request, reply) => {
      const { dispute, side } = await getSeen(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const evidence = { id: newId(command.now.getTime()), disputeId: dispute.id, side, personId: actorOf(request).userId }
        if (!(await insertEvidence(tx, { ...evidence, words: request.body.words, file: null, at: command.now }))) throw new Refusal(ENDED)
        await command.audit({ action: 'orders.dispute.argue', subjectType: 'dispute', subjectId: dispute.id })
        return { status: 201, body: await presentOne(tx, dispute.id) }
      })
    },
  )

  app.post(
    '/disputes/:id/files',
    {
      schema: {
        operationId: 'addEvidenceFile',
        tags,
        summary: 'Add a paper or picture to a dispute (multipart, one file of at most 20 MB)',
        consumes: ['multipart/form-data'],
        params: DisputeParams,
        response: { 201: Dispute, ...problemResponses },
      },
      config: { access: 'orders.dispute.argue' },
    },
    async (request, reply) => {
      const { dispute, side } = await getSeen(request)
      const part = await request.file()
      if (!part) throw new Refusal({ code: 'orders.no_file', kind: 'invalid' })
      return runCommand(db, request, reply, async (tx, command) => {
        const { userId } = actorOf(request)
        const file = await storeUpload(tx, needs.files, {
          stream: part.file,
          name: part.filename,
          maxBytes: MAX_FILE_BYTES,
          allowedTypes: [...ALLOWED],
          ownerOrganisationId: organisationOf(request),
          uploadedBy: userId,
        })
        const evidence = {
          id: newId(command.now.getTime()),
          disputeId: dispute.id,
          side,
          personId: userId,
          words: file.name,
          file,
          at: command.now,
        }
        if (!(await insertEvidence(tx, evidence))) throw new Refusal(ENDED)
        await command.audit({ action: 'orders.dispute.argue', subjectType: 'dispute', subjectId: dispute.id, detail: { fileId: file.id } })
        return { status: 201, body: await presentOne(tx, dispute.id) }
      })
    },
  )

  app.get(
    '/disputes/:id/files/:evidenceId',
    {
      schema: {
        operationId: 'readEvidenceFile',
        tags,
        summary: 'Download a paper of a dispute',
        params: EvidenceFileParams,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'orders.order.read' },
    },
    async (request, reply) => {
      const { dispute } = await getSeen(request)
      const fileId = (await listEvidence(db, [dispute.id])).find(({ id }) => id === request.params.evidenceId)?.file_id
      const file = fileId ? await findFile(db, fileId) : undefined
      if (!file) throw new Refusal(DISPUTE_MISSING)
      return sendFile(reply, needs.files, file)
    },
  )

  app.post(
    '/disputes/:id/rule',
    {
      schema: {
        operationId: 'ruleDispute',
        tags,
        summary: 'Rule a dispute: the work is done again, the price is owed, or it is given back',
        params: DisputeParams,
        body: RuleDispute,
        response: { 200: Dispute, ...problemResponses },
      },
      config: { access: 'orders.dispute.rule' },
    },
    async (request, reply) => {
      const { dispute } = await getSeen(request)
      const { ruling, words } = request.body
      return runCommand(db, request, reply, async (tx, command) => {
        const personId = actorOf(request).userId
        await changeOrder(tx, command, { orderId: dispute.order_id, act: ACT_OF[ruling], side: 'operator', personId, reason: words })
        return { status: 200, body: await presentOne(tx, dispute.id) }
      })
    },
  )
}

const ENDED = { code: 'orders.dispute_ended', kind: 'conflict' } as const
