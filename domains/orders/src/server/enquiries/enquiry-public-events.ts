import { formatFen } from '@jiju/kernel/money'
import type { PublicEvents } from '@jiju/platform/webhooks/public-events'
import { z } from 'zod'

const Placed = z.object({ enquiryId: z.uuid(), number: z.string(), organisationId: z.uuid(), providerIds: z.array(z.uuid()) })
const Received = z.object({ enquiryId: z.uuid(), number: z.string() })

const quote = {
  quoteId: z.uuid(),
  number: z.string(),
  revision: z.int(),
  enquiryId: z.uuid(),
  organisationId: z.uuid().describe('The organisation that asked'),
  providerId: z.uuid(),
}
const Offered = z.object({ ...quote, totalFen: z.string() })
const QuoteOffered = z.object({ ...quote, total: z.string().describe('Yuan, such as "2712.00"') })

const Message = z.object({
  messageId: z.uuid(),
  threadId: z.uuid(),
  enquiryId: z.uuid().nullable(),
  orderId: z.uuid().nullable(),
  organisationId: z.uuid(),
  providerId: z.uuid(),
  side: z.enum(['client', 'provider', 'operator']),
})
const MessagePosted = Message.omit({ organisationId: true, providerId: true })

/** What other programs may be told of enquiries: never who asks, which may be hidden, and never words. */
export const ENQUIRY_PUBLIC_EVENTS: PublicEvents = {
  'orders.enquiry_placed': {
    title: { zh: '收到询价', en: 'An enquiry has come' },
    data: Received,
    present: async ({ payload }) => {
      const { enquiryId, number, providerIds } = Placed.parse(payload)
      return { organisationIds: providerIds, data: { enquiryId, number } }
    },
  },
  'orders.quote_offered': {
    title: { zh: '收到报价', en: 'A quote has come' },
    data: QuoteOffered,
    present: async ({ payload }) => {
      const { totalFen, ...event } = Offered.parse(payload)
      return { organisationIds: [event.organisationId], data: { ...event, total: formatFen(BigInt(totalFen)) } }
    },
  },
  'orders.message_posted': {
    title: { zh: '订单沟通有新消息', en: 'A message about an order has come' },
    data: MessagePosted,
    present: async ({ payload }) => {
      const { organisationId, providerId, ...data } = Message.parse(payload)
      return {
        organisationIds: data.side === 'client' ? [providerId] : data.side === 'provider' ? [organisationId] : [organisationId, providerId],
        data,
      }
    },
  },
}
