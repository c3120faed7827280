import type { EventHandlers } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import type { OrdersDeps } from '../needs.ts'
import { findEnquiry } from '../sql/enquiries.ts'
import { noteSteps } from '../sql/messages.ts'
import { tellProvider } from './tell-of-enquiry.ts'

const Awarded = z.object({ enquiryId: z.uuid(), lostIds: z.array(z.uuid()), letOffIds: z.array(z.uuid()) })
const Changed = z.object({ orderId: z.uuid() })

/** Who has not won is told; every step of an order is noted in its thread. */
export function enquiryEvents({ db, needs }: OrdersDeps): EventHandlers {
  return {
    'orders.enquiry_awarded': {
      'orders.tell_losers': async ({ id, payload }) => {
        const { enquiryId, lostIds, letOffIds } = Awarded.parse(payload)
        const enquiry = await findEnquiry(db, enquiryId)
        if (!enquiry) return
        for (const providerId of lostIds) await tellProvider(db, needs, { kind: 'orders.quote_lost', providerId, enquiry, key: id })
        for (const providerId of letOffIds) await tellProvider(db, needs, { kind: 'orders.enquiry_decided', providerId, enquiry, key: id })
      },
    },
    'orders.order_changed': { 'orders.note_step': async ({ payload }) => noteSteps(db, Changed.parse(payload).orderId) },
  }
}
