import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newWebhookSecret, signatureOf, signedHeaders } from './signature.ts'

/** HMAC-SHA256 by its definition (RFC 2104), from the hash alone. */
function hmac(key: string, message: string): string {
  const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
  const given = Buffer.from(key)
  const block = Buffer.alloc(64)
  const short = given.length > 64 ? sha256(given) : given
  short.copy(block)
  const inner = sha256(
    block.map((byte) => byte ^ 0x36),
    Buffer.from(message),
  )
  return sha256(
    block.map((byte) => byte ^ 0x5c),
    inner,
  ).toString('hex')
}

/** The vector of docs/webhooks.md. */
const VECTOR = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  timestamp: '1795399200',
  body: '{"id":"019a8b2e-0000-7000-8000-000000000001","topic":"webhooks.ping","occurredAt":"2026-11-23T02:00:00.000Z","data":{"webhookId":"019a8b2e-0000-7000-8000-000000000002"}}',
  signature: 'a631eb728e94eddad14bbc86543a5b35a3bf43cd63a580c218dd8fb4a193d700',
}

test('the published vector holds', () => {
  expect(signatureOf(VECTOR.secret, VECTOR.timestamp, VECTOR.body)).toBe(VECTOR.signature)
  expect(hmac(VECTOR.secret, `${VECTOR.timestamp}.${VECTOR.body}`)).toBe(VECTOR.signature)
})

test('every signature is the HMAC of its definition', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.string({ unit: 'grapheme' }), (key, body) => {
      expect(signatureOf(key, '1', body)).toBe(hmac(key, `1.${body}`))
    }),
  )
})

test('both secrets sign while they overlap, the new one first', () => {
  const headers = signedHeaders({
    eventId: 'e',
    topic: 'webhooks.ping',
    deliveryId: 'd',
    body: VECTOR.body,
    now: new Date(1_795_399_200_999),
    secrets: [VECTOR.secret, 'old'],
  })
  expect(headers).toMatchObject({
    'jiju-event-id': 'e',
    'jiju-topic': 'webhooks.ping',
    'jiju-delivery-id': 'd',
    'jiju-timestamp': VECTOR.timestamp,
  })
  expect(headers['jiju-signature']).toBe(`v1=${VECTOR.signature}, v1=${hmac('old', `${VECTOR.timestamp}.${VECTOR.body}`)}`)
})

test('a secret is 256 random bits', () => {
  expect(newWebhookSecret()).toMatch(/^whsec_[\w-]{43}$/)
  expect(newWebhookSecret()).not.toBe(newWebhookSecret())
})
