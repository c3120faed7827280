import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { ACCOUNTS } from '../../core/money/accounts.ts'
import type { PaymentChannel, PaymentNotice } from '../../core/money/payments.ts'
import type { OrdersTables } from '../needs.ts'
import type { Work } from '../order/order-act.ts'
import { post } from '../sql/money/ledger.ts'
import { countNotice, endPayment, lockPaymentByReference, type PaymentRow } from '../sql/money/payments.ts'

/**
 * Books what a payment provider has told, once however often it tells it. Refuses with `orders.payment_missing`, or `orders.notice_amount` when the amount is
 * not what was asked for.
 */
export async function takeNotice(
  tx: Db<OrdersTables>,
  work: Work,
  channel: PaymentChannel,
  notice: PaymentNotice,
): Promise<'booked' | 'known'> {
  const payment = await lockPaymentByReference(tx, channel, notice.reference)
  if (!payment) throw new Refusal({ code: 'orders.payment_missing', kind: 'missing' })
  if (payment.amount_fen !== notice.amountFen) throw new Refusal({ code: 'orders.notice_amount', kind: 'refused' })
  const times = await countNotice(tx, { channel, eventId: notice.eventId, paymentId: payment.id, outcome: notice.outcome, at: work.now })
  if (times > 1 || !(await endPayment(tx, payment.id, notice.outcome, work.now))) return 'known'
  if (notice.outcome === 'paid') {
    await post(tx, { at: work.now, orderId: payment.order_id }, [
      {
        cause: `payment:${payment.id}`,
        kind: 'payment',
        debit: ACCOUNTS.gateway,
        credit: ACCOUNTS.prepaid(payment.organisation_id),
        amountFen: payment.amount_fen,
      },
    ])
    await tellReceived(work, payment)
  }
  await work.audit({
    action: `orders.payment.${notice.outcome}`,
    subjectType: 'payment',
    subjectId: payment.id,
    detail: { number: payment.number, amount: formatFen(payment.amount_fen), eventId: notice.eventId },
  })
  return 'booked'
}

/** Money has come in: what waited for it goes on. */
export async function tellReceived(
  work: Work,
  payment: Pick<PaymentRow, 'id' | 'number' | 'organisation_id' | 'order_id' | 'amount_fen' | 'channel'>,
) {
  await work.publish('orders.payment_received', {
    paymentId: payment.id,
    number: payment.number,
    organisationId: payment.organisation_id,
    orderId: payment.order_id,
    channel: payment.channel,
    amountFen: payment.amount_fen.toString(),
  })
}
