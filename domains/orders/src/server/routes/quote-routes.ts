import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  DeclineEnquiry,
  Enquiry,
  EnquiryParams,
  InboxCounts,
  type InboxEnquiry,
  InboxList,
  ListInbox,
  TakeEnquiry,
} from '../../contract/enquiries.ts'
import { Order } from '../../contract/orders.ts'
import { AcceptQuote, OfferQuote, QuoteComparison, QuoteParams, WithdrawQuote } from '../../contract/quotes.ts'
import { latenessMs } from '../../core/enquiries/answer-clock.ts'
import { declineEnquiry } from '../enquiries/decline-enquiry.ts'
import { presentFacts, readFacts } from '../enquiries/provider-facts.ts'
import { presentHead, readEnquiry } from '../enquiries/read-enquiry.ts'
import { takeEnquiry } from '../enquiries/take-enquiry.ts'
import type { OrdersDeps } from '../needs.ts'
import { readOrder } from '../order/read-order.ts'
import { ENQUIRY_MISSING } from '../problems.ts'
import { acceptQuote } from '../quotes/accept-quote.ts'
import { compareOffers } from '../quotes/compare-quotes.ts'
import { offerQuote } from '../quotes/offer-quote.ts'
import { withdrawQuote } from '../quotes/withdraw-quote.ts'
import { countInbox, findEnquiry, type InboxRow, listInbox } from '../sql/enquiries.ts'

const tags = ['orders']
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** What providers do about enquiries, and the client's choice among their quotes. */
export async function quoteRoutes(scope: FastifyInstance, { db, needs }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/enquiry-inbox',
    {
      schema: {
        operationId: 'listEnquiryInbox',
        tags,
        summary: 'Enquiries that the own institution was asked; those that wait by the time left',
        querystring: ListInbox,
        response: { 200: InboxList, ...problemResponses },
      },
      config: { access: 'orders.enquiry.list_received' },
    },
    async (request) => {
      const { show, cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const now = request.server.now()
      const rows = await listInbox(db, {
        providerId: organisationOf(request),
        show,
        after: after && { at: new Date(after[0]), id: after[1] },
        limit,
      })
      return toPage(
        rows,
        limit,
        (row) => presentInbox(row, now),
        (row) => [(show === 'waiting' ? row.answer_until : row.asked_at).toISOString(), row.id],
      )
    },
  )

  app.get(
    '/enquiry-inbox/counts',
    {
      schema: {
        operationId: 'countEnquiryInbox',
        tags,
        summary: 'How many enquiries wait for the own institution, and how it has answered so far',
        response: { 200: InboxCounts, ...problemResponses },
      },
      config: { access: 'orders.enquiry.list_received' },
    },
    async (request) => {
      const now = request.server.now()
      const providerId = organisationOf(request)
      const { waiting, late, next_answer_until, unread } = await countInbox(db, providerId, now)
      const facts = (await readFacts(db, [providerId], now)).get(providerId)
      return { waiting, late, nextAnswerUntil: next_answer_until?.toISOString() ?? null, unread, facts: presentFacts(facts) }
    },
  )

  app.post(
    '/enquiries/:id/decline',
    {
      schema: {
        operationId: 'declineEnquiry',
        tags,
        summary: 'Do not quote, for a reason that is counted',
        params: EnquiryParams,
        body: DeclineEnquiry,
        response: { 200: Enquiry, ...problemResponses },
      },
      config: { access: 'orders.enquiry.answer' },
    },
    async (request, reply) => {
      const target = { id: request.params.id, providerId: organisationOf(request), body: request.body }
      return runCommand(db, request, reply, async (tx, command) => {
        await declineEnquiry(tx, command, needs, target)
        return { status: 200, body: (await readEnquiry(tx, target.id, actorOf(request), command.now)).enquiry }
      })
    },
  )

  app.post(
    '/enquiries/:id/quotes',
    {
      schema: {
        operationId: 'offerOrderQuote',
        tags,
        summary: 'Quote; a further quote supersedes the one before (Idempotency-Key)',
        params: EnquiryParams,
        body: OfferQuote,
        response: { 201: Enquiry, ...problemResponses },
      },
      config: { access: 'orders.enquiry.answer' },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const target = { enquiryId: request.params.id, providerId: organisationOf(request), userId: actor.userId, body: request.body }
      return runCommand(db, request, reply, async (tx, command) => {
        await offerQuote(tx, command, needs, target)
        return { status: 201, body: (await readEnquiry(tx, target.enquiryId, actor, command.now)).enquiry }
      })
    },
  )

  app.post(
    '/enquiries/:id/take',
    {
      schema: {
        operationId: 'takeEnquiry',
        tags,
        summary: 'Take what is offered at a price; the first that takes it has the order (Idempotency-Key)',
        params: EnquiryParams,
        body: TakeEnquiry,
        response: { 201: Order, ...problemResponses },
      },
      config: { access: 'orders.enquiry.answer' },
    },
    async (request, reply) => {
      const target = {
        id: request.params.id,
        providerId: organisationOf(request),
        userId: actorOf(request).userId,
        body: request.body,
      }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await takeEnquiry(tx, command, needs, target)
        return { status: 201, body: await readOrder(tx, row, 'provider', command.now) }
      })
    },
  )

  app.post(
    '/quotes/:id/withdraw',
    {
      schema: {
        operationId: 'withdrawOrderQuote',
        tags,
        summary: 'Take a quote back before it is accepted, with the reason',
        params: QuoteParams,
        body: WithdrawQuote,
        response: { 200: Enquiry, ...problemResponses },
      },
      config: { access: 'orders.enquiry.answer' },
    },
    async (request, reply) => {
      const target = { id: request.params.id, providerId: organisationOf(request), body: request.body }
      return runCommand(db, request, reply, async (tx, command) => {
        const enquiryId = await withdrawQuote(tx, command, needs, target)
        return { status: 200, body: (await readEnquiry(tx, enquiryId, actorOf(request), command.now)).enquiry }
      })
    },
  )

  app.get(
    '/enquiries/:id/comparison',
    {
      schema: {
        operationId: 'compareOrderQuotes',
        tags,
        summary: 'Quotes that can be accepted now, side by side, for the client',
        params: EnquiryParams,
        response: { 200: QuoteComparison, ...problemResponses },
      },
      config: { access: 'orders.enquiry.read' },
    },
    async (request) => {
      const row = await findEnquiry(db, request.params.id)
      if (row?.organisation_id !== organisationOf(request)) throw new Refusal(ENQUIRY_MISSING)
      return compareOffers(db, row, request.server.now())
    },
  )

  app.post(
    '/quotes/:id/accept',
    {
      schema: {
        operationId: 'acceptOrderQuote',
        tags,
        summary: 'Accept a quote: one of an enquiry is, and becomes the order at its prices (Idempotency-Key)',
        params: QuoteParams,
        body: AcceptQuote,
        response: { 201: Order, ...problemResponses },
      },
      config: { access: 'orders.quote.accept' },
    },
    async (request, reply) => {
      const target = {
        id: request.params.id,
        organisationId: organisationOf(request),
        userId: actorOf(request).userId,
        body: request.body,
      }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await acceptQuote(tx, command, target)
        return { status: 201, body: await readOrder(tx, row, 'client', command.now) }
      })
    },
  )
}

function presentInbox(row: InboxRow, now: Date): InboxEnquiry {
  const isHidden = row.confidentiality === 'sealed' && row.asked !== 'won'
  return {
    ...presentHead(row, isHidden),
    state: row.state === 'deciding' ? 'open' : row.state,
    itemNames: row.item_names,
    asked: row.asked,
    askedAt: row.asked_at.toISOString(),
    answerUntil: row.answer_until.toISOString(),
    answeredAt: row.answered_at?.toISOString() ?? null,
    isLate:
      (row.asked === 'asked' || row.answered_at !== null) &&
      latenessMs({ answerUntil: row.answer_until, answeredAt: row.answered_at }, now) > 0,
    ownTotal: row.own_fen === null ? null : formatFen(row.own_fen),
    unread: row.unread,
  }
}
