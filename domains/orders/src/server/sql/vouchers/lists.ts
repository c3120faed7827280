import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { OrderState } from '../../../core/vocabulary.ts'
import type { ClaimState, VoucherState } from '../../../core/vouchers/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'
import type { VoucherRow } from './vouchers.ts'

/** A voucher with the names that a list shows. */
export type ListedVoucher = VoucherRow & {
  readonly order_number: string
  readonly order_title: string
  readonly order_state: OrderState
  readonly total_fen: bigint
  readonly name_zh: string
  readonly name_en: string
  readonly organisation_name: string
  readonly provider_name: string
  readonly claim_state: ClaimState | null
}

const listedColumns = sql`
  select v.id, v.number, v.order_id, v.programme_id, v.rule_id, v.organisation_id, v.provider_id, v.year, v.state, v.eligible_fen, v.amount_fen, v.conditions,
    v.reserved_at, v.redeemed_at, v.ended_at, v.end_reason, o.number as order_number, o.title as order_title, o.state as order_state, o.total_fen,
    g.name_zh, g.name_en, c.name as organisation_name, p.name as provider_name, l.state as claim_state
  from orders.voucher v
  join orders.service_order o on o.id = v.order_id
  join orders.voucher_programme g on g.id = v.programme_id
  join people_pub.organisation c on c.id = v.organisation_id
  join people_pub.organisation p on p.id = v.provider_id
  left join orders.voucher_claim l on l.voucher_id = v.id`

type VoucherFilter = {
  /** Whose vouchers; the operator sees all. */
  readonly party: { readonly side: 'client' | 'provider'; readonly organisationId: string } | null
  readonly state: VoucherState | undefined
  readonly year: number | undefined
  readonly programmeId: string | undefined
  readonly after: { reservedAt: Date; id: string } | undefined
  readonly limit: number
}

/** Before its own approvers have agreed, an order is the client's alone: a provider sees a voucher from the moment at which it saw the order. */
function ownOf(party: VoucherFilter['party']): RawBuilder<unknown> {
  if (!party) return sql`true`
  if (party.side === 'client') return sql`v.organisation_id = ${party.organisationId}`
  return sql`v.provider_id = ${party.organisationId}
    and exists (select from orders.order_step s where s.order_id = v.order_id and s.to_state in ('placed', 'accepted'))`
}

/** Newest first; `limit + 1` rows say whether there is more. */
export async function listVouchers(db: Db<OrdersTables>, filter: VoucherFilter): Promise<ListedVoucher[]> {
  const { party, state, year, programmeId, after } = filter
  const { rows } = await sql<ListedVoucher>`
    ${listedColumns}
    where ${ownOf(party)}
      ${state ? sql`and v.state = ${state}` : sql``} ${year ? sql`and v.year = ${year}` : sql``}
      ${programmeId ? sql`and v.programme_id = ${programmeId}` : sql``}
      ${after ? sql`and (v.reserved_at, v.id) < (${after.reservedAt}, ${after.id}::uuid)` : sql``}
    order by v.reserved_at desc, v.id desc limit ${filter.limit + 1}`.execute(db)
  return rows
}

export async function findListedOfOrder(db: Db<OrdersTables>, orderId: string): Promise<ListedVoucher | undefined> {
  const { rows } = await sql<ListedVoucher>`${listedColumns} where v.order_id = ${orderId}`.execute(db)
  return rows[0]
}

export async function findListed(db: Db<OrdersTables>, id: string): Promise<ListedVoucher | undefined> {
  const { rows } = await sql<ListedVoucher>`${listedColumns} where v.id = ${id}`.execute(db)
  return rows[0]
}

/** Providers that a programme pays for on a day, by name. */
export async function listListedOn(
  db: Db<OrdersTables>,
  programmeId: string,
  day: string,
): Promise<{ provider_id: string; name: string }[]> {
  const { rows } = await sql<{ provider_id: string; name: string }>`
    select l.provider_id, o.name from orders.voucher_provider l join people_pub.organisation o on o.id = l.provider_id
    where l.programme_id = ${programmeId} and l.listed_from <= ${day}::date and (l.listed_to is null or l.listed_to >= ${day}::date)
    order by o.name, l.provider_id`.execute(db)
  return rows
}
