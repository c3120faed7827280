import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Source } from '../../core/facts/sources.ts'
import type { ScoringTables } from '../needs.ts'
import { consentingAt, needsConsent } from './consents.ts'

export type Confidence = 'proved' | 'stated' | 'estimated'

export type FactState = 'pending' | 'current' | 'replaced' | 'withdrawn' | 'refused'

export type FactKey = {
  readonly enterpriseId: string
  readonly factCode: string
  readonly period: string
  readonly source: Source
}

type NewFact = FactKey & {
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

export type RecordedCounts = { readonly recorded: number; readonly replaced: number; readonly unchanged: number }

/**
 * Writes statements of one source, thousands a statement: what is stated already stays, another value replaces the old one.
 * The source must be locked, and no key may stand twice.
 */
export async function recordFactRows(tx: Db<ScoringTables>, facts: readonly NewFact[], now: Date): Promise<RecordedCounts> {
  const [first] = facts
  if (!first) return { recorded: 0, replaced: 0, unchanged: 0 }
  const standing = await listStanding(tx, facts, first.source)
  const stated = facts.map((fact) => ({ fact, old: standing.get(keyOf(fact)) }))
  const fresh = stated.filter(({ fact, old }) => old?.value !== fact.value || old.confidence !== fact.confidence)
  const ended = fresh.flatMap(({ fact, old }) => (old ? [{ oldId: old.id, newId: fact.id }] : []))
  await sql`
    update scoring.fact f set state = 'replaced', replaced_by = e.new_id, ended_at = ${now}
    from unnest(${ended.map(({ oldId }) => oldId)}::uuid[], ${ended.map(({ newId }) => newId)}::uuid[]) as e(old_id, new_id)
    where f.id = e.old_id`.execute(tx)
  const column = (value: (fact: NewFact) => string | null) => fresh.map(({ fact }) => value(fact))
  await sql`
    insert into scoring.fact (id, enterprise_id, fact_code, period, source, value, confidence, document, evidence_file_id, batch_id, reason,
      recorded_by, received_at)
    select s.*, ${now} from unnest(${column(({ id }) => id)}::uuid[], ${column(({ enterpriseId }) => enterpriseId)}::uuid[],
      ${column(({ factCode }) => factCode)}::text[], ${column(({ period }) => period)}::text[], ${column(({ source }) => source)}::text[],
      ${column(({ value }) => value)}::numeric[], ${column(({ confidence }) => confidence)}::text[],
      ${column(({ document }) => document)}::text[], ${column(({ evidenceFileId }) => evidenceFileId)}::uuid[],
      ${column(({ batchId }) => batchId)}::uuid[], ${column(({ reason }) => reason)}::text[],
      ${column(({ recordedBy }) => recordedBy)}::uuid[]) as s`.execute(tx)
  return { recorded: fresh.length - ended.length, replaced: ended.length, unchanged: facts.length - fresh.length }
}

/** How many of these statements must not be used, for want of consent at an instant. */
export async function countLackingConsent(tx: Db<ScoringTables>, facts: readonly NewFact[], source: Source, at: Date): Promise<number> {
  if (!needsConsent(source)) return 0
  const { rows } = await sql<{ count: number }>`
    with consenting as materialized (${consentingAt(at)})
    select count(*)::int as count
    from unnest(${facts.map(({ enterpriseId }) => enterpriseId)}::uuid[], ${facts.map(({ factCode }) => factCode)}::text[]) as f(enterprise_id, code)
    join scoring.fact_definition d on d.code = f.code and d.needs_consent
    where not exists (select 1 from consenting where consenting.id = f.enterprise_id)`.execute(tx)
  return rows[0]?.count ?? 0
}

type Standing = {
  readonly id: string
  readonly enterprise_id: string
  readonly fact_code: string
  readonly period: string
  readonly value: string
  readonly confidence: string
}

const keyOf = ({ enterpriseId, factCode, period }: NewFact) => `${enterpriseId} ${factCode} ${period}`

/** What the source states of the same enterprises now, by key. Looked up by enterprise alone: counts of new periods mislead the planner. */
async function listStanding(tx: Db<ScoringTables>, facts: readonly NewFact[], source: Source): Promise<Map<string, Standing>> {
  const { rows } = await sql<Standing>`
    select id, enterprise_id, fact_code, period, trim_scale(value)::text as value, confidence from scoring.fact
    where enterprise_id = any(${[...new Set(facts.map(({ enterpriseId }) => enterpriseId))]}::uuid[]) and source = ${source} and state = 'current'`.execute(
    tx,
  )
  return new Map(rows.map((row) => [`${row.enterprise_id} ${row.fact_code} ${row.period}`, row]))
}
