import { newId } from '@jiju/kernel/ids'
import { parseFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { AcceptQuote } from '../../contract/quotes.ts'
import { awardEnquiry } from '../enquiries/award-enquiry.ts'
import { notOpen } from '../enquiries/problems.ts'
import type { OrdersTables } from '../needs.ts'
import { QUOTE_MISSING } from '../problems.ts'
import { entryActFor } from '../spending/entry-act.ts'
import { listEnquiryItems, lockEnquiry } from '../sql/enquiries.ts'
import type { NewOrderItem } from '../sql/order-items.ts'
import { acceptOffered, findQuote, listQuoteLines, type QuoteRow } from '../sql/quotes.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { quoteGone } from './problems.ts'

type Target = { readonly id: string; readonly organisationId: string; readonly userId: string; readonly body: AcceptQuote }

/**
 * The client chooses a quote: of all quotes of an enquiry one is accepted, whoever else accepts, withdraws, revises or lets it lapse at the same moment. It
 * becomes an order at the quoted prices, or waits for the enterprise's approvers when the person's limit does not cover it.
 */
export async function acceptQuote(tx: Db<OrdersTables>, command: Command, target: Target): Promise<OrderRow> {
  const { now } = command
  const seen = await findQuote(tx, target.id)
  const enquiry = seen && (await lockEnquiry(tx, seen.enquiry_id))
  if (!seen || enquiry?.organisation_id !== target.organisationId) throw new Refusal(QUOTE_MISSING)
  // As it stands now that nobody else can change it.
  const held = await findQuote(tx, seen.id)
  if (enquiry.state !== 'open' && held?.state === 'offered') throw new Refusal(notOpen(enquiry.state))
  if (!(await acceptOffered(tx, seen.id, now))) throw new Refusal(quoteGone(held, now))
  const { voucherProgrammeId, expectedVoucher } = target.body
  const person = { organisationId: target.organisationId, personId: target.userId }
  const order = await awardEnquiry(tx, command, enquiry, {
    act: await entryActFor(tx, { ...person, totalFen: seen.total_fen, wanted: 'conclude', now }),
    side: 'client',
    actorId: target.userId,
    personId: target.userId,
    quoteId: seen.id,
    providerId: seen.provider_id,
    turnaroundDays: seen.turnaround_days,
    needsSamples: seen.needs_samples,
    items: await itemsOf(tx, seen, now),
    voucher: voucherProgrammeId
      ? { programmeId: voucherProgrammeId, expectedFen: expectedVoucher === undefined ? null : (parseFen(expectedVoucher) ?? null) }
      : undefined,
  })
  await command.audit({
    action: 'orders.quote.accept',
    subjectType: 'quote',
    subjectId: seen.id,
    detail: { enquiryId: enquiry.id, orderId: order.id, totalFen: seen.total_fen.toString() },
  })
  return order
}

/** Lines of the quote as items of the order, with what the client answered about each. */
async function itemsOf(tx: Db<OrdersTables>, quote: QuoteRow, now: Date): Promise<NewOrderItem[]> {
  const asked = new Map((await listEnquiryItems(tx, quote.enquiry_id)).map((item) => [item.id, item]))
  const answered = new Set<string>()
  return (await listQuoteLines(tx, [quote.id])).map((line) => {
    const item = line.enquiry_item_id ? asked.get(line.enquiry_item_id) : undefined
    // Several lines may price one item; its samples are sent once.
    const isFirst = item !== undefined && !answered.has(item.id)
    if (item) answered.add(item.id)
    return {
      id: newId(now.getTime()),
      kind: line.kind,
      service_id: line.service_id,
      name: line.name,
      method: line.method,
      quantity: line.quantity,
      sample_count: isFirst ? item.sample_count : 0,
      unit: line.unit,
      unit_price_fen: line.unit_price_fen,
      amount_fen: line.amount_fen,
      form: item?.form ?? {},
      // A form belongs to its service; done by another one, the answers are what was said.
      form_version: item && item.service_id === line.service_id ? item.form_version : null,
      amendment_id: null,
    }
  })
}
