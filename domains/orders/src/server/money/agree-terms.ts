import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { depositFen, ruleOn } from '../../core/money/rules.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersTables } from '../needs.ts'
import type { Change } from '../order/order-act.ts'
import { insertTerms } from '../sql/money/order-money.ts'
import { listDepositRules } from '../sql/money/rules.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { findVoucherShare } from '../vouchers/voucher-of-order.ts'
import { feeOfDay } from './fee-of-day.ts'
import { fillDeposit } from './hold.ts'

/** When an order is accepted, fee and deposit are frozen by the rules of that day, and the deposit is set aside as far as the client's balance goes. */
export async function agreeTerms(tx: Db<OrdersTables>, order: OrderRow, { work, personId }: Change): Promise<void> {
  const day = localDayOf(work.now, ORDER_ZONE)
  const deposits = (await listDepositRules(tx, order.provider_id)).map((row) => ({
    ...row,
    providerId: row.provider_id,
    validFrom: row.valid_from,
  }))
  const deposit = ruleOn(deposits, order.provider_id, day)
  const voucher = await findVoucherShare(tx, order.id)
  await insertTerms(tx, order.id, {
    depositFen: deposit ? depositFen(order.total_fen, voucher?.amountFen ?? 0n, deposit.deposit_percent) : 0n,
    isDepositRequired: deposit?.is_required ?? false,
    feeBasisPoints: await feeOfDay(tx, order.provider_id, work.now),
    at: work.now,
  })
  await fillDeposit(tx, order, { cause: `hold:${order.id}:accepted`, at: work.now, personId })
}
