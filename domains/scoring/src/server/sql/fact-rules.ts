import type { LocalDate } from '@jiju/kernel/local-date'
import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Certainty, FactLimits, FactRelation } from '../../core/facts/definition.ts'
import type { ScoringTables } from '../needs.ts'

/** Who set a rule, when, from which day and why; `replaced_at` says that another was set for the same day. */
type SetRule = {
  readonly id: string
  readonly valid_from: LocalDate
  readonly reason: string
  readonly set_by_name: string | null
  readonly set_at: Date
  readonly replaced_at: Date | null
}

export type LimitRow = SetRule & FactLimits & { readonly fact_code: string; readonly least_known_ratio: number }

const limitColumns = sql`
  l.id, l.fact_code, l.valid_from, l.low::float8 as low, l.high::float8 as high, l.factor::float8 as factor,
  l.least_known_ratio::float8 as least_known_ratio, l.reason, l.set_at, l.replaced_at, p.name as set_by_name
  from scoring.fact_limit l left join people_pub.person p on p.id = l.set_by`

/** What is plausible of each fact on a day. */
export async function listLimits(db: Db<ScoringTables>, day: LocalDate): Promise<Map<string, LimitRow>> {
  const { rows } = await sql<LimitRow>`
    select distinct on (l.fact_code) ${limitColumns}
    where l.replaced_at is null and l.valid_from <= ${day}
    order by l.fact_code, l.valid_from desc`.execute(db)
  return new Map(rows.map((row) => [row.fact_code, row]))
}

/** Every rule that a fact has, had or will have; the latest day first. */
export async function listLimitsOf(db: Db<ScoringTables>, factCode: string): Promise<LimitRow[]> {
  const { rows } = await sql<LimitRow>`
    select ${limitColumns} where l.fact_code = ${factCode} order by l.valid_from desc, l.replaced_at desc nulls first, l.id desc`.execute(
    db,
  )
  return rows
}

type NewRule = {
  readonly id: string
  readonly validFrom: LocalDate
  readonly reason: string
  readonly setBy: string
  readonly now: Date
}

/** Ends the rule `id` of the same fact and day; false when it is not the one that stands. */
export async function replaceLimit(
  tx: Db<ScoringTables>,
  id: string,
  of: { factCode: string; validFrom: LocalDate; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('scoring.fact_limit')
    .set({ replaced_at: of.now })
    .where('id', '=', id)
    .where('fact_code', '=', of.factCode)
    .where('valid_from', '=', of.validFrom)
    .where('replaced_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** False when another stands for that day. */
export async function insertLimit(
  tx: Db<ScoringTables>,
  rule: NewRule & FactLimits & { factCode: string; leastKnownRatio: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('scoring.fact_limit')
    .values({
      id: rule.id,
      fact_code: rule.factCode,
      valid_from: rule.validFrom,
      low: rule.low,
      high: rule.high,
      factor: rule.factor,
      least_known_ratio: rule.leastKnownRatio,
      reason: rule.reason,
      set_by: rule.setBy,
      set_at: rule.now,
    })
    .onConflict((conflict) => conflict.columns(['fact_code', 'valid_from']).where('replaced_at', 'is', null).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export type RelationRow = SetRule & {
  readonly part: string
  readonly whole: string
  /** Null: not compared. */
  readonly factor: number | null
  readonly severity: FactRelation['severity']
  readonly certainty: Certainty
}

const relationColumns = sql`
  r.id, r.part_code as part, r.whole_code as whole, r.valid_from, r.factor::float8 as factor, r.severity, r.certainty, r.reason, r.set_at,
  r.replaced_at, p.name as set_by_name
  from scoring.fact_relation r left join people_pub.person p on p.id = r.set_by`

type ComparedRelation = RelationRow & FactRelation

/** Which facts are compared as part and whole on a day. */
export async function listRelations(db: Db<ScoringTables>, day: LocalDate): Promise<ComparedRelation[]> {
  const { rows } = await sql<RelationRow>`
    select distinct on (r.part_code, r.whole_code) ${relationColumns}
    where r.replaced_at is null and r.valid_from <= ${day}
    order by r.part_code, r.whole_code, r.valid_from desc`.execute(db)
  return rows.filter((row): row is ComparedRelation => row.factor !== null)
}

/** Every comparison in which a fact is, was or will be a part or a whole; the latest day first. */
export async function listRelationsOf(db: Db<ScoringTables>, factCode: string): Promise<RelationRow[]> {
  const { rows } = await sql<RelationRow>`
    select ${relationColumns} where ${factCode} in (r.part_code, r.whole_code)
    order by r.part_code, r.whole_code, r.valid_from desc, r.replaced_at desc nulls first, r.id desc`.execute(db)
  return rows
}

type Pair = { readonly part: string; readonly whole: string; readonly validFrom: LocalDate }

/** Ends the comparison `id` of the same pair and day; false when it is not the one that stands. */
export async function replaceRelation(tx: Db<ScoringTables>, id: string, of: Pair, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('scoring.fact_relation')
    .set({ replaced_at: now })
    .where('id', '=', id)
    .where('part_code', '=', of.part)
    .where('whole_code', '=', of.whole)
    .where('valid_from', '=', of.validFrom)
    .where('replaced_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** False when another stands for that day. */
export async function insertRelation(
  tx: Db<ScoringTables>,
  rule: NewRule & Pair & { factor: number | null; severity: FactRelation['severity']; certainty: Certainty },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('scoring.fact_relation')
    .values({
      id: rule.id,
      part_code: rule.part,
      whole_code: rule.whole,
      valid_from: rule.validFrom,
      factor: rule.factor,
      severity: rule.severity,
      certainty: rule.certainty,
      reason: rule.reason,
      set_by: rule.setBy,
      set_at: rule.now,
    })
    .onConflict((conflict) => conflict.columns(['part_code', 'whole_code', 'valid_from']).where('replaced_at', 'is', null).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
