import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { readTableFile } from '@jiju/platform/files/read-table-file'
import { findFile } from '@jiju/platform/files/upload'
import type { Issue } from '../../core/facts/connector.ts'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import type { ScoringDeps } from '../needs.ts'
import {
  deleteStaged,
  findImport,
  type ImportRow,
  insertStagedIssues,
  insertStagedRows,
  moveImport,
  type StagedIssue,
  setCounts,
} from '../sql/imports.ts'
import type { CheckedLine } from './content.ts'
import { failureOf } from './import-failure.ts'
import { kindOf } from './kinds.ts'

const CHUNK_ROWS = 500
const MAX_ROWS = 500_000

/** Reads and checks the file of an import that was uploaded; a second run finds nothing to do. */
export async function checkImport(deps: ScoringDeps, importId: string): Promise<void> {
  const row = await findImport(deps.db, importId)
  if (row?.state !== 'uploaded' || row.file_id === null) return
  const folder = await mkdtemp(path.join(tmpdir(), 'jiju-facts-'))
  try {
    const file = path.join(folder, 'upload')
    await fetchFile(deps, row.file_id, file)
    await checkFile(deps, row, file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fetchFile({ db, needs }: ScoringDeps, fileId: string, target: string): Promise<void> {
  const stored = await findFile(db, fileId)
  const content = stored && (await needs.files.find(stored.sha256))
  if (!content) throw new Error(`the bytes of file ${fileId} are not in the store`)
  await pipeline(content.stream, createWriteStream(target, { mode: 0o600 }))
}

/** Checks a file on disk a few hundred rows at a time, so that its size does not matter; the import is `checked` or `failed` then. */
export async function checkFile({ db, needs }: ScoringDeps, row: ImportRow, file: string): Promise<void> {
  const now = needs.now()
  await deleteStaged(db, row.id)
  const tally = new Tally()
  const headers: Record<string, readonly string[]> = {}
  try {
    const kind = kindOf(row.content)
    const check = await kind.checker(db, { row, today: localDayOf(now, SCORING_ZONE), now })
    let waiting: Parameters<typeof check>[0][number][] = []
    const flush = async (): Promise<boolean> => {
      const lines = await check(waiting)
      waiting = []
      const { rows, issues } = tally.add(lines)
      await insertStagedRows(db, row.id, rows)
      await insertStagedIssues(db, row.id, issues)
      return setCounts(db, row.id, 'uploaded', { rows_done: tally.rows })
    }
    let firstRow = ''
    for await (const item of await kind.read(
      db,
      remembering(readTableFile(file), (cells) => (firstRow ||= cells.slice(0, 8).join(', '))),
    )) {
      if (item.kind === 'headers') headers[item.sheet] = item.headers
      else if (item.kind === 'issue') await insertStagedIssues(db, row.id, [tally.ofHeader(item.issue)])
      else if (waiting.push(item) >= CHUNK_ROWS && !(await flush())) return
      if (tally.rows + waiting.length > MAX_ROWS)
        throw new Refusal({ code: 'scoring.import_too_many_rows', kind: 'invalid', params: { max: MAX_ROWS } })
    }
    if (Object.keys(headers).length === 0)
      throw new Refusal({ code: 'scoring.import_not_recognised', kind: 'invalid', params: { header: firstRow.slice(0, 200) } })
    await flush()
    await moveImport(db, row.id, 'uploaded', { state: 'checked', headers, rows_total: tally.rows, ...tally.counts(), checked_at: now })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await moveImport(db, row.id, 'uploaded', { state: 'failed', failure: failureOf(error), finished_at: now })
  }
}

async function* remembering<Row extends { cells: readonly string[] }>(rows: AsyncIterable<Row>, tell: (cells: readonly string[]) => void) {
  for await (const row of rows) {
    tell(row.cells)
    yield row
  }
}

/** Numbers rows and issues in the order in which they come and counts them. */
export class Tally {
  rows = 0
  #position = 0
  #states = { good: 0, asked: 0, refused: 0 }
  #values = 0
  #mistakes = 0
  #questions = 0

  add(lines: readonly CheckedLine[]) {
    const issues: StagedIssue[] = []
    const rows = lines.map(({ issues: found, valueCount, ...row }) => {
      this.rows += 1
      this.#states[row.state] += 1
      this.#values += valueCount
      issues.push(...found.map((issue) => this.#numbered(issue, this.rows)))
      // Cells are given back only with rows that are left out.
      return { ...row, cells: row.state === 'good' ? [] : row.cells, line: this.rows }
    })
    return { rows, issues }
  }

  ofHeader(issue: Issue): StagedIssue {
    return this.#numbered(issue, null)
  }

  #numbered(issue: Issue, line: number | null): StagedIssue {
    if (issue.isQuestion) this.#questions += 1
    else this.#mistakes += 1
    this.#position += 1
    return { ...issue, line, position: this.#position }
  }

  counts() {
    return {
      rows_done: this.rows,
      rows_good: this.#states.good,
      rows_asked: this.#states.asked,
      rows_refused: this.#states.refused,
      value_count: this.#values,
      mistake_count: this.#mistakes,
      question_count: this.#questions,
    }
  }
}
