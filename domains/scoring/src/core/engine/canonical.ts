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
  return [...factsPieces(table, period, asOf)].join('')
}

/** The same piece by piece, so that a large text need not be held as a whole. */
export function* factsPieces(table: FactTable, period: string, asOf: string): Generator<string> {
  const refs = [...table.columns.keys()].sort()
  const columns = refs.map((ref) => table.columns.get(ref) as Float64Array)
  yield `${JSON.stringify({ format: 'jiju-facts/1', period, asOf, refs })}\n`
  yield* piecesOf(table.ids, (id, row) => [id, ...columns.map((column) => known(column[row]))])
  yield* piecesOf(table.events, ({ id, code, on, repairedOn }) => ({ id, code, on, repairedOn }))
}

const LINES_A_PIECE = 2000

/** A line of JSON for each item. */
function* piecesOf<Item>(items: readonly Item[], lineOf: (item: Item, place: number) => unknown): Generator<string> {
  for (let start = 0; start < items.length; start += LINES_A_PIECE) {
    let piece = ''
    const end = Math.min(start + LINES_A_PIECE, items.length)
    for (let place = start; place < end; place += 1) piece += `${JSON.stringify(lineOf(items[place] as Item, place))}\n`
    yield piece
  }
}

const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)

/** The reverse of `factsText`. Throws a SyntaxError or RangeError at text that is none. */
export function readFactsText(text: string): { table: FactTable; period: string; asOf: string } {
  const [head = '', ...lines] = text.trimEnd().split('\n')
  const { format, period, asOf, refs } = JSON.parse(head) as { format: string; period: string; asOf: string; refs: string[] }
  if (format !== 'jiju-facts/1') throw new RangeError('this is no file of facts')
  const ids: string[] = []
  const events: FactEvent[] = []
  const columns = refs.map(() => new Float64Array(lines.length))
  for (const line of lines) {
    const parsed = JSON.parse(line) as FactEvent | [string, ...(number | null)[]]
    if (!Array.isArray(parsed)) {
      events.push(parsed)
      continue
    }
    for (let place = 0; place < refs.length; place += 1)
      (columns[place] as Float64Array)[ids.length] = (parsed[place + 1] as number | null | undefined) ?? Number.NaN
    ids.push(parsed[0])
  }
  const filled = new Map(refs.map((ref, place) => [ref, (columns[place] as Float64Array).slice(0, ids.length)]))
  return { table: { ids, columns: filled, events }, period, asOf }
}

/** The result of a run as text: a line an enterprise in the order of ids. What two machines compare. */
export function resultText(model: Model, run: Run): string {
  return [...resultPieces(model, run)].join('')
}

/** The same piece by piece. */
export function* resultPieces(model: Model, { scores, ranks }: Run): Generator<string> {
  yield* piecesOf(scores.ids, (id, row) => {
    const isScored = scores.status[row] === 0
    return [
      id,
      STATUSES[scores.status[row] as number],
      model.stages[scores.stage[row] as number]?.code ?? null,
      isScored ? stepsText(scores.steps[row] as number, model.decimals) : null,
      isScored ? ranks.all[row] : null,
      isScored ? ranks.stage[row] : null,
      scores.parts.map((column) => known(column[row])),
    ]
  })
}
