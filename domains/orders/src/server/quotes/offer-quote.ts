import { newId, readableNumber } from '@jiju/kernel/ids'
import { addDays } from '@jiju/kernel/local-date'
import { formatFen, parseFen } from '@jiju/kernel/money'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { instantAt, localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { OfferQuote } from '../../contract/quotes.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import { amountOf, findLineProblems, type PricedLine, totalOf } from '../../core/quotes/quote-lines.ts'
import { fixQuoteTerms } from '../agreement/quote-terms.ts'
import { holdAskedEnquiry } from '../enquiries/get-enquiry.ts'
import { ownServices } from '../enquiries/own-services.ts'
import { notOpen } from '../enquiries/problems.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { tellEnquirer } from '../notices/tell-of-enquiry.ts'
import { type EnquiryItemRow, listEnquiryItems } from '../sql/enquiries.ts'
import { markQuoted } from '../sql/enquiry-providers.ts'
import { insertNote } from '../sql/messages.ts'
import { findOrganisation } from '../sql/organisations.ts'
import { findLastRevision, insertQuote, insertQuoteLines } from '../sql/quotes.ts'

const MAX_VALID_DAYS = 366

type Target = { readonly enquiryId: string; readonly providerId: string; readonly userId: string; readonly body: OfferQuote }

/** A provider offers a price; a further quote of it supersedes the one before. Answers the id of the enquiry. */
export async function offerQuote(tx: Db<OrdersTables>, command: Command, needs: OrdersNeeds, target: Target): Promise<void> {
  const { enquiry } = await holdAskedEnquiry(tx, target.enquiryId, target.providerId)
  const { body, providerId } = target
  const { now } = command
  if (enquiry.award === 'first') throw new Refusal({ code: 'orders.takes_no_quotes', kind: 'refused' })
  if (enquiry.open_until <= now) throw new Refusal(notOpen('lapsed'))
  const items = await listEnquiryItems(tx, enquiry.id)
  const lines = body.lines.map(
    (line): PricedLine => ({ kind: line.kind, quantity: line.quantity, unitPriceFen: parseFen(line.unitPrice) ?? 0n }),
  )
  const services = await ownServices(tx, providerId, [...body.lines, ...items])
  const problems = [...findLineProblems(lines), ...findProblems(body, { items, services, today: localDayOf(now, ORDER_ZONE) })]
  if (problems.length > 0) throw new Refusal(...problems)
  const last = await findLastRevision(tx, enquiry.id, providerId)
  if (body.expectedRevision !== last)
    throw new Refusal({ code: 'orders.quote_revised', kind: 'conflict', params: { revision: last }, field: '/expectedRevision' })

  const id = newId(now.getTime())
  const number = readableNumber('QUO', localDayOf(now, ORDER_ZONE), id)
  const totalFen = totalOf(lines)
  await insertQuote(tx, {
    id,
    number,
    enquiryId: enquiry.id,
    providerId,
    revision: last + 1,
    validUntil: instantAt(addDays(body.validDay, 1), 0, ORDER_ZONE),
    turnaroundDays: body.turnaroundDays,
    needsSamples: body.needsSamples,
    totalFen,
    words: body.words,
    offeredBy: target.userId,
    now,
  })
  await insertQuoteLines(
    tx,
    body.lines.map((line, index) => {
      const item = items.find(({ id }) => id === line.enquiryItemId)
      const priced = lines[index] as PricedLine
      return {
        quote_id: id,
        position: index + 1,
        kind: line.kind,
        enquiry_item_id: item?.id ?? null,
        service_id: line.serviceId ?? (item?.service_id && services.has(item.service_id) ? item.service_id : null),
        name: line.name,
        method: line.method,
        quantity: line.quantity,
        unit: line.unit,
        unit_price_fen: priced.unitPriceFen,
        amount_fen: amountOf(priced),
      }
    }),
  )
  await fixQuoteTerms(tx, { quoteId: id, providerId, termsIds: body.termsIds })
  await markQuoted(tx, enquiry.id, providerId, now)
  const note = { note: 'quote_offered', params: { number, revision: last + 1, total: formatFen(totalFen) }, cause: id, now }
  await insertNote(tx, { id: newId(now.getTime()), enquiryId: enquiry.id, providerId, ...note })
  const provider = await findOrganisation(tx, providerId)
  await tellEnquirer(tx, needs, {
    kind: 'orders.quote_offered',
    personId: enquiry.person_id,
    enquiry,
    key: `quote:${id}`,
    params: { provider: provider?.name ?? '', total: formatFen(totalFen), days: body.turnaroundDays },
  })
  await command.audit({
    action: 'orders.quote.offer',
    subjectType: 'quote',
    subjectId: id,
    detail: { enquiryId: enquiry.id, revision: last + 1, totalFen: totalFen.toString() },
  })
  await command.publish('orders.quote_offered', {
    quoteId: id,
    number,
    revision: last + 1,
    enquiryId: enquiry.id,
    organisationId: enquiry.organisation_id,
    providerId,
    totalFen: totalFen.toString(),
  })
}

type Known = { readonly items: readonly EnquiryItemRow[]; readonly services: ReadonlySet<string>; readonly today: string }

function findProblems(body: OfferQuote, { items, services, today }: Known): Problem[] {
  const problems: Problem[] = []
  if (body.validDay < today || body.validDay > addDays(today, MAX_VALID_DAYS))
    problems.push({ code: 'orders.validity', kind: 'refused', params: { today, last: addDays(today, MAX_VALID_DAYS) }, field: '/validDay' })
  for (const [index, { enquiryItemId, serviceId }] of body.lines.entries()) {
    const line = { kind: 'refused', params: { line: index + 1 } } as const
    if (enquiryItemId !== undefined && !items.some(({ id }) => id === enquiryItemId))
      problems.push({ code: 'orders.line_item_missing', ...line, field: `/lines/${index}/enquiryItemId` })
    if (serviceId !== undefined && !services.has(serviceId))
      problems.push({ code: 'orders.line_service_missing', ...line, field: `/lines/${index}/serviceId` })
  }
  return problems
}
