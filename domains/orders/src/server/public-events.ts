import { formatFen } from '@jiju/kernel/money'
import type { PublicEvents } from '@jiju/platform/webhooks/public-events'
import { z } from 'zod'
import { ORDER_STATES, SIDES } from '../core/vocabulary.ts'

const change = {
  orderId: z.uuid(),
  number: z.string(),
  version: z.int(),
  organisationId: z.uuid().describe('The organisation that ordered'),
  providerId: z.uuid().describe('The organisation that does the work'),
  act: z.string().describe('What was done, such as accept or issue'),
  from: z.enum(ORDER_STATES).nullable(),
  to: z.enum(ORDER_STATES),
  side: z.enum(SIDES).describe('Who did it'),
}
const Payload = z.object({ ...change, totalFen: z.string() })
const OrderChanged = z.object({ ...change, total: z.string().describe('Yuan, such as "2712.00"') })

/** What other programs may be told of orders. */
export const ORDER_PUBLIC_EVENTS: PublicEvents = {
  'orders.order_changed': {
    title: { zh: '订单有新进展', en: 'An order has moved' },
    data: OrderChanged,
    present: async ({ payload }) => {
      const { totalFen, ...event } = Payload.parse(payload)
      // Before its own approvers have agreed, an order is the client's alone.
      const isInside =
        event.to === 'awaiting_approval' || (event.from === 'awaiting_approval' && (event.to === 'withdrawn' || event.to === 'lapsed'))
      return {
        organisationIds: isInside ? [event.organisationId] : [event.organisationId, event.providerId],
        data: { ...event, total: formatFen(BigInt(totalFen)) },
      }
    },
  },
}
