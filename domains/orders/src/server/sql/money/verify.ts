import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { OrdersTables } from '../../needs.ts'

type Named = { readonly subject: string; readonly amount_fen: bigint }

/** How large the ledger is, and what its accounts keep on both sides. */
export async function countLedger(
  db: Db<OrdersTables>,
): Promise<{ accounts: number; transfers: number; debit_fen: bigint; credit_fen: bigint }> {
  const { rows } = await sql<{ accounts: number; transfers: number; debit_fen: bigint; credit_fen: bigint }>`
    select count(*)::int as accounts, (select count(*)::int from orders.ledger_transfer) as transfers,
      coalesce(sum(debit_fen), 0)::bigint as debit_fen, coalesce(sum(credit_fen), 0)::bigint as credit_fen
    from orders.ledger_account`.execute(db)
  return rows[0] ?? { accounts: 0, transfers: 0, debit_fen: 0n, credit_fen: 0n }
}

type WrongTotal = {
  readonly name: string
  readonly debit_fen: bigint
  readonly credit_fen: bigint
  readonly posted_debit: bigint
  readonly posted_credit: bigint
}

/** Accounts whose kept totals are not the sums of what was posted to them. */
export async function listWrongTotals(db: Db<OrdersTables>): Promise<WrongTotal[]> {
  const { rows } = await sql<WrongTotal>`
    with posted as (
      select account_id, sum(debit)::bigint as debit, sum(credit)::bigint as credit from (
        select debit_account_id as account_id, amount_fen as debit, 0 as credit from orders.ledger_transfer
        union all select credit_account_id, 0, amount_fen from orders.ledger_transfer) as side group by account_id
    )
    select a.name, a.debit_fen, a.credit_fen, coalesce(p.debit, 0) as posted_debit, coalesce(p.credit, 0) as posted_credit
    from orders.ledger_account a left join posted p on p.account_id = a.id
    where a.debit_fen <> coalesce(p.debit, 0) or a.credit_fen <> coalesce(p.credit, 0) order by a.name limit 100`.execute(db)
  return rows
}

export async function listBelowZero(db: Db<OrdersTables>): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select name as subject, case normal_side when 'debit' then debit_fen - credit_fen else credit_fen - debit_fen end as amount_fen
    from orders.ledger_account
    where case normal_side when 'debit' then debit_fen < credit_fen else credit_fen < debit_fen end order by name limit 100`.execute(db)
  return rows
}

/** Ended orders, apart from cancellations that wait for their fee, of which something is left in an account of their own. */
export async function listOpenRests(db: Db<OrdersTables>): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select o.number as subject, sum(abs(a.debit_fen - a.credit_fen))::bigint as amount_fen
    from orders.service_order o
    join orders.ledger_account a on a.scope_id = o.id
    left join orders.settlement s on s.order_id = o.id
    where o.ended_at is not null and (s.order_id is null or s.state = 'done') and a.debit_fen <> a.credit_fen
      and not exists (select from orders.recovery r where r.order_id = o.id and r.collected_at is null)
    group by o.number order by o.number limit 100`.execute(db)
  return rows
}

export async function listIncomplete(db: Db<OrdersTables>): Promise<{ subject: string; steps: number }[]> {
  const { rows } = await sql<{ subject: string; steps: number }>`
    select o.number as subject, count(p.step)::int as steps
    from orders.settlement s join orders.service_order o on o.id = s.order_id left join orders.settlement_step p on p.order_id = s.order_id
    where s.state = 'done' or (o.state = 'settled') group by o.number having count(p.step) <> 7 order by o.number limit 100`.execute(db)
  return rows
}

/** Settlements whose fee and share do not sum to the charge less what was credited while they ran. */
export async function listUnevenShares(db: Db<OrdersTables>): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select o.number as subject, (s.charge_fen - shared.fen - credited.fen)::bigint as amount_fen
    from orders.settlement s
    join orders.service_order o on o.id = s.order_id
    cross join lateral (select coalesce(sum(amount_fen), 0) as fen from orders.settlement_step where order_id = s.order_id and step in ('take_fee', 'credit_provider')) shared
    cross join lateral (
      select coalesce(sum(t.amount_fen), 0) as fen from orders.ledger_transfer t join orders.ledger_account a on a.id = t.debit_account_id
      where t.order_id = s.order_id and t.kind = 'credit' and a.kind = 'order_income') credited
    where s.state = 'done' and s.charge_fen <> shared.fen + credited.fen order by o.number limit 100`.execute(db)
  return rows
}

/** Bills of bookings of which charged, credited or owed is not what was posted for them. */
export async function listUnevenBills(db: Db<OrdersTables>): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select b.number as subject, (b.charged_fen - b.credited_fen - b.paid_fen - owed.fen)::bigint as amount_fen
    from orders.booking_bill b
    cross join lateral (
      select coalesce(sum(t.amount_fen) filter (where t.kind = 'charge'), 0) as charged_fen,
        coalesce(sum(t.amount_fen) filter (where t.kind in ('credit', 'fee_back')), 0) as credited_fen,
        coalesce(sum(case t.kind when 'fee' then t.amount_fen when 'fee_back' then -t.amount_fen end), 0) as fee_fen
      from orders.ledger_transfer t where t.bill_id = b.id) posted
    cross join lateral (
      select coalesce(sum(a.debit_fen - a.credit_fen), 0) as fen from orders.ledger_account a where a.scope_id = b.id and a.kind = 'client_due') owed
    where b.charged_fen <> posted.charged_fen or b.credited_fen <> posted.credited_fen or b.fee_fen <> posted.fee_fen
      or b.charged_fen - b.credited_fen - b.paid_fen <> owed.fen
    order by b.number limit 100`.execute(db)
  return rows
}

export async function listUnbookedPayments(db: Db<OrdersTables>): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select p.number as subject, p.amount_fen from orders.payment p
    where p.state = 'paid' and p.amount_fen <> coalesce(
      (select t.amount_fen from orders.ledger_transfer t where t.cause = 'payment:' || p.id),
      (select t.amount_fen from orders.bank_line l join orders.ledger_transfer t on t.cause = 'bank:' || l.id || ':assigned' where l.payment_id = p.id), 0)
    order by p.number limit 100`.execute(db)
  return rows
}

export async function listUnbookedLines(db: Db<OrdersTables>): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select l.id::text as subject, l.amount_fen from orders.bank_line l
    where l.amount_fen > 0 and (not exists (select from orders.ledger_transfer t where t.cause = 'bank:' || l.id and t.amount_fen = l.amount_fen)
      or (l.state = 'assigned') <> exists (select from orders.ledger_transfer t where t.cause = 'bank:' || l.id || ':assigned' and t.amount_fen = l.amount_fen))
    order by l.id limit 100`.execute(db)
  return rows
}

export async function listUnbookedOutgoings(db: Db<OrdersTables>): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select w.number as subject, w.amount_fen from orders.outgoing w
    where not exists (select from orders.ledger_transfer t where t.cause = 'outgoing:' || w.id || ':asked' and t.amount_fen = w.amount_fen)
      or (w.state <> 'asked' and not exists (
        select from orders.ledger_transfer t where t.cause = 'outgoing:' || w.id || ':' || w.state and t.amount_fen = w.amount_fen))
    order by w.number limit 100`.execute(db)
  return rows
}
