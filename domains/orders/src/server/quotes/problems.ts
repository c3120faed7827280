import type { Problem } from '@jiju/kernel/problem'
import { QUOTE_MISSING } from '../problems.ts'
import type { QuoteRow } from '../sql/quotes.ts'

/** Why a quote can neither be accepted nor taken back. */
export function quoteGone(quote: QuoteRow | undefined, now: Date): Problem {
  if (!quote) return QUOTE_MISSING
  const state = quote.state === 'offered' && quote.valid_until <= now ? 'lapsed' : quote.state
  return { code: `orders.quote_${state}`, kind: 'conflict', params: { number: quote.number, until: quote.valid_until.toISOString() } }
}
