import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { type Command, runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { AgreementRuleView, SetAgreementRule } from '../../contract/agreement-rules.ts'
import { EditTerms, ListTerms, QuotedTermsList, Terms, TermsList, TermsParams, WriteTerms } from '../../contract/terms.ts'
import { readAgreementRule, setAgreementRule } from '../agreement/agreement-rule.ts'
import { readQuoteTerms } from '../agreement/quote-terms.ts'
import {
  chooseDefault,
  draftTerms,
  editTerms,
  ownerOf,
  presentTerms,
  publishTerms,
  retireTerms,
  reviseTerms,
  TERMS_MISSING,
} from '../agreement/write-terms.ts'
import type { OrdersDeps, OrdersTables } from '../needs.ts'
import { findTerms, listTerms, type TermsRow } from '../sql/agreement/terms.ts'

const tags = ['orders']
const by = (request: FastifyRequest) => ({ ownerId: ownerOf(actorOf(request)), userId: actorOf(request).userId })

type Act = (tx: Db<OrdersTables>, command: Command, seen: { id: string; version: number; by: ReturnType<typeof by> }) => Promise<TermsRow>

const ACTS: readonly { path: string; operationId: string; summary: string; act: Act; isCreation?: boolean }[] = [
  { path: 'publish', operationId: 'publishTerms', summary: 'Publish a draft; it is never edited afterwards', act: publishTerms },
  {
    path: 'retire',
    operationId: 'retireTerms',
    summary: 'Offer published terms no longer; agreements that hold them stay',
    act: retireTerms,
  },
  {
    path: 'revise',
    operationId: 'reviseTerms',
    summary: 'Begin the next version of a template as a draft',
    act: (tx, command, seen) => reviseTerms(tx, command, seen.id, seen.by),
    isCreation: true,
  },
  {
    path: 'default',
    operationId: 'makeTermsDefault',
    summary: 'Give these terms to new orders when nobody chooses',
    act: (tx, command, seen) => chooseDefault(tx, command, seen.id, seen.by),
  },
]

/** Templates of terms: a provider's own, and the platform's, which an operator keeps. */
export async function termsRoutes(scope: FastifyInstance, { db }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/terms',
    {
      schema: {
        operationId: 'listTerms',
        tags,
        summary: 'Terms of the own institution in every state, and the platform’s that are published',
        querystring: ListTerms,
        response: { 200: TermsList, ...problemResponses },
      },
      config: { access: 'orders.terms.read' },
    },
    async (request) => ({
      items: (await listTerms(db, { ownerId: ownerOf(actorOf(request)), topic: request.query.topic })).map(presentTerms),
    }),
  )

  app.get(
    '/terms/:id',
    {
      schema: {
        operationId: 'getTerms',
        tags,
        summary: 'One version of a template',
        params: TermsParams,
        response: { 200: Terms, ...problemResponses },
      },
      config: { access: 'orders.terms.read' },
    },
    async (request, reply) => {
      const row = await findTerms(db, request.params.id)
      const isOwn = row?.provider_id === ownerOf(actorOf(request))
      if (!row || (!isOwn && (row.provider_id !== null || row.state === 'draft'))) throw new Refusal(TERMS_MISSING)
      setVersion(reply, row.version)
      return presentTerms(row)
    },
  )

  app.get(
    '/quotes/:id/terms',
    {
      schema: {
        operationId: 'listQuoteTerms',
        tags,
        summary: 'The terms of a quote in full, for the two whom it concerns',
        params: TermsParams,
        response: { 200: QuotedTermsList, ...problemResponses },
      },
      config: { access: 'orders.agreement.read' },
    },
    async (request) => readQuoteTerms(db, request.params.id, organisationOf(request)),
  )

  app.post(
    '/terms',
    {
      schema: {
        operationId: 'draftTerms',
        tags,
        summary: 'Write a new template as a draft (Idempotency-Key)',
        body: WriteTerms,
        response: { 201: Terms, ...problemResponses },
      },
      config: { access: 'orders.terms.write' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await draftTerms(tx, command, request.body, by(request))
        return { status: 201, body: presentTerms(row), headers: { etag: versionTag(row.version) } }
      }),
  )

  app.put(
    '/terms/:id',
    {
      schema: {
        operationId: 'editTerms',
        tags,
        summary: 'Edit a draft (If-Match)',
        params: TermsParams,
        body: EditTerms,
        response: { 200: Terms, ...problemResponses },
      },
      config: { access: 'orders.terms.write' },
    },
    async (request, reply) => {
      const seen = { id: request.params.id, version: expectedVersion(request), by: by(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await editTerms(tx, command, seen, request.body)
        return { status: 200, body: presentTerms(row), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.get(
    '/agreement-rule',
    {
      schema: {
        operationId: 'getAgreementRule',
        tags,
        summary: 'Whether work of the own institution waits for the accepted agreement, by kind and by service',
        response: { 200: AgreementRuleView, ...problemResponses },
      },
      config: { access: 'orders.agreement_rule.read' },
    },
    async (request, reply) => {
      const rule = await readAgreementRule(db, organisationOf(request))
      setVersion(reply, rule.version)
      return rule
    },
  )

  app.put(
    '/agreement-rule',
    {
      schema: {
        operationId: 'setAgreementRule',
        tags,
        summary: 'Let work wait for the accepted agreement, or not; holds for orders to come (If-Match)',
        body: SetAgreementRule,
        response: { 200: AgreementRuleView, ...problemResponses },
      },
      config: { access: 'orders.agreement_rule.set' },
    },
    async (request, reply) => {
      const target = { providerId: organisationOf(request), by: actorOf(request).userId, version: expectedVersion(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        const body = await setAgreementRule(tx, command, target, request.body)
        return { status: 200, body, headers: { etag: versionTag(body.version) } }
      })
    },
  )

  for (const { path, operationId, summary, act, isCreation } of ACTS)
    app.post(
      `/terms/:id/${path}`,
      {
        schema: {
          operationId,
          tags,
          summary: `${summary} (If-Match)`,
          params: TermsParams,
          response: { [isCreation ? 201 : 200]: Terms, ...problemResponses },
        },
        config: { access: 'orders.terms.write' },
      },
      async (request, reply) => {
        const seen = { id: request.params.id, version: expectedVersion(request), by: by(request) }
        return runCommand(db, request, reply, async (tx, command) => {
          const row = await act(tx, command, seen)
          return { status: isCreation ? 201 : 200, body: presentTerms(row), headers: { etag: versionTag(row.version) } }
        })
      },
    )
}
