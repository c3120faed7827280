import { createHmac, randomBytes } from 'node:crypto'

/** 256 random bits; the whole text, prefix included, is the key of the signature. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64url')}`
}

/** HMAC-SHA256 over `<timestamp>.<body>`, in hex. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
}

type Signed = {
  readonly eventId: string
  readonly topic: string
  readonly deliveryId: string
  readonly body: string
  readonly now: Date
  /** The newest first; while an old one is valid beside it, both sign. */
  readonly secrets: readonly string[]
}

/** The headers of a delivery. `Jiju-Signature` holds one `v1=<hex>` for each valid secret. */
export function signedHeaders({ eventId, topic, deliveryId, body, now, secrets }: Signed): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Jiju-Webhooks/1',
    'jiju-event-id': eventId,
    'jiju-topic': topic,
    'jiju-delivery-id': deliveryId,
    'jiju-timestamp': timestamp,
    'jiju-signature': secrets.map((secret) => `v1=${signatureOf(secret, timestamp, body)}`).join(', '),
  }
}
