import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { PeriodKind } from '../../core/facts/sources.ts'
import type { ScoringTables } from '../needs.ts'
import { consentingAt, usableUnderConsent } from './consents.ts'

export async function listPeriodKinds(db: Db<ScoringTables>): Promise<Map<string, PeriodKind>> {
  const rows = await db.selectFrom('scoring.fact_definition').select(['code', 'period_kind']).execute()
  return new Map(rows.map(({ code, period_kind }) => [code, period_kind as PeriodKind]))
}

/** In the order of their credit codes, character by character as a table has its rows. */
export async function listEnterprisesToScore(
  db: Db<ScoringTables>,
): Promise<{ id: string; credit_code: string; founded_on: string | null }[]> {
  return db
    .selectFrom('scoring.enterprise')
    .select(['id', 'credit_code', 'founded_on'])
    .where('is_opted_out', '=', false)
    .orderBy(sql`credit_code collate "C"`)
    .execute()
}

/** A column that a model asks for: which fact, of which period; of a point in time the last one up to that day. */
export type WantedColumn = { readonly ref: string; readonly code: string; readonly period: string; readonly isPoint: boolean }

/**
 * The value of each column for some enterprises as it was known at an instant: an officer's choice of source first, then the order of
 * authority. Facts that came or ended later do not count, nor do those of tax and social insurance without consent at that instant.
 * One text an enterprise, `0:12.5 3:7`: the place of each column that is known, and its value.
 */
export async function readColumns(
  db: Db<ScoringTables>,
  { columns, enterpriseIds, at }: { columns: readonly WantedColumn[]; enterpriseIds: readonly string[]; at: Date },
): Promise<{ enterprise_id: string; known: string }[]> {
  const wanted = JSON.stringify(columns.map((column, place) => ({ ...column, place })))
  const { rows } = await sql<{ enterprise_id: string; known: string }>`
    with consenting as materialized (select c.id from (${consentingAt(at)}) c where c.id = any(${enterpriseIds}::uuid[])),
    wanted as materialized (
      select w."place", w."code", w."period", w."isPoint", d.authority, d.needs_consent
      from jsonb_to_recordset(${wanted}::jsonb) as w("place" int, "code" text, "period" text, "isPoint" boolean)
      join scoring.fact_definition d on d.code = w."code"
    ),
    taken as (
      select distinct on (f.enterprise_id, d."place") f.enterprise_id, d."place" as place, f.value
      from scoring.fact f
      join wanted d on d."code" = f.fact_code and (f.period = d."period" or (d."isPoint" and f.period < d."period"))
      where f.enterprise_id = any(${enterpriseIds}::uuid[])
        and f.received_at <= ${at} and (f.ended_at is null or f.ended_at > ${at}) and f.state not in ('pending', 'refused')
        and ${usableUnderConsent}
      order by f.enterprise_id, d."place", f.period desc,
        ((f.enterprise_id, f.fact_code, f.period, f.source) in (
          select c.enterprise_id, c.fact_code, c.period, c.source from scoring.fact_choice c
          where c.chosen_at <= ${at} and (c.ended_at is null or c.ended_at > ${at}))) desc,
        array_position(d.authority, f.source) nulls last, f.received_at desc, f.id
    )
    select enterprise_id, string_agg(place || ':' || value, ' ') as known from taken group by enterprise_id order by enterprise_id`.execute(
    db,
  )
  return rows
}

export async function listEventsAt(
  db: Db<ScoringTables>,
  at: Date,
): Promise<{ credit_code: string; code: string; occurred_on: string; repaired_on: string | null }[]> {
  return db
    .selectFrom('scoring.negative_event as n')
    .innerJoin('scoring.enterprise as e', 'e.id', 'n.enterprise_id')
    .select(['e.credit_code', 'n.code', 'n.occurred_on', 'n.repaired_on'])
    .where('e.is_opted_out', '=', false)
    .where('n.received_at', '<=', at)
    .where((on) => on.or([on('n.ended_at', 'is', null), on('n.ended_at', '>', at)]))
    .orderBy('n.id')
    .execute()
}
