import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { DELIVERY_STATES } from './sql/deliveries.ts'

const instant = z.iso.datetime()

const fields = {
  name: z.string().trim().min(1).max(100),
  address: z.string().trim().min(8).max(1000).describe('Where events are sent: `https:`, on the public internet'),
  topics: z.array(z.string().max(100)).min(1).max(100),
}
export const WebhookEntry = z.object(fields).meta({ id: 'WebhookEntry' })

export const Webhook = z
  .object({
    id: z.uuid(),
    ...fields,
    state: z.enum(['active', 'paused']),
    pausedBecause: z.enum(['by_member', 'failing']).nullable().describe('failing: nothing arrived for a day'),
    oldSecretUntil: instant.nullable().describe('Until then the secret before signs too'),
    lastSuccessAt: instant.nullable().describe('To the minute'),
    createdAt: instant,
  })
  .meta({ id: 'Webhook' })
export const WebhookList = z.object({ items: z.array(Webhook) }).meta({ id: 'WebhookList' })
export const WebhookParams = z.object({ id: z.uuid() })

export const WebhookWithSecret = z
  .object({ webhook: Webhook, secret: z.string().describe('Shown this once; key of the signature') })
  .meta({ id: 'WebhookWithSecret' })
export const RotateSecret = z
  .object({ overlapHours: z.int().min(0).max(72).describe('How long the secret before signs beside the new one; 0 ends it at once') })
  .meta({ id: 'RotateSecret' })

export const WebhookTopics = z
  .object({
    items: z.array(
      z.object({ topic: z.string(), title: z.string(), schema: z.record(z.string(), z.unknown()).describe('JSON Schema of `data`') }),
    ),
  })
  .meta({ id: 'WebhookTopics' })

export const DeliveryListQuery = z.object({ ...pageQuery, state: z.enum(DELIVERY_STATES).exactOptional() })
const delivery = {
  id: z.uuid(),
  webhookId: z.uuid(),
  eventId: z.uuid(),
  topic: z.string(),
  state: z.enum(DELIVERY_STATES).describe('held: the webhook is paused. retrying: another try follows'),
  attempts: z.int().describe('Tries of the plan; those by hand are not counted'),
  nextAttemptAt: instant.nullable(),
  createdAt: instant,
  deliveredAt: instant.nullable(),
}
export const WebhookDelivery = z
  .object({ ...delivery, lastStatus: z.int().nullable().describe('HTTP status of the last try'), lastError: z.string().nullable() })
  .meta({ id: 'WebhookDelivery' })
export const WebhookDeliveryPage = pageOf(WebhookDelivery).meta({ id: 'WebhookDeliveryPage' })

export const WebhookDeliveryDetail = z
  .object({
    ...delivery,
    body: z.string().describe('As it is signed and sent'),
    tries: z
      .array(
        z.object({
          id: z.uuid(),
          at: instant,
          tookMs: z.int(),
          byHand: z.boolean(),
          requestHeaders: z.record(z.string(), z.string()),
          status: z.int().nullable(),
          responseStart: z.string().nullable().describe('The first 2 KB'),
          error: z.string().nullable().describe('Why no answer came'),
        }),
      )
      .describe('The last 50, newest first'),
  })
  .meta({ id: 'WebhookDeliveryDetail' })
