import { Refusal } from '@jiju/kernel/problem'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { actorOf, organisationOf } from '../http/actor.ts'
import { type Command, runCommand } from '../http/command.ts'
import { expectedVersion, setVersion, versionTag } from '../http/if-match.ts'
import { decodeCursor, toPage } from '../http/paging.ts'
import { languageOf } from '../http/problem-texts.ts'
import { problemResponses } from '../http/problems.ts'
import {
  DeliveryListQuery,
  RotateSecret,
  Webhook,
  WebhookDeliveryDetail,
  WebhookDeliveryPage,
  WebhookEntry,
  WebhookList,
  WebhookParams,
  WebhookTopics,
  WebhookWithSecret,
} from './contract.ts'
import type { WebhooksDeps } from './deps.ts'
import {
  addWebhook,
  DELIVERY_MISSING,
  editWebhook,
  pauseWebhook,
  pingWebhook,
  removeWebhook,
  resendDelivery,
  resumeWebhook,
  rotateSecret,
  WEBHOOK_MISSING,
} from './keep-webhook.ts'
import { presentDelivery, presentDeliveryDetail, presentWebhook } from './present.ts'
import { schemaOf } from './public-events.ts'
import { findDelivery, listAttempts, listDeliveries } from './sql/deliveries.ts'
import { findWebhook, listWebhooks, type WebhookRow } from './sql/webhooks.ts'

const tags = ['webhooks']
const SHOWN_TRIES = 50

/** The webhooks of the organisation in use. */
export async function webhookRoutes(scope: FastifyInstance, deps: WebhooksDeps): Promise<void> {
  const { db, now } = deps
  const app = scope.withTypeProvider<ZodTypeProvider>()
  app.get(
    '',
    {
      config: { access: 'webhooks.webhook.list' },
      schema: { operationId: 'listWebhooks', tags, summary: 'Your webhooks', response: { 200: WebhookList, ...problemResponses } },
    },
    async (request) => ({ items: (await listWebhooks(db, organisationOf(request))).map((row) => presentWebhook(row, now())) }),
  )
  app.get(
    '/topics',
    {
      config: { access: 'webhooks.webhook.list' },
      schema: {
        operationId: 'listWebhookTopics',
        tags,
        summary: 'Events that can be sent, with the schema of their data',
        response: { 200: WebhookTopics, ...problemResponses },
      },
    },
    async (request) => {
      const language = languageOf(request.headers['accept-language'])
      const items = Object.entries(deps.publicEvents).map(([topic, event]) => ({
        topic,
        title: event.title[language],
        schema: schemaOf(event),
      }))
      return { items }
    },
  )
  app.post(
    '',
    {
      config: { access: 'webhooks.webhook.edit' },
      schema: {
        operationId: 'addWebhook',
        tags,
        summary: 'Add a webhook; the answer shows its secret, once',
        body: WebhookEntry,
        response: { 201: WebhookWithSecret, ...problemResponses },
      },
    },
    async (request, reply) => {
      const add = { ...request.body, organisationId: organisationOf(request), by: actorOf(request).userId }
      return runCommand(
        db,
        request,
        reply,
        async (tx, command) => {
          const { row, secret } = await addWebhook(deps, tx, command, add)
          return { status: 201, ...withSecret(row, secret, command.now) }
        },
        { holdsSecret: true },
      )
    },
  )
  app.get(
    '/:id',
    {
      config: { access: 'webhooks.webhook.list' },
      schema: {
        operationId: 'getWebhook',
        tags,
        summary: 'One webhook',
        params: WebhookParams,
        response: { 200: Webhook, ...problemResponses },
      },
    },
    async (request, reply) => {
      const row = await findWebhook(db, organisationOf(request), request.params.id)
      if (!row) throw new Refusal(WEBHOOK_MISSING)
      setVersion(reply, row.version)
      return presentWebhook(row, now())
    },
  )
  app.put(
    '/:id',
    {
      config: { access: 'webhooks.webhook.edit' },
      schema: {
        operationId: 'editWebhook',
        tags,
        summary: 'Change name, address or topics',
        params: WebhookParams,
        body: WebhookEntry,
        response: { 200: Webhook, ...problemResponses },
      },
    },
    async (request, reply) => {
      const entry = request.body
      return answerChanged(deps, request, reply, (tx, command, target) => editWebhook(deps, tx, command, { ...target, entry }))
    },
  )
  for (const [verb, act, summary] of [
    ['pause', pauseWebhook, 'Send nothing until it is resumed; events wait'],
    ['resume', resumeWebhook, 'Send what waited, and what comes'],
  ] as const) {
    app.post(
      `/:id/${verb}`,
      {
        config: { access: 'webhooks.webhook.edit' },
        schema: { operationId: `${verb}Webhook`, tags, summary, params: WebhookParams, response: { 200: Webhook, ...problemResponses } },
      },
      async (request, reply) => answerChanged(deps, request, reply, act),
    )
  }
  app.post(
    '/:id/secret',
    {
      config: { access: 'webhooks.webhook.edit' },
      schema: {
        operationId: 'rotateWebhookSecret',
        tags,
        summary: 'Another secret, shown once; the one before may sign for a while',
        params: WebhookParams,
        body: RotateSecret,
        response: { 200: WebhookWithSecret, ...problemResponses },
      },
    },
    async (request, reply) => {
      const target = { ...targetOf(request, request.params.id), ...request.body }
      return runCommand(
        db,
        request,
        reply,
        async (tx, command) => {
          const { row, secret } = await rotateSecret(deps, tx, command, target)
          return { status: 200, ...withSecret(row, secret, command.now) }
        },
        { holdsSecret: true },
      )
    },
  )
  app.delete(
    '/:id',
    {
      config: { access: 'webhooks.webhook.edit' },
      schema: {
        operationId: 'removeWebhook',
        tags,
        summary: 'Remove a webhook and its log',
        params: WebhookParams,
        response: { 204: z.null(), ...problemResponses },
      },
    },
    async (request, reply) => {
      const target = { organisationId: organisationOf(request), id: request.params.id }
      return runCommand(db, request, reply, async (tx, command) => {
        await removeWebhook(tx, command, target)
        return { status: 204, body: null }
      })
    },
  )
}

/** What was sent, what came back, and sending it again. */
export async function deliveryRoutes(scope: FastifyInstance, deps: WebhooksDeps): Promise<void> {
  const { db } = deps
  const app = scope.withTypeProvider<ZodTypeProvider>()
  app.post(
    '/:id/ping',
    {
      config: { access: 'webhooks.delivery.send' },
      schema: {
        operationId: 'pingWebhook',
        tags,
        summary: 'Send a test event',
        params: WebhookParams,
        response: { 202: z.object({ deliveryId: z.uuid() }), ...problemResponses },
      },
    },
    async (request, reply) => {
      const target = { organisationId: organisationOf(request), id: request.params.id }
      return runCommand(db, request, reply, async (tx, command) => ({
        status: 202,
        body: { deliveryId: await pingWebhook(tx, command, target) },
      }))
    },
  )
  app.get(
    '/:id/deliveries',
    {
      config: { access: 'webhooks.delivery.list' },
      schema: {
        operationId: 'listWebhookDeliveries',
        tags,
        summary: 'Deliveries of a webhook, newest first',
        params: WebhookParams,
        querystring: DeliveryListQuery,
        response: { 200: WebhookDeliveryPage, ...problemResponses },
      },
    },
    async (request) => {
      const { cursor, limit, state } = request.query
      const webhook = await findWebhook(db, organisationOf(request), request.params.id)
      if (!webhook) throw new Refusal(WEBHOOK_MISSING)
      const after = decodeCursor(cursor, z.tuple([z.uuid()]))
      const rows = await listDeliveries(db, { webhookId: webhook.id, state, after, limit: limit + 1 })
      return toPage(rows, limit, presentDelivery, (row) => [row.id])
    },
  )
  app.get(
    '/deliveries/:id',
    {
      config: { access: 'webhooks.delivery.list' },
      schema: {
        operationId: 'getWebhookDelivery',
        tags,
        summary: 'One delivery with its tries',
        params: WebhookParams,
        response: { 200: WebhookDeliveryDetail, ...problemResponses },
      },
    },
    async (request) => {
      const row = await findDelivery(db, organisationOf(request), request.params.id)
      if (!row) throw new Refusal(DELIVERY_MISSING)
      return presentDeliveryDetail(row, await listAttempts(db, row.id, SHOWN_TRIES))
    },
  )
  app.post(
    '/deliveries/:id/resend',
    {
      config: { access: 'webhooks.delivery.send' },
      schema: {
        operationId: 'resendWebhookDelivery',
        tags,
        summary: 'Send a delivery once more',
        params: WebhookParams,
        response: { 202: z.null(), ...problemResponses },
      },
    },
    async (request, reply) => {
      const target = { organisationId: organisationOf(request), id: request.params.id }
      return runCommand(db, request, reply, async (tx, command) => {
        await resendDelivery(tx, command, target)
        return { status: 202, body: null }
      })
    },
  )
}

type Target = { readonly organisationId: string; readonly id: string; readonly version: number }

function targetOf(request: FastifyRequest, id: string): Target {
  return { organisationId: organisationOf(request), id, version: expectedVersion(request) }
}

function withSecret(row: WebhookRow, secret: string, now: Date) {
  return { body: { webhook: presentWebhook(row, now), secret }, headers: { etag: versionTag(row.version) } }
}

function answerChanged(
  { db }: WebhooksDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  act: (tx: WebhooksDeps['db'], command: Command, target: Target) => Promise<WebhookRow>,
): Promise<FastifyReply> {
  const target = targetOf(request, (request.params as { id: string }).id)
  return runCommand(db, request, reply, async (tx, command) => {
    const row = await act(tx, command, target)
    return { status: 200, body: presentWebhook(row, command.now), headers: { etag: versionTag(row.version) } }
  })
}
