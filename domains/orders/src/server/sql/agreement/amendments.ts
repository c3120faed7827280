import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ItemChange } from '../../../core/agreement/amendment.ts'
import type { AMENDMENT_STATES } from '../../../core/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'

type Party = 'client' | 'provider'

export type AmendmentRow = {
  readonly id: string
  readonly number: number
  readonly kind: 'change' | 'subcontract'
  readonly reason: string
  readonly items: readonly ItemChange[]
  readonly delta_fen: bigint
  readonly extra_days: number
  readonly subcontractor: string | null
  readonly state: (typeof AMENDMENT_STATES)[number]
  readonly proposed_side: Party
  readonly client_signed_by_name: string | null
  readonly client_signed_at: Date | null
  readonly provider_signed_by_name: string | null
  readonly provider_signed_at: Date | null
  readonly created_at: Date
  readonly ended_by_name: string | null
  readonly ended_words: string | null
  readonly ended_at: Date | null
}

/** Amendments of an order, the newest first. */
export async function listAmendments(db: Db<OrdersTables>, orderId: string): Promise<AmendmentRow[]> {
  const { rows } = await sql<AmendmentRow>`
    select a.id, a.number, a.kind, a.reason, a.items, a.delta_fen, a.extra_days, a.subcontractor, a.state, a.proposed_side, c.name as client_signed_by_name,
      a.client_signed_at, p.name as provider_signed_by_name, a.provider_signed_at, a.created_at, e.name as ended_by_name, a.ended_words, a.ended_at
    from orders.amendment a left join people_pub.person c on c.id = a.client_signed_by left join people_pub.person p on p.id = a.provider_signed_by
      left join people_pub.person e on e.id = a.ended_by
    where a.order_id = ${orderId} order by a.number desc`.execute(db)
  return rows
}

export async function listSignedNumbers(db: Db<OrdersTables>, orderId: string): Promise<number[]> {
  const { rows } = await sql<{
    number: number
  }>`select number from orders.amendment where order_id = ${orderId} and state = 'signed' order by number`.execute(db)
  return rows.map(({ number }) => number)
}

type NewAmendment = {
  readonly id: string
  readonly orderId: string
  readonly kind: 'change' | 'subcontract'
  readonly reason: string
  readonly items: readonly ItemChange[]
  readonly deltaFen: bigint
  readonly extraDays: number
  readonly subcontractor: string | null
  readonly side: Party
  readonly personId: string
  readonly now: Date
}

/** The proposing side signs by proposing. False when another amendment of the order is open. */
export async function insertAmendment(tx: Db<OrdersTables>, amendment: NewAmendment): Promise<boolean> {
  const client = amendment.side === 'client'
  const { numAffectedRows } = await sql`
    insert into orders.amendment (id, order_id, number, kind, reason, items, delta_fen, extra_days, subcontractor, proposed_side, proposed_by,
      client_signed_by, client_signed_at, provider_signed_by, provider_signed_at, created_at)
    select ${amendment.id}::uuid, ${amendment.orderId}::uuid, coalesce(max(number), 0) + 1, ${amendment.kind}::text, ${amendment.reason}::text,
      ${JSON.stringify(amendment.items)}::jsonb, ${amendment.deltaFen}::bigint, ${amendment.extraDays}::int, ${amendment.subcontractor}::text,
      ${amendment.side}::text, ${amendment.personId}::uuid, ${client ? amendment.personId : null}::uuid, ${client ? amendment.now : null}::timestamptz,
      ${client ? null : amendment.personId}::uuid, ${client ? null : amendment.now}::timestamptz, ${amendment.now}::timestamptz
    from orders.amendment where order_id = ${amendment.orderId}
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

type Act = { readonly id: string; readonly side: Party; readonly personId: string; readonly now: Date }

/** True when it was open and proposed by the other side. */
export async function signAmendmentRow(tx: Db<OrdersTables>, { id, side, personId, now }: Act): Promise<boolean> {
  const by = sql.ref(`${side}_signed_by`)
  const at = sql.ref(`${side}_signed_at`)
  const { numAffectedRows } = await sql`
    update orders.amendment set state = 'signed', ${by} = ${personId}, ${at} = ${now}, ended_at = ${now}
    where id = ${id} and state = 'proposed' and proposed_side <> ${side}`.execute(tx)
  return numAffectedRows === 1n
}

/** True when it was open, and the side may end it so: refuse the other's, withdraw the own. */
export async function endAmendmentRow(
  tx: Db<OrdersTables>,
  { id, side, personId, now, state, words }: Act & { state: 'refused' | 'withdrawn'; words: string | null },
): Promise<boolean> {
  const whose = state === 'withdrawn' ? sql`proposed_side = ${side}` : sql`proposed_side <> ${side}`
  const { numAffectedRows } = await sql`
    update orders.amendment set state = ${state}, ended_by = ${personId}, ended_words = ${words}, ended_at = ${now}
    where id = ${id} and state = 'proposed' and ${whose}`.execute(tx)
  return numAffectedRows === 1n
}

/** What is still open when an order ends comes to nothing. */
export async function endOpenAmendments(tx: Db<OrdersTables>, orderId: string, now: Date): Promise<void> {
  await sql`update orders.amendment set state = 'withdrawn', ended_at = ${now} where order_id = ${orderId} and state = 'proposed'`.execute(
    tx,
  )
}

/** Takes an item out of its order; what was done of it stays in the history. */
export async function removeItem(tx: Db<OrdersTables>, itemId: string, amendmentId: string): Promise<void> {
  await sql`update orders.order_item set removed_by = ${amendmentId} where id = ${itemId} and removed_by is null`.execute(tx)
}

export async function repriceItem(tx: Db<OrdersTables>, itemId: string, to: { quantity: number; unitPriceFen: bigint }): Promise<void> {
  await sql`
    update orders.order_item set quantity = ${to.quantity}, unit_price_fen = ${to.unitPriceFen}, amount_fen = ${to.unitPriceFen * BigInt(to.quantity)}
    where id = ${itemId}`.execute(tx)
}

export async function subcontractItem(tx: Db<OrdersTables>, itemId: string, subcontractor: string): Promise<void> {
  await sql`update orders.order_item set subcontractor = ${subcontractor} where id = ${itemId}`.execute(tx)
}

/** The only statement that changes the price and the days of an order after it was opened. */
export async function changeTotal(tx: Db<OrdersTables>, orderId: string, by: { deltaFen: bigint; extraDays: number }): Promise<void> {
  await sql`
    update orders.service_order set total_fen = total_fen + ${by.deltaFen}, turnaround_days = turnaround_days + ${by.extraDays} where id = ${orderId}`.execute(
    tx,
  )
}
