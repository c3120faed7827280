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
  const sorted = [...rows].sort((a, b) => compare(a.id, b.id))
  const columns = new Map(refs.map((ref) => [ref, Float64Array.from(sorted, ({ facts }) => facts[ref] ?? Number.NaN)]))
  return tableOfColumns({ ids: sorted.map(({ id }) => id), columns, events })
}

/** The same of columns that are filled already. Throws a RangeError when ids are not in order, or a value is infinite. */
export function tableOfColumns({ ids, columns, events }: FactTable): FactTable {
  for (let row = 1; row < ids.length; row += 1) {
    const order = compare(ids[row - 1] as string, ids[row] as string)
    if (order >= 0) throw new RangeError(order === 0 ? `${ids[row]} stands twice` : `${ids[row]} is not in its place`)
  }
  for (const [ref, column] of columns) {
    // A plain loop: of many columns of many rows a call each is felt.
    for (let row = 0; row < column.length; row += 1)
      if (Math.abs(column[row] as number) === Number.POSITIVE_INFINITY) throw new RangeError(`${ref} of ${ids[row]} is infinite`)
  }
  return { ids, columns, events: sortEvents(events) }
}

/** The row of an id, −1 where it has none. */
export function rowOf({ ids }: Pick<FactTable, 'ids'>, id: string): number {
  let from = 0
  let to = ids.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((ids[middle] as string) < id) from = middle + 1
    else to = middle
  }
  return ids[from] === id ? from : -1
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
  const rows = table.ids.length
  const values = new Float64Array(rows)
  const { factor } = measure
  if (measure.kind === 'ratio') {
    const numerator = columnOf(table, measure.numerator)
    const denominator = columnOf(table, measure.denominator)
    for (let row = 0; row < rows; row += 1) {
      const divisor = denominator[row] as number
      values[row] = divisor === 0 ? Number.NaN : ((numerator[row] as number) / divisor) * factor
    }
    return values
  }
  const now = columnOf(table, measure.now)
  const before = columnOf(table, measure.before)
  for (let row = 0; row < rows; row += 1) {
    const base = before[row] as number
    values[row] = base === 0 ? Number.NaN : (((now[row] as number) - base) / Math.abs(base)) * factor
  }
  return values
}

/** Whether a statement holds in a row; a missing fact makes it false. */
export function holds(table: FactTable, row: number, condition: FactCondition): boolean {
  return conditionOf(table, condition)(row)
}

/** A statement as a question to rows of a table. */
export function conditionOf(table: FactTable, { fact, is, value }: FactCondition): (row: number) => boolean {
  const column = columnOf(table, fact)
  if (is === '>') return (row) => (column[row] as number) > value
  if (is === '>=') return (row) => (column[row] as number) >= value
  if (is === '<') return (row) => (column[row] as number) < value
  if (is === '<=') return (row) => (column[row] as number) <= value
  return (row) => column[row] === value
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

function sortEvents(events: readonly FactEvent[]): FactEvent[] {
  for (const { id, code, on, repairedOn } of events) {
    for (const day of [on, repairedOn ?? on]) if (!DAY.test(day)) throw new RangeError(`${code} of ${id} has the day ${day}`)
  }
  return [...events].sort(
    (a, b) => compare(a.id, b.id) || compare(a.code, b.code) || compare(a.on, b.on) || compare(a.repairedOn ?? '', b.repairedOn ?? ''),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
