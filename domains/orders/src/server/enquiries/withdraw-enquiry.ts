import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { tellProvider } from '../notices/tell-of-enquiry.ts'
import { moveEnquiry } from '../sql/enquiries.ts'
import { closeAsked } from '../sql/enquiry-providers.ts'
import { endOffered } from '../sql/quotes.ts'
import { holdOwnEnquiry } from './get-enquiry.ts'
import { ENQUIRY_ENDED } from './problems.ts'

/** The client takes its enquiry back; quotes on offer end with it and who was asked is told. */
export async function withdrawEnquiry(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  target: { id: string; organisationId: string },
): Promise<void> {
  const enquiry = await holdOwnEnquiry(tx, target.id, target.organisationId)
  if (!(await moveEnquiry(tx, enquiry.id, { from: 'open', to: 'withdrawn', now: command.now }))) throw new Refusal(ENQUIRY_ENDED)
  await endOffered(tx, enquiry.id, 'declined', command.now)
  for (const { provider_id } of await closeAsked(tx, enquiry.id, null, command.now))
    await tellProvider(tx, needs, { kind: 'orders.enquiry_withdrawn', providerId: provider_id, enquiry, key: `enquiry-end:${enquiry.id}` })
  await command.audit({ action: 'orders.enquiry.withdraw', subjectType: 'enquiry', subjectId: enquiry.id })
  await command.publish('orders.enquiry_ended', { enquiryId: enquiry.id, organisationId: enquiry.organisation_id, to: 'withdrawn' })
}
