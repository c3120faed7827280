import type { Db } from '@jiju/platform/database/pool'
import { type FactTable, tableOf } from '../../core/engine/fact-table.ts'
import { factRefsOf, type Model } from '../../core/engine/model.ts'
import { factPeriod, yearsBetween } from '../../core/facts/periods.ts'
import type { ScoringTables } from '../needs.ts'
import { listEnterprisesToScore, listEventsAt, listPeriodKinds, readColumns, type WantedColumn } from '../sql/snapshot.ts'

/** Not a fact that anybody states: completed years since the foundation. */
const AGE = 'age_years'

/** The facts that a model asks for, as they were known at an instant: a row an enterprise by its credit code. */
export async function takeSnapshot(
  db: Db<ScoringTables>,
  { model, period, asOf, at }: { model: Model; period: string; asOf: string; at: Date },
): Promise<FactTable> {
  const refs = factRefsOf(model)
  const kinds = await listPeriodKinds(db)
  const enterprises = await listEnterprisesToScore(db)
  const facts = new Map<string, Record<string, number | null>>(
    enterprises.map(
      ({ credit_code, founded_on }) => [credit_code, { [AGE]: founded_on && yearsBetween(founded_on, asOf) }] as const,
    ) as never,
  )
  const columns = refs.flatMap((ref) => wantedColumn(ref, kinds, period))
  for (const { credit_code, ref, value } of await readColumns(db, columns, at)) {
    const own = facts.get(credit_code)
    if (own) own[ref] = Number(value)
  }
  const events = await listEventsAt(db, at)
  return tableOf(
    enterprises.map(({ credit_code }) => ({ id: credit_code, facts: facts.get(credit_code) ?? {} })),
    refs,
    events.map(({ credit_code, code, occurred_on, repaired_on }) => ({ id: credit_code, code, on: occurred_on, repairedOn: repaired_on })),
  )
}

/** `revenue@-1` → the revenue of the year before the run's. */
export function wantedColumn(ref: string, kinds: Awaited<ReturnType<typeof listPeriodKinds>>, period: string): WantedColumn[] {
  const [code = '', offset] = ref.split('@')
  const kind = kinds.get(code)
  if (!kind) return []
  return [{ ref, code, period: factPeriod(kind, period, offset ? -Number(offset) : 0), isPoint: kind === 'point' }]
}
