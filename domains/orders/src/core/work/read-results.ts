import type { Verdict } from './vocabulary.ts'

/** What a person or a file says of one figure. Limits are decimal strings; empty texts are nothing said. */
export type ResultWords = {
  readonly sampleLabel: string
  readonly parameter: string
  readonly value: string
  readonly unit: string
  readonly limitLow: string | null
  readonly limitHigh: string | null
  readonly limitWords: string
  readonly basis: string
  readonly verdict: Verdict | undefined
  readonly reason: string | undefined
}

export type ResultRow = ResultWords & { readonly row: number }
/** `column` is the header as the file has it, empty when the whole row is meant. */
type RowError = { readonly row: number; readonly column: string; readonly value: string; readonly reason: RowErrorReason }
type RowErrorReason =
  | 'header_missing'
  | 'header_unknown'
  | 'missing'
  | 'too_long'
  | 'not_a_number'
  | 'not_a_verdict'
  | 'repeated'
  | 'too_many_rows'

type Field = keyof ResultWords

/** The headers of a result file, Chinese and English; the first two languages' names stand in the template. */
export const RESULT_HEADERS: Readonly<Record<Field, readonly [zh: string, en: string]>> = {
  sampleLabel: ['样品', 'Sample'],
  parameter: ['参数', 'Parameter'],
  value: ['结果', 'Value'],
  unit: ['单位', 'Unit'],
  limitLow: ['下限', 'Lower limit'],
  limitHigh: ['上限', 'Upper limit'],
  limitWords: ['限值说明', 'Limit in words'],
  basis: ['判定依据', 'Basis'],
  verdict: ['判定', 'Verdict'],
  reason: ['更改原因', 'Reason'],
}

const MAX_LENGTH: Readonly<Partial<Record<Field, number>>> = {
  sampleLabel: 60,
  parameter: 200,
  value: 500,
  unit: 40,
  limitWords: 200,
  basis: 300,
  reason: 1000,
}
const VERDICT_WORDS: Readonly<Record<string, Verdict>> = {
  符合: 'pass',
  合格: 'pass',
  pass: 'pass',
  不符合: 'fail',
  不合格: 'fail',
  fail: 'fail',
  不判定: 'not_judged',
  'not judged': 'not_judged',
}
export const MAX_RESULT_ROWS = 2000
const DECIMAL = /^[+-]?\d{1,20}(\.\d{1,10})?$/

/** Reads the rows of a result file, the first being its headers: what can be taken, and every mistake with its row and column. */
export function readResultRows(rows: readonly { readonly row: number; readonly cells: readonly string[] }[]): {
  readonly results: readonly ResultRow[]
  readonly errors: readonly RowError[]
} {
  const [head, ...body] = rows
  const errors: RowError[] = []
  const columns = (head?.cells ?? []).map((header) => fieldOf(header))
  for (const [index, field] of columns.entries()) {
    const header = head?.cells[index]?.trim() ?? ''
    if (field === undefined && header !== '') errors.push({ row: head?.row ?? 1, column: header, value: header, reason: 'header_unknown' })
  }
  for (const field of ['parameter', 'value'] as const)
    if (!columns.includes(field))
      errors.push({ row: head?.row ?? 1, column: RESULT_HEADERS[field][0], value: '', reason: 'header_missing' })
  if (body.length > MAX_RESULT_ROWS) errors.push({ row: body[MAX_RESULT_ROWS]?.row ?? 0, column: '', value: '', reason: 'too_many_rows' })
  if (errors.length > 0) return { results: [], errors }

  const results: ResultRow[] = []
  const seen = new Set<string>()
  for (const { row, cells } of body) {
    const cell = (field: Field) => (cells[columns.indexOf(field)] ?? '').trim()
    if (columns.every((field) => field === undefined || cell(field) === '')) continue
    const wrong = (field: Field, reason: RowErrorReason): void => {
      errors.push({ row, column: head?.cells[columns.indexOf(field)]?.trim() ?? RESULT_HEADERS[field][0], value: cell(field), reason })
    }
    const before = errors.length
    for (const field of ['parameter', 'value'] as const) if (cell(field) === '') wrong(field, 'missing')
    for (const [field, max] of Object.entries(MAX_LENGTH) as [Field, number][]) if (cell(field).length > max) wrong(field, 'too_long')
    for (const field of ['limitLow', 'limitHigh'] as const)
      if (cell(field) !== '' && !DECIMAL.test(cell(field))) wrong(field, 'not_a_number')
    const verdict = cell('verdict') === '' ? undefined : VERDICT_WORDS[cell('verdict').toLowerCase()]
    if (cell('verdict') !== '' && verdict === undefined) wrong('verdict', 'not_a_verdict')
    const key = `${cell('sampleLabel')}\n${cell('parameter')}`
    if (seen.has(key)) wrong('parameter', 'repeated')
    seen.add(key)
    if (errors.length > before) continue
    results.push({
      row,
      sampleLabel: cell('sampleLabel'),
      parameter: cell('parameter'),
      value: cell('value'),
      unit: cell('unit'),
      limitLow: cell('limitLow') || null,
      limitHigh: cell('limitHigh') || null,
      limitWords: cell('limitWords'),
      basis: cell('basis'),
      verdict,
      reason: cell('reason') || undefined,
    })
  }
  return { results, errors }
}

function fieldOf(header: string): Field | undefined {
  const wanted = header.trim().toLowerCase()
  return (Object.keys(RESULT_HEADERS) as Field[]).find((field) => RESULT_HEADERS[field].some((name) => name.toLowerCase() === wanted))
}
