import type { z } from 'zod'
import type { Webhook, WebhookDelivery, WebhookDeliveryDetail } from './contract.ts'
import type { AttemptRow, DeliveryRow, DeliveryState } from './sql/deliveries.ts'
import type { WebhookRow } from './sql/webhooks.ts'

export function presentWebhook(row: WebhookRow, now: Date): z.output<typeof Webhook> {
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    topics: row.topics,
    state: row.state as 'active' | 'paused',
    pausedBecause: row.paused_because as 'by_member' | 'failing' | null,
    oldSecretUntil: row.old_secret_until && row.old_secret_until > now ? row.old_secret_until.toISOString() : null,
    lastSuccessAt: row.last_success_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  }
}

function presentRow(row: DeliveryRow) {
  return {
    id: row.id,
    webhookId: row.webhook_id,
    eventId: row.event_id,
    topic: row.topic,
    state: row.state as DeliveryState,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    deliveredAt: row.delivered_at?.toISOString() ?? null,
  }
}

export function presentDelivery(
  row: DeliveryRow & { lastStatus: number | null; lastError: string | null },
): z.output<typeof WebhookDelivery> {
  return { ...presentRow(row), lastStatus: row.lastStatus, lastError: row.lastError }
}

export function presentDeliveryDetail(row: DeliveryRow, attempts: readonly AttemptRow[]): z.output<typeof WebhookDeliveryDetail> {
  return {
    ...presentRow(row),
    body: row.body,
    tries: attempts.map((attempt) => ({
      id: attempt.id,
      at: attempt.at.toISOString(),
      tookMs: attempt.took_ms,
      byHand: attempt.by_hand,
      requestHeaders: attempt.request_headers as Record<string, string>,
      status: attempt.response_status,
      responseStart: attempt.response_start,
      error: attempt.error,
    })),
  }
}
