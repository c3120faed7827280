import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Certainty, FactDefinition } from '../../core/facts/definition.ts'
import type { Usual } from '../../core/facts/plausibility.ts'
import type { PeriodKind, Source } from '../../core/facts/sources.ts'
import type { ScoringTables } from '../needs.ts'
import { usableFacts } from './consents.ts'

export type DefinitionRow = FactDefinition & {
  readonly needsConsent: boolean
  readonly certainty: Certainty
  readonly position: number
  readonly version: number
}

export async function listDefinitions(db: Db<ScoringTables>): Promise<DefinitionRow[]> {
  const rows = await db.selectFrom('scoring.fact_definition').selectAll().orderBy('position').orderBy('code').execute()
  return rows.map((row) => ({
    code: row.code,
    name: { zh: row.name_zh, en: row.name_en },
    unit: row.unit,
    periodKind: row.period_kind as PeriodKind,
    authority: row.authority as Source[],
    needsConsent: row.needs_consent,
    certainty: row.certainty as Certainty,
    position: row.position,
    version: row.version,
  }))
}

type DefinitionEdit = {
  readonly authority: readonly Source[]
  readonly needsConsent: boolean
  readonly certainty: Certainty
}

/** False when it was edited since `version`, or is unknown. */
export async function updateDefinition(tx: Db<ScoringTables>, code: string, version: number, edit: DefinitionEdit): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('scoring.fact_definition')
    .set({
      authority: [...edit.authority],
      needs_consent: edit.needsConsent,
      certainty: edit.certainty,
      version: version + 1,
    })
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Between which values nineteen of twenty enterprises lie, by fact; only where at least twenty are known. */
export async function readUsual(db: Db<ScoringTables>, at: Date): Promise<Map<string, Usual>> {
  const { rows } = await sql<{ fact_code: string; low: number; high: number }>`
    select fact_code, percentile_disc(0.025) within group (order by value)::float8 as low,
      percentile_disc(0.975) within group (order by value)::float8 as high
    from ${usableFacts(at)} f where state = 'current' group by fact_code having count(*) >= 20`.execute(db)
  return new Map(rows.map(({ fact_code, low, high }) => [fact_code, { low, high }]))
}

type StoredValue = { readonly enterprise_id: string; readonly fact_code: string; readonly period: string; readonly value: number }

/** What stands now for enterprises in some periods: the source's own statement, else the first by authority. */
export async function listStoredValues(
  db: Db<ScoringTables>,
  filter: { enterpriseIds: readonly string[]; periods: readonly string[]; source: Source; at: Date },
): Promise<StoredValue[]> {
  if (filter.enterpriseIds.length === 0) return []
  const { rows } = await sql<StoredValue>`
    select distinct on (f.enterprise_id, f.fact_code, f.period) f.enterprise_id, f.fact_code, f.period, f.value::float8 as value
    from ${usableFacts(filter.at)} f join scoring.fact_definition d on d.code = f.fact_code
    where f.enterprise_id = any(${filter.enterpriseIds}::uuid[]) and f.period = any(${filter.periods}::text[]) and f.state = 'current'
    order by f.enterprise_id, f.fact_code, f.period, (f.source = ${filter.source}) desc, array_position(d.authority, f.source) nulls last,
      f.id`.execute(db)
  return rows
}
