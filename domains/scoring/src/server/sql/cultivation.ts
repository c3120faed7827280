import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ScoringTables } from '../needs.ts'

export type RecognitionRow = {
  readonly id: string
  readonly enterprise_id: string
  readonly step: string
  readonly recognised_on: string
  readonly valid_until: string | null
  readonly document: string
}

/** Recognitions that hold on a day. */
export async function listRecognitions(db: Db<ScoringTables>, day: string, enterpriseId?: string): Promise<RecognitionRow[]> {
  let query = db
    .selectFrom('scoring.recognition')
    .select(['id', 'enterprise_id', 'step', 'recognised_on', 'valid_until', 'document'])
    .where('ended_at', 'is', null)
    .where('recognised_on', '<=', day)
    .where((on) => on.or([on('valid_until', 'is', null), on('valid_until', '>=', day)]))
    .orderBy('recognised_on', 'desc')
    .orderBy('id')
  if (enterpriseId) query = query.where('enterprise_id', '=', enterpriseId)
  return query.execute()
}

type NewRecognition = {
  readonly id: string
  readonly enterpriseId: string
  readonly step: string
  readonly recognisedOn: string
  readonly validUntil: string | null
  readonly document: string
  readonly by: string
  readonly now: Date
}

/** False when the same document stands for the same step already. */
export async function insertRecognition(tx: Db<ScoringTables>, row: NewRecognition): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('scoring.recognition')
    .values({
      id: row.id,
      enterprise_id: row.enterpriseId,
      step: row.step,
      recognised_on: row.recognisedOn,
      valid_until: row.validUntil,
      document: row.document,
      recorded_by: row.by,
      recorded_at: row.now,
    })
    .onConflict((conflict) => conflict.columns(['enterprise_id', 'step', 'document']).where('ended_at', 'is', null).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** False when there is none that holds. */
export async function endRecognition(tx: Db<ScoringTables>, id: string, reason: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('scoring.recognition')
    .set({ ended_at: now, end_reason: reason })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

type NewPlace = {
  readonly enterpriseId: string
  readonly step: string | null
  readonly nextStep: string | null
  readonly met: number
  readonly short: number
  readonly unknown: number
  readonly nearest: unknown
}

/** Replaces the places of the named enterprises. */
export async function writePlaces(tx: Db<ScoringTables>, places: readonly NewPlace[], period: string, now: Date): Promise<void> {
  for (let start = 0; start < places.length; start += 5000)
    await sql`
      insert into scoring.ladder_place (enterprise_id, step, next_step, met_count, short_count, unknown_count, nearest, period, placed_at)
      select p."enterpriseId", p."step", p."nextStep", p."met", p."short", p."unknown", p."nearest", ${period}, ${now}
      from jsonb_to_recordset(${JSON.stringify(places.slice(start, start + 5000))}::jsonb)
        as p("enterpriseId" uuid, "step" text, "nextStep" text, "met" int, "short" int, "unknown" int, "nearest" jsonb)
      on conflict (enterprise_id) do update set step = excluded.step, next_step = excluded.next_step, met_count = excluded.met_count,
        short_count = excluded.short_count, unknown_count = excluded.unknown_count, nearest = excluded.nearest, period = excluded.period,
        placed_at = excluded.placed_at`.execute(tx)
}

export type PlaceRow = {
  readonly enterprise_id: string
  readonly name: string
  readonly short_name: string | null
  readonly credit_code: string
  readonly step: string | null
  readonly next_step: string | null
  readonly met_count: number
  readonly short_count: number
  readonly unknown_count: number
  readonly nearest: Nearest | null
  readonly placed_at: Date
  readonly watched: string[]
  readonly visited_on: string | null
}

export type Nearest = { readonly condition: string; readonly lack: number; readonly part: number }

/** Nearest to the next step first: fewest conditions short, then fewest unknown. */
export async function listPlaces(
  db: Db<ScoringTables>,
  filter: {
    nextStep: string | undefined
    listId: string | undefined
    words: string | undefined
    after: { short: number; unknown: number; enterpriseId: string } | undefined
    limit: number
  },
): Promise<PlaceRow[]> {
  const { nextStep, listId, words, after } = filter
  const pattern = words && `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<PlaceRow>`
    select p.enterprise_id, e.name, e.short_name, e.credit_code, p.step, p.next_step, p.met_count, p.short_count, p.unknown_count, p.nearest,
      p.placed_at,
      array(select w.name from scoring.watch_list_entry x join scoring.watch_list w on w.id = x.list_id and w.closed_at is null
        where x.enterprise_id = p.enterprise_id order by w.name) as watched,
      (select max(v.visited_on) from scoring.visit v where v.enterprise_id = p.enterprise_id) as visited_on
    from scoring.ladder_place p join scoring.enterprise e on e.id = p.enterprise_id
    where ${nextStep ? sql`p.next_step = ${nextStep}` : sql`true`}
      and ${listId ? sql`exists (select from scoring.watch_list_entry x where x.list_id = ${listId} and x.enterprise_id = p.enterprise_id)` : sql`true`}
      and ${pattern ? sql`(e.name ilike ${pattern} or e.credit_code like ${pattern})` : sql`true`}
      and ${after ? sql`(p.short_count, p.unknown_count, p.enterprise_id) > (${after.short}::int, ${after.unknown}::int, ${after.enterpriseId}::uuid)` : sql`true`}
    order by p.short_count, p.unknown_count, p.enterprise_id limit ${filter.limit + 1}`.execute(db)
  return rows
}

/** How many stand on each step, and how many of those miss nothing for the next one. */
export async function countPlaces(
  db: Db<ScoringTables>,
): Promise<{ step: string | null; count: number; ready: number; placed_at: Date }[]> {
  const { rows } = await sql<{ step: string | null; count: number; ready: number; placed_at: Date }>`
    select step, count(*)::int as count, count(*) filter (where next_step is not null and short_count = 0 and unknown_count = 0)::int as ready,
      max(placed_at) as placed_at
    from scoring.ladder_place group by step order by step nulls first`.execute(db)
  return rows
}
