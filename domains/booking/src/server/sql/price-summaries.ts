import type { LocalDate } from '@jiju/kernel/local-date'
import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { CustomerClass } from '../../core/vocabulary.ts'
import type { BookingTables } from '../needs.ts'

type PriceSummaryRow = {
  readonly resource_id: string
  readonly name: string
  readonly name_en: string | null
  readonly model: string | null
  readonly prices: readonly { readonly customer_class: CustomerClass; readonly unit: string; readonly price_fen: string }[]
  readonly in_force_from: LocalDate | null
  readonly next_from: LocalDate | null
  readonly drafts: number
}

/** The bookable resources of a provider by name, each with its prices of `today` at its site. */
export async function listPriceSummaries(
  db: Db<BookingTables>,
  providerId: string,
  page: { now: Date; after: readonly [name: string, id: string] | undefined; limit: number },
): Promise<PriceSummaryRow[]> {
  const { now, after, limit } = page
  const { rows } = await sql<PriceSummaryRow>`
    select r.id as resource_id, coalesce(r.name_zh, r.name_en) as name, r.name_en, r.model,
      coalesce((
        select jsonb_agg(jsonb_build_object('customer_class', p.customer_class, 'unit', p.unit, 'price_fen', p.price_fen::text) order by p.unit, p.customer_class)
        from catalog_pub.resource_price p
        where p.resource_id = r.id and p.valid_from <= site.today and (p.valid_to is null or p.valid_to >= site.today)), '[]') as prices,
      (select max(t.valid_from) from booking.tariff t where t.resource_id = r.id and t.state = 'published' and t.valid_from <= site.today) as in_force_from,
      (select min(t.valid_from) from booking.tariff t where t.resource_id = r.id and t.state = 'published' and t.valid_from > site.today) as next_from,
      (select count(*)::int from booking.tariff t where t.resource_id = r.id and t.state = 'draft') as drafts
    from booking.calendar c
    join catalog_pub.resource r on r.id = c.resource_id
    cross join lateral (select (${now}::timestamptz at time zone r.zone)::date as today) as site
    where c.provider_id = ${providerId} and r.status = 'published'
      ${after ? sql`and (coalesce(r.name_zh, r.name_en), r.id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
    order by coalesce(r.name_zh, r.name_en), r.id limit ${limit}`.execute(db)
  return rows
}
