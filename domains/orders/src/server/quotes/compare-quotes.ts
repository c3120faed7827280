import { formatFen } from '@jiju/kernel/money'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { QuoteComparison } from '../../contract/quotes.ts'
import { reportDayOf } from '../../core/enquiries/answer-clock.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import { compareQuotes as compare } from '../../core/quotes/compare.ts'
import { readFacts } from '../enquiries/provider-facts.ts'
import type { OrdersTables } from '../needs.ts'
import { type EnquiryRow, listEnquiryItems } from '../sql/enquiries.ts'
import { listSchemes } from '../sql/fits.ts'
import { listQuoteLines, listQuotes, type QuoteLineRow } from '../sql/quotes.ts'
import { presentQuote } from './present-quote.ts'

/** Quotes that can be accepted now, side by side, with what each would cost after a voucher, when its report comes and how its provider has delivered. */
export async function compareOffers(db: Db<OrdersTables>, enquiry: EnquiryRow, now: Date): Promise<QuoteComparison> {
  const today = localDayOf(now, ORDER_ZONE)
  const quotes = (await listQuotes(db, enquiry.id)).filter(({ state, valid_until }) => state === 'offered' && valid_until > now)
  const items = await listEnquiryItems(db, enquiry.id)
  const lines = await listQuoteLines(
    db,
    quotes.map(({ id }) => id),
  )
  const linesOf = new Map(quotes.map(({ id }) => [id, lines.filter(({ quote_id }) => quote_id === id)]))
  const facts = await readFacts(
    db,
    quotes.map(({ provider_id }) => provider_id),
    now,
  )
  const schemes = await listSchemes(
    db,
    lines.flatMap(({ service_id }) => service_id ?? []),
    today,
  )
  const rows = quotes.map((quote) => {
    const own = linesOf.get(quote.id) ?? []
    const ids = new Set(own.map(({ service_id }) => service_id))
    const fact = facts.get(quote.provider_id)
    return {
      quote,
      own,
      accreditations: [...new Set(schemes.filter(({ service_id }) => ids.has(service_id)).map(({ scheme }) => scheme))],
      missing: items.filter(({ id }) => !own.some(({ enquiry_item_id }) => enquiry_item_id === id)),
      deliveries: { of: fact?.deliveries_of ?? 0, inTime: fact?.deliveries_in_time ?? 0 },
      reportDay: reportDayOf(today, { turnaroundDays: quote.turnaround_days, needsSamples: quote.needs_samples }),
    }
  })
  const marks = compare(
    rows.map(({ quote, accreditations, missing, deliveries, reportDay }) => ({
      totalFen: quote.total_fen,
      reportDay,
      accreditations,
      punctualRatio: deliveries.of === 0 ? null : deliveries.inTime / deliveries.of,
      validUntil: quote.valid_until,
      missingItems: missing.length,
    })),
  )
  return {
    columns: rows.map(({ quote, own, accreditations, missing, deliveries, reportDay }) => ({
      quote: presentQuote(quote, own, { now, side: 'client' }),
      accreditations,
      deliveries,
      missingItems: missing.map(({ name }) => name),
      isAfterDeadline: enquiry.deadline_day !== null && reportDay > enquiry.deadline_day,
    })),
    items: items.map(({ id, name }) => {
      const amounts = rows.map(({ own }) => amountOf(own, id))
      return { enquiryItemId: id, name, amounts: amounts.map((fen) => (fen === null ? null : formatFen(fen))), best: bestOf(amounts) }
    }),
    extras: rows.map(({ own }) => formatFen(amountOf(own, null) ?? 0n)),
    marks,
    now: now.toISOString(),
  }
}

/** What a quote asks for one item, or beside all items; null when nothing. */
function amountOf(lines: readonly QuoteLineRow[], itemId: string | null): bigint | null {
  const own = lines.filter(({ enquiry_item_id }) => enquiry_item_id === itemId)
  return own.length === 0 ? null : own.reduce((sum, { amount_fen }) => sum + amount_fen, 0n)
}

function bestOf(amounts: readonly (bigint | null)[]): number[] {
  const known = amounts.filter((fen) => fen !== null)
  if (new Set(known).size < 2) return []
  const least = known.reduce((a, b) => (b < a ? b : a))
  return amounts.flatMap((fen, index) => (fen === least ? [index] : []))
}
