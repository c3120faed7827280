import type { Db } from '@jiju/platform/database/pool'
import { type FactTable, tableOfColumns } from '../../core/engine/fact-table.ts'
import { factRefsOf, type Model } from '../../core/engine/model.ts'
import { factPeriod, yearsBetween } from '../../core/facts/periods.ts'
import type { ScoringTables } from '../needs.ts'
import { listEnterprisesToScore, listEventsAt, listPeriodKinds, readColumns, type WantedColumn } from '../sql/snapshot.ts'

/** Not a fact that anybody states: completed years since the foundation. */
const AGE = 'age_years'
/** So many enterprises at a time are sorted in the database's memory and keep the process busy for milliseconds only. */
const BATCH = 500

type Watch = { readonly signal?: AbortSignal; readonly onProgress?: (doneRatio: number) => Promise<void> }

type Moment = { readonly period: string; readonly asOf: string; readonly at: Date }

/** The facts that a model asks for, as they were known at an instant: a row an enterprise by its credit code. */
export function takeSnapshot(
  db: Db<ScoringTables>,
  { model, ...moment }: Moment & { readonly model: Model },
  watch: Watch = {},
): Promise<FactTable> {
  return takeColumns(db, { refs: factRefsOf(model), ...moment }, watch)
}

/** The same of some columns. They lie in memory that threads share. */
export async function takeColumns(
  db: Db<ScoringTables>,
  { refs, period, asOf, at }: Moment & { readonly refs: readonly string[] },
  { signal, onProgress }: Watch = {},
): Promise<FactTable> {
  const kinds = await listPeriodKinds(db)
  const wanted = refs.flatMap((ref) => wantedColumn(ref, kinds, period))
  const enterprises = await listEnterprisesToScore(db)
  const columns = new Map(refs.map((ref) => [ref, emptyColumn(enterprises.length)]))
  for (const [row, { founded_on }] of enterprises.entries()) {
    const ages = columns.get(AGE)
    if (ages && founded_on) ages[row] = yearsBetween(founded_on, asOf)
  }
  for (let start = 0; start < enterprises.length; start += BATCH) {
    signal?.throwIfAborted()
    const rowOf = new Map(enterprises.slice(start, start + BATCH).map(({ id }, index) => [id, start + index]))
    for (const { enterprise_id, known } of await readColumns(db, { columns: wanted, enterpriseIds: [...rowOf.keys()], at })) {
      const row = rowOf.get(enterprise_id) as number
      for (const entry of known.split(' ')) {
        const colon = entry.indexOf(':')
        const { ref } = wanted[Number(entry.slice(0, colon))] as WantedColumn
        ;(columns.get(ref) as Float64Array)[row] = Number(entry.slice(colon + 1))
      }
    }
    await onProgress?.(Math.min(1, (start + BATCH) / enterprises.length))
  }
  const events = await listEventsAt(db, at)
  return tableOfColumns({
    ids: enterprises.map(({ credit_code }) => credit_code),
    columns,
    events: events.map(({ credit_code, code, occurred_on, repaired_on }) => ({
      id: credit_code,
      code,
      on: occurred_on,
      repairedOn: repaired_on,
    })),
  })
}

function emptyColumn(rows: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(rows * Float64Array.BYTES_PER_ELEMENT)).fill(Number.NaN)
}

/** `revenue@-1` → the revenue of the year before the run's. */
export function wantedColumn(ref: string, kinds: Awaited<ReturnType<typeof listPeriodKinds>>, period: string): WantedColumn[] {
  const [code = '', offset] = ref.split('@')
  const kind = kinds.get(code)
  if (!kind) return []
  return [{ ref, code, period: factPeriod(kind, period, offset ? -Number(offset) : 0), isPoint: kind === 'point' }]
}
