import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { QuotedTerms } from '../../contract/terms.ts'
import { TERMS_TOPICS } from '../../core/agreement/terms.ts'
import type { OrdersTables } from '../needs.ts'
import { QUOTE_MISSING } from '../problems.ts'
import { findQuoteParties, insertQuoteTerms, listQuoteTerms } from '../sql/agreement/quote-terms.ts'
import { listTermsByIds, type TermsText } from '../sql/agreement/terms.ts'
import { presentTermsText, TERMS_MISSING } from './write-terms.ts'

/** What speaks against a choice of terms by a provider: unknown, not published, another provider's, or two of one topic. */
export function findChoiceProblems(termsIds: readonly string[], found: readonly TermsText[], providerId: string): Problem[] {
  return termsIds.flatMap((termsId, index): Problem[] => {
    const field = `/termsIds/${index}`
    const terms = found.find(({ id }) => id === termsId)
    if (terms?.state !== 'published' || (terms.provider_id !== null && terms.provider_id !== providerId))
      return [{ ...TERMS_MISSING, field }]
    const isTwice = found.some(({ id, topic }) => id !== termsId && topic === terms.topic)
    return isTwice ? [{ code: 'orders.terms_twice', kind: 'refused', field }] : []
  })
}

/** Fixes the terms of a quote when it is offered; the order that comes of it begins with them, whatever the templates become. */
export async function fixQuoteTerms(
  tx: Db<OrdersTables>,
  { quoteId, providerId, termsIds }: { quoteId: string; providerId: string; termsIds: readonly string[] },
): Promise<void> {
  const chosen = await listTermsByIds(tx, termsIds)
  const problems = findChoiceProblems(termsIds, chosen, providerId)
  if (problems.length > 0) throw new Refusal(...problems)
  await insertQuoteTerms(tx, { quoteId, providerId, chosen })
}

/** The terms of a quote in full, for the two whom it concerns. */
export async function readQuoteTerms(db: Db<OrdersTables>, quoteId: string, organisationId: string): Promise<{ items: QuotedTerms[] }> {
  if (!(await findQuoteParties(db, quoteId)).includes(organisationId)) throw new Refusal(QUOTE_MISSING)
  const rows = await listTermsByIds(db, await listQuoteTerms(db, quoteId))
  const place = ({ topic }: TermsText) => TERMS_TOPICS.indexOf(topic)
  return { items: rows.toSorted((a, b) => place(a) - place(b)).map(presentTermsText) }
}
