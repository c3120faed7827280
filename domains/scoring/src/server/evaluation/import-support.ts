import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { readTableFile, type TableRow } from '@jiju/platform/files/read-table-file'
import type { Command } from '@jiju/platform/http/command'
import type { SupportImport } from '../../contract/evaluation.ts'
import { readSupport, type SupportMistake } from '../../core/evaluation/support-file.ts'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import type { ScoringTables } from '../needs.ts'
import { findIdsByCode, insertPayments, insertSupportImport } from '../sql/support.ts'

const MAX_ROWS = 50_000
const SHOWN_MISTAKES = 1000

/** The rows of a CSV or xlsx file of payments. */
export async function readSupportFile(content: Buffer): Promise<TableRow[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jiju-support-'))
  try {
    const file = path.join(folder, 'support')
    await writeFile(file, content, { mode: 0o600 })
    const rows: TableRow[] = []
    for await (const row of readTableFile(file)) {
      if (rows.length > MAX_ROWS) throw new Refusal({ code: 'scoring.support_too_long', kind: 'invalid', params: { max: MAX_ROWS } })
      rows.push(row)
    }
    return rows
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Takes over a register of payments, all or nothing: with one mistake nothing is recorded and every mistake is named.
 * Refuses with `scoring.support_unreadable` or `scoring.support_known`.
 */
export async function importSupport(
  tx: Db<ScoringTables>,
  command: Command,
  { content, name, rows, by }: { content: Buffer; name: string; rows: readonly TableRow[]; by: string },
): Promise<SupportImport> {
  const read = readSupport(rows, localDayOf(command.now, SCORING_ZONE))
  if (!read) throw new Refusal({ code: 'scoring.support_unreadable', kind: 'invalid' })
  const ids = await findIdsByCode(tx, [...new Set(read.lines.map(({ creditCode }) => creditCode))])
  const unknown = read.lines
    .filter(({ creditCode }) => !ids.has(creditCode))
    .map(
      ({ sheet, row, creditCode }): SupportMistake => ({ sheet, row, column: '统一社会信用代码', value: creditCode, reason: 'enterprise' }),
    )
  const mistakes = [...read.mistakes, ...unknown].sort((a, b) => a.sheet.localeCompare(b.sheet) || a.row - b.row)
  const rowCount = new Set([...read.lines, ...read.mistakes].map(({ sheet, row }) => `${sheet} ${row}`)).size
  if (mistakes.length > 0)
    return { rows: rowCount, recorded: 0, known: 0, mistakeCount: mistakes.length, mistakes: mistakes.slice(0, SHOWN_MISTAKES) }
  const id = newId(command.now.getTime())
  const sha256 = createHash('sha256').update(content).digest('hex')
  if (!(await insertSupportImport(tx, { id, fileName: name, sha256, rowCount, by, now: command.now })))
    throw new Refusal({ code: 'scoring.support_known', kind: 'conflict' })
  const payments = read.lines.map((line) => ({
    id: newId(command.now.getTime()),
    enterpriseId: ids.get(line.creditCode) as string,
    clauseCode: line.clauseCode,
    clauseName: line.clauseName,
    amountFen: line.amountFen.toString(),
    paidOn: line.paidOn,
    reference: line.reference,
  }))
  const recorded = await insertPayments(tx, id, payments, command.now)
  await command.audit({
    action: 'scoring.support.import',
    subjectType: 'scoring.support_import',
    subjectId: id,
    detail: { fileName: name, rows: rowCount, recorded },
  })
  return { rows: rowCount, recorded, known: payments.length - recorded, mistakeCount: 0, mistakes: [] }
}
