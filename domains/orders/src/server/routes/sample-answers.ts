import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { versionTag } from '@jiju/platform/http/if-match'
import type { FastifyRequest } from 'fastify'
import type { OrderSamples, SampleDetail } from '../../contract/samples.ts'
import type { OrdersTables } from '../needs.ts'
import { SAMPLE_MISSING } from '../problems.ts'
import { readOrderSamples, readSample } from '../samples/read-samples.ts'
import type { By } from '../samples/sample-target.ts'
import { findSample } from '../sql/samples/samples.ts'

export const clientOf = (request: FastifyRequest): By => ({
  side: 'client',
  organisationId: organisationOf(request),
  userId: actorOf(request).userId,
})

export const providerOf = (request: FastifyRequest): By => ({ ...clientOf(request), side: 'provider' })

/** How a sample stands after a change. */
export async function answerSample(
  tx: Db<OrdersTables>,
  id: string,
  { side }: By,
): Promise<{ status: 200; body: SampleDetail; headers: { etag: string } }> {
  const sample = await findSample(tx, id)
  if (!sample) throw new Refusal(SAMPLE_MISSING)
  return { status: 200, body: await readSample(tx, sample, side), headers: { etag: versionTag(sample.version) } }
}

/** How all samples of an order stand after a change. */
export async function answerSamples(tx: Db<OrdersTables>, orderId: string, { side }: By): Promise<{ status: 200; body: OrderSamples }> {
  return { status: 200, body: await readOrderSamples(tx, orderId, side) }
}
