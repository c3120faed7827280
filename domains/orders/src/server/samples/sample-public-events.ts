import type { PublicEvent, PublicEvents } from '@jiju/platform/webhooks/public-events'
import { z } from 'zod'
import { DEVIATION_DECISIONS, DEVIATION_KINDS } from '../../core/samples/vocabulary.ts'

const parties = {
  orderId: z.uuid(),
  organisationId: z.uuid().describe('The organisation that ordered'),
  providerId: z.uuid(),
}

const SamplesEvent = z.object({
  ...parties,
  sampleIds: z.array(z.uuid()),
  refusedIds: z.array(z.uuid()).exactOptional().describe('Of a receipt: samples that cannot be used'),
})

const DeviationEvent = z.object({
  ...parties,
  deviationId: z.uuid(),
  kind: z.enum(DEVIATION_KINDS).exactOptional(),
  sampleId: z.uuid().exactOptional(),
  decision: z.enum(DEVIATION_DECISIONS).exactOptional(),
})

/** An event goes to both parties of the order. */
function toBoth(data: typeof SamplesEvent | typeof DeviationEvent, zh: string, en: string): PublicEvent {
  return {
    title: { zh, en },
    data,
    present: async ({ payload }) => {
      const event = data.parse(payload)
      return { organisationIds: [event.organisationId, event.providerId], data: event }
    },
  }
}

/** What other programs may be told of samples and deviations. */
export const SAMPLE_PUBLIC_EVENTS: PublicEvents = {
  'orders.samples_sent': toBoth(SamplesEvent, '样品已寄出', 'Samples were sent'),
  'orders.samples_received': toBoth(SamplesEvent, '样品已签收', 'Samples were received'),
  'orders.samples_returned': toBoth(SamplesEvent, '余样已寄回', 'What was left of samples was sent back'),
  'orders.deviation_opened': toBoth(DeviationEvent, '检测出现偏离', 'A deviation was opened'),
  'orders.deviation_decided': toBoth(DeviationEvent, '客户已对偏离作出决定', 'The client decided on a deviation'),
}
