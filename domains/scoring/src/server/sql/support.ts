import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ScoringTables } from '../needs.ts'

/** False when the same file was imported before. */
export async function insertSupportImport(
  tx: Db<ScoringTables>,
  row: { id: string; fileName: string; sha256: string; rowCount: number; by: string; now: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('scoring.support_import')
    .values({
      id: row.id,
      file_name: row.fileName,
      sha256: row.sha256,
      row_count: row.rowCount,
      imported_by: row.by,
      imported_at: row.now,
    })
    .onConflict((conflict) => conflict.constraint('support_import_once').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

type NewPayment = {
  readonly id: string
  readonly enterpriseId: string
  readonly clauseCode: string
  readonly clauseName: string
  readonly amountFen: string
  readonly paidOn: string
  readonly reference: string
}

/** Takes over payments; one that is known by clause and reference stays as it is. Says how many are new. */
export async function insertPayments(tx: Db<ScoringTables>, importId: string, payments: readonly NewPayment[], now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into scoring.support_payment (id, import_id, enterprise_id, clause_code, clause_name, amount_fen, paid_on, reference, recorded_at)
    select p."id", ${importId}::uuid, p."enterpriseId", p."clauseCode", p."clauseName", p."amountFen"::bigint, p."paidOn", p."reference", ${now}
    from jsonb_to_recordset(${JSON.stringify(payments)}::jsonb)
      as p("id" uuid, "enterpriseId" uuid, "clauseCode" text, "clauseName" text, "amountFen" text, "paidOn" date, "reference" text)
    on conflict (clause_code, reference) where withdrawn_at is null do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

export async function findIdsByCode(db: Db<ScoringTables>, codes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; credit_code: string }>`
    select id, credit_code from scoring.enterprise where credit_code = any(${[...codes]}::text[])`.execute(db)
  return new Map(rows.map(({ id, credit_code }) => [credit_code, id]))
}

export type PaymentRow = {
  readonly id: string
  readonly enterprise_id: string
  readonly enterprise_name: string
  readonly clause_code: string
  readonly clause_name: string
  readonly amount_fen: string
  readonly paid_on: string
  readonly reference: string
}

/** Payments that stand, newest first. */
export async function listPayments(
  db: Db<ScoringTables>,
  filter: { clause: string | undefined; after: { paidOn: string; id: string } | undefined; limit: number },
): Promise<PaymentRow[]> {
  const { clause, after } = filter
  const { rows } = await sql<PaymentRow>`
    select p.id, p.enterprise_id, e.name as enterprise_name, p.clause_code, p.clause_name, p.amount_fen::text, p.paid_on, p.reference
    from scoring.support_payment p join scoring.enterprise e on e.id = p.enterprise_id
    where p.withdrawn_at is null and ${clause ? sql`p.clause_code = ${clause}` : sql`true`}
      and ${after ? sql`(p.paid_on, p.id) < (${after.paidOn}::date, ${after.id}::uuid)` : sql`true`}
    order by p.paid_on desc, p.id desc limit ${filter.limit + 1}`.execute(db)
  return rows
}

/** False when it is unknown or taken back already. */
export async function withdrawPayment(tx: Db<ScoringTables>, id: string, by: string, reason: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('scoring.support_payment')
    .set({ withdrawn_at: now, withdrawn_by: by, withdraw_reason: reason })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export type SupportedRow = {
  readonly enterprise_id: string
  readonly clause_code: string
  readonly clause_name: string
  readonly year: number
  readonly amount_fen: string
}

/** What each enterprise was paid by clause and year. */
export async function listSupport(db: Db<ScoringTables>): Promise<SupportedRow[]> {
  const { rows } = await sql<SupportedRow>`
    select enterprise_id, clause_code, max(clause_name) as clause_name, extract(year from paid_on)::int as year, sum(amount_fen)::text as amount_fen
    from scoring.support_payment where withdrawn_at is null
    group by enterprise_id, clause_code, extract(year from paid_on) order by enterprise_id, clause_code, year`.execute(db)
  return rows
}

/** Years for which a fact is known of anybody, earliest first. */
export async function listFactYears(db: Db<ScoringTables>, code: string): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct period::int as year from scoring.fact where fact_code = ${code} and state = 'current' and period ~ '^\\d{4}$' order by year`.execute(
    db,
  )
  return rows.map(({ year }) => year)
}
