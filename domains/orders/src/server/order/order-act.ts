import type { Problem } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { Act } from '../../core/order/machine.ts'
import type { OrderState, Side } from '../../core/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'
import type { OrderRow } from '../sql/service-orders.ts'

/** The clock, the trail and the outbox of whatever changes an order: a request's command or a job's. */
export type Work = Pick<Command, 'now' | 'audit' | 'publish'>

/** One change of an order as its effects see it. */
export type Change = {
  readonly act: Act
  readonly from: OrderState
  readonly side: Side
  readonly personId: string | null
  readonly reason: string | null
  readonly detail: Readonly<Record<string, unknown>>
  readonly work: Work
}

/** What speaks against an act now, beyond the state; each topic adds its own. The order is locked while it is asked. */
export type Guard = (tx: Db<OrdersTables>, order: OrderRow, now: Date) => Promise<readonly Problem[]>

/** What else happens in the transaction of an act, after the order has moved; `order` is how it stands now. Each topic adds its own. */
export type Effect = (tx: Db<OrdersTables>, order: OrderRow, change: Change) => Promise<void>
