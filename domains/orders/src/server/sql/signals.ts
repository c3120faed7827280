import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { NamedOrder } from '../../core/signals/circles.ts'
import type { InvoiceUse, OrderFact } from '../../core/signals/rules.ts'
import type { Evidence, EvidenceKind, Finding, SignalRule, SignalState } from '../../core/signals/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'

type FactRow = { id: string; number: string; organisation_id: string; provider_id: string; total_fen: bigint; day: string }
const factOf = (row: FactRow): OrderFact => ({
  id: row.id,
  number: row.number,
  organisationId: row.organisation_id,
  providerId: row.provider_id,
  totalFen: row.total_fen,
  on: row.day,
})

const day = (column: ReturnType<typeof sql>) => sql`(${column} at time zone ${ORDER_ZONE})::date`

/** Orders that were concluded since a moment, whatever became of them, on the day on which they were placed. */
export async function listConcluded(db: Db<OrdersTables>, since: Date): Promise<OrderFact[]> {
  const { rows } = await sql<FactRow>`
    select id, number, organisation_id, provider_id, total_fen, ${day(sql`placed_at`)} as day from orders.service_order
    where placed_at >= ${since} and accepted_at is not null order by placed_at, id`.execute(db)
  return rows.map(factOf)
}

export async function listSettled(db: Db<OrdersTables>, since: Date): Promise<NamedOrder[]> {
  const { rows } = await sql<FactRow & { organisation_name: string; provider_name: string }>`
    select o.id, o.number, o.organisation_id, c.name as organisation_name, o.provider_id, p.name as provider_name, o.total_fen,
      ${day(sql`o.settled_at`)} as day
    from orders.service_order o join people_pub.organisation c on c.id = o.organisation_id join people_pub.organisation p on p.id = o.provider_id
    where o.settled_at >= ${since} order by o.settled_at, o.id`.execute(db)
  return rows.map((row) => ({ ...factOf(row), organisationName: row.organisation_name, providerName: row.provider_name }))
}

type Tie = Evidence & { readonly organisationId: string; readonly providerId: string }

/** What clients and providers of orders since a moment have in common. Of an account only the last four characters are shown. */
export async function listTies(db: Db<OrdersTables>, since: Date): Promise<Tie[]> {
  const { rows } = await sql<{
    kind: EvidenceKind
    id: string | null
    label: string
    day: string | null
    organisation_id: string
    provider_id: string
  }>`
    with pair as (select distinct organisation_id, provider_id from orders.service_order where placed_at >= ${since} and accepted_at is not null),
    account as (
      select organisation_id, account from (
        select organisation_id, regexp_replace(bank_account, '\\s', '', 'g') as account from orders.money_profile
        union select organisation_id, regexp_replace(account_number, '\\s', '', 'g') from orders.outgoing) as known
      where length(account) >= 4)
    select 'relation' as kind, r.id, r.relation as label, ${day(sql`r.noted_at`)} as day, p.organisation_id, p.provider_id
    from pair p join orders.related_party r on r.organisation_id = least(p.organisation_id, p.provider_id)
      and r.related_id = greatest(p.organisation_id, p.provider_id) and r.ended_at is null
    union all
    select 'person', c.person_id, n.name, null, p.organisation_id, p.provider_id
    from pair p
    join people_pub.membership c on c.organisation_id = p.organisation_id and c.status = 'active'
    join people_pub.membership l on l.organisation_id = p.provider_id and l.person_id = c.person_id and l.status = 'active'
    join people_pub.person n on n.id = c.person_id
    union all
    select 'account', null, '…' || right(c.account, 4), null, p.organisation_id, p.provider_id
    from pair p join account c on c.organisation_id = p.organisation_id join account l on l.organisation_id = p.provider_id and l.account = c.account
    union all
    select 'address', null, c.address, null, p.organisation_id, p.provider_id
    from pair p
    join orders.money_profile c on c.organisation_id = p.organisation_id and c.address <> ''
    join orders.money_profile l on l.organisation_id = p.provider_id and l.address = c.address
    order by 5, 6, 1, 3, 2`.execute(db)
  return rows.map((row) => ({
    kind: row.kind,
    id: row.id,
    label: row.label,
    amountFen: null,
    on: row.day,
    organisationId: row.organisation_id,
    providerId: row.provider_id,
  }))
}

/** What has come back to the client of a settled order: credits after the settlement, and receipts by bank from an account to which the provider is paid out. */
export async function listReturned(db: Db<OrdersTables>, since: Date): Promise<(Evidence & { readonly orderId: string })[]> {
  const { rows } = await sql<{ kind: EvidenceKind; id: string; label: string; amount_fen: bigint; day: string; order_id: string }>`
    select 'credit_note' as kind, n.id, n.number as label, n.amount_fen, ${day(sql`n.issued_at`)} as day, n.order_id
    from orders.credit_note n join orders.service_order o on o.id = n.order_id
    where n.is_posted and o.settled_at >= ${since} and n.issued_at >= o.settled_at
    union all
    select distinct 'receipt', l.id, coalesce(nullif(l.serial, ''), l.counterparty_name), l.amount_fen, l.booked_on, o.id
    from orders.service_order o
    join orders.outgoing w on w.organisation_id = o.provider_id and w.kind = 'payout' and w.state = 'sent'
    join orders.bank_line l on l.organisation_id = o.organisation_id and l.state = 'assigned' and l.amount_fen > 0
      and regexp_replace(l.counterparty_account, '\\s', '', 'g') = regexp_replace(w.account_number, '\\s', '', 'g')
    where o.settled_at >= ${since}
    order by 6, 5, 2`.execute(db)
  return rows.map(({ kind, id, label, amount_fen, day: on, order_id }) => ({
    kind,
    id,
    label,
    amountFen: amount_fen,
    on,
    orderId: order_id,
  }))
}

/** Invoices by number of each provider, those of twenty digits by number alone as the tax office gives each once; and files of invoices among the papers of vouchers by their fingerprint. */
export async function listInvoiceUses(db: Db<OrdersTables>): Promise<InvoiceUse[]> {
  const { rows } = await sql<{
    key: string
    kind: EvidenceKind
    id: string
    label: string
    amount_fen: bigint
    day: string | null
    organisation_id: string
    provider_id: string
  }>`
    select number_key as key, 'invoice' as kind, id, number || ' · ' || invoice_number as label, amount_fen, invoice_day as day,
      organisation_id, provider_id
    from (
      select k.*, count(*) over (partition by number_key) as uses from (
        select r.*, case when invoice_number ~ '^\\d{20}$' then invoice_number else provider_id || ' ' || invoice_number end as number_key
        from orders.invoice_request r where state = 'issued') as k) as counted
    where uses > 1
    union all
    select sha256, 'paper', id, voucher_number, amount_fen, day, organisation_id, provider_id
    from (
      select p.sha256, p.voucher_id as id, v.number as voucher_number, v.amount_fen, ${day(sql`p.added_at`)} as day, v.organisation_id, v.provider_id,
        count(*) over (partition by p.sha256) as uses
      from orders.voucher_paper p join orders.voucher v on v.id = p.voucher_id where p.kind = 'invoice') as counted
    where uses > 1
    order by 1, 6, 3`.execute(db)
  return rows.map((row) => ({
    key: row.key,
    kind: row.kind,
    id: row.id,
    label: row.label,
    amountFen: row.amount_fen,
    on: row.day,
    organisationId: row.organisation_id,
    providerId: row.provider_id,
  }))
}

/** Orders of persons who have a limit per order, with the limit that holds for them now: their own, else the highest of their roles. */
export async function listLimited(db: Db<OrdersTables>, since: Date): Promise<(OrderFact & { personId: string; limitFen: bigint })[]> {
  const { rows } = await sql<FactRow & { person_id: string; limit_fen: bigint }>`
    select o.id, o.number, o.organisation_id, o.provider_id, o.total_fen, ${day(sql`o.placed_at`)} as day, o.person_id, l.limit_fen
    from orders.service_order o
    cross join lateral (
      select coalesce(
        (select order_fen from orders.spending_limit where organisation_id = o.organisation_id and person_id = o.person_id),
        (select max(s.order_fen) from orders.spending_limit s join people_pub.membership m on m.organisation_id = s.organisation_id and m.person_id = o.person_id
          and m.status = 'active' where s.organisation_id = o.organisation_id and s.role = any(m.roles))) as limit_fen) l
    where o.placed_at >= ${since} and o.state not in ('declined', 'withdrawn', 'lapsed') and l.limit_fen > 0
    order by o.placed_at, o.id`.execute(db)
  return rows.map((row) => ({ ...factOf(row), personId: row.person_id, limitFen: row.limit_fen }))
}

/** Settled orders without a received sample, a result, an instrument, or a measured use. */
export async function listWithoutTrace(db: Db<OrdersTables>, since: Date): Promise<OrderFact[]> {
  const { rows } = await sql<FactRow>`
    select o.id, o.number, o.organisation_id, o.provider_id, o.total_fen, ${day(sql`o.settled_at`)} as day
    from orders.service_order o
    where o.settled_at >= ${since} and o.total_fen > 0
      and not exists (select from orders.sample s join orders.custody_event e on e.sample_id = s.id where s.order_id = o.id and e.kind = 'received')
      and not exists (select from orders.metered_charge m where m.order_id = o.id)
      and not exists (select from orders.task t where t.order_id = o.id and (
        exists (select from orders.result r where r.task_id = t.id) or exists (select from orders.task_instrument i where i.task_id = t.id)))
    order by o.settled_at, o.id`.execute(db)
  return rows.map(factOf)
}

const wireOf = (rows: readonly Evidence[]) => JSON.stringify(rows.map((row) => ({ ...row, amountFen: row.amountFen?.toString() ?? null })))

/** Keeps what a rule has found: true when it is new or stands on other rows than before; then it is open again. */
export async function keepFinding(tx: Db<OrdersTables>, finding: Finding & { readonly id: string; readonly at: Date }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.signal (id, rule, subject, organisation_id, provider_id, amount_fen, evidence, found_at, changed_at)
    values (${finding.id}, ${finding.rule}, ${finding.subject}, ${finding.organisationId}, ${finding.providerId}, ${finding.amountFen},
      ${wireOf(finding.evidence)}, ${finding.at}, ${finding.at})
    on conflict on constraint signal_once do update set evidence = excluded.evidence, amount_fen = excluded.amount_fen, changed_at = excluded.changed_at,
      state = 'open', reason = null, decided_by = null, decided_at = null, version = signal.version + 1
    where signal.evidence is distinct from excluded.evidence`.execute(tx)
  return numAffectedRows === 1n
}

export type SignalRow = {
  readonly id: string
  readonly rule: SignalRule
  readonly organisation_id: string | null
  readonly organisation_name: string | null
  readonly provider_id: string | null
  readonly provider_name: string | null
  readonly amount_fen: bigint | null
  readonly evidence: readonly { kind: EvidenceKind; id: string | null; label: string; amountFen: string | null; on: string | null }[]
  readonly state: SignalState
  readonly version: number
  readonly found_at: Date
  readonly changed_at: Date
  readonly reason: string | null
  readonly decided_by_name: string | null
  readonly decided_at: Date | null
}

const columns = sql`
  select s.id, s.rule, s.organisation_id, c.name as organisation_name, s.provider_id, p.name as provider_name, s.amount_fen, s.evidence, s.state, s.version,
    s.found_at, s.changed_at, s.reason, d.name as decided_by_name, s.decided_at
  from orders.signal s
  left join people_pub.organisation c on c.id = s.organisation_id
  left join people_pub.organisation p on p.id = s.provider_id
  left join people_pub.person d on d.id = s.decided_by`

export async function findSignal(db: Db<OrdersTables>, id: string): Promise<SignalRow | undefined> {
  const { rows } = await sql<SignalRow>`${columns} where s.id = ${id}`.execute(db)
  return rows[0]
}

type SignalFilter = {
  readonly state: SignalState
  readonly rule: SignalRule | undefined
  readonly after: { at: Date; id: string } | undefined
  readonly limit: number
}

/** Signals in one state, the newest first; `limit + 1` rows say whether there is more. */
export async function listSignals(db: Db<OrdersTables>, { state, rule, after, limit }: SignalFilter): Promise<SignalRow[]> {
  const one = rule ? sql`and s.rule = ${rule}` : sql``
  const older = after ? sql`and (s.changed_at, s.id) < (${after.at}, ${after.id}::uuid)` : sql``
  const { rows } = await sql<SignalRow>`
    ${columns} where s.state = ${state} ${one} ${older} order by s.changed_at desc, s.id desc limit ${limit + 1}`.execute(db)
  return rows
}

/** True when it still was open in that version: of two who decide, one does. */
export async function decideSignal(
  tx: Db<OrdersTables>,
  decision: { id: string; version: number; state: SignalState; reason: string; by: string; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.signal set state = ${decision.state}, reason = ${decision.reason}, decided_by = ${decision.by}, decided_at = ${decision.at},
      version = version + 1
    where id = ${decision.id} and version = ${decision.version} and state = 'open'`.execute(tx)
  return numAffectedRows === 1n
}
