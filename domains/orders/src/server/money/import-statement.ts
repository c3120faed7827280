import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { newId } from '@jiju/kernel/ids'
import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { readTableFile, type TableRow } from '@jiju/platform/files/read-table-file'
import type { Command } from '@jiju/platform/http/command'
import { ACCOUNTS } from '../../core/money/accounts.ts'
import { type BankLine, fingerprintText, type ReadStatement, readStatement, type StatementProblem } from '../../core/money/bank-lines.ts'
import { type Candidates, type Match, matchLine, readReference, transferCodeOf } from '../../core/money/match-line.ts'
import type { OrdersTables } from '../needs.ts'
import { countStatement, insertBankLine, insertStatement, listOrderPayers, listPayerIds } from '../sql/money/bank-lines.ts'
import { post } from '../sql/money/ledger.ts'
import { listOutgoingsToMatch } from '../sql/money/outgoings.ts'
import { listWaitingTransfers } from '../sql/money/payments.ts'
import { assignLine } from './assign-line.ts'

const MAX_LINES = 20_000

type Imported = {
  readonly lines: number
  readonly isNew: number
  readonly matched: number
  readonly problems: readonly StatementProblem[]
}

/** The lines of a statement in a CSV or xlsx file. Refuses with `platform.file_…`, `orders.statement_unreadable` or `orders.statement_too_long`. */
export async function readStatementFile(content: Buffer): Promise<ReadStatement> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jiju-statement-'))
  try {
    const file = path.join(folder, 'statement')
    await writeFile(file, content, { mode: 0o600 })
    const rows: TableRow[] = []
    for await (const row of readTableFile(file)) {
      if (rows.length >= MAX_LINES) throw new Refusal({ code: 'orders.statement_too_long', kind: 'invalid', params: { max: MAX_LINES } })
      rows.push(row)
    }
    const read = readStatement(rows)
    if (!read) throw new Refusal({ code: 'orders.statement_unreadable', kind: 'invalid' })
    return read
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Takes over the lines that are new: what came in is booked as not assigned, and each line that certainly is something is assigned at once. The same line in
 * two statements is one. Refuses with `orders.statement_known`.
 */
export async function importStatement(
  tx: Db<OrdersTables>,
  command: Command,
  { content, name, read, by }: { content: Buffer; name: string; read: ReadStatement; by: string },
): Promise<Imported> {
  const { now } = command
  const statementId = newId(now.getTime())
  const sha256 = createHash('sha256').update(content).digest('hex')
  if (!(await insertStatement(tx, { id: statementId, sha256, name, by, at: now })))
    throw new Refusal({ code: 'orders.statement_known', kind: 'conflict' })
  const counted = new Map<string, number>()
  const fresh: (BankLine & { id: string })[] = []
  for (const line of read.lines) {
    const like = fingerprintText(line, 0)
    const nth = counted.get(like) ?? 0
    counted.set(like, nth + 1)
    const fingerprint = createHash('sha256').update(fingerprintText(line, nth)).digest('hex')
    const id = newId(now.getTime())
    if (await insertBankLine(tx, { ...line, id, statementId, fingerprint })) fresh.push({ ...line, id })
  }
  await post(
    tx,
    { at: now, personId: by },
    fresh
      .filter(({ amountFen }) => amountFen > 0n)
      .map(({ id, amountFen }) => ({
        cause: `bank:${id}`,
        kind: 'bank_receipt',
        debit: ACCOUNTS.bank,
        credit: ACCOUNTS.clearing,
        amountFen,
      })),
  )
  const matched = await matchAll(tx, command, fresh)
  await countStatement(tx, statementId, { lines: read.lines.length, isNew: fresh.length })
  const received = fresh.reduce((sum, { amountFen }) => (amountFen > 0n ? sum + amountFen : sum), 0n)
  await command.audit({
    action: 'orders.bank_statement.import',
    subjectType: 'bank_statement',
    subjectId: statementId,
    detail: { name, lines: read.lines.length, isNew: fresh.length, matched, received: formatFen(received) },
  })
  return { lines: read.lines.length, isNew: fresh.length, matched, problems: read.problems }
}

async function matchAll(tx: Db<OrdersTables>, command: Command, lines: readonly (BankLine & { id: string })[]): Promise<number> {
  let matched = 0
  for (const line of lines) {
    // What one line has taken is gone for the next.
    const match = matchLine(line, await candidatesFor(tx, line))
    if (match && (await assignLine(tx, command, { lineId: line.id, ...decisionOf(match), note: null, by: null }))) matched += 1
  }
  return matched
}

function decisionOf(match: Match) {
  const nothing = { organisationId: null, paymentId: null, outgoingId: null, programmeId: null }
  return match.target === 'outgoing'
    ? { ...nothing, target: match.target, matchedBy: match.by, outgoingId: match.outgoingId }
    : { ...nothing, target: match.target, matchedBy: match.by, organisationId: match.organisationId, paymentId: match.paymentId }
}

async function candidatesFor(tx: Db<OrdersTables>, line: BankLine): Promise<Candidates> {
  const { numbers } = readReference(line.reference)
  const payments = await listWaitingTransfers(tx)
  const outgoings = line.amountFen < 0n ? await listOutgoingsToMatch(tx) : []
  const orders = await listOrderPayers(tx, numbers)
  return {
    payments: payments.map((row) => ({
      id: row.id,
      number: row.number,
      organisationId: row.organisation_id,
      organisationName: row.organisation_name,
      amountFen: row.amount_fen,
    })),
    codes: new Map((await listPayerIds(tx)).map((id) => [transferCodeOf(id), id])),
    orders: new Map(orders.map((row) => [row.number, row.organisation_id])),
    outgoings: outgoings.map((row) => ({ id: row.id, number: row.number, accountName: row.account_name, amountFen: row.amount_fen })),
  }
}
