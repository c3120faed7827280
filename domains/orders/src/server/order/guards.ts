import type { Problem } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Act } from '../../core/order/machine.ts'
import type { OrdersTables } from '../needs.ts'
import type { OrderRow } from '../sql/service-orders.ts'

/** What speaks against an act now, beyond the state; each topic adds its own. The order is locked while it is asked. */
export type Guard = (tx: Db<OrdersTables>, order: OrderRow, now: Date) => Promise<readonly Problem[]>

export const GUARDS: Readonly<Partial<Record<Act, readonly Guard[]>>> = {}
