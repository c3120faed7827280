import type { Problem } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { ACCOUNTS } from '../../core/money/accounts.ts'
import type { OrdersTables } from '../needs.ts'
import { balancesOf } from '../sql/money/ledger.ts'
import { findSettlement } from '../sql/money/settlements.ts'
import type { OrderRow } from '../sql/service-orders.ts'

/** An order counts as settled only when nothing is owed, held or undivided any more. */
export async function settledGuard(tx: Db<OrdersTables>, order: OrderRow): Promise<readonly Problem[]> {
  const settlement = await findSettlement(tx, order.id)
  const rests = await balancesOf(tx, [ACCOUNTS.due(order), ACCOUNTS.held(order), ACCOUNTS.income(order)])
  return settlement && rests.every((rest) => rest === 0n) ? [] : [{ code: 'orders.not_settled_yet', kind: 'refused' }]
}
