import type { Db } from '@jiju/platform/database/pool'
import type { ProviderFacts } from '../../contract/enquiries.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersTables } from '../needs.ts'
import { listProviderFacts, type ProviderFactsRow } from '../sql/provider-facts.ts'

const YEAR_MS = 365 * 86_400_000

/** Facts of the last twelve months, by provider. */
export async function readFacts(
  db: Db<OrdersTables>,
  providerIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, ProviderFactsRow>> {
  const rows = await listProviderFacts(db, providerIds, { since: new Date(now.getTime() - YEAR_MS), now, zone: ORDER_ZONE })
  return new Map(rows.map((row) => [row.provider_id, row]))
}

export function presentFacts(row: ProviderFactsRow | undefined): ProviderFacts {
  return {
    answers: { of: row?.answers_of ?? 0, inTime: row?.answers_in_time ?? 0 },
    medianAnswerHours: row?.median_answer_hours ?? null,
    deliveries: { of: row?.deliveries_of ?? 0, inTime: row?.deliveries_in_time ?? 0 },
  }
}
