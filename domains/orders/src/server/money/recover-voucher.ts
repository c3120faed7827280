import { formatFen } from '@jiju/kernel/money'
import { ACCOUNTS } from '../../core/money/accounts.ts'
import type { OrdersDeps } from '../needs.ts'
import { jobWork } from '../order/job-work.ts'
import { balanceOf, balancesOf, post } from '../sql/money/ledger.ts'
import { findVoucherPaid, insertRecovery, isRecoveryOpen, markCollected } from '../sql/money/recoveries.ts'
import { lockOrder } from '../sql/service-orders.ts'

const JOB = 'orders.recover_voucher'

/**
 * A voucher was not accepted after its order was settled: the programme owes nothing of it and the client owes that part again. The provider's share stays.
 * Collected at once when the client's balance covers it, else when money arrives. Doing it twice changes nothing.
 */
export async function recoverVoucher(deps: Pick<OrdersDeps, 'db' | 'needs'>, orderId: string): Promise<void> {
  const { db, needs } = deps
  await db.transaction().execute(async (tx) => {
    const order = await lockOrder(tx, orderId)
    const paid = order && (await findVoucherPaid(tx, orderId))
    if (!order || !paid) return
    const receivable = ACCOUNTS.voucherReceivable(paid.programmeId)
    // What a programme has paid out already is between it and the platform.
    const open = await balanceOf(tx, receivable)
    const amountFen = open < paid.amountFen ? open : paid.amountFen
    const { organisation_id: organisationId } = order
    const work = jobWork(tx, needs.now(), JOB)
    if (amountFen === 0n || !(await insertRecovery(tx, { ...paid, orderId, organisationId, amountFen, at: work.now }))) return
    await post(tx, { at: work.now, orderId }, [
      { cause: `recover:${orderId}`, kind: 'voucher_back', debit: ACCOUNTS.due(order), credit: receivable, amountFen },
    ])
    await work.audit({
      action: 'orders.voucher.recover',
      subjectType: 'service_order',
      subjectId: orderId,
      detail: { number: order.number, amount: formatFen(amountFen) },
    })
    await work.publish('orders.voucher_recovered', { orderId, organisationId, amountFen: amountFen.toString() })
  })
  await collectRecovery(deps, orderId)
}

/** Takes what is owed again from the client's balance, as a whole or not yet. */
export async function collectRecovery({ db, needs }: Pick<OrdersDeps, 'db' | 'needs'>, orderId: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order || !(await isRecoveryOpen(tx, orderId))) return
    const prepaid = ACCOUNTS.prepaid(order.organisation_id)
    const [due = 0n, balance = 0n] = await balancesOf(tx, [ACCOUNTS.due(order), prepaid], { isLocked: true })
    if (balance < due) return
    const at = needs.now()
    await post(tx, { at, orderId }, [
      { cause: `recover:${orderId}:collect`, kind: 'collect_balance', debit: prepaid, credit: ACCOUNTS.due(order), amountFen: due },
    ])
    await markCollected(tx, orderId, at)
  })
}
