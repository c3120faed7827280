import { newId, readableNumber } from '@jiju/kernel/ids'
import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { ACCOUNTS } from '../../core/money/accounts.ts'
import { chargeFen } from '../../core/money/charge.ts'
import { feeFen } from '../../core/money/rules.ts'
import { isSharingOut } from '../../core/money/settlement.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersTables } from '../needs.ts'
import { ORDER_MISSING } from '../problems.ts'
import { balancesOf, post, type Transfer } from '../sql/money/ledger.ts'
import { insertCreditNote } from '../sql/money/order-bills.ts'
import { findOrderMoney, findTerms, type OrderMoneyFacts } from '../sql/money/order-money.ts'
import { lockOrder, type OrderRow } from '../sql/service-orders.ts'

type Wanted = {
  readonly orderId: string
  readonly providerId: string
  readonly amountFen: bigint
  readonly reason: string
  readonly by: string
}

/**
 * The provider gives back a part of an order's price. Before the charge it makes the charge smaller; after it, first what is still owed, then the client's
 * balance grows, out of the undivided income or, once that was shared out, of fee and share as they were taken. Refuses with `orders.order_missing`,
 * `orders.credit_too_large`, `orders.settlement_running` or `orders.balance_too_small`.
 */
export async function creditOrder(tx: Db<OrdersTables>, command: Command, wanted: Wanted): Promise<OrderRow> {
  const { orderId, providerId, amountFen, reason, by } = wanted
  const { now } = command
  const order = await lockOrder(tx, orderId)
  if (!order || order.provider_id !== providerId) throw new Refusal(ORDER_MISSING)
  const money = await findOrderMoney(tx, order)
  if (isSharingOut(money.doneSteps)) throw new Refusal({ code: 'orders.settlement_running', kind: 'conflict' })
  const rest = creditableFen(order, money)
  if (amountFen > rest)
    throw new Refusal({ code: 'orders.credit_too_large', kind: 'refused', params: { rest: formatFen(rest) }, field: '/amount' })
  const id = newId(now.getTime())
  const number = readableNumber('CRN', localDayOf(now, ORDER_ZONE), id)
  if (money.settlement) await post(tx, { at: now, personId: by, orderId }, await transfersOf(tx, order, money, { id, amountFen }))
  await insertCreditNote(tx, { id, number, orderId, amountFen, reason, isPosted: money.settlement !== undefined, by, at: now })
  await command.audit({
    action: 'orders.credit_note.issue',
    subjectType: 'service_order',
    subjectId: orderId,
    detail: { number, amount: formatFen(amountFen), reason },
  })
  await command.publish('orders.order_credited', {
    orderId,
    number: order.number,
    creditNumber: number,
    organisationId: order.organisation_id,
    providerId,
    creditFen: amountFen.toString(),
  })
  return order
}

/** What can still be credited: of what was charged without the credits so far, what a voucher has paid stays. */
export function creditableFen(order: OrderRow, money: OrderMoneyFacts): bigint {
  const isUnsettled = !money.settlement && order.ended_at !== null
  if (isUnsettled) return 0n
  const charged = money.settlement ? money.settlement.charge_fen - creditedSince(money) : chargeFen(money)
  const voucher = money.voucherFen ?? money.redeemedFen
  const own = charged - voucher
  return own > 0n ? own : 0n
}

const creditedSince = ({ creditedFen, creditedBeforeFen }: OrderMoneyFacts): bigint => creditedFen - creditedBeforeFen

async function transfersOf(
  tx: Db<OrdersTables>,
  order: OrderRow,
  money: OrderMoneyFacts,
  { id, amountFen }: { id: string; amountFen: bigint },
): Promise<Transfer[]> {
  const prepaid = ACCOUNTS.prepaid(order.organisation_id)
  const cause = (part: string) => `credit:${id}:${part}`
  if (money.settlement?.state !== 'done') {
    const [due = 0n] = await balancesOf(tx, [ACCOUNTS.due(order)], { isLocked: true })
    const ofDue = due < amountFen ? due : amountFen
    const income = ACCOUNTS.income(order)
    return [
      { cause: cause('due'), kind: 'credit', debit: income, credit: ACCOUNTS.due(order), amountFen: ofDue },
      { cause: cause('balance'), kind: 'credit', debit: income, credit: prepaid, amountFen: amountFen - ofDue },
    ]
  }
  const basisPoints = (await findTerms(tx, order.id))?.fee_basis_points ?? 0
  const before = money.settlement.charge_fen - creditedSince(money)
  const feeBack = feeFen(before, basisPoints) - feeFen(before - amountFen, basisPoints)
  return [
    { cause: cause('fee'), kind: 'fee_back', debit: ACCOUNTS.fee(order.provider_id), credit: prepaid, amountFen: feeBack },
    { cause: cause('share'), kind: 'credit', debit: ACCOUNTS.payable(order.provider_id), credit: prepaid, amountFen: amountFen - feeBack },
  ]
}
