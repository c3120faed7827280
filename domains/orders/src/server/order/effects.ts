import type { Db } from '@jiju/platform/database/pool'
import type { Act } from '../../core/order/machine.ts'
import type { OrdersTables } from '../needs.ts'
import { startApproval } from '../spending/start-approval.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { adjustToAmendment } from '../vouchers/adjust-voucher.ts'
import { freeVoucher } from '../vouchers/free-voucher.ts'
import { reserveVoucher } from '../vouchers/reserve-voucher.ts'
import type { Change } from './change-order.ts'

/** What else happens in the transaction of an act, after the order has moved; `order` is how it stands now. Each topic adds its own. */
export type Effect = (tx: Db<OrdersTables>, order: OrderRow, change: Change) => Promise<void>

export const EFFECTS: Readonly<Partial<Record<Act, readonly Effect[]>>> = {
  // Vouchers come before money: what a programme pays is not held of the client.
  place: [reserveVoucher],
  conclude: [reserveVoucher],
  submit: [reserveVoucher, startApproval],
  // After the amendment has changed the items.
  amend: [adjustToAmendment],
  decline: [freeVoucher],
  withdraw: [freeVoucher],
  refuse_purchase: [freeVoucher],
  lapse: [freeVoucher],
  cancel: [freeVoucher],
  rule_refund: [freeVoucher],
}
