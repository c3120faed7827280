import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Source } from '../../core/facts/sources.ts'
import type { ScoringTables } from '../needs.ts'

export type Confidence = 'proved' | 'stated' | 'estimated'

export type FactState = 'pending' | 'current' | 'replaced' | 'withdrawn' | 'refused'

export type FactKey = {
  readonly enterpriseId: string
  readonly factCode: string
  readonly period: string
  readonly source: Source
}

export type NewFact = FactKey & {
  readonly id: string
  /** A decimal number as text, without rounding. */
  readonly value: string
  readonly confidence: Confidence
  readonly document: string | null
  readonly evidenceFileId: string | null
  readonly batchId: string | null
  readonly reason: string | null
  readonly recordedBy: string | null
}

/** Statements of one source come in one after the other: who else writes them waits until the caller's transaction ends. */
export async function lockSource(tx: Db<ScoringTables>, source: Source): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('scoring.facts ' || ${source}, 0))`.execute(tx)
}

export async function insertFact(tx: Db<ScoringTables>, fact: NewFact, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('scoring.fact')
    .values({
      id: fact.id,
      enterprise_id: fact.enterpriseId,
      fact_code: fact.factCode,
      period: fact.period,
      source: fact.source,
      value: fact.value,
      confidence: fact.confidence,
      document: fact.document,
      evidence_file_id: fact.evidenceFileId,
      batch_id: fact.batchId,
      reason: fact.reason,
      recorded_by: fact.recordedBy,
      received_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['enterprise_id', 'fact_code', 'period', 'source']).where('state', '=', 'current').doNothing(),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Ends the statement `id` of a key in favour of another; false when it is not the current one any more. */
export async function replaceFact(tx: Db<ScoringTables>, key: FactKey, id: string, replacedBy: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('scoring.fact')
    .set({ state: 'replaced', replaced_by: replacedBy, ended_at: now })
    .where('id', '=', id)
    .where('enterprise_id', '=', key.enterpriseId)
    .where('fact_code', '=', key.factCode)
    .where('period', '=', key.period)
    .where('source', '=', key.source)
    .where('state', '=', 'current')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Takes a statement back without another in its place; false when it is not current. */
export async function withdrawFact(tx: Db<ScoringTables>, id: string, reason: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('scoring.fact')
    .set({ state: 'withdrawn', reason, ended_at: now })
    .where('id', '=', id)
    .where('state', '=', 'current')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export type RecordedCounts = { readonly recorded: number; readonly replaced: number; readonly unchanged: number }

/**
 * Writes statements of one source, thousands a statement: what is stated already stays, another value replaces the old one.
 * The source must be locked, and no key may stand twice.
 */
export async function recordFactRows(tx: Db<ScoringTables>, facts: readonly NewFact[], now: Date): Promise<RecordedCounts> {
  const rows = facts.map((fact) => [
    fact.id,
    fact.enterpriseId,
    fact.factCode,
    fact.period,
    fact.source,
    fact.value,
    fact.confidence,
    fact.document,
    fact.evidenceFileId,
    fact.batchId,
    fact.reason,
    fact.recordedBy,
  ])
  const column = (place: number) => rows.map((row) => row[place] as string | null)
  const { rows: counts } = await sql<{ recorded: number; replaced: number }>`
    with stated as (
      select * from unnest(${column(0)}::uuid[], ${column(1)}::uuid[], ${column(2)}::text[], ${column(3)}::text[], ${column(4)}::text[],
        ${column(5)}::numeric[], ${column(6)}::text[], ${column(7)}::text[], ${column(8)}::uuid[], ${column(9)}::uuid[], ${column(10)}::text[],
        ${column(11)}::uuid[])
        as s(id, enterprise_id, fact_code, period, source, value, confidence, document, evidence_file_id, batch_id, reason, recorded_by)
    ), known as (
      select s.id, f.id as old_id, f.value = s.value and f.confidence = s.confidence as is_same
      from stated s
      join scoring.fact f on f.enterprise_id = s.enterprise_id and f.fact_code = s.fact_code and f.period = s.period and f.source = s.source
        and f.state = 'current'
    ), ended as (
      update scoring.fact f set state = 'replaced', replaced_by = k.id, ended_at = ${now}
      from known k where f.id = k.old_id and not k.is_same
      returning f.id
    ), fresh as (
      select s.* from stated s where not exists (select 1 from known k where k.id = s.id and k.is_same)
        and (select count(*) from ended) >= 0
    ), added as (
      insert into scoring.fact (id, enterprise_id, fact_code, period, source, value, confidence, document, evidence_file_id, batch_id, reason,
        recorded_by, received_at)
      select id, enterprise_id, fact_code, period, source, value, confidence, document, evidence_file_id, batch_id, reason, recorded_by, ${now}
      from fresh
      returning id
    )
    select (select count(*)::int from added) as recorded, (select count(*)::int from ended) as replaced`.execute(tx)
  const { recorded, replaced } = counts[0] as { recorded: number; replaced: number }
  return { recorded: recorded - replaced, replaced, unchanged: facts.length - recorded }
}
