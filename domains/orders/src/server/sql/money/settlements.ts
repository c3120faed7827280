import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { SettlementStep } from '../../../core/money/settlement.ts'
import type { OrdersTables } from '../../needs.ts'

export type SettlementRow = {
  readonly order_id: string
  readonly kind: 'order' | 'cancellation'
  readonly state: 'running' | 'waiting' | 'done'
  readonly charge_fen: bigint
  readonly opened_at: Date
  readonly done_at: Date | null
}

export async function findSettlement(db: Db<OrdersTables>, orderId: string): Promise<SettlementRow | undefined> {
  const { rows } = await sql<SettlementRow>`
    select order_id, kind, state, charge_fen, opened_at, done_at from orders.settlement where order_id = ${orderId}`.execute(db)
  return rows[0]
}

/** False when the order is being settled already. */
export async function insertSettlement(
  tx: Db<OrdersTables>,
  settlement: { orderId: string; kind: SettlementRow['kind']; chargeFen: bigint; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.settlement (order_id, kind, charge_fen, opened_at)
    values (${settlement.orderId}, ${settlement.kind}, ${settlement.chargeFen}, ${settlement.at})
    on conflict on constraint settlement_pkey do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** Waiting for money, running again, or done. */
export async function moveSettlement(tx: Db<OrdersTables>, orderId: string, state: SettlementRow['state'], now: Date): Promise<void> {
  const doneAt = state === 'done' ? now : null
  await sql`
    update orders.settlement set state = ${state}, done_at = ${doneAt} where order_id = ${orderId} and state <> 'done'`.execute(tx)
}

/** False when the step is done already: it is done once. */
export async function insertSettlementStep(
  tx: Db<OrdersTables>,
  step: { orderId: string; step: SettlementStep; amountFen: bigint; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.settlement_step (order_id, step, amount_fen, at) values (${step.orderId}, ${step.step}, ${step.amountFen}, ${step.at})
    on conflict on constraint settlement_step_pkey do nothing`.execute(tx)
  return numAffectedRows === 1n
}

type SettlementStepRow = { readonly step: SettlementStep; readonly amount_fen: bigint; readonly at: Date }

export async function listSettlementSteps(db: Db<OrdersTables>, orderId: string): Promise<SettlementStepRow[]> {
  const { rows } = await sql<SettlementStepRow>`
    select step, amount_fen, at from orders.settlement_step where order_id = ${orderId} order by at, step`.execute(db)
  return rows
}

/** Settlements that can go on: those that were interrupted, and with `isWaitingToo` those that wait for money. */
export async function listOpenSettlements(db: Db<OrdersTables>, options: { isWaitingToo: boolean; limit: number }): Promise<string[]> {
  const states = options.isWaitingToo ? ['running', 'waiting'] : ['running']
  const { rows } = await sql<{ order_id: string }>`
    select order_id from orders.settlement where state <> 'done' and state = any(${states}::text[])
    order by opened_at, order_id limit ${options.limit}`.execute(db)
  return rows.map(({ order_id }) => order_id)
}
