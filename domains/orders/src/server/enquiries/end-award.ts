import type { Db } from '@jiju/platform/database/pool'
import type { OrdersTables } from '../needs.ts'
import type { Effect, Work } from '../order/order-act.ts'
import { lockEnquiry, moveEnquiry } from '../sql/enquiries.ts'
import { closeAsked } from '../sql/enquiry-providers.ts'
import { endOffered, reofferAccepted } from '../sql/quotes.ts'
import type { OrderRow } from '../sql/service-orders.ts'

/** Everybody else has lost or is let off; who is told what follows from the event. */
export async function closeOthers(tx: Db<OrdersTables>, work: Work, enquiryId: string, order: OrderRow): Promise<void> {
  await endOffered(tx, enquiryId, 'declined', work.now)
  const closed = await closeAsked(tx, enquiryId, order.provider_id, work.now)
  const others = closed.filter(({ provider_id }) => provider_id !== order.provider_id)
  await work.publish('orders.enquiry_awarded', {
    enquiryId,
    organisationId: order.organisation_id,
    providerId: order.provider_id,
    orderId: order.id,
    lostIds: others.filter(({ before }) => before === 'quoted').map(({ provider_id }) => provider_id),
    letOffIds: others.filter(({ before }) => before !== 'quoted').map(({ provider_id }) => provider_id),
  })
}

/** The client's own approvers have agreed: now the enquiry is decided. */
export const finishAward: Effect = async (tx, order, { work }) => {
  const enquiry = order.enquiry_id && (await lockEnquiry(tx, order.enquiry_id))
  if (!enquiry || !(await moveEnquiry(tx, enquiry.id, { from: 'deciding', to: 'awarded', now: work.now }))) return
  await closeOthers(tx, work, enquiry.id, order)
}

/** They have not: the enquiry is open again as if nothing had been chosen, and another quote may be. */
export const reopenEnquiry: Effect = async (tx, order, { from, work }) => {
  if (from !== 'awaiting_approval') return
  const enquiry = order.enquiry_id && (await lockEnquiry(tx, order.enquiry_id))
  if (!enquiry || !(await moveEnquiry(tx, enquiry.id, { from: 'deciding', to: 'open', now: work.now }))) return
  if (order.quote_id) await reofferAccepted(tx, order.quote_id, work.now)
}
