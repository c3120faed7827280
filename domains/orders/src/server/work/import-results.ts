import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { TableRow } from '@jiju/platform/files/read-table-file'
import type { ImportedResults } from '../../contract/work.ts'
import { verdictOf } from '../../core/work/judge.ts'
import { type ResultRow, readResultRows } from '../../core/work/read-results.ts'
import type { OrdersTables } from '../needs.ts'
import type { Work } from '../order/order-act.ts'
import { type EntryRow, listEntries } from '../sql/work/results.ts'
import { addResult, lockRunning, recordEntry, replaceResult } from './enter-results.ts'
import type { SeenTask } from './get-task.ts'

const keyOf = (sampleLabel: string, parameter: string) => `${sampleLabel}\n${parameter}`

/**
 * Takes a file of results into a task that runs, whole or not at all. A figure that is there already is changed when it says otherwise, and then the row
 * needs its reason. Every mistake is named with row and column.
 */
export async function importResults(
  tx: Db<OrdersTables>,
  work: Work,
  seen: SeenTask,
  file: { rows: readonly TableRow[]; sha256: string; name: string },
): Promise<ImportedResults> {
  const { task } = await lockRunning(tx, seen)
  const first = file.rows[0]?.sheet
  const { results, errors } = readResultRows(file.rows.filter(({ sheet }) => sheet === first))
  const known = new Map<string, EntryRow>()
  for (const entry of (await listEntries(tx, [task.id])).toReversed()) known.set(keyOf(entry.sample_label, entry.parameter), entry)
  const mistakes = [...errors.map((error) => ({ ...error, reason: error.reason as string }))]
  const wanted = results.flatMap((row) => {
    const before = known.get(keyOf(row.sampleLabel, row.parameter))
    const verdict = verdictOf(row.value, { low: row.limitLow, high: row.limitHigh }, row.verdict)
    const isReversed = row.limitLow !== null && row.limitHigh !== null && Number(row.limitLow) > Number(row.limitHigh)
    if (isReversed) mistakes.push({ row: row.row, column: '上限', value: row.limitHigh ?? '', reason: 'limits_reversed' })
    if (verdict === undefined) mistakes.push({ row: row.row, column: '判定', value: row.value, reason: 'verdict_contradicts' })
    if (before && isSame(before, row)) return []
    if (before && row.reason === undefined) mistakes.push({ row: row.row, column: '更改原因', value: '', reason: 'reason_missing' })
    return [{ row, before, verdict: verdict ?? 'not_judged' }]
  })
  if (results.length === 0 && mistakes.length === 0) throw new Refusal({ code: 'orders.results_file_empty', kind: 'refused' })
  if (mistakes.length > 0) {
    const sorted = mistakes.sort((a, b) => a.row - b.row).slice(0, 200)
    return {
      isImported: false,
      added: 0,
      changed: 0,
      errors: sorted.map(({ row, column, value, reason }) => ({ row, column, value: value.slice(0, 200), reason })),
    }
  }
  for (const { row, before, verdict } of wanted) {
    const { row: _, reason, ...words } = row
    const entered = { task, by: seen.personId, words, verdict, source: 'import' as const }
    if (before) await replaceResult(tx, work, { ...entered, resultId: before.result_id, reason: reason ?? '', isWithdrawn: false })
    else await addResult(tx, work, entered)
  }
  const changed = wanted.filter(({ before }) => before).length
  const detail = { added: wanted.length - changed, changed, sha256: file.sha256, fileName: file.name }
  if (wanted.length > 0) await recordEntry(tx, work, { seen, task, act: 'import_results', reason: null, detail })
  return { isImported: true, added: detail.added, changed, errors: [] }
}

function isSame(before: EntryRow, row: ResultRow): boolean {
  return (
    !before.is_withdrawn &&
    before.value === row.value &&
    before.unit === row.unit &&
    before.limit_low === normal(row.limitLow) &&
    before.limit_high === normal(row.limitHigh) &&
    before.limit_words === row.limitWords &&
    before.basis === row.basis &&
    (row.verdict === undefined || before.verdict === row.verdict)
  )
}

const normal = (decimal: string | null) => (decimal === null ? null : String(Number(decimal)))
