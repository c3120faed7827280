import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { DeclineEnquiry } from '../../contract/enquiries.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { tellEnquirer } from '../notices/tell-of-enquiry.ts'
import { markDeclined } from '../sql/enquiry-providers.ts'
import { insertNote } from '../sql/messages.ts'
import { findOrganisation } from '../sql/organisations.ts'
import { holdAskedEnquiry } from './get-enquiry.ts'
import { NOT_ASKED } from './problems.ts'

/** A provider does not quote, for a reason that is counted. */
export async function declineEnquiry(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  target: { id: string; providerId: string; body: DeclineEnquiry },
): Promise<void> {
  const { enquiry } = await holdAskedEnquiry(tx, target.id, target.providerId)
  const { reason, words = null } = target.body
  const { now } = command
  const decline = { enquiryId: enquiry.id, providerId: target.providerId, from: 'asked' as const, reason, words, now }
  if (!(await markDeclined(tx, decline))) throw new Refusal(NOT_ASKED)
  const provider = await findOrganisation(tx, target.providerId)
  const note = { note: 'enquiry_declined', params: { reason, words }, cause: newId(now.getTime()) }
  await insertNote(tx, { id: newId(now.getTime()), enquiryId: enquiry.id, providerId: target.providerId, ...note, now })
  await tellEnquirer(tx, needs, {
    kind: 'orders.enquiry_declined',
    personId: enquiry.person_id,
    enquiry,
    key: `declined:${note.cause}`,
    params: { provider: provider?.name ?? '' },
  })
  await command.audit({ action: 'orders.enquiry.decline', subjectType: 'enquiry', subjectId: enquiry.id, detail: { reason } })
  await command.publish('orders.enquiry_declined', { enquiryId: enquiry.id, providerId: target.providerId, reason })
}
