import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { PeriodKind } from '../../core/facts/sources.ts'
import type { ScoringTables } from '../needs.ts'
import { consentingAt, usableUnderConsent } from './consents.ts'

export async function listPeriodKinds(db: Db<ScoringTables>): Promise<Map<string, PeriodKind>> {
  const rows = await db.selectFrom('scoring.fact_definition').select(['code', 'period_kind']).execute()
  return new Map(rows.map(({ code, period_kind }) => [code, period_kind as PeriodKind]))
}

export async function listEnterprisesToScore(
  db: Db<ScoringTables>,
): Promise<{ id: string; credit_code: string; founded_on: string | null }[]> {
  return db
    .selectFrom('scoring.enterprise')
    .select(['id', 'credit_code', 'founded_on'])
    .where('is_opted_out', '=', false)
    .orderBy('credit_code')
    .execute()
}

/** A column that a model asks for: which fact, of which period; of a point in time the last one up to that day. */
export type WantedColumn = { readonly ref: string; readonly code: string; readonly period: string; readonly isPoint: boolean }

/**
 * The value of each column for some enterprises as it was known at an instant: an officer's choice of source first, then the order of
 * authority. Facts that came or ended later do not count, nor do those of tax and social insurance without consent at that instant.
 */
export async function readColumns(
  db: Db<ScoringTables>,
  { columns, enterpriseIds, at }: { columns: readonly WantedColumn[]; enterpriseIds: readonly string[]; at: Date },
): Promise<{ enterprise_id: string; ref: string; value: string }[]> {
  const { rows } = await sql<{ enterprise_id: string; ref: string; value: string }>`
    with consenting as materialized (${consentingAt(at)})
    select distinct on (f.enterprise_id, w."ref") f.enterprise_id, w."ref" as ref, f.value::text
    from jsonb_to_recordset(${JSON.stringify(columns)}::jsonb) as w("ref" text, "code" text, "period" text, "isPoint" boolean)
    join scoring.fact_definition d on d.code = w."code"
    join scoring.fact f on f.fact_code = w."code" and (f.period = w."period" or (w."isPoint" and f.period < w."period"))
    left join scoring.fact_choice c on c.enterprise_id = f.enterprise_id and c.fact_code = f.fact_code and c.period = f.period
      and c.source = f.source and c.chosen_at <= ${at} and (c.ended_at is null or c.ended_at > ${at})
    where f.enterprise_id = any(${enterpriseIds}::uuid[])
      and f.received_at <= ${at} and (f.ended_at is null or f.ended_at > ${at}) and f.state not in ('pending', 'refused')
      and ${usableUnderConsent}
    order by f.enterprise_id, w."ref", f.period desc, c.id nulls last, array_position(d.authority, f.source) nulls last, f.received_at desc, f.id`.execute(
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
