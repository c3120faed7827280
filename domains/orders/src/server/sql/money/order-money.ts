import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import { ACCOUNTS } from '../../../core/money/accounts.ts'
import type { OrderMoney } from '../../../core/money/charge.ts'
import type { OrdersTables } from '../../needs.ts'
import { findVoucherShare } from '../../vouchers/voucher-of-order.ts'
import type { OrderRow } from '../service-orders.ts'
import { balancesOf } from './ledger.ts'
import { findSettlement, listSettlementSteps, type SettlementRow } from './settlements.ts'

/** The money of an order: what decides what is left to pay, and how far its settlement has come. */
export type OrderMoneyFacts = OrderMoney & {
  /** Credits that the charge had taken into account already. */
  readonly creditedBeforeFen: bigint
  /** What a voucher has paid. */
  readonly redeemedFen: bigint
  readonly incomeFen: bigint
  readonly settlement: SettlementRow | undefined
  readonly doneSteps: readonly string[]
}

export async function findOrderMoney(db: Db<OrdersTables>, order: OrderRow): Promise<OrderMoneyFacts> {
  const settlement = await findSettlement(db, order.id)
  const { rows } = await sql<{ metered_fen: bigint; credited_fen: bigint; credited_before_fen: bigint }>`
    select (select coalesce(sum(amount_fen), 0)::bigint from orders.metered_charge where order_id = ${order.id}) as metered_fen,
      coalesce(sum(amount_fen), 0)::bigint as credited_fen,
      coalesce(sum(amount_fen) filter (where not is_posted), 0)::bigint as credited_before_fen
    from orders.credit_note where order_id = ${order.id}`.execute(db)
  const steps = settlement ? await listSettlementSteps(db, order.id) : []
  const doneSteps = steps.map(({ step }) => step)
  const voucher = settlement?.kind === 'cancellation' || doneSteps.includes('redeem_voucher') ? null : await findVoucherShare(db, order.id)
  const [heldFen = 0n, dueFen = 0n, incomeFen = 0n] = await balancesOf(db, [
    ACCOUNTS.held(order),
    ACCOUNTS.due(order),
    ACCOUNTS.income(order),
  ])
  return {
    totalFen: order.total_fen,
    meteredFen: rows[0]?.metered_fen ?? 0n,
    creditedFen: rows[0]?.credited_fen ?? 0n,
    creditedBeforeFen: rows[0]?.credited_before_fen ?? 0n,
    redeemedFen: steps.find(({ step }) => step === 'redeem_voucher')?.amount_fen ?? 0n,
    voucherFen: voucher?.amountFen ?? null,
    heldFen,
    dueFen: settlement ? dueFen : null,
    incomeFen,
    settlement,
    doneSteps,
  }
}

type TermsRow = {
  readonly deposit_fen: bigint
  readonly is_deposit_required: boolean
  readonly fee_basis_points: number
  readonly agreed_at: Date
}

/** What was agreed about an order's money when it was accepted; undefined before. */
export async function findTerms(db: Db<OrdersTables>, orderId: string): Promise<TermsRow | undefined> {
  const { rows } = await sql<TermsRow>`
    select deposit_fen, is_deposit_required, fee_basis_points, agreed_at from orders.order_terms where order_id = ${orderId}`.execute(db)
  return rows[0]
}

export async function insertTerms(
  tx: Db<OrdersTables>,
  orderId: string,
  terms: { depositFen: bigint; isDepositRequired: boolean; feeBasisPoints: number; at: Date },
): Promise<void> {
  await sql`
    insert into orders.order_terms (order_id, deposit_fen, is_deposit_required, fee_basis_points, agreed_at)
    values (${orderId}, ${terms.depositFen}, ${terms.isDepositRequired}, ${terms.feeBasisPoints}, ${terms.at})
    on conflict on constraint order_terms_pkey do nothing`.execute(tx)
}

/** Orders of a client for which money is still to be set aside or collected, the oldest first. */
export async function listOrdersAwaitingMoney(db: Db<OrdersTables>, organisationId: string): Promise<{ id: string; isCharged: boolean }[]> {
  const { rows } = await sql<{ id: string; is_charged: boolean }>`
    select o.id, s.order_id is not null as is_charged
    from orders.service_order o
    left join orders.settlement s on s.order_id = o.id
    left join orders.order_terms t on t.order_id = o.id
    where o.organisation_id = ${organisationId}
      and (s.state in ('running', 'waiting') or (s.order_id is null and t.deposit_fen > 0 and o.ended_at is null))
    order by o.placed_at, o.id`.execute(db)
  return rows.map((row) => ({ id: row.id, isCharged: row.is_charged }))
}
