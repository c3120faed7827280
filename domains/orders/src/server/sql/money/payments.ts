import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { PaymentChannel, PaymentState } from '../../../core/money/payments.ts'
import type { OrdersTables } from '../../needs.ts'

export type PaymentRow = {
  readonly id: string
  readonly number: string
  readonly organisation_id: string
  readonly organisation_name: string
  readonly order_id: string | null
  readonly order_number: string | null
  readonly channel: PaymentChannel
  readonly amount_fen: bigint
  readonly state: PaymentState
  readonly provider_reference: string | null
  readonly pay_path: string | null
  readonly begun_by_name: string
  readonly begun_at: Date
  readonly expires_at: Date
  readonly ended_at: Date | null
}

const paymentRows = sql`
  select p.id, p.number, p.organisation_id, o.name as organisation_name, p.order_id, s.number as order_number, p.channel, p.amount_fen, p.state,
    p.provider_reference, p.pay_path, m.name as begun_by_name, p.begun_at, p.expires_at, p.ended_at
  from orders.payment p
  join people_pub.organisation o on o.id = p.organisation_id
  join people_pub.person m on m.id = p.begun_by
  left join orders.service_order s on s.id = p.order_id`

export async function findPayment(db: Db<OrdersTables>, id: string): Promise<PaymentRow | undefined> {
  const { rows } = await sql<PaymentRow>`${paymentRows} where p.id = ${id}`.execute(db)
  return rows[0]
}

/** Takes a payment by the payment provider's reference for this transaction. */
export async function lockPaymentByReference(
  tx: Db<OrdersTables>,
  channel: PaymentChannel,
  reference: string,
): Promise<PaymentRow | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from orders.payment where channel = ${channel} and provider_reference = ${reference} for no key update`.execute(tx)
  return rows[0] && findPayment(tx, rows[0].id)
}

export async function lockPayment(tx: Db<OrdersTables>, id: string): Promise<PaymentRow | undefined> {
  await sql`select from orders.payment where id = ${id} for no key update`.execute(tx)
  return findPayment(tx, id)
}

export async function insertPayment(
  tx: Db<OrdersTables>,
  payment: {
    id: string
    number: string
    organisationId: string
    orderId: string | null
    channel: PaymentChannel
    amountFen: bigint
    reference: string | null
    payPath: string | null
    by: string
    at: Date
    expiresAt: Date
  },
): Promise<void> {
  await sql`
    insert into orders.payment (id, number, organisation_id, order_id, channel, amount_fen, provider_reference, pay_path, begun_by, begun_at, expires_at)
    values (${payment.id}, ${payment.number}, ${payment.organisationId}, ${payment.orderId}, ${payment.channel}, ${payment.amountFen},
      ${payment.reference}, ${payment.payPath}, ${payment.by}, ${payment.at}, ${payment.expiresAt})`.execute(tx)
}

/** True when the payment changed. Money that arrives after all makes a lapsed or failed payment paid; nothing undoes a paid one. */
export async function endPayment(tx: Db<OrdersTables>, id: string, state: Exclude<PaymentState, 'waiting'>, now: Date): Promise<boolean> {
  const from: readonly PaymentState[] = state === 'paid' ? ['waiting', 'failed', 'lapsed', 'withdrawn'] : ['waiting']
  const { numAffectedRows } = await sql`
    update orders.payment set state = ${state}, ended_at = ${now} where id = ${id} and state = any(${from}::text[])`.execute(tx)
  return numAffectedRows === 1n
}

/** How often a notice has come, this time included. */
export async function countNotice(
  tx: Db<OrdersTables>,
  notice: { channel: PaymentChannel; eventId: string; paymentId: string; outcome: 'paid' | 'failed'; at: Date },
): Promise<number> {
  const { rows } = await sql<{ times: number }>`
    insert into orders.payment_notice (channel, event_id, payment_id, outcome, first_at)
    values (${notice.channel}, ${notice.eventId}, ${notice.paymentId}, ${notice.outcome}, ${notice.at})
    on conflict on constraint payment_notice_pkey do update set times = payment_notice.times + 1 returning times`.execute(tx)
  return rows[0]?.times ?? 1
}

type Page = { readonly after: { at: Date; id: string } | undefined; readonly limit: number }

export async function listPayments(db: Db<OrdersTables>, organisationId: string, { after, limit }: Page): Promise<PaymentRow[]> {
  const older = after ? sql`and (p.begun_at, p.id) < (${after.at}, ${after.id}::uuid)` : sql``
  const { rows } = await sql<PaymentRow>`
    ${paymentRows} where p.organisation_id = ${organisationId} ${older} order by p.begun_at desc, p.id desc limit ${limit + 1}`.execute(db)
  return rows
}

/** Payments through a payment provider that were not decided for a while: it is asked what became of them. */
export async function listUndecided(db: Db<OrdersTables>, before: Date, limit: number): Promise<{ id: string; reference: string }[]> {
  const { rows } = await sql<{ id: string; reference: string }>`
    select id, provider_reference as reference from orders.payment
    where state = 'waiting' and channel = 'sandbox' and provider_reference is not null and begun_at <= ${before}
    order by begun_at, id limit ${limit}`.execute(db)
  return rows
}

/** Waiting payments of one amount, by their number or by whose they are; for matching receipts by bank. */
export async function listWaitingTransfers(db: Db<OrdersTables>): Promise<PaymentRow[]> {
  const { rows } = await sql<PaymentRow>`
    ${paymentRows} where p.channel = 'bank_transfer' and p.state in ('waiting', 'lapsed') order by p.begun_at, p.id`.execute(db)
  return rows
}

/** Ends what was waited for in vain; answers how many. */
export async function lapsePayments(db: Db<OrdersTables>, now: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    update orders.payment set state = 'lapsed', ended_at = ${now}
    where id in (select id from orders.payment where state = 'waiting' and expires_at <= ${now} order by expires_at, id limit ${limit})
      and state = 'waiting'`.execute(db)
  return Number(numAffectedRows ?? 0n)
}
