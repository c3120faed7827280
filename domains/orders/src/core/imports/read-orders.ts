import { isLocalDate, type LocalDate } from '@jiju/kernel/local-date'
import { parseFen } from '@jiju/kernel/money'

export const IMPORTED_STATES = ['finished', 'cancelled'] as const
export type ImportedState = (typeof IMPORTED_STATES)[number]

/** An order from before the platform, as its row says. `ownNumber` is the provider's own; money in fen. */
export type EarlierOrder = {
  readonly ownNumber: string
  readonly clientName: string
  readonly clientUscc: string | null
  readonly title: string
  readonly items: string
  readonly state: ImportedState
  readonly totalFen: bigint
  readonly orderedOn: LocalDate
  readonly finishedOn: LocalDate | null
  readonly reportNumber: string | null
}

export const IMPORT_FAULTS = [
  'header_missing',
  'header_unknown',
  'missing',
  'too_long',
  'not_an_amount',
  'not_a_day',
  'not_a_state',
  'not_a_credit_code',
  'in_the_future',
  'ends_before_it_began',
  'repeated',
  'too_many_rows',
] as const
export type ImportFault = (typeof IMPORT_FAULTS)[number]

/** `column` is the header as the file has it, empty when the whole row is meant. */
export type RowFault = { readonly row: number; readonly column: string; readonly value: string; readonly reason: ImportFault }

type Field = keyof Omit<EarlierOrder, 'totalFen'> | 'total'

/** The headers of the template, Chinese and English. */
export const ORDER_HEADERS: Readonly<Record<Field, readonly [zh: string, en: string]>> = {
  ownNumber: ['机构订单号', 'Own number'],
  clientName: ['委托方名称', 'Client'],
  clientUscc: ['统一社会信用代码', 'Credit code'],
  title: ['订单名称', 'Title'],
  items: ['检测项目', 'Items'],
  state: ['状态', 'State'],
  total: ['金额（元）', 'Total (yuan)'],
  orderedOn: ['下单日期', 'Ordered on'],
  finishedOn: ['完成日期', 'Finished on'],
  reportNumber: ['报告编号', 'Report number'],
}
const FIELDS = Object.keys(ORDER_HEADERS) as Field[]
const REQUIRED: readonly Field[] = ['ownNumber', 'clientName', 'title', 'state', 'total', 'orderedOn']
const MAX_LENGTH: Readonly<Partial<Record<Field, number>>> = { ownNumber: 60, clientName: 200, title: 200, items: 2000, reportNumber: 100 }
const STATE_WORDS: Readonly<Record<string, ImportedState>> = {
  已完成: 'finished',
  完成: 'finished',
  finished: 'finished',
  已取消: 'cancelled',
  取消: 'cancelled',
  cancelled: 'cancelled',
}
export const MAX_IMPORT_ROWS = 5000

type Read = { readonly orders: readonly (EarlierOrder & { readonly row: number })[]; readonly faults: readonly RowFault[] }

/** Reads a table whose first row are its headers: orders of the rows that are right, and every fault with its row and column. A row with a fault gives no order. */
export function readOrders(
  rows: readonly { readonly row: number; readonly cells: readonly string[] }[],
  { today, isCreditCode }: { readonly today: LocalDate; readonly isCreditCode: (text: string) => boolean },
): Read {
  const [head, ...body] = rows
  const columns = (head?.cells ?? []).map(fieldOf)
  const faults: RowFault[] = headerFaults(head, columns)
  if (body.length > MAX_IMPORT_ROWS) faults.push({ row: body[MAX_IMPORT_ROWS]?.row ?? 0, column: '', value: '', reason: 'too_many_rows' })
  if (faults.length > 0) return { orders: [], faults }

  const orders: (EarlierOrder & { row: number })[] = []
  const seen = new Set<string>()
  for (const { row, cells } of body) {
    const cell = (field: Field) => (cells[columns.indexOf(field)] ?? '').trim()
    if (FIELDS.every((field) => cell(field) === '')) continue
    const own: RowFault[] = []
    const fault = (field: Field, reason: ImportFault) =>
      own.push({ row, column: head?.cells[columns.indexOf(field)]?.trim() ?? ORDER_HEADERS[field][0], value: cell(field), reason })
    for (const field of REQUIRED) if (cell(field) === '') fault(field, 'missing')
    for (const [field, max] of Object.entries(MAX_LENGTH) as [Field, number][]) if (cell(field).length > max) fault(field, 'too_long')
    const totalFen = parseFen(cell('total').replaceAll(/[,，\s¥￥]/g, ''))
    if (cell('total') !== '' && (totalFen === undefined || totalFen < 0n)) fault('total', 'not_an_amount')
    const state = STATE_WORDS[cell('state').toLowerCase()]
    if (cell('state') !== '' && !state) fault('state', 'not_a_state')
    const orderedOn = dayOf(cell('orderedOn'))
    const finishedOn = dayOf(cell('finishedOn'))
    for (const [field, day] of [
      ['orderedOn', orderedOn],
      ['finishedOn', finishedOn],
    ] as const) {
      if (cell(field) === '') continue
      if (!day) fault(field, 'not_a_day')
      else if (day > today) fault(field, 'in_the_future')
    }
    if (orderedOn && finishedOn && finishedOn < orderedOn) fault('finishedOn', 'ends_before_it_began')
    const clientUscc = cell('clientUscc').toUpperCase()
    if (clientUscc !== '' && !isCreditCode(clientUscc)) fault('clientUscc', 'not_a_credit_code')
    if (seen.has(cell('ownNumber'))) fault('ownNumber', 'repeated')
    if (cell('ownNumber') !== '') seen.add(cell('ownNumber'))
    faults.push(...own)
    if (own.length > 0 || totalFen === undefined || !state || !orderedOn) continue
    orders.push({
      row,
      ownNumber: cell('ownNumber'),
      clientName: cell('clientName'),
      clientUscc: clientUscc || null,
      title: cell('title'),
      items: cell('items'),
      state,
      totalFen,
      orderedOn,
      finishedOn: finishedOn ?? null,
      reportNumber: cell('reportNumber') || null,
    })
  }
  return { orders, faults }
}

function headerFaults(
  head: { readonly row: number; readonly cells: readonly string[] } | undefined,
  columns: readonly (Field | undefined)[],
): RowFault[] {
  const row = head?.row ?? 1
  const unknown = (head?.cells ?? []).flatMap((header, index): RowFault[] => {
    const text = header.trim()
    return columns[index] || text === '' ? [] : [{ row, column: text, value: text, reason: 'header_unknown' }]
  })
  const missing = REQUIRED.filter((field) => !columns.includes(field)).map(
    (field): RowFault => ({ row, column: ORDER_HEADERS[field][0], value: '', reason: 'header_missing' }),
  )
  return [...unknown, ...missing]
}

function fieldOf(header: string): Field | undefined {
  const wanted = header.trim().toLowerCase()
  return FIELDS.find((field) => ORDER_HEADERS[field].some((name) => name.toLowerCase() === wanted))
}

/** `2026-11-02`, `2026/11/2`, `2026.11.2` and what Excel writes of a day with a time. */
function dayOf(text: string): LocalDate | undefined {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text)
  if (!match) return undefined
  const [, year, month = '', date = ''] = match
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isLocalDate(day) ? day : undefined
}
