import type { FactTable } from './fact-table.ts'

/** A table with the columns that another one has beside its own, row by row of the same id; who is not in the other one has none of them. */
export function joinColumns(table: FactTable, other: FactTable): FactTable {
  const places = new Map(other.ids.map((id, place) => [id, place]))
  const added = [...other.columns].filter(([ref]) => !table.columns.has(ref))
  const joined = added.map(([ref, column]) => {
    const values = Float64Array.from(table.ids, (id) => column[places.get(id) ?? -1] ?? Number.NaN)
    return [ref, values] as const
  })
  return { ...table, columns: new Map([...table.columns, ...joined]) }
}
