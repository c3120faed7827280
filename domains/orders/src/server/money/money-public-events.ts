import { formatFen } from '@jiju/kernel/money'
import type { PublicEvents } from '@jiju/platform/webhooks/public-events'
import { z } from 'zod'
import { BILL_KINDS } from '../../core/money/booking-bill.ts'

const settled = {
  orderId: z.uuid(),
  number: z.string(),
  organisationId: z.uuid().describe('The organisation that ordered'),
  providerId: z.uuid().describe('The organisation that did the work'),
  kind: z.enum(['order', 'cancellation']),
}
const Settled = z.object({ ...settled, chargeFen: z.string() })
const received = { paymentId: z.uuid(), number: z.string(), organisationId: z.uuid(), orderId: z.uuid().nullable(), channel: z.string() }
const Received = z.object({ ...received, amountFen: z.string() })
const billed = {
  billId: z.uuid(),
  kind: z.enum(BILL_KINDS),
  number: z.string().describe('Of the booking or the training'),
  reservationId: z.uuid().nullable().describe('Null for a place in a training'),
  organisationId: z.uuid().describe('The organisation that pays'),
  providerId: z.uuid(),
}
const Billed = z.object({ ...billed, totalFen: z.string(), dueFen: z.string(), backFen: z.string() })
const yuan = z.string().describe('Yuan, such as "2712.00"')

const ofSettlement = (zh: string, en: string): PublicEvents[string] => ({
  title: { zh, en },
  data: z.object({ ...settled, charge: yuan }),
  present: async ({ payload }) => {
    const { chargeFen, ...event } = Settled.parse(payload)
    return { organisationIds: [event.organisationId, event.providerId], data: { ...event, charge: formatFen(BigInt(chargeFen)) } }
  },
})

/** What other programs may be told of money. */
export const MONEY_PUBLIC_EVENTS: PublicEvents = {
  'orders.order_charged': ofSettlement('订单已计费', 'An order was charged'),
  'orders.order_settled': ofSettlement('订单已结算', 'An order was settled'),
  'orders.booking_billed': {
    title: { zh: '预约费用已入账', en: 'A booking was billed, paid or credited' },
    data: z.object({
      ...billed,
      total: yuan,
      due: yuan.describe('Still to be paid'),
      back: yuan.describe('Given back this time'),
    }),
    present: async ({ payload }) => {
      const { totalFen, dueFen, backFen, ...event } = Billed.parse(payload)
      const [total, due, back] = [totalFen, dueFen, backFen].map((fen) => formatFen(BigInt(fen)))
      return { organisationIds: [event.organisationId, event.providerId], data: { ...event, total, due, back } }
    },
  },
  'orders.payment_received': {
    title: { zh: '款项已到账', en: 'A payment has arrived' },
    data: z.object({ ...received, amount: yuan }),
    present: async ({ payload }) => {
      const { amountFen, ...event } = Received.parse(payload)
      return { organisationIds: [event.organisationId], data: { ...event, amount: formatFen(BigInt(amountFen)) } }
    },
  },
}
