import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { TermsTopic } from '../../../core/agreement/terms.ts'
import type { OrdersTables } from '../../needs.ts'

/** The terms of a quote: those that were chosen, and for every other topic what the provider offers by default now. */
export async function insertQuoteTerms(
  tx: Db<OrdersTables>,
  quote: { quoteId: string; providerId: string; chosen: readonly { topic: TermsTopic; id: string }[] },
): Promise<void> {
  await sql`
    insert into orders.quote_terms (quote_id, topic, terms_id)
    select distinct on (topic) ${quote.quoteId}::uuid, topic, id from orders.terms_version
    where id = any(${quote.chosen.map(({ id }) => id)}::uuid[])
      or (is_default and (provider_id = ${quote.providerId} or provider_id is null) and topic <> all(${quote.chosen.map(({ topic }) => topic)}::text[]))
    order by topic, provider_id nulls last`.execute(tx)
}

export async function listQuoteTerms(db: Db<OrdersTables>, quoteId: string): Promise<string[]> {
  const { rows } = await sql<{
    terms_id: string
  }>`select terms_id from orders.quote_terms where quote_id = ${quoteId} order by topic`.execute(db)
  return rows.map(({ terms_id }) => terms_id)
}

/** The two whom a quote concerns. */
export async function findQuoteParties(db: Db<OrdersTables>, quoteId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ provider_id: string; organisation_id: string }>`
    select q.provider_id, e.organisation_id from orders.quote q join orders.enquiry e on e.id = q.enquiry_id where q.id = ${quoteId}`.execute(
    db,
  )
  return rows.flatMap(({ provider_id, organisation_id }) => [provider_id, organisation_id])
}
