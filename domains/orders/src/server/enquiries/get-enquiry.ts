import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { AskedState } from '../../core/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'
import { ENQUIRY_MISSING } from '../problems.ts'
import { type EnquiryRow, lockEnquiry } from '../sql/enquiries.ts'
import { findAskedState } from '../sql/enquiry-providers.ts'
import { notOpen } from './problems.ts'

/** The own enquiry of a client, held until the transaction ends. Refuses with `orders.enquiry_missing`, `orders.enquiry_ended`. */
export async function holdOwnEnquiry(tx: Db<OrdersTables>, id: string, organisationId: string): Promise<EnquiryRow> {
  const enquiry = await lockEnquiry(tx, id)
  if (enquiry?.organisation_id !== organisationId) throw new Refusal(ENQUIRY_MISSING)
  if (enquiry.state !== 'open') throw new Refusal(notOpen(enquiry.state))
  return enquiry
}

/** An enquiry that a provider was asked, held, with what it has done about it. Refuses with `orders.enquiry_missing`, `orders.enquiry_ended`. */
export async function holdAskedEnquiry(
  tx: Db<OrdersTables>,
  id: string,
  providerId: string,
): Promise<{ enquiry: EnquiryRow; asked: AskedState }> {
  const enquiry = await lockEnquiry(tx, id)
  const asked = enquiry && (await findAskedState(tx, id, providerId))
  if (!enquiry || !asked) throw new Refusal(ENQUIRY_MISSING)
  if (enquiry.state !== 'open') throw new Refusal(notOpen(enquiry.state))
  return { enquiry, asked }
}
