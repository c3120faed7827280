import type { Db } from '@jiju/platform/database/pool'
import type { Act } from '../../core/order/machine.ts'
import type { OrdersTables } from '../needs.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import type { Change } from './change-order.ts'

/** What else happens in the transaction of an act, after the order has moved; `order` is how it stands now. Each topic adds its own. */
export type Effect = (tx: Db<OrdersTables>, order: OrderRow, change: Change) => Promise<void>

export const EFFECTS: Readonly<Partial<Record<Act, readonly Effect[]>>> = {}
