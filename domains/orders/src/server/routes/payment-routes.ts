import { parseFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  BeginPayment,
  ListPayments,
  NoticeTaken,
  PayInSandbox,
  Payment,
  PaymentList,
  PaymentNoticeBody,
  PaymentParams,
  SandboxParams,
  SandboxPayment,
} from '../../contract/payments.ts'
import { beginPayment } from '../money/begin-payment.ts'
import { deliverNotices } from '../money/money-jobs.ts'
import { presentPayment, presentSandboxPayment } from '../money/present-money.ts'
import { payInSandbox, sandboxProvider } from '../money/sandbox.ts'
import { takeNotice } from '../money/take-notice.ts'
import type { OrdersDeps } from '../needs.ts'
import { endPayment, listPayments, lockPayment } from '../sql/money/payments.ts'
import { findSandboxPayment } from '../sql/money/sandbox.ts'

const PAYMENT_MISSING = { code: 'orders.payment_missing', kind: 'missing' } as const
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** Money that clients pay in, and the payment provider that tells of it. */
export async function paymentRoutes(scope: FastifyInstance, deps: OrdersDeps): Promise<void> {
  const { db, needs } = deps
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const tags = ['orders']

  app.post(
    '/payments',
    {
      schema: {
        operationId: 'beginPayment',
        tags,
        summary: 'Pay in through the payment provider, or announce a transfer by bank (Idempotency-Key)',
        body: BeginPayment,
        response: { 201: Payment, ...problemResponses },
      },
      config: { access: 'orders.payment.begin' },
    },
    async (request, reply) => {
      const { amount, channel, orderId } = request.body
      const wanted = {
        organisationId: organisationOf(request),
        by: actorOf(request).userId,
        amountFen: parseFen(amount) ?? 0n,
        channel,
        orderId,
      }
      return runCommand(db, request, reply, async (tx, command) => ({
        status: 201,
        body: presentPayment(await beginPayment(tx, command, needs, wanted)),
      }))
    },
  )

  app.get(
    '/payments',
    {
      schema: {
        operationId: 'listPayments',
        tags,
        summary: 'What the own organisation has paid in, newest first',
        querystring: ListPayments,
        response: { 200: PaymentList, ...problemResponses },
      },
      config: { access: 'orders.payment.list' },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listPayments(db, organisationOf(request), { after: after && { at: new Date(after[0]), id: after[1] }, limit })
      return toPage(rows, limit, presentPayment, (row) => [row.begun_at.toISOString(), row.id])
    },
  )

  app.post(
    '/payments/:id/withdrawal',
    {
      schema: {
        operationId: 'withdrawPayment',
        tags,
        summary: 'Take back the announcement of a transfer (Idempotency-Key)',
        params: PaymentParams,
        response: { 200: Payment, ...problemResponses },
      },
      config: { access: 'orders.payment.begin' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const payment = await lockPayment(tx, request.params.id)
        if (!payment || payment.organisation_id !== organisationOf(request)) throw new Refusal(PAYMENT_MISSING)
        // What has been opened at a payment provider can still be paid there.
        if (payment.channel !== 'bank_transfer' || !(await endPayment(tx, payment.id, 'withdrawn', command.now)))
          throw new Refusal({ code: 'orders.payment_decided', kind: 'conflict' })
        await command.audit({ action: 'orders.payment.withdraw', subjectType: 'payment', subjectId: payment.id })
        return { status: 200, body: presentPayment({ ...payment, state: 'withdrawn', ended_at: command.now }) }
      }),
  )

  app.post(
    '/payment-notices/sandbox',
    {
      schema: {
        operationId: 'takePaymentNotice',
        tags,
        summary: 'What the payment provider tells of a payment; signed, and booked once however often it comes',
        body: PaymentNoticeBody,
        response: { 200: NoticeTaken, ...problemResponses },
      },
      config: { access: 'orders.payment.notify' },
    },
    async (request, reply) => {
      const notice = sandboxProvider(db, { secret: needs.authSecret, now: needs.now }).readNotice(request.body)
      if (!notice) throw new Refusal({ code: 'orders.notice_signature', kind: 'invalid' })
      return runCommand(db, request, reply, async (tx, command) => ({
        status: 200,
        body: { outcome: await takeNotice(tx, command, 'sandbox', notice) },
      }))
    },
  )

  app.get(
    '/sandbox-payments/:reference',
    {
      schema: {
        operationId: 'getSandboxPayment',
        tags,
        summary: 'A payment in the sandbox of the payment provider',
        params: SandboxParams,
        response: { 200: SandboxPayment, ...problemResponses },
      },
      config: { access: 'orders.sandbox_payment.pay' },
    },
    async (request) => {
      const row = await findSandboxPayment(db, request.params.reference)
      if (!row) throw new Refusal(PAYMENT_MISSING)
      return presentSandboxPayment(row)
    },
  )

  app.post(
    '/sandbox-payments/:reference',
    {
      schema: {
        operationId: 'payInSandbox',
        tags,
        summary: 'Pay in the sandbox, and choose how it tells of it',
        params: SandboxParams,
        body: PayInSandbox,
        response: { 200: SandboxPayment, ...problemResponses },
      },
      config: { access: 'orders.sandbox_payment.pay' },
    },
    async (request) => {
      const row = await payInSandbox(db, { reference: request.params.reference, manner: request.body.manner, now: needs.now() })
      await deliverNotices(deps)
      return presentSandboxPayment(row)
    },
  )
}
