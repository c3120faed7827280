import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Certainty, Words } from '../../core/engine/model.ts'
import type { RobustnessSettings } from '../../core/engine/robustness/measure-robustness.ts'
import type { Status } from '../../core/engine/score-table.ts'
import type { ScoringTables } from '../needs.ts'
import { consentingAt, usableUnderConsent } from './consents.ts'
import type { WantedColumn } from './snapshot.ts'

export type PointsRow = {
  readonly run_id: string
  readonly number: string
  readonly period: string
  readonly as_of: string
  readonly facts_at: Date
  readonly model_name: Words
  readonly model_version: string
  readonly publication: 'notice' | 'final' | null
  readonly published_at: Date | null
  readonly status: Status
  readonly stage: string | null
  readonly stage_name: Words | null
  readonly score: string | null
  readonly rank_all: number | null
  readonly rank_stage: number | null
  readonly rank_stage_low: number | null
  readonly rank_stage_high: number | null
  /** As `settingsFor` gave them. */
  readonly robustness: (RobustnessSettings & { readonly noise: { readonly kind: 'uniform' } }) | null
  readonly measured_at: Date | null
  readonly stage_count: number | null
  readonly scored_count: number
  readonly coverage: string
}

const columns = sql`
  select r.id as run_id, r.number, r.period, r.as_of, r.facts_at, m.document -> 'name' as model_name, m.model_version, p.state as publication,
    p.published_at, s.status, s.stage, s.score::text, s.rank_all, s.rank_stage, s.rank_stage_low, s.rank_stage_high, s.stage_count,
    b.settings as robustness, b.finished_at as measured_at, r.scored_count, s.coverage::text,
    (select stage.value -> 'name' from jsonb_array_elements(m.document -> 'stages') as stage where stage.value ->> 'code' = s.stage) as stage_name
  from scoring.run_score s
  join scoring.run r on r.id = s.run_id and r.state = 'done'
  join scoring.model m on m.id = r.model_id
  left join scoring_pub.published_run p on p.run_id = r.id
  left join scoring.robustness b on b.run_id = r.id and b.state = 'done'`

/** Runs whose scores are published and that scored the enterprise, newest first. A district makes a few a year. */
export async function listPublishedPoints(db: Db<ScoringTables>, enterpriseId: string): Promise<PointsRow[]> {
  const { rows } = await sql<PointsRow>`${columns}
    where s.enterprise_id = ${enterpriseId} and r.purpose = 'official' and p.run_id is not null
    order by r.as_of desc, r.facts_at desc, r.id desc limit 60`.execute(db)
  return rows
}

export async function findPoints(db: Db<ScoringTables>, runId: string, enterpriseId: string): Promise<PointsRow | undefined> {
  const { rows } = await sql<PointsRow>`${columns} where s.enterprise_id = ${enterpriseId} and r.id = ${runId}`.execute(db)
  return rows[0]
}

/** The official run of the period before that scored the enterprise; of several the last. With `isPublished` only those that are public. */
export async function findPointsBefore(
  db: Db<ScoringTables>,
  { enterpriseId, asOf, isPublished }: { enterpriseId: string; asOf: string; isPublished: boolean },
): Promise<PointsRow | undefined> {
  const { rows } = await sql<PointsRow>`${columns}
    where s.enterprise_id = ${enterpriseId} and r.purpose = 'official' and r.as_of < ${asOf}
      and ${isPublished ? sql`p.run_id is not null` : sql`true`}
    order by r.as_of desc, (p.run_id is not null) desc, r.facts_at desc, r.id desc limit 1`.execute(db)
  return rows[0]
}

export type StatementRow = {
  readonly ref: string
  readonly code: string
  readonly wanted_period: string
  readonly name_zh: string
  readonly name_en: string
  readonly unit: string
  readonly certainty: Certainty
  readonly authority: string[]
  readonly fact_id: string | null
  readonly period: string
  readonly source: string
  readonly value: string
  readonly confidence: 'proved' | 'stated' | 'estimated'
  readonly document: string | null
  readonly received_at: Date
  readonly is_chosen: boolean
}

/**
 * Every statement about an enterprise in the named columns that could be used at an instant; of each column the one that was taken comes
 * first. The conditions and the order are those of `readColumns`.
 */
export async function listStatementsAt(
  db: Db<ScoringTables>,
  { enterpriseId, wanted, at }: { enterpriseId: string; wanted: readonly WantedColumn[]; at: Date },
): Promise<StatementRow[]> {
  const { rows } = await sql<StatementRow>`
    with consenting as materialized (${consentingAt(at)})
    select w."ref" as ref, d.code, w."period" as wanted_period, d.name_zh, d.name_en, d.unit, d.certainty, d.authority, f.id as fact_id, f.period,
      f.source, f.value::text, f.confidence, f.document, f.received_at, (c.id is not null) as is_chosen
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w("ref" text, "code" text, "period" text, "isPoint" boolean)
    join scoring.fact_definition d on d.code = w."code"
    left join scoring.fact f on f.enterprise_id = ${enterpriseId} and f.fact_code = w."code"
      and (f.period = w."period" or (w."isPoint" and f.period < w."period"))
      and f.received_at <= ${at} and (f.ended_at is null or f.ended_at > ${at}) and f.state not in ('pending', 'refused')
      and ${usableUnderConsent}
    left join scoring.fact_choice c on c.enterprise_id = f.enterprise_id and c.fact_code = f.fact_code and c.period = f.period
      and c.source = f.source and c.chosen_at <= ${at} and (c.ended_at is null or c.ended_at > ${at})
    order by w."ref", f.period desc nulls last, c.id nulls last, array_position(d.authority, f.source) nulls last, f.received_at desc, f.id`.execute(
    db,
  )
  return rows
}

export type ListPlaceRow = {
  readonly list_id: string
  readonly title_zh: string
  readonly title_en: string
  readonly state: 'notice' | 'final'
  readonly notice_until: string | null
  readonly position: number
  readonly tier: Words | null
}

/** Where the enterprise stands on the public lists that rest on a run. */
export async function listPlacesOn(db: Db<ScoringTables>, runId: string, enterpriseId: string): Promise<ListPlaceRow[]> {
  const { rows } = await sql<ListPlaceRow>`
    select l.id as list_id, l.title_zh, l.title_en, l.state, l.notice_until, n.position, l.rules -> 'tiers' -> n.tier -> 'name' as tier
    from scoring.list l
    join scoring.list_edition e on e.list_id = l.id and e.edition = l.edition and e.run_id = ${runId}
    join scoring.list_entry n on n.list_id = l.id and n.edition = l.edition and n.enterprise_id = ${enterpriseId}
    where l.state in ('notice', 'final')
    order by l.announced_at, l.id`.execute(db)
  return rows
}

/** The last day of the notices that are running for a run; null when none is. */
export async function findNoticeUntil(db: Db<ScoringTables>, runId: string): Promise<string | null> {
  const { rows } = await sql<{ until: string | null }>`
    select max(l.notice_until) as until from scoring.list l
    join scoring.list_edition e on e.list_id = l.id and e.edition = l.edition and e.run_id = ${runId}
    where l.state = 'notice'`.execute(db)
  return rows[0]?.until ?? null
}
