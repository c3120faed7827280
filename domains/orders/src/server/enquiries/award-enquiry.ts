import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { OrdersTables } from '../needs.ts'
import { type OrderDraft, openOrder } from '../order/open-order.ts'
import type { Work } from '../order/order-act.ts'
import { type EnquiryRow, moveEnquiry } from '../sql/enquiries.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { closeOthers } from './end-award.ts'
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
