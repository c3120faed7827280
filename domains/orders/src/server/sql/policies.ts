import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import { type CancelRates, DEFAULT_CANCEL_RATES } from '../../core/order/cancellation.ts'
import type { OrdersTables } from '../needs.ts'

/** How a provider handles orders. Days are working days. */
type ProviderPolicy = {
  readonly answerDays: number
  readonly approvalDays: number
  readonly cancelRates: CancelRates
  readonly holdsResults: boolean
  readonly version: number
}

/** What holds for a provider that has set nothing. */
const DEFAULTS: ProviderPolicy = { answerDays: 2, approvalDays: 5, cancelRates: DEFAULT_CANCEL_RATES, holdsResults: false, version: 0 }

export async function findPolicy(db: Db<OrdersTables>, providerId: string): Promise<ProviderPolicy> {
  const { rows } = await sql<{
    answer_days: number
    approval_days: number
    received_rate_percent: number
    working_rate_percent: number
    reporting_rate_percent: number
    holds_results: boolean
    version: number
  }>`
    select answer_days, approval_days, received_rate_percent, working_rate_percent, reporting_rate_percent, holds_results, version
    from orders.provider_policy where provider_id = ${providerId}`.execute(db)
  const [row] = rows
  if (!row) return DEFAULTS
  return {
    answerDays: row.answer_days,
    approvalDays: row.approval_days,
    cancelRates: { received: row.received_rate_percent, working: row.working_rate_percent, reporting: row.reporting_rate_percent },
    holdsResults: row.holds_results,
    version: row.version,
  }
}
