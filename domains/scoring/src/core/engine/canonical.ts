import type { FactEvent, FactTable } from './fact-table.ts'
import type { Model } from './model.ts'
import { stepsText } from './rounding.ts'
import type { Run } from './run-model.ts'
import { STATUSES } from './score-table.ts'

/** JSON with the keys of every object in order: two documents with the same content have the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`
}

/** The facts of a run as text: rows by id, columns by name, missing as null. The same table gives the same text. */
export function factsText(table: FactTable, period: string, asOf: string): string {
  const refs = [...table.columns.keys()].sort()
  const lines = [
    JSON.stringify({ format: 'jiju-facts/1', period, asOf, refs }),
    ...table.ids.map((id, row) => JSON.stringify([id, ...refs.map((ref) => known(table.columns.get(ref)?.[row]))])),
    ...table.events.map(({ id, code, on, repairedOn }) => JSON.stringify({ id, code, on, repairedOn })),
  ]
  return `${lines.join('\n')}\n`
}

const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)

/** The reverse of `factsText`. Throws a SyntaxError or RangeError at text that is none. */
export function readFactsText(text: string): { table: FactTable; period: string; asOf: string } {
  const [head = '', ...lines] = text.trimEnd().split('\n')
  const { format, period, asOf, refs } = JSON.parse(head) as { format: string; period: string; asOf: string; refs: string[] }
  if (format !== 'jiju-facts/1') throw new RangeError('this is no file of facts')
  const ids: string[] = []
  const events: FactEvent[] = []
  const rows: (number | null)[][] = []
  for (const line of lines) {
    const parsed = JSON.parse(line) as FactEvent | [string, ...(number | null)[]]
    if (!Array.isArray(parsed)) {
      events.push(parsed)
      continue
    }
    const [id, ...values] = parsed
    ids.push(id)
    rows.push(values)
  }
  const columns = new Map(refs.map((ref, index) => [ref, Float64Array.from(rows, (row) => row[index] ?? Number.NaN)]))
  return { table: { ids, columns, events }, period, asOf }
}

/** The result of a run as text: a line an enterprise in the order of ids. What two machines compare. */
export function resultText(model: Model, { scores, ranks }: Run): string {
  const lines = scores.ids.map((id, row) => {
    const isScored = scores.status[row] === 0
    return JSON.stringify([
      id,
      STATUSES[scores.status[row] as number],
      model.stages[scores.stage[row] as number]?.code ?? null,
      isScored ? stepsText(scores.steps[row] as number, model.decimals) : null,
      isScored ? ranks.all[row] : null,
      isScored ? ranks.stage[row] : null,
      scores.parts.map((column) => known(column[row])),
    ])
  })
  return `${lines.join('\n')}\n`
}
