import type { components } from '@jiju/api-client/schema'
import { z } from 'zod'
import { answer, answerWithVersion, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>

export type Webhook = components['schemas']['Webhook']
type WebhookWithSecret = components['schemas']['WebhookWithSecret']
type WebhookTopic = components['schemas']['WebhookTopics']['items'][number]
export type Delivery = components['schemas']['WebhookDelivery']
export type DeliveryState = Delivery['state']

export const DELIVERY_STATES: readonly DeliveryState[] = ['waiting', 'retrying', 'held', 'delivered', 'failed']

/** What can be said before the server is asked; whether an address may be used is decided there. */
export const WebhookForm = z.object({
  name: z.string().trim().min(1).max(100),
  address: z.url().max(1000),
  topics: z.array(z.string()).min(1),
})

export type WebhookEntry = z.output<typeof WebhookForm>

const at = (id: string) => ({ params: { path: { id } } })

export async function listWebhooks(): Promise<Webhook[]> {
  return (await answer(api.GET('/api/v1/webhooks', {}))).items
}

export async function listTopics(): Promise<WebhookTopic[]> {
  return (await answer(api.GET('/api/v1/webhooks/topics', {}))).items
}

export async function readWebhook(id: string): Promise<{ data: Webhook; version: string | null }> {
  return await answerWithVersion(api.GET('/api/v1/webhooks/{id}', at(id)))
}

export async function addWebhook(body: WebhookEntry, headers: Attempt): Promise<WebhookWithSecret> {
  return await answer(api.POST('/api/v1/webhooks', { body, headers }))
}

type Versioned = { readonly id: string; readonly version: string }

export async function editWebhook({ id, version, body }: Versioned & { body: WebhookEntry }, headers: Attempt): Promise<void> {
  await answer(api.PUT('/api/v1/webhooks/{id}', { ...at(id), body, headers: { ...headers, 'If-Match': version } }))
}

export async function switchWebhook({ id, version, to }: Versioned & { to: 'pause' | 'resume' }, headers: Attempt): Promise<void> {
  const request = { ...at(id), headers: { ...headers, 'If-Match': version } }
  await answer(to === 'pause' ? api.POST('/api/v1/webhooks/{id}/pause', request) : api.POST('/api/v1/webhooks/{id}/resume', request))
}

export async function rotateSecret(
  { id, version, overlapHours }: Versioned & { overlapHours: number },
  headers: Attempt,
): Promise<WebhookWithSecret> {
  return await answer(
    api.POST('/api/v1/webhooks/{id}/secret', { ...at(id), body: { overlapHours }, headers: { ...headers, 'If-Match': version } }),
  )
}

export async function removeWebhook({ id }: { id: string }, headers: Attempt): Promise<void> {
  await answer(api.DELETE('/api/v1/webhooks/{id}', { ...at(id), headers }))
}

export async function pingWebhook({ id }: { id: string }, headers: Attempt): Promise<void> {
  await answer(api.POST('/api/v1/webhooks/{id}/ping', { ...at(id), headers }))
}

export async function listDeliveries(id: string, state: DeliveryState | undefined, cursor: string | undefined, signal: AbortSignal) {
  const query = { limit: 50, ...(state && { state }), ...(cursor && { cursor }) }
  return await answer(api.GET('/api/v1/webhooks/{id}/deliveries', { params: { path: { id }, query }, signal }))
}

export async function readDelivery(id: string) {
  return await answer(api.GET('/api/v1/webhooks/deliveries/{id}', at(id)))
}

export async function resendDelivery({ id }: { id: string }, headers: Attempt): Promise<void> {
  await answer(api.POST('/api/v1/webhooks/deliveries/{id}/resend', { ...at(id), headers }))
}
