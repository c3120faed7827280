import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { listAsked } from '../sql/enquiry-providers.ts'
import { listAskableProviders } from '../sql/fits.ts'
import { askProvider } from './ask-provider.ts'
import { holdOwnEnquiry } from './get-enquiry.ts'
import { MAX_ASKED } from './place-enquiry.ts'
import { ENQUIRY_ENDED } from './problems.ts'

/** The client asks further providers while quotes are still taken. Who was asked already is left as it is. */
export async function askMore(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  target: { id: string; organisationId: string; providerIds: readonly string[] },
): Promise<void> {
  const enquiry = await holdOwnEnquiry(tx, target.id, target.organisationId)
  if (enquiry.open_until <= command.now) throw new Refusal(ENQUIRY_ENDED)
  const askable = await listAskableProviders(tx, target.providerIds, target.organisationId)
  if (askable.length < new Set(target.providerIds).size)
    throw new Refusal({ code: 'orders.provider_missing', kind: 'missing', field: '/providerIds' })
  const asked = await listAsked(tx, { enquiryId: enquiry.id, side: 'client' })
  const added = askable.filter((id) => !asked.some(({ provider_id }) => provider_id === id))
  if (asked.length + added.length > MAX_ASKED)
    throw new Refusal({ code: 'orders.too_many_asked', kind: 'refused', params: { max: MAX_ASKED } })
  const asking = { ...enquiry, organisationId: enquiry.organisation_id, openUntil: enquiry.open_until }
  for (const providerId of added) await askProvider(tx, { command, needs }, asking, providerId)
  await command.audit({ action: 'orders.enquiry.ask_more', subjectType: 'enquiry', subjectId: enquiry.id, detail: { providerIds: added } })
  await command.publish('orders.enquiry_placed', {
    enquiryId: enquiry.id,
    number: enquiry.number,
    organisationId: enquiry.organisation_id,
    providerIds: added,
  })
}
