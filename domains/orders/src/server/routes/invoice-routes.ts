import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, VERSION_STALE, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  AskInvoice,
  EditInvoiceData,
  Invoice,
  InvoiceableList,
  InvoiceData,
  InvoiceList,
  InvoiceParams,
  IssueInvoice,
  ListInvoices,
  RefuseInvoice,
} from '../../contract/invoices.ts'
import { askInvoice, issueInvoice, refuseInvoice, withdrawInvoice } from '../money/ask-invoice.ts'
import { presentInvoice, presentInvoiceData } from '../money/present-money.ts'
import { sideOf } from '../money/read-ledger.ts'
import type { OrdersDeps } from '../needs.ts'
import { findProfile, listInvoiceable, listInvoices, writeProfile } from '../sql/money/invoices.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** Invoices: the client's data, what it asks for, what the provider has issued. */
export async function invoiceRoutes(scope: FastifyInstance, { db, needs }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const tags = ['orders']
  const by = (request: FastifyRequest) => ({ organisationId: organisationOf(request), by: actorOf(request).userId })

  app.get(
    '/invoice-data',
    {
      schema: {
        operationId: 'getInvoiceData',
        tags,
        summary: 'How the own organisation wants its invoices',
        response: { 200: InvoiceData, ...problemResponses },
      },
      config: { access: 'orders.invoice.ask' },
    },
    async (request, reply) => {
      const profile = await findProfile(db, organisationOf(request))
      if (!profile) throw new Error('an organisation that asks is gone')
      setVersion(reply, profile.version)
      return presentInvoiceData(profile)
    },
  )

  app.put(
    '/invoice-data',
    {
      schema: {
        operationId: 'editInvoiceData',
        tags,
        summary: 'Change how the own organisation wants its invoices (If-Match, "0" the first time)',
        body: EditInvoiceData,
        response: { 200: InvoiceData, ...problemResponses },
      },
      config: { access: 'orders.invoice.ask' },
    },
    async (request, reply) => {
      const organisationId = organisationOf(request)
      const version = expectedVersion(request)
      const { title, taxpayerNumber, kind, address, phone, bankName, bankAccount, email } = request.body
      return runCommand(db, request, reply, async (tx, command) => {
        const isWritten = await writeProfile(tx, organisationId, {
          invoice_title: title,
          taxpayer_number: taxpayerNumber,
          invoice_kind: kind,
          address,
          phone,
          bank_name: bankName,
          bank_account: bankAccount,
          email,
          version,
        })
        const profile = await findProfile(tx, organisationId)
        if (!isWritten || !profile) throw new Refusal(VERSION_STALE)
        await command.audit({ action: 'orders.invoice_data.edit', subjectType: 'organisation', subjectId: organisationId })
        return { status: 200, body: presentInvoiceData(profile), headers: { etag: versionTag(profile.version) } }
      })
    },
  )

  app.get(
    '/invoiceable-orders',
    {
      schema: {
        operationId: 'listInvoiceableOrders',
        tags,
        summary: 'Settled orders and paid bookings that are on no invoice',
        response: { 200: InvoiceableList, ...problemResponses },
      },
      config: { access: 'orders.invoice.ask' },
    },
    async (request) => ({
      items: (await listInvoiceable(db, organisationOf(request))).map((row) => ({
        id: row.id,
        kind: row.charge_id === null ? ('order' as const) : ('booking' as const),
        number: row.number,
        title: row.title,
        providerId: row.provider_id,
        providerName: row.provider_name,
        amount: formatFen(row.amount_fen),
        settledAt: row.settled_at.toISOString(),
      })),
    }),
  )

  app.get(
    '/invoices',
    {
      schema: {
        operationId: 'listInvoices',
        tags,
        summary: 'Invoices that the own organisation has asked for, or as a provider is to issue',
        querystring: ListInvoices,
        response: { 200: InvoiceList, ...problemResponses },
      },
      config: { access: 'orders.invoice.list' },
    },
    async (request) => {
      const { side, state, cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listInvoices(db, {
        side: sideOf(actorOf(request), side),
        organisationId: organisationOf(request),
        state,
        after: after && { at: new Date(after[0]), id: after[1] },
        limit,
      })
      return toPage(rows, limit, presentInvoice, (row) => [row.asked_at.toISOString(), row.id])
    },
  )

  app.post(
    '/invoices',
    {
      schema: {
        operationId: 'askInvoice',
        tags,
        summary: 'Ask for an invoice over settled orders and paid bookings of one provider (Idempotency-Key)',
        body: AskInvoice,
        response: { 201: Invoice, ...problemResponses },
      },
      config: { access: 'orders.invoice.ask' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => ({
        status: 201,
        body: presentInvoice(await askInvoice(tx, command, needs, { ...by(request), ...request.body })),
      })),
  )

  app.post(
    '/invoices/:id/withdrawal',
    {
      schema: {
        operationId: 'withdrawInvoice',
        tags,
        summary: 'Take a request for an invoice back (Idempotency-Key)',
        params: InvoiceParams,
        response: { 200: Invoice, ...problemResponses },
      },
      config: { access: 'orders.invoice.ask' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => ({
        status: 200,
        body: presentInvoice(await withdrawInvoice(tx, command, { ...by(request), id: request.params.id })),
      })),
  )

  app.post(
    '/invoices/:id/issue',
    {
      schema: {
        operationId: 'issueInvoice',
        tags,
        summary: 'Enter the invoice that was issued (Idempotency-Key)',
        params: InvoiceParams,
        body: IssueInvoice,
        response: { 200: Invoice, ...problemResponses },
      },
      config: { access: 'orders.invoice.issue' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => ({
        status: 200,
        body: presentInvoice(await issueInvoice(tx, command, needs, { ...by(request), id: request.params.id, ...request.body })),
      })),
  )

  app.post(
    '/invoices/:id/refusal',
    {
      schema: {
        operationId: 'refuseInvoice',
        tags,
        summary: 'Refuse a request for an invoice, with the reason (Idempotency-Key)',
        params: InvoiceParams,
        body: RefuseInvoice,
        response: { 200: Invoice, ...problemResponses },
      },
      config: { access: 'orders.invoice.issue' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => ({
        status: 200,
        body: presentInvoice(
          await refuseInvoice(tx, command, needs, { ...by(request), id: request.params.id, refusal: request.body.reason }),
        ),
      })),
  )
}
