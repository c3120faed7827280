import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import { type AccountKind, balanceFen } from '../../../core/money/accounts.ts'
import type { BillKind } from '../../../core/money/booking-bill.ts'
import type { OrdersTables } from '../../needs.ts'

type StatementEntryRow = {
  readonly id: string
  readonly kind: string
  readonly side: 'debit' | 'credit'
  readonly amount_fen: bigint
  readonly order_id: string | null
  readonly reservation_id: string | null
  /** Of the order, the booking or the training. */
  readonly number: string | null
  readonly title: string | null
  readonly at: Date
}

type Period = { readonly from: Date; readonly to: Date }
type Accounts = { readonly organisationId: string; readonly kind: AccountKind }

/** What accounts of one kind of an organisation held before an instant, in fen. */
export async function balanceBefore(db: Db<OrdersTables>, { organisationId, kind }: Accounts, before: Date): Promise<bigint> {
  const { rows } = await sql<{ debit_fen: bigint; credit_fen: bigint }>`
    select coalesce(sum(t.amount_fen) filter (where t.debit_account_id = a.id), 0)::bigint as debit_fen,
      coalesce(sum(t.amount_fen) filter (where t.credit_account_id = a.id), 0)::bigint as credit_fen
    from orders.ledger_account a join orders.ledger_transfer t on a.id in (t.debit_account_id, t.credit_account_id)
    where a.organisation_id = ${organisationId} and a.kind = ${kind} and t.at < ${before}`.execute(db)
  const [row] = rows
  return row ? balanceFen(kind, { debitFen: row.debit_fen, creditFen: row.credit_fen }) : 0n
}

/** What was posted to accounts of one kind of an organisation, oldest first. */
export async function listEntries(
  db: Db<OrdersTables>,
  { organisationId, kind }: Accounts,
  { from, to }: Period,
): Promise<StatementEntryRow[]> {
  const { rows } = await sql<StatementEntryRow>`
    select t.id, t.kind, case when t.debit_account_id = a.id then 'debit' else 'credit' end as side, t.amount_fen, t.order_id,
      case when b.kind <> 'training' then b.id end as reservation_id, coalesce(o.number, b.number) as number, coalesce(o.title, b.title) as title, t.at
    from orders.ledger_account a
    join orders.ledger_transfer t on a.id in (t.debit_account_id, t.credit_account_id)
    left join orders.service_order o on o.id = t.order_id
    left join orders.booking_bill b on b.id = t.bill_id
    where a.organisation_id = ${organisationId} and a.kind = ${kind} and t.at >= ${from} and t.at < ${to}
    order by t.at, t.id, side`.execute(db)
  return rows
}

type BalanceRow = { readonly kind: AccountKind; readonly balance_fen: bigint }

/** What an organisation's accounts hold now, by kind; with null the platform's own. */
export async function listBalances(db: Db<OrdersTables>, organisationId: string | null): Promise<BalanceRow[]> {
  const { rows } = await sql<BalanceRow>`
    select kind, sum(case normal_side when 'debit' then debit_fen - credit_fen else credit_fen - debit_fen end)::bigint as balance_fen
    from orders.ledger_account where organisation_id is not distinct from ${organisationId} group by kind order by kind`.execute(db)
  return rows
}

/** Sums of every kind of account of the whole ledger. */
export async function listTotals(db: Db<OrdersTables>): Promise<BalanceRow[]> {
  const { rows } = await sql<BalanceRow>`
    select kind, sum(case normal_side when 'debit' then debit_fen - credit_fen else credit_fen - debit_fen end)::bigint as balance_fen
    from orders.ledger_account group by kind order by kind`.execute(db)
  return rows
}

export type IncomeRow = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly client_name: string
  readonly kind: 'order' | 'cancellation' | BillKind
  readonly state: 'running' | 'waiting' | 'done'
  readonly charge_fen: bigint
  readonly fee_fen: bigint
  readonly share_fen: bigint
  readonly credited_fen: bigint
  readonly opened_at: Date
  readonly done_at: Date | null
}

/** What a provider's orders and bookings have brought, newest first: charge, fee and share. */
export async function listIncome(
  db: Db<OrdersTables>,
  { providerId, after, limit }: { providerId: string; after: { at: Date; id: string } | undefined; limit: number },
): Promise<IncomeRow[]> {
  const olderThan = (column: RawBuilder<unknown>, id: RawBuilder<unknown>) =>
    after ? sql`and (${column}, ${id}) < (${after.at}, ${after.id}::uuid)` : sql``
  const { rows } = await sql<IncomeRow>`
    with page as (
      (select o.id, o.number, o.title, o.organisation_id, s.kind, s.state, s.charge_fen, s.opened_at, s.done_at,
        coalesce((select p.amount_fen from orders.settlement_step p where p.order_id = o.id and p.step = 'take_fee'), 0) as fee_fen,
        coalesce((select p.amount_fen from orders.settlement_step p where p.order_id = o.id and p.step = 'credit_provider'), 0) as share_fen,
        coalesce((select sum(n.amount_fen) from orders.credit_note n where n.order_id = o.id and n.is_posted), 0)::bigint as credited_fen
      from orders.settlement s join orders.service_order o on o.id = s.order_id
      where o.provider_id = ${providerId} ${olderThan(sql`s.opened_at`, sql`o.id`)} order by s.opened_at desc, o.id desc limit ${limit + 1})
      union all
      (select b.id, b.number, b.title, b.organisation_id, b.kind, b.state, b.charged_fen, b.opened_at, b.done_at, b.fee_fen, b.paid_fen - b.fee_fen, b.credited_fen
      from orders.booking_bill b
      where b.provider_id = ${providerId} ${olderThan(sql`b.opened_at`, sql`b.id`)} order by b.opened_at desc, b.id desc limit ${limit + 1})
    )
    select page.id, page.number, page.title, c.name as client_name, page.kind, page.state, page.charge_fen, page.fee_fen, page.share_fen, page.credited_fen,
      page.opened_at, page.done_at
    from page join people_pub.organisation c on c.id = page.organisation_id
    order by page.opened_at desc, page.id desc limit ${limit + 1}`.execute(db)
  return rows
}
