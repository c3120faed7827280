import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { OrdersTables } from '../needs.ts'

/** How a provider has answered and delivered since a day; nothing here is typed by anybody. */
export type ProviderFactsRow = {
  readonly provider_id: string
  readonly answers_of: number
  readonly answers_in_time: number
  readonly median_answer_hours: number | null
  readonly deliveries_of: number
  readonly deliveries_in_time: number
}

/** An answer counts when it was given or its limit has passed; a delivery when a report was issued. */
export async function listProviderFacts(
  db: Db<OrdersTables>,
  providerIds: readonly string[],
  { since, now, zone }: { since: Date; now: Date; zone: string },
): Promise<ProviderFactsRow[]> {
  const { rows } = await sql<ProviderFactsRow>`
    select p.id as provider_id, coalesce(a.answers_of, 0) as answers_of, coalesce(a.answers_in_time, 0) as answers_in_time, a.median_answer_hours,
      coalesce(d.deliveries_of, 0) as deliveries_of, coalesce(d.deliveries_in_time, 0) as deliveries_in_time
    from unnest(${providerIds}::uuid[]) as p(id)
    left join lateral (
      select count(*)::int as answers_of, (count(*) filter (where answered_at <= answer_until))::int as answers_in_time,
        (percentile_cont(0.5) within group (order by extract(epoch from answered_at - asked_at) / 3600) filter (where answered_at is not null))::float8 as median_answer_hours
      from orders.enquiry_provider e
      where e.provider_id = p.id and e.asked_at >= ${since} and (e.answered_at is not null or (e.answer_until <= ${now} and e.escalated_at is not null))) a on true
    left join lateral (
      select count(*)::int as deliveries_of, (count(*) filter (where (o.reported_at at time zone ${zone})::date <= o.due_day))::int as deliveries_in_time
      from orders.service_order o where o.provider_id = p.id and o.reported_at >= ${since} and o.due_day is not null) d on true
    order by p.id`.execute(db)
  return rows
}
