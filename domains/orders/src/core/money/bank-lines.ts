import { isLocalDate } from '@jiju/kernel/local-date'
import { type Fen, parseFen } from '@jiju/kernel/money'

/** A line of a bank statement; what came in is positive. */
export type BankLine = {
  readonly bookedOn: string
  readonly amountFen: Fen
  readonly counterpartyName: string
  readonly counterpartyAccount: string
  readonly reference: string
  readonly serial: string
}

type Field = 'bookedOn' | 'amount' | 'credit' | 'debit' | 'side' | 'counterpartyName' | 'counterpartyAccount' | 'reference' | 'serial'

/** How banks title their columns. */
const TITLES: Readonly<Record<Field, readonly string[]>> = {
  bookedOn: ['交易日期', '记账日期', '入账日期', '日期', '交易时间', 'date', 'booking date'],
  amount: ['金额', '交易金额', '发生额', 'amount'],
  credit: ['贷方金额', '收入金额', '贷方发生额', '收入', '转入金额', 'credit'],
  debit: ['借方金额', '支出金额', '借方发生额', '支出', '转出金额', 'debit'],
  side: ['借贷标志', '收支', '借贷', 'direction'],
  counterpartyName: ['对方户名', '对方名称', '对方单位', '交易对手', 'counterparty'],
  counterpartyAccount: ['对方账号', '对方帐号', 'counterparty account'],
  reference: ['摘要', '附言', '用途', '备注', 'reference', 'remark'],
  serial: ['流水号', '交易流水号', '凭证号', 'serial', 'transaction id'],
}

const INCOMING = ['贷', '收', '收入', '转入', 'credit', 'in', 'c']
const OUTGOING = ['借', '支', '支出', '转出', 'debit', 'out', 'd']

const SUMS = /^(合计|小计|总计|本页|期初|期末|total)/i

export type StatementProblem = {
  readonly row: number
  readonly column: string
  readonly value: string
  readonly reason: 'day' | 'amount' | 'side'
}
export type ReadStatement = { readonly lines: readonly BankLine[]; readonly problems: readonly StatementProblem[] }

type Columns = ReadonlyMap<Field, number[]>

/** Reads a statement's table: its header is the first row that names a day and an amount; rows without an amount, such as sums, are passed over. Undefined without a header. */
export function readStatement(rows: readonly { readonly row: number; readonly cells: readonly string[] }[]): ReadStatement | undefined {
  const headerAt = rows.findIndex(({ cells }) => isHeader(columnsOf(cells)))
  const header = rows[headerAt]
  if (!header) return undefined
  const columns = columnsOf(header.cells)
  const lines: BankLine[] = []
  const problems: StatementProblem[] = []
  for (const { row, cells } of rows.slice(headerAt + 1)) {
    const cell = (field: Field) => (columns.get(field) ?? []).map((at) => (cells[at] ?? '').trim()).filter(Boolean)
    const problem = (field: Field, reason: StatementProblem['reason']) =>
      problems.push({ row, column: TITLES[field][0] ?? field, value: cell(field)[0] ?? '', reason })
    const [dayText = ''] = cell('bookedOn')
    const amount = amountOf(cell)
    if (SUMS.test(cells.find((text) => text.trim() !== '')?.trim() ?? '') || (amount === undefined && !dayText)) continue
    const bookedOn = dayOf(dayText)
    if (bookedOn === undefined) problem('bookedOn', 'day')
    if (amount === undefined || amount === 0n) problem(columns.has('amount') ? 'amount' : 'credit', 'amount')
    if (amount === 'no_side') problem('side', 'side')
    if (bookedOn === undefined || typeof amount !== 'bigint' || amount === 0n) continue
    lines.push({
      bookedOn,
      amountFen: amount,
      counterpartyName: (cell('counterpartyName')[0] ?? '').slice(0, 200),
      counterpartyAccount: (cell('counterpartyAccount')[0] ?? '').slice(0, 100),
      reference: cell('reference').join(' ').slice(0, 500),
      serial: (cell('serial')[0] ?? '').slice(0, 100),
    })
  }
  return { lines, problems }
}

/** What makes a line the same in two statements: its serial number, else all it says and the how-manieth of its like it is (`nth` from 0). */
export function fingerprintText(line: BankLine, nth: number): string {
  const { bookedOn, amountFen, counterpartyName, counterpartyAccount, reference, serial } = line
  const parts = serial
    ? [bookedOn, amountFen.toString(), serial]
    : [bookedOn, amountFen.toString(), counterpartyName, counterpartyAccount, reference]
  return [...parts, String(nth)].join('\n')
}

function columnsOf(cells: readonly string[]): Columns {
  const columns = new Map<Field, number[]>()
  for (const [at, cell] of cells.entries()) {
    const title = cell
      .trim()
      .toLowerCase()
      .replace(/[（(].*[）)]$/, '')
    for (const [field, titles] of Object.entries(TITLES) as [Field, readonly string[]][])
      if (titles.includes(title)) columns.set(field, [...(columns.get(field) ?? []), at])
  }
  return columns
}

const isHeader = (columns: Columns) => columns.has('bookedOn') && (columns.has('amount') || (columns.has('credit') && columns.has('debit')))

function amountOf(cell: (field: Field) => string[]): Fen | 'no_side' | undefined {
  const [credit, debit] = [money(cell('credit')[0]), money(cell('debit')[0])]
  if (credit) return credit
  if (debit) return debit < 0n ? debit : -debit
  const amount = money(cell('amount')[0])
  if (amount === undefined) return undefined
  const side = cell('side')[0]?.toLowerCase()
  if (side === undefined || amount < 0n) return amount
  if (INCOMING.includes(side)) return amount
  return OUTGOING.includes(side) ? -amount : 'no_side'
}

function money(text: string | undefined): Fen | undefined {
  if (!text) return undefined
  return parseFen(
    text
      .replaceAll(/[,，¥￥\s]/g, '')
      .replace(/^[−–]/, '-')
      .replace(/^\+/, '')
      .replace(/(\.\d{2})0+$/, '$1'),
  )
}

function dayOf(text: string): string | undefined {
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})/.exec(text)
  if (!match) return undefined
  const day = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`
  return isLocalDate(day) ? day : undefined
}
