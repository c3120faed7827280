import { isLocalDate } from '@jiju/kernel/local-date'

/** Columns of the register, by their heads in either language. */
export const SUPPORT_COLUMNS = [
  { key: 'creditCode', zh: '统一社会信用代码', en: 'Credit code' },
  { key: 'clauseCode', zh: '条款编号', en: 'Clause' },
  { key: 'clauseName', zh: '条款名称', en: 'Name of the clause' },
  { key: 'amount', zh: '金额（元）', en: 'Amount (yuan)' },
  { key: 'paidOn', zh: '拨付日期', en: 'Paid on' },
  { key: 'reference', zh: '拨付编号', en: 'Reference' },
] as const

type Key = (typeof SUPPORT_COLUMNS)[number]['key']

export const SUPPORT_MISTAKES = [
  'missing',
  'credit_code',
  'clause_code',
  'clause_name',
  'amount',
  'day',
  'day_ahead',
  'too_long',
  'twice',
  'enterprise',
] as const

/** A mistake where it stands: sheet, row as a spreadsheet counts, head of the column, what was there. */
export type SupportMistake = {
  readonly sheet: string
  readonly row: number
  readonly column: string
  readonly value: string
  readonly reason: (typeof SUPPORT_MISTAKES)[number]
}

type SupportLine = {
  readonly sheet: string
  readonly row: number
  readonly creditCode: string
  readonly clauseCode: string
  readonly clauseName: string
  readonly amountFen: bigint
  readonly paidOn: string
  readonly reference: string
}

type Row = { readonly sheet: string; readonly row: number; readonly cells: readonly string[] }

const headOf = (key: Key) => SUPPORT_COLUMNS.find((column) => column.key === key)?.zh ?? key

/** Reads the register; every mistake of every row is named. Null when the heads of the columns are not all there. */
export function readSupport(rows: readonly Row[], today: string): { lines: SupportLine[]; mistakes: SupportMistake[] } | null {
  const [head, ...body] = rows
  const places = new Map<Key, number>()
  for (const { key, zh, en } of SUPPORT_COLUMNS) {
    const place = head?.cells.findIndex((cell) => cell.trim().replaceAll('(', '（').replaceAll(')', '）') === zh || cell.trim() === en)
    if (place === undefined || place < 0) return null
    places.set(key, place)
  }
  const lines: SupportLine[] = []
  const mistakes: SupportMistake[] = []
  const seen = new Set<string>()
  for (const { sheet, row, cells } of body) {
    const text = (key: Key) => (cells[places.get(key) as number] ?? '').trim()
    if (SUPPORT_COLUMNS.every(({ key }) => text(key) === '')) continue
    const found: SupportMistake[] = []
    const say = (key: Key, reason: SupportMistake['reason']) => found.push({ sheet, row, column: headOf(key), value: text(key), reason })
    for (const { key } of SUPPORT_COLUMNS) if (text(key) === '') say(key, 'missing')
    const said = (key: Key) => text(key) === ''
    if (!said('creditCode') && !/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text('creditCode'))) say('creditCode', 'credit_code')
    if (!said('clauseCode') && !/^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/.test(text('clauseCode'))) say('clauseCode', 'clause_code')
    if (!said('clauseName') && (text('clauseName').length < 2 || text('clauseName').length > 200)) say('clauseName', 'clause_name')
    const amountFen = fenOf(text('amount'))
    if (!said('amount') && amountFen === null) say('amount', 'amount')
    const paidOn = text('paidOn').slice(0, 10).replaceAll('/', '-')
    if (!said('paidOn') && !isLocalDate(paidOn)) say('paidOn', 'day')
    else if (!said('paidOn') && paidOn > today) say('paidOn', 'day_ahead')
    if (text('reference').length > 100) say('reference', 'too_long')
    const key = `${text('clauseCode')} ${text('reference')}`
    if (!said('reference') && seen.has(key)) say('reference', 'twice')
    seen.add(key)
    mistakes.push(...found)
    if (found.length === 0 && amountFen !== null)
      lines.push({
        sheet,
        row,
        creditCode: text('creditCode'),
        clauseCode: text('clauseCode'),
        clauseName: text('clauseName'),
        amountFen,
        paidOn,
        reference: text('reference'),
      })
  }
  return { lines, mistakes }
}

/** `1,200,000.50` → fen; null for anything but an amount above 0 with at most two decimals. */
function fenOf(text: string): bigint | null {
  const [, whole, fraction = ''] = /^(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,2}))?$/.exec(text) ?? []
  if (whole === undefined) return null
  const fen = BigInt(whole.replaceAll(',', '')) * 100n + BigInt(fraction.padEnd(2, '0'))
  return fen > 0n ? fen : null
}
