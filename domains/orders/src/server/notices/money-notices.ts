import { formatFen } from '@jiju/kernel/money'
import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import type { EventHandlers } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import { ACCOUNTS } from '../../core/money/accounts.ts'
import { outstandingFen } from '../../core/money/charge.ts'
import { getOutgoing } from '../money/outgoing.ts'
import type { OrdersDeps } from '../needs.ts'
import { balanceOf } from '../sql/money/ledger.ts'
import { findOrderMoney } from '../sql/money/order-money.ts'
import { listSettlementSteps } from '../sql/money/settlements.ts'
import { findOrder } from '../sql/service-orders.ts'
import texts from './money.json' with { type: 'json' }
import { EARNERS, PAYERS } from './money-people.ts'

const kind = (key: keyof typeof texts) => ({ group: 'orders', mail: 'at_once', texts: texts[key] }) as const

export const MONEY_NOTICES: NoticeKinds = {
  'orders.money_received': kind('orders.money_received'),
  'orders.payment_due': kind('orders.payment_due'),
  'orders.booking_due': kind('orders.booking_due'),
  'orders.settled_provider': kind('orders.settled_provider'),
  'orders.voucher_recovery': kind('orders.voucher_recovery'),
  'orders.voucher_recovery_told': kind('orders.voucher_recovery_told'),
  'orders.outgoing_sent': kind('orders.outgoing_sent'),
  'orders.outgoing_refused': kind('orders.outgoing_refused'),
  'orders.invoice_asked': kind('orders.invoice_asked'),
  'orders.invoice_issued': kind('orders.invoice_issued'),
  'orders.invoice_refused': kind('orders.invoice_refused'),
}

const Received = z.object({ organisationId: z.uuid(), number: z.string(), amountFen: z.string() })
const Recovered = z.object({ orderId: z.uuid(), amountFen: z.string() })
const Billed = z.object({ organisationId: z.uuid(), number: z.string(), title: z.string(), dueFen: z.string() })
const OfOrder = z.object({ orderId: z.uuid() })
const Decided = z.object({ outgoingId: z.uuid(), state: z.enum(['sent', 'refused']) })

/** Tells whoever looks after the money what has come, what is due, what was earned and what was sent. */
export function moneyTellers({ db, needs }: OrdersDeps): EventHandlers {
  return {
    'orders.payment_received': {
      'orders.tell_received': async ({ id, payload }) => {
        const { organisationId, number, amountFen } = Received.parse(payload)
        await needs.notify(db, {
          kind: 'orders.money_received',
          to: { organisationId, roles: PAYERS },
          params: {
            number,
            amount: formatFen(BigInt(amountFen)),
            balance: formatFen(await balanceOf(db, ACCOUNTS.prepaid(organisationId))),
          },
          link: '/e/ledger',
          key: id,
        })
      },
    },
    'orders.order_charged': {
      'orders.tell_due': async ({ id, payload }) => {
        const order = await findOrder(db, OfOrder.parse(payload).orderId)
        if (!order) return
        const outstanding = outstandingFen(await findOrderMoney(db, order))
        const balance = await balanceOf(db, ACCOUNTS.prepaid(order.organisation_id))
        if (balance >= outstanding) return
        await needs.notify(db, {
          kind: 'orders.payment_due',
          to: { organisationId: order.organisation_id, roles: PAYERS },
          params: { number: order.number, title: order.title, amount: formatFen(outstanding) },
          link: `/e/orders/${order.id}`,
          key: id,
        })
      },
    },
    'orders.booking_billed': {
      'orders.tell_booking_due': async ({ id, payload }) => {
        const { organisationId, number, title, dueFen } = Billed.parse(payload)
        if (BigInt(dueFen) === 0n) return
        await needs.notify(db, {
          kind: 'orders.booking_due',
          to: { organisationId, roles: PAYERS },
          params: { number, title, amount: formatFen(BigInt(dueFen)) },
          link: '/e/ledger',
          key: id,
        })
      },
    },
    'orders.voucher_recovered': {
      'orders.tell_recovery': async ({ id, payload }) => {
        const { orderId, amountFen } = Recovered.parse(payload)
        const order = await findOrder(db, orderId)
        if (!order) return
        const params = { number: order.number, title: order.title, amount: formatFen(BigInt(amountFen)) }
        await needs.notify(db, {
          kind: 'orders.voucher_recovery',
          to: { organisationId: order.organisation_id, roles: PAYERS },
          params,
          link: `/e/orders/${order.id}`,
          key: id,
        })
        await needs.notify(db, {
          kind: 'orders.voucher_recovery_told',
          to: { organisationId: order.provider_id, roles: EARNERS },
          params,
          link: `/p/orders/${order.id}`,
          key: id,
        })
      },
    },
    'orders.order_settled': {
      'orders.tell_settled': async ({ id, payload }) => {
        const order = await findOrder(db, OfOrder.parse(payload).orderId)
        if (!order) return
        const steps = new Map((await listSettlementSteps(db, order.id)).map((row) => [row.step, row.amount_fen]))
        await needs.notify(db, {
          kind: 'orders.settled_provider',
          to: { organisationId: order.provider_id, roles: EARNERS },
          params: {
            number: order.number,
            title: order.title,
            charge: formatFen(steps.get('close') ?? 0n),
            fee: formatFen(steps.get('take_fee') ?? 0n),
            share: formatFen(steps.get('credit_provider') ?? 0n),
          },
          link: '/p/settlement',
          key: id,
        })
      },
    },
    'orders.outgoing_decided': {
      'orders.tell_outgoing': async ({ id, payload }) => {
        const { outgoingId, state } = Decided.parse(payload)
        const outgoing = await getOutgoing(db, outgoingId)
        await needs.notify(db, {
          kind: `orders.outgoing_${state}`,
          to: { organisationId: outgoing.organisation_id, roles: outgoing.kind === 'refund' ? PAYERS : EARNERS },
          params: {
            number: outgoing.number,
            amount: formatFen(outgoing.amount_fen),
            account: `${outgoing.bank_name} ${outgoing.account_number}`,
            reason: outgoing.refusal ?? '',
          },
          link: outgoing.kind === 'refund' ? '/e/ledger' : '/p/settlement',
          key: id,
        })
      },
    },
  }
}
