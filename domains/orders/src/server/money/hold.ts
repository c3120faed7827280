import type { Problem } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { ACCOUNTS } from '../../core/money/accounts.ts'
import { outstandingFen } from '../../core/money/charge.ts'
import type { OrdersTables } from '../needs.ts'
import { balanceOf, balancesOf, post } from '../sql/money/ledger.ts'
import { findOrderMoney, findTerms } from '../sql/money/order-money.ts'
import type { OrderRow } from '../sql/service-orders.ts'

/** Why money is set aside: the cause makes that it happens once. */
type Occasion = { readonly cause: string; readonly at: Date; readonly personId: string | null }

/** Sets money of the client's balance aside for an order, `upToFen` at most and as far as the balance goes; answers how much. The order is locked. */
export async function holdFor(tx: Db<OrdersTables>, order: OrderRow, upToFen: bigint, { cause, at, personId }: Occasion): Promise<bigint> {
  if (upToFen <= 0n) return 0n
  const prepaid = ACCOUNTS.prepaid(order.organisation_id)
  const [balance = 0n] = await balancesOf(tx, [prepaid], { isLocked: true })
  const amountFen = balance < upToFen ? balance : upToFen
  const posted = await post(tx, { at, personId, orderId: order.id }, [
    { cause, kind: 'hold', debit: prepaid, credit: ACCOUNTS.held(order), amountFen },
  ])
  return posted.length > 0 ? amountFen : 0n
}

/** Sets aside what is missing of the deposit; never more than what is left to pay. */
export async function fillDeposit(tx: Db<OrdersTables>, order: OrderRow, occasion: Occasion): Promise<bigint> {
  const terms = await findTerms(tx, order.id)
  if (!terms || terms.deposit_fen === 0n) return 0n
  const money = await findOrderMoney(tx, order)
  const missing = terms.deposit_fen - money.heldFen
  const outstanding = outstandingFen(money)
  return holdFor(tx, order, missing < outstanding ? missing : outstanding, occasion)
}

/** Gives back everything that was set aside for an order. */
export async function releaseHeld(tx: Db<OrdersTables>, order: OrderRow, { cause, at, personId }: Occasion): Promise<bigint> {
  const held = ACCOUNTS.held(order)
  const amountFen = await balanceOf(tx, held)
  await post(tx, { at, personId, orderId: order.id }, [
    { cause, kind: 'release', debit: held, credit: ACCOUNTS.prepaid(order.organisation_id), amountFen },
  ])
  return amountFen
}

/** Work does not begin before a deposit that the provider requires. */
export async function depositGuard(tx: Db<OrdersTables>, order: OrderRow): Promise<readonly Problem[]> {
  const terms = await findTerms(tx, order.id)
  if (!terms?.is_deposit_required) return []
  const held = await balanceOf(tx, ACCOUNTS.held(order))
  return held < terms.deposit_fen ? [{ code: 'orders.deposit_missing', kind: 'refused' }] : []
}
