import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { ruleOn } from '../../core/money/rules.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersTables } from '../needs.ts'
import { listFeeRules } from '../sql/money/rules.ts'

/** The platform's fee of a provider by the rules of the day of `at`, in hundredths of a percent; nothing where no rule holds. */
export async function feeOfDay(db: Db<OrdersTables>, providerId: string, at: Date): Promise<number> {
  const rules = (await listFeeRules(db, providerId)).map((row) => ({
    providerId: row.provider_id,
    validFrom: row.valid_from,
    basisPoints: row.rate_basis_points,
  }))
  return ruleOn(rules, providerId, localDayOf(at, ORDER_ZONE))?.basisPoints ?? 0
}
