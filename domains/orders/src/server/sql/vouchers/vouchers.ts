import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Condition } from '../../../core/vouchers/judge.ts'
import type { VoucherState } from '../../../core/vouchers/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'

/** What an order has of a programme. */
export type VoucherRow = {
  readonly id: string
  readonly number: string
  readonly order_id: string
  readonly programme_id: string
  readonly rule_id: string
  readonly organisation_id: string
  readonly provider_id: string
  readonly year: number
  readonly state: VoucherState
  readonly eligible_fen: bigint
  readonly amount_fen: bigint
  readonly conditions: readonly Condition[]
  readonly reserved_at: Date
  readonly redeemed_at: Date | null
  readonly ended_at: Date | null
  readonly end_reason: string | null
}

/** The voucher of an order, whatever became of it. Whoever changes it holds the lock of the order. */
export async function findVoucherOfOrder(db: Db<OrdersTables>, orderId: string): Promise<VoucherRow | undefined> {
  const { rows } = await sql<VoucherRow>`
    select id, number, order_id, programme_id, rule_id, organisation_id, provider_id, year, state, eligible_fen, amount_fen, conditions, reserved_at,
      redeemed_at, ended_at, end_reason
    from orders.voucher where order_id = ${orderId}`.execute(db)
  return rows[0]
}

type NewVoucher = Omit<VoucherRow, 'state' | 'redeemed_at' | 'ended_at' | 'end_reason'>

export async function insertVoucher(tx: Db<OrdersTables>, voucher: NewVoucher): Promise<void> {
  await sql`
    insert into orders.voucher (id, number, order_id, programme_id, rule_id, organisation_id, provider_id, year, eligible_fen, amount_fen, conditions, reserved_at)
    values (${voucher.id}, ${voucher.number}, ${voucher.order_id}, ${voucher.programme_id}, ${voucher.rule_id}, ${voucher.organisation_id},
      ${voucher.provider_id}, ${voucher.year}, ${voucher.eligible_fen}, ${voucher.amount_fen}, ${JSON.stringify(voucher.conditions)},
      ${voucher.reserved_at})`.execute(tx)
}

/** True when it was reserved until now. */
export async function adjustVoucher(
  tx: Db<OrdersTables>,
  voucher: { id: string; eligibleFen: bigint; amountFen: bigint; conditions: readonly Condition[] },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.voucher set eligible_fen = ${voucher.eligibleFen}, amount_fen = ${voucher.amountFen}, conditions = ${JSON.stringify(voucher.conditions)}
    where id = ${voucher.id} and state = 'reserved'`.execute(tx)
  return numAffectedRows === 1n
}

/** True when it was reserved until now. */
export async function markFreed(tx: Db<OrdersTables>, id: string, reason: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.voucher set state = 'freed', ended_at = ${at}, end_reason = ${reason} where id = ${id} and state = 'reserved'`.execute(tx)
  return numAffectedRows === 1n
}

/** True when it was reserved until now. */
export async function markRedeemed(tx: Db<OrdersTables>, id: string, amountFen: bigint, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.voucher set state = 'redeemed', amount_fen = ${amountFen}, redeemed_at = ${at} where id = ${id} and state = 'reserved'`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

/** True when it was redeemed until now. */
export async function markRejected(tx: Db<OrdersTables>, id: string, reason: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.voucher set state = 'rejected', ended_at = ${at}, end_reason = ${reason} where id = ${id} and state = 'redeemed'`.execute(
    tx,
  )
  return numAffectedRows === 1n
}
