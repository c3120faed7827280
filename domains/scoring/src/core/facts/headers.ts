import type { Issue } from './connector.ts'
import type { FactDefinition } from './definition.ts'

const CREDIT_CODE = new Set([
  '统一社会信用代码',
  '社会信用代码',
  '信用代码',
  'credit_code',
  'creditcode',
  'uscc',
  'unifiedsocialcreditcode',
])
const PERIOD = new Set(['期间', '年度', '年份', '报告期', 'period', 'year'])
const DOCUMENT = new Set(['文号', '依据', '依据文号', 'document'])

/** Above the reasons in a file of rows that were left out; the same file, mended, is read again. */
export const LEFT_OUT = { zh: '未写入的原因', en: 'Why it was left out' } as const
/** Texts without spaces, with plain brackets, in lower case. */
export function headerKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[[【]/g, '(')
    .replace(/[\]】]/g, ')')
    .toLowerCase()
}

const LEFT_OUT_KEYS: ReadonlySet<string> = new Set(Object.values(LEFT_OUT).map(headerKey))
export const isLeftOutReason = (header: string): boolean => LEFT_OUT_KEYS.has(headerKey(header))

const IGNORED = new Set(['企业名称', '单位名称', '名称', 'name', 'enterprise', '序号', 'no', '备注', 'note', '单位', 'unit'])
const FACT = new Set(['数据项', '指标', '数据项代码', '指标代码', 'fact', 'fact_code', 'indicator'])
const VALUE = new Set(['数值', '值', 'value'])

/** A sheet of one row an enterprise (`facts` by column), or of one row a fact. Columns count from 1. */
export type FactLayout = {
  readonly creditCode: number
  readonly period: number | null
  readonly document: number | null
} & (
  | { readonly form: 'wide'; readonly facts: ReadonlyMap<number, FactDefinition> }
  | { readonly form: 'long'; readonly fact: number; readonly value: number }
)

/** Definitions by code and by their names without unit. */
export function indexDefinitions(definitions: readonly FactDefinition[]): ReadonlyMap<string, FactDefinition> {
  return new Map(
    definitions.flatMap((definition) =>
      [definition.code, definition.name.zh, definition.name.en].map((name) => [headerKey(name), definition] as const),
    ),
  )
}

/** What the columns of a sheet are, with everything wrong about its headers; undefined when no column holds a credit code. */
export function readHeaders(
  sheet: string,
  row: number,
  headers: readonly string[],
  known: ReadonlyMap<string, FactDefinition>,
): { readonly layout: FactLayout; readonly issues: readonly Issue[] } | undefined {
  const keys = headers.map(headerKey)
  const place = (names: ReadonlySet<string>) => keys.findIndex((key) => names.has(key)) + 1 || null
  const creditCode = place(CREDIT_CODE)
  if (creditCode === null) return undefined
  const common = { creditCode, period: place(PERIOD), document: place(DOCUMENT) }
  const fact = place(FACT)
  const value = place(VALUE)
  if (fact !== null && value !== null) return { layout: { ...common, form: 'long', fact, value }, issues: [] }

  const facts = new Map<number, FactDefinition>()
  const firstColumn = new Map<string, number>()
  const issues: Issue[] = []
  for (const [index, key] of keys.entries()) {
    const column = index + 1
    const header = headers[index] as string
    if (key === '' || CREDIT_CODE.has(key) || PERIOD.has(key) || DOCUMENT.has(key) || IGNORED.has(key) || LEFT_OUT_KEYS.has(key)) continue
    const say = (code: string, params: Issue['params']) => {
      issues.push({ sheet, row, column, columnName: header, value: header, code, params: { value: header, ...params }, isQuestion: false })
    }
    const found = readHeader(key, known)
    if (found === undefined) {
      say('scoring.mistake_header_unknown', {})
      continue
    }
    const { definition, fault } = found
    const first = firstColumn.get(definition.code)
    if (fault) say(fault, { unit: definition.unit, expected: `${definition.name.zh}（${definition.unit}）` })
    else if (first !== undefined) say('scoring.mistake_column_twice', { name: definition.code, first })
    else {
      firstColumn.set(definition.code, column)
      facts.set(column, definition)
    }
  }
  return { layout: { ...common, form: 'wide', facts }, issues }
}

type UnitFault = 'scoring.mistake_unit_missing' | 'scoring.mistake_unit_other'

/** `revenue`, or `营业收入（万元）`: a name goes with its unit, a code stands for it. */
function readHeader(
  key: string,
  known: ReadonlyMap<string, FactDefinition>,
): { definition: FactDefinition; fault: UnitFault | null } | undefined {
  const whole = known.get(key)
  if (whole) return { definition: whole, fault: key === whole.code ? null : 'scoring.mistake_unit_missing' }
  const [, name = '', unit = ''] = /^(.+)\(([^()]*)\)$/.exec(key) ?? []
  const definition = known.get(name)
  return definition && { definition, fault: unit === headerKey(definition.unit) ? null : 'scoring.mistake_unit_other' }
}
