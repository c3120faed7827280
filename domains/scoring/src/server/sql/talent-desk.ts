import type { LocalDate } from '@jiju/kernel/local-date'
import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ScoringTables } from '../needs.ts'
import type { FinalRun } from './final-run.ts'
import { type ExchangedNeedRow, exchangedNeeds, type ServiceRow } from './talent.ts'

export type DeskFilter = {
  readonly readerOrganisationId: string
  /** Whether answers of the reader count alone. */
  readonly isOwnAlone: boolean
  readonly now: Date
  readonly state: 'open' | 'closed' | 'all'
  readonly isAnswered: boolean | undefined
  readonly words: string | undefined
  readonly after: { readonly at: Date; readonly id: string } | undefined
  readonly limit: number
}

/** Needs of the district, the newest first. */
export async function listDeskNeeds(db: Db<ScoringTables>, filter: DeskFilter): Promise<ExchangedNeedRow[]> {
  const { readerOrganisationId, isOwnAlone, now, state, isAnswered, words, after, limit } = filter
  const pattern = words && `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const answered = sql`exists (select from scoring.talent_answer x
    where x.need_id = n.id ${isOwnAlone ? sql`and x.peer_organisation_id = ${readerOrganisationId}` : sql``})`
  const { rows } = await sql<ExchangedNeedRow>`
    ${exchangedNeeds(readerOrganisationId, now)}
    where ${state === 'all' ? sql`true` : sql`n.state = ${state}`}
      and ${isAnswered === undefined ? sql`true` : isAnswered ? answered : sql`not ${answered}`}
      and ${pattern ? sql`(n.title ilike ${pattern} or o.name ilike ${pattern} or array_to_string(n.skills, ' ') ilike ${pattern})` : sql`true`}
      and ${after ? sql`(n.created_at, n.id) < (${after.at}, ${after.id}::uuid)` : sql`true`}
    order by n.created_at desc, n.id desc limit ${limit + 1}`.execute(db)
  return rows
}

export type DeskServiceRow = ServiceRow & { readonly peer_name: string; readonly reached_count: number; readonly need_count: number }

/** What is offered on a day: how many scores of the run reach it, and how many open needs ask for its skills, whatever their case. */
export async function listDeskServices(db: Db<ScoringTables>, run: FinalRun | undefined, day: LocalDate): Promise<DeskServiceRow[]> {
  const { rows } = await sql<DeskServiceRow>`
    with scored as (
      select s.score * 100 / ${run?.scale ?? 100}::numeric as points from scoring.run_score s
      join scoring.enterprise e on e.id = s.enterprise_id and not e.is_opted_out
      where s.run_id = ${run?.run_id ?? null}::uuid and s.score is not null
    ), wanted as (
      select n.id, lower(k.skill) as skill from scoring.talent_need n
      join people_pub.organisation o on o.id = n.organisation_id and o.status = 'verified'
      cross join lateral unnest(n.skills) as k(skill) where n.state = 'open'
    )
    select v.*, p.name as peer_name,
      (select count(*)::int from scored where points >= coalesce(v.min_score, 0)) as reached_count,
      (select count(distinct w.id)::int from wanted w where w.skill = any(select lower(x) from unnest(v.skills) as x)) as need_count
    from scoring.talent_service v join people_pub.organisation p on p.id = v.peer_organisation_id
    where v.valid_until is null or v.valid_until >= ${day}::date
    order by v.received_at desc, v.id limit 500`.execute(db)
  return rows
}

export async function countScored(db: Db<ScoringTables>, runId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from scoring.run_score s join scoring.enterprise e on e.id = s.enterprise_id and not e.is_opted_out
    where s.run_id = ${runId} and s.score is not null`.execute(db)
  return rows[0]?.count ?? 0
}
