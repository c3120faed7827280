import type { Db } from '@jiju/platform/database/pool'
import { ACCOUNTS } from '../../core/money/accounts.ts'
import { type BillPlan, billAfter, billTotalFen, planBill } from '../../core/money/booking-bill.ts'
import type { OrdersTables } from '../needs.ts'
import { jobWork } from '../order/job-work.ts'
import { type BillRow, findCharge, insertBill, lockBill, setBillTotal, writeBill } from '../sql/money/booking-bills.ts'
import { balancesOf, post, type Transfer } from '../sql/money/ledger.ts'
import { feeOfDay } from './fee-of-day.ts'
import type { Settling } from './settle-order.ts'

const JOB = 'orders.bill_booking'

/**
 * The charge of a booking, or of a place in a training, was accepted or corrected: its bill follows it and is settled. Told again, late or in another order,
 * it comes to the same, because the bill goes by the charge that stands now. `id`: of the reservation or the enrolment.
 */
export async function billBooking(settling: Settling, id: string): Promise<void> {
  if (await followCharge(settling, id)) await settleBill(settling, id)
}

/** Writes down what the bill shall come to; false when nothing was ever accepted. */
async function followCharge({ db, now, onPoint }: Settling, id: string): Promise<boolean> {
  const isBilled = await db.transaction().execute(async (tx) => {
    const bill = (await lockBill(tx, id)) ?? (await openBill(tx, id, now()))
    // Read when the bill is locked: whoever comes later has seen no older charge.
    const charge = await findCharge(tx, id)
    if (!bill || !charge) return false
    const totalFen = billTotalFen({ totalFen: charge.total_fen, isAccepted: charge.is_accepted }, bill.total_fen)
    if (totalFen !== bill.total_fen) await setBillTotal(tx, id, charge, totalFen)
    await onPoint?.('in:follow_charge')
    return true
  })
  if (isBilled) await onPoint?.('after:follow_charge')
  return isBilled
}

/** The first accepted charge opens the bill, and the fee is frozen by the rules of that day. */
async function openBill(tx: Db<OrdersTables>, id: string, at: Date): Promise<BillRow | undefined> {
  const charge = await findCharge(tx, id)
  if (!charge?.is_accepted || charge.total_fen === 0n) return undefined
  await insertBill(tx, { id, charge, feeBasisPoints: await feeOfDay(tx, charge.provider_id, at), at })
  return lockBill(tx, id)
}

/**
 * Brings the books to what the bill shall come to: charge, credit, payment, fee and share in one transaction, each once for a version of the charge. Without
 * the client's money, or when the provider has too little left to give back, it waits; doing it again changes nothing.
 */
export async function settleBill({ db, now, onPoint }: Settling, id: string): Promise<void> {
  const isSettled = await db.transaction().execute(async (tx) => {
    const row = await lockBill(tx, id)
    if (!row || row.state === 'done') return false
    const bill = {
      totalFen: row.total_fen,
      chargedFen: row.charged_fen,
      creditedFen: row.credited_fen,
      paidFen: row.paid_fen,
      feeBasisPoints: row.fee_basis_points,
    }
    const { prepaid, payable, due, income, fee, earned } = accountsOf(row)
    const [prepaidFen = 0n, payableFen = 0n, earnedFen = 0n] = await balancesOf(tx, [prepaid, payable, earned, due, income, fee], {
      isLocked: true,
    })
    const plan = planBill(bill, { client: { prepaid: prepaidFen, payable: payableFen }, providerPayableFen: earnedFen })
    const after = plan ? billAfter(bill, plan) : { ...bill, feeFen: row.fee_fen, isDone: false }
    const work = jobWork(tx, now(), JOB)
    const posted = plan ? await post(tx, { at: work.now, billId: id }, transfersOf(row, plan)) : []
    await writeBill(tx, id, { ...after, state: after.isDone ? 'done' : 'waiting', now: work.now })
    if (plan && posted.length > 0)
      await work.publish('orders.booking_billed', {
        billId: id,
        kind: row.kind,
        number: row.number,
        title: row.title,
        reservationId: row.kind === 'training' ? null : id,
        organisationId: row.organisation_id,
        providerId: row.provider_id,
        totalFen: bill.totalFen.toString(),
        dueFen: (after.chargedFen - after.creditedFen - after.paidFen).toString(),
        backFen: (plan.shareBackFen + plan.feeBackFen).toString(),
      })
    await onPoint?.('in:settle_bill')
    return true
  })
  if (isSettled) await onPoint?.('after:settle_bill')
}

const accountsOf = (row: BillRow) => ({
  prepaid: ACCOUNTS.prepaid(row.organisation_id),
  payable: ACCOUNTS.payable(row.organisation_id),
  due: ACCOUNTS.due(row),
  income: ACCOUNTS.income(row),
  fee: ACCOUNTS.fee(row.provider_id),
  earned: ACCOUNTS.payable(row.provider_id),
})

/** What is given back goes to what the client has paid ahead, wherever it came from. */
function transfersOf(row: BillRow, { chargeFen, creditDueFen, shareBackFen, feeBackFen, collect }: BillPlan): Transfer[] {
  const accounts = accountsOf(row)
  const { prepaid, due, income, fee, earned } = accounts
  const cause = (part: string) => `booking:${row.charge_id}:${part}`
  const transfers: Transfer[] = [
    { cause: cause('charge'), kind: 'charge', debit: due, credit: income, amountFen: chargeFen },
    { cause: cause('due'), kind: 'credit', debit: income, credit: due, amountFen: creditDueFen },
    { cause: cause('fee_back'), kind: 'fee_back', debit: fee, credit: prepaid, amountFen: feeBackFen },
    { cause: cause('share_back'), kind: 'credit', debit: earned, credit: prepaid, amountFen: shareBackFen },
  ]
  if (!collect) return transfers
  const { from, amountFen, feeFen } = collect
  return [
    ...transfers,
    { cause: cause('collect'), kind: 'collect_balance', debit: accounts[from], credit: due, amountFen },
    { cause: cause('fee'), kind: 'fee', debit: income, credit: fee, amountFen: feeFen },
    { cause: cause('share'), kind: 'share', debit: income, credit: earned, amountFen: amountFen - feeFen },
  ]
}
