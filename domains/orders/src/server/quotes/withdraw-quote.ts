import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { WithdrawQuote } from '../../contract/quotes.ts'
import { notOpen } from '../enquiries/problems.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { tellEnquirer } from '../notices/tell-of-enquiry.ts'
import { QUOTE_MISSING } from '../problems.ts'
import { lockEnquiry } from '../sql/enquiries.ts'
import { markDeclined } from '../sql/enquiry-providers.ts'
import { insertNote } from '../sql/messages.ts'
import { findQuote, withdrawOffered } from '../sql/quotes.ts'
import { quoteGone } from './problems.ts'

/** A provider takes its quote back before it is accepted, for a reason that is counted like a refusal. Answers the id of the enquiry. */
export async function withdrawQuote(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  target: { id: string; providerId: string; body: WithdrawQuote },
): Promise<string> {
  const seen = await findQuote(tx, target.id)
  if (seen?.provider_id !== target.providerId) throw new Refusal(QUOTE_MISSING)
  const enquiry = await lockEnquiry(tx, seen.enquiry_id)
  if (!enquiry) throw new Refusal(QUOTE_MISSING)
  const { now } = command
  if (enquiry.state !== 'open') throw new Refusal(notOpen(enquiry.state))
  if (!(await withdrawOffered(tx, seen.id, now))) throw new Refusal(quoteGone(await findQuote(tx, seen.id), now))
  const { reason, words = null } = target.body
  await markDeclined(tx, { enquiryId: enquiry.id, providerId: target.providerId, from: 'quoted', reason, words, now })
  const note = { note: 'quote_withdrawn', params: { number: seen.number, reason, words }, cause: newId(now.getTime()), now }
  await insertNote(tx, { id: newId(now.getTime()), enquiryId: enquiry.id, providerId: target.providerId, ...note })
  await tellEnquirer(tx, needs, {
    kind: 'orders.quote_withdrawn',
    personId: enquiry.person_id,
    enquiry,
    key: `quote-withdrawn:${seen.id}`,
    params: { provider: seen.provider_name },
  })
  await command.audit({
    action: 'orders.quote.withdraw',
    subjectType: 'quote',
    subjectId: seen.id,
    detail: { enquiryId: enquiry.id, reason },
  })
  await command.publish('orders.quote_withdrawn', { quoteId: seen.id, enquiryId: enquiry.id, providerId: target.providerId })
  return enquiry.id
}
