import type { FactCondition, FactRef, Measure } from './model.ts'

/** Something that counts against an enterprise; days as `2026-09-30`. */
export type FactEvent = { readonly id: string; readonly code: string; readonly on: string; readonly repairedOn: string | null }

/**
 * Facts by column: one row an enterprise in the order of ids, so that sums come out the same however the rows were brought.
 * NaN is missing.
 */
export type FactTable = {
  readonly ids: readonly string[]
  readonly columns: ReadonlyMap<FactRef, Float64Array>
  readonly events: readonly FactEvent[]
}

export type FactRow = { readonly id: string; readonly facts: Readonly<Record<FactRef, number | null | undefined>> }

/** Makes columns of rows in any order. Throws a RangeError when an id stands twice or a value is infinite. */
export function tableOf(rows: readonly FactRow[], refs: readonly FactRef[], events: readonly FactEvent[] = []): FactTable {
  const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const [index, { id }] of sorted.entries()) {
    if (index > 0 && sorted[index - 1]?.id === id) throw new RangeError(`${id} stands twice`)
  }
  const columns = new Map(
    refs.map((ref) => {
      const column = Float64Array.from(sorted, ({ facts }) => facts[ref] ?? Number.NaN)
      const infinite = column.findIndex((value) => Math.abs(value) === Number.POSITIVE_INFINITY)
      if (infinite >= 0) throw new RangeError(`${ref} of ${sorted[infinite]?.id} is infinite`)
      return [ref, column] as const
    }),
  )
  return { ids: sorted.map(({ id }) => id), columns, events: sortEvents(events) }
}

/** The table of some rows, by their places in ascending order. */
export function rowsOf(table: FactTable, places: readonly number[]): FactTable {
  const ids = places.map((place) => table.ids[place] as string)
  const kept = new Set(ids)
  return {
    ids,
    columns: new Map([...table.columns].map(([ref, column]) => [ref, Float64Array.from(places, (place) => column[place] as number)])),
    events: table.events.filter(({ id }) => kept.has(id)),
  }
}

export function columnOf(table: FactTable, ref: FactRef): Float64Array {
  return table.columns.get(ref) ?? new Float64Array(table.ids.length).fill(Number.NaN)
}

/** The raw values of an indicator in its unit; NaN where a fact is missing or a denominator is 0. */
export function measureColumn(table: FactTable, measure: Measure): Float64Array {
  if (measure.kind === 'fact') return columnOf(table, measure.fact)
  if (measure.kind === 'ratio') {
    const numerator = columnOf(table, measure.numerator)
    const denominator = columnOf(table, measure.denominator)
    return numerator.map((value, row) => (denominator[row] === 0 ? Number.NaN : (value / (denominator[row] as number)) * measure.factor))
  }
  const before = columnOf(table, measure.before)
  return columnOf(table, measure.now).map((value, row) => {
    const base = before[row] as number
    return base === 0 ? Number.NaN : ((value - base) / Math.abs(base)) * measure.factor
  })
}

/** Whether a statement holds in a row; a missing fact makes it false. */
export function holds(table: FactTable, row: number, { fact, is, value }: FactCondition): boolean {
  const found = table.columns.get(fact)?.[row] ?? Number.NaN
  if (is === '>') return found > value
  if (is === '>=') return found >= value
  if (is === '<') return found < value
  if (is === '<=') return found <= value
  return found === value
}

function sortEvents(events: readonly FactEvent[]): FactEvent[] {
  const key = ({ id, code, on, repairedOn }: FactEvent) => `${id} ${code} ${on} ${repairedOn ?? ''}`
  return [...events].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}
