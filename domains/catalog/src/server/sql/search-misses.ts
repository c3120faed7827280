import type { LocalDate } from '@jiju/kernel/local-date'
import { sql } from 'kysely'
import type { CatalogDb } from '../catalog-db.ts'

export async function recordMiss(db: CatalogDb, miss: { day: LocalDate; query: string; conditions: string; at: Date }): Promise<void> {
  await sql`
    insert into catalog.search_miss (day, query, conditions, count, last_at) values (${miss.day}, ${miss.query}, ${miss.conditions}, 1, ${miss.at})
    on conflict on constraint search_miss_pkey do update set count = catalog.search_miss.count + 1, last_at = excluded.last_at`.execute(db)
}

export type MissRow = {
  readonly query: string
  readonly conditions: string
  readonly count: bigint
  readonly last_on: LocalDate
  readonly days: number
}

/** Unmet demand between two days, the most wanted first; `limit + 1` rows after the given one. */
export async function listMisses(
  db: CatalogDb,
  range: { from: LocalDate; to: LocalDate; after?: readonly [number, string, string] | undefined; limit: number },
): Promise<MissRow[]> {
  const after = range.after
    ? sql`having (-sum(count), query collate "C", conditions collate "C") > (${-range.after[0]}, ${range.after[1]}, ${range.after[2]})`
    : sql``
  const { rows } = await sql<MissRow>`
    select query, conditions, sum(count)::bigint as count, max(day) as last_on, count(*)::int as days
    from catalog.search_miss where day between ${range.from} and ${range.to}
    group by query, conditions ${after}
    order by sum(count) desc, query collate "C", conditions collate "C" limit ${range.limit + 1}`.execute(db)
  return rows
}

export async function deleteMissesBefore(db: CatalogDb, day: LocalDate): Promise<void> {
  await sql`delete from catalog.search_miss where day < ${day}`.execute(db)
}
