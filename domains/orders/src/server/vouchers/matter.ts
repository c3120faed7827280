import type { LocalDate } from '@jiju/kernel/local-date'
import type { Problem } from '@jiju/kernel/problem'
import type { CostLine } from '../../core/vouchers/amount.ts'
import type { OrderItemRow } from '../sql/order-items.ts'

export const PROGRAMME_MISSING: Problem = { code: 'orders.voucher_programme_missing', kind: 'missing' }
export const VOUCHER_MISSING: Problem = { code: 'orders.voucher_missing', kind: 'missing' }

/** The year whose quota an order uses: that of the day on which it was placed. */
export const yearOf = (day: LocalDate): number => Number(day.slice(0, 4))

export const costLinesOf = (items: readonly Pick<OrderItemRow, 'kind' | 'service_id' | 'amount_fen'>[]): CostLine[] =>
  items.map(({ kind, service_id, amount_fen }) => ({ kind, serviceId: service_id, amountFen: amount_fen }))
