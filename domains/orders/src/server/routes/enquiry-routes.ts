import { formatFen } from '@jiju/kernel/money'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  AskMore,
  Enquiry,
  EnquiryList,
  EnquiryParams,
  EnquiryProviderParams,
  FindFits,
  FittingProviders,
  ListEnquiries,
  ListOverdue,
  type OverdueEnquiry,
  OverdueList,
  PlaceEnquiry,
} from '../../contract/enquiries.ts'
import type { EnquiryState } from '../../core/vocabulary.ts'
import { askMore } from '../enquiries/ask-more.ts'
import { findFits } from '../enquiries/find-fits.ts'
import { placeEnquiry } from '../enquiries/place-enquiry.ts'
import { presentFacts, readFacts } from '../enquiries/provider-facts.ts'
import { presentHead, readEnquiry } from '../enquiries/read-enquiry.ts'
import { remindProvider } from '../enquiries/remind-provider.ts'
import { withdrawEnquiry } from '../enquiries/withdraw-enquiry.ts'
import type { OrdersDeps } from '../needs.ts'
import { listEnquiries } from '../sql/enquiries.ts'
import { listOverdueAnswers } from '../sql/enquiry-providers.ts'

const tags = ['orders']
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])
const OverdueCursor = z.tuple([z.iso.datetime(), z.uuid(), z.uuid()])
const Done = z.object({ isDone: z.literal(true) })

const ENDED: readonly EnquiryState[] = ['awarded', 'withdrawn', 'lapsed']

/** Enquiries as the client keeps them, and the operator's list of overdue answers. */
export async function enquiryRoutes(scope: FastifyInstance, { db, needs }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/enquiries',
    {
      schema: {
        operationId: 'placeEnquiry',
        tags,
        summary: 'Ask providers for their price and date (Idempotency-Key)',
        body: PlaceEnquiry,
        response: { 201: Enquiry, ...problemResponses },
      },
      config: { access: 'orders.enquiry.place' },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const by = { organisationId: organisationOf(request), userId: actor.userId }
      return runCommand(db, request, reply, async (tx, command) => {
        const id = await placeEnquiry(tx, command, needs, request.body, by)
        return { status: 201, body: (await readEnquiry(tx, id, actor, command.now)).enquiry }
      })
    },
  )

  app.post(
    '/enquiry-fits',
    {
      schema: {
        operationId: 'findFittingProviders',
        tags,
        summary: 'Providers whose published services fit a need, with how they answer and deliver',
        body: FindFits,
        response: { 200: FittingProviders, ...problemResponses },
      },
      config: { access: 'orders.enquiry.place' },
    },
    async (request) => ({ items: await findFits(db, needs, request.body.items, organisationOf(request)) }),
  )

  app.get(
    '/enquiries',
    {
      schema: {
        operationId: 'listEnquiries',
        tags,
        summary: 'Enquiries of the own organisation, newest first',
        querystring: ListEnquiries,
        response: { 200: EnquiryList, ...problemResponses },
      },
      config: { access: 'orders.enquiry.list' },
    },
    async (request) => {
      const { state, cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listEnquiries(db, {
        organisationId: organisationOf(request),
        states: state === 'ended' ? ENDED : state === 'open' ? ['open', 'deciding'] : [state],
        after: after && { createdAt: new Date(after[0]), id: after[1] },
        limit,
      })
      return toPage(
        rows,
        limit,
        (row) => ({
          ...presentHead(row, false),
          personName: row.person_name,
          askedCount: row.asked_count,
          quotedCount: row.quoted_count,
          declinedCount: row.declined_count,
          lowestTotal: row.lowest_fen === null ? null : formatFen(row.lowest_fen),
          unread: row.unread,
        }),
        (row) => [row.created_at.toISOString(), row.id],
      )
    },
  )

  app.get(
    '/enquiries/:id',
    {
      schema: {
        operationId: 'getEnquiry',
        tags,
        summary: 'One enquiry, for the client, a provider that was asked, and the operator',
        params: EnquiryParams,
        response: { 200: Enquiry, ...problemResponses },
      },
      config: { access: 'orders.enquiry.read' },
    },
    async (request) => (await readEnquiry(db, request.params.id, actorOf(request), request.server.now())).enquiry,
  )

  app.post(
    '/enquiries/:id/withdraw',
    {
      schema: {
        operationId: 'withdrawEnquiry',
        tags,
        summary: 'Take an enquiry back; quotes on offer end with it',
        params: EnquiryParams,
        response: { 200: Enquiry, ...problemResponses },
      },
      config: { access: 'orders.enquiry.place' },
    },
    async (request, reply) => {
      const target = { id: request.params.id, organisationId: organisationOf(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        await withdrawEnquiry(tx, command, needs, target)
        return { status: 200, body: (await readEnquiry(tx, target.id, actorOf(request), command.now)).enquiry }
      })
    },
  )

  app.post(
    '/enquiries/:id/providers',
    {
      schema: {
        operationId: 'askMoreProviders',
        tags,
        summary: 'Ask further providers',
        params: EnquiryParams,
        body: AskMore,
        response: { 200: Enquiry, ...problemResponses },
      },
      config: { access: 'orders.enquiry.place' },
    },
    async (request, reply) => {
      const target = { id: request.params.id, organisationId: organisationOf(request), providerIds: request.body.providerIds }
      return runCommand(db, request, reply, async (tx, command) => {
        await askMore(tx, command, needs, target)
        return { status: 200, body: (await readEnquiry(tx, target.id, actorOf(request), command.now)).enquiry }
      })
    },
  )

  app.get(
    '/overdue-enquiries',
    {
      schema: {
        operationId: 'listOverdueEnquiries',
        tags,
        summary: 'Answers of providers that are overdue, the oldest limit first',
        querystring: ListOverdue,
        response: { 200: OverdueList, ...problemResponses },
      },
      config: { access: 'orders.overdue_enquiry.list' },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const now = request.server.now()
      const after = decodeCursor(cursor, OverdueCursor)
      const rows = await listOverdueAnswers(db, {
        now,
        after: after && { at: new Date(after[0]), enquiryId: after[1], providerId: after[2] },
        limit,
      })
      const facts = await readFacts(db, [...new Set(rows.map(({ provider_id }) => provider_id))], now)
      return toPage(
        rows,
        limit,
        (row): OverdueEnquiry => ({
          enquiryId: row.enquiry_id,
          number: row.number,
          title: row.title,
          organisationName: row.organisation_name,
          providerId: row.provider_id,
          providerName: row.provider_name,
          askedAt: row.asked_at.toISOString(),
          answerUntil: row.answer_until.toISOString(),
          escalatedAt: row.escalated_at?.toISOString() ?? null,
          operatorRemindedAt: row.operator_reminded_at?.toISOString() ?? null,
          otherAnswers: row.other_answers,
          facts: presentFacts(facts.get(row.provider_id)),
        }),
        (row) => [row.answer_until.toISOString(), row.enquiry_id, row.provider_id],
      )
    },
  )

  app.post(
    '/overdue-enquiries/:id/providers/:providerId/remind',
    {
      schema: {
        operationId: 'remindOfEnquiry',
        tags,
        summary: 'Ask a provider whose answer is overdue to answer',
        params: EnquiryProviderParams,
        response: { 200: Done, ...problemResponses },
      },
      config: { access: 'orders.overdue_enquiry.remind' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { id, providerId } = request.params
        await remindProvider(tx, command, needs, { enquiryId: id, providerId })
        return { status: 200, body: { isDone: true as const } }
      }),
  )
}
