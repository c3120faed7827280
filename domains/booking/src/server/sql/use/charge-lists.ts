import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { ChargeKind, ChargeState } from '../../../core/use/vocabulary.ts'
import type { BookingTables } from '../../needs.ts'

export type ChargeItemRow = {
  readonly id: string
  readonly kind: ChargeKind
  readonly number: string
  readonly reservation_id: string | null
  readonly training_id: string | null
  readonly resource_id: string | null
  readonly name: string
  readonly name_en: string | null
  readonly provider_name: string
  readonly organisation_name: string
  readonly person_name: string
  readonly start: Date
  readonly zone: string
  readonly charged_by: 'booked' | 'metered'
  readonly booked_minutes: number
  readonly metered_minutes: number
  readonly total_fen: bigint
  readonly state: Exclude<ChargeState, 'replaced'>
  readonly is_corrected: boolean
  readonly answer_until: Date
  readonly answer_words: string | null
  readonly created_at: Date
  /** Null while nothing stands in the ledger. */
  readonly paid_fen: bigint | null
  /** Whether what the charge comes to now is paid in full. */
  readonly is_settled: boolean | null
}

export type ChargeFilter = {
  /** Whose charges: of the organisation that pays, or of the provider. */
  readonly of: { readonly organisationId: string } | { readonly providerId: string }
  readonly state?: 'open' | 'accepted' | 'objected' | undefined
  readonly kind?: ChargeKind | undefined
  readonly resourceId?: string | undefined
  readonly from?: Date | undefined
  /** Not included. */
  readonly until?: Date | undefined
  readonly now: Date
}

const stateAt = (now: Date): RawBuilder<unknown> => sql`
  case when a.kind = 'objected' then 'objected' when a.kind is not null or c.answer_until <= ${now} then 'accepted' else 'open' end`

function conditionsOf(filter: ChargeFilter): RawBuilder<unknown> {
  const conditions = [
    'organisationId' in filter.of ? sql`c.organisation_id = ${filter.of.organisationId}` : sql`c.provider_id = ${filter.of.providerId}`,
    sql`not exists (select from booking.charge later where later.replaces = c.id)`,
  ]
  if (filter.state) conditions.push(sql`${stateAt(filter.now)} = ${filter.state}`)
  if (filter.kind) conditions.push(sql`c.kind = ${filter.kind}`)
  if (filter.resourceId) conditions.push(sql`c.resource_id = ${filter.resourceId}`)
  if (filter.from) conditions.push(sql`c.created_at >= ${filter.from}`)
  if (filter.until) conditions.push(sql`c.created_at < ${filter.until}`)
  return sql.join(conditions, sql` and `)
}

/** Charges that stand, latest first. */
export async function listChargeItems(
  db: Db<BookingTables>,
  filter: ChargeFilter,
  page: { after: { createdAt: Date; id: string } | undefined; limit: number },
): Promise<ChargeItemRow[]> {
  const after = page.after ? sql`and (c.created_at, c.id) < (${page.after.createdAt}, ${page.after.id})` : sql``
  const { rows } = await sql<ChargeItemRow>`
    with page as materialized (
      select c.*, a.words as answer_words, ${stateAt(filter.now)} as state
      from booking.charge c left join booking.charge_answer a on a.charge_id = c.id
      where ${conditionsOf(filter)} ${after}
      order by c.created_at desc, c.id desc limit ${page.limit}
    )
    select c.id, c.kind, coalesce(b.number, t.number, '') as number, c.reservation_id, t.id as training_id, c.resource_id,
      coalesce(r.name_zh, r.name_en, t.title, '') as name, r.name_en, coalesce(p.short_name, p.name, '') as provider_name,
      coalesce(o.short_name, o.name, '') as organisation_name, coalesce(u.name, '') as person_name,
      coalesce(lower(b.during), lower(t.during), c.created_at) as start, coalesce(r.zone, 'Asia/Shanghai') as zone,
      c.charged_by, c.booked_minutes, c.metered_minutes, c.total_fen, c.state, c.replaces is not null as is_corrected, c.answer_until, c.answer_words,
      c.created_at, y.paid_fen, y.is_settled and y.charge_id = c.id as is_settled
    from page c
    left join booking.reservation b on b.id = c.reservation_id and b.resource_id = c.resource_id
    left join booking.training_enrolment e on e.id = c.enrolment_id
    left join booking.training t on t.id = e.training_id
    left join catalog_pub.resource r on r.id = c.resource_id
    left join people_pub.organisation p on p.id = c.provider_id
    left join people_pub.organisation o on o.id = c.organisation_id
    left join orders_pub.booking_payment y on y.id = coalesce(c.reservation_id, c.enrolment_id)
    left join people_pub.person u on u.id = coalesce(b.booker_id, e.person_id)
    order by c.created_at desc, c.id desc`.execute(db)
  return rows
}

/** How many the filters find, and their sum. */
export async function sumCharges(db: Db<BookingTables>, filter: ChargeFilter): Promise<{ count: number; total_fen: bigint }> {
  const { rows } = await sql<{ count: number; total_fen: bigint }>`
    select count(*)::int as count, coalesce(sum(c.total_fen), 0)::bigint as total_fen
    from booking.charge c left join booking.charge_answer a on a.charge_id = c.id where ${conditionsOf(filter)}`.execute(db)
  return rows[0] ?? { count: 0, total_fen: 0n }
}
