import { newId, readableNumber } from '@jiju/kernel/ids'
import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { PAYMENT_WAITS_HOURS, type PaymentChannel } from '../../core/money/payments.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { ORDER_MISSING } from '../problems.ts'
import { findPayment, insertPayment, type PaymentRow } from '../sql/money/payments.ts'
import { findOrder } from '../sql/service-orders.ts'
import { sandboxProvider } from './sandbox.ts'

const HOUR_MS = 3_600_000

type Wanted = {
  readonly organisationId: string
  readonly by: string
  readonly amountFen: bigint
  readonly channel: PaymentChannel
  readonly orderId: string | null
}

/**
 * A payment begins: through the payment provider, which says where to pay, or announced for the bank, where its number is the reference. Refuses with
 * `orders.order_missing` or `orders.no_payment_provider`.
 */
export async function beginPayment(tx: Db<OrdersTables>, command: Command, needs: OrdersNeeds, wanted: Wanted): Promise<PaymentRow> {
  const { now } = command
  const { organisationId, channel, amountFen, orderId, by } = wanted
  if (orderId !== null && (await findOrder(tx, orderId))?.organisation_id !== organisationId) throw new Refusal(ORDER_MISSING)
  const id = newId(now.getTime())
  const number = readableNumber('PAY', localDayOf(now, ORDER_ZONE), id)
  const opened = channel === 'sandbox' ? await openAtProvider(tx, needs, { number, amountFen, now }) : null
  await insertPayment(tx, {
    id,
    number,
    organisationId,
    orderId,
    channel,
    amountFen,
    reference: opened?.reference ?? null,
    payPath: opened?.payPath ?? null,
    by,
    at: now,
    expiresAt: new Date(now.getTime() + PAYMENT_WAITS_HOURS[channel] * HOUR_MS),
  })
  await command.audit({
    action: 'orders.payment.begin',
    subjectType: 'payment',
    subjectId: id,
    detail: { number, channel, amount: formatFen(amountFen), orderId },
  })
  const payment = await findPayment(tx, id)
  if (!payment) throw new Error('a payment that was begun is gone')
  return payment
}

async function openAtProvider(
  tx: Db<OrdersTables>,
  needs: OrdersNeeds,
  { number, amountFen, now }: { number: string; amountFen: bigint; now: Date },
) {
  if (!(await needs.isSandboxOpen())) throw new Refusal({ code: 'orders.no_payment_provider', kind: 'refused', field: '/channel' })
  const provider = sandboxProvider(tx, { secret: needs.authSecret, now: () => now })
  return provider.begin({ merchantNumber: number, amountFen, subject: number })
}
