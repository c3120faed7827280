import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { OrdersTables } from '../needs.ts'
import type { Work } from '../order/change-order.ts'
import type { Effect } from '../order/effects.ts'
import { type OrderDraft, openOrder } from '../order/open-order.ts'
import { type EnquiryRow, lockEnquiry, moveEnquiry } from '../sql/enquiries.ts'
import { closeAsked } from '../sql/enquiry-providers.ts'
import { endOffered, reofferAccepted } from '../sql/quotes.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { ENQUIRY_ENDED } from './problems.ts'

type Opening = Omit<OrderDraft, 'enquiryId' | 'organisationId' | 'title' | 'purpose' | 'confidentiality'>

/**
 * The enquiry, held by the caller, is decided for one provider and the order is opened at the prices given. When the client's own approvers come first, the
 * enquiry waits for them; otherwise it ends at once. Refuses with `orders.enquiry_ended` when it was decided before.
 */
export async function awardEnquiry(tx: Db<OrdersTables>, work: Work, enquiry: EnquiryRow, opening: Opening): Promise<OrderRow> {
  const isFinal = opening.act !== 'submit'
  if (!(await moveEnquiry(tx, enquiry.id, { from: 'open', to: isFinal ? 'awarded' : 'deciding', now: work.now })))
    throw new Refusal(ENQUIRY_ENDED)
  const order = await openOrder(tx, work, {
    ...opening,
    enquiryId: enquiry.id,
    organisationId: enquiry.organisation_id,
    title: enquiry.title,
    purpose: enquiry.purpose,
    confidentiality: enquiry.confidentiality,
  })
  if (!order) throw new Refusal(ENQUIRY_ENDED)
  if (isFinal) await closeOthers(tx, work, enquiry.id, order)
  return order
}

/** Everybody else has lost or is let off; who is told what follows from the event. */
async function closeOthers(tx: Db<OrdersTables>, work: Work, enquiryId: string, order: OrderRow): Promise<void> {
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
