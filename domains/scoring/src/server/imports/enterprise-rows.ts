import { newId } from '@jiju/kernel/ids'
import { isLocalDate } from '@jiju/kernel/local-date'
import { type EnterpriseContent, upsertEnterprises } from '../sql/enterprises.ts'
import type { CheckedLine, ImportKind } from './content.ts'
import { issuesOf, readCreditCode, readDay } from './line-issues.ts'
import { type NamedRow, readNamedRows } from './named-rows.ts'

export const ENTERPRISE_HEADERS = {
  creditCode: ['统一社会信用代码', '信用代码', 'credit_code', 'uscc'],
  name: ['企业名称', '单位名称', 'name'],
  shortName: ['简称', 'short_name'],
  foundedOn: ['成立日期', '注册日期', 'founded_on'],
  industry: ['行业', '所属行业', 'industry'],
  park: ['园区', '所在园区', 'park'],
  district: ['所在区', '区', 'district'],
} as const

type Row = NamedRow<keyof typeof ENTERPRISE_HEADERS>
type EnterpriseRecord = EnterpriseContent & { readonly creditCode: string }

/** The register by table: rows of known credit codes renew them, others add them. */
export const enterpriseRows: ImportKind<Row> = {
  read: async (_db, rows) => readNamedRows(rows, ENTERPRISE_HEADERS),
  checker: async (_db, { today }) => {
    const seen = new Map<string, { sheet: string; row: number }>()
    return async (rows) => rows.map((row) => check(row, today, seen))
  },
  begin: async () => {},
  apply: (tx, _row, rows, now) =>
    upsertEnterprises(
      tx,
      rows.map(({ record }) => ({ ...(record as EnterpriseRecord), id: newId(now.getTime()) })),
      now,
    ),
}

const MAX_LENGTHS = { shortName: 60, industry: 100, park: 100, district: 100 } as const

function check(row: Row, today: string, seen: Map<string, { sheet: string; row: number }>): CheckedLine {
  const { issues, wrong } = issuesOf(row)
  const { code, fault } = readCreditCode(row.texts.creditCode)
  const first = seen.get(code)
  if (fault) wrong('creditCode', fault)
  else if (first) wrong('creditCode', 'scoring.mistake_row_twice', first)
  else seen.set(code, { sheet: row.sheet, row: row.row })
  const { name } = row.texts
  if (name.length < 2 || name.length > 200) wrong('name', 'scoring.mistake_name_missing')
  const foundedOn = readDay(row.texts.foundedOn)
  if (foundedOn && (!isLocalDate(foundedOn) || foundedOn > today)) wrong('foundedOn', 'scoring.mistake_day_form')
  for (const field of ['shortName', 'industry', 'park', 'district'] as const)
    if (row.texts[field].length > MAX_LENGTHS[field]) wrong(field, 'scoring.mistake_text_long', { max: MAX_LENGTHS[field] })
  const record: EnterpriseRecord = {
    creditCode: code,
    name,
    shortName: row.texts.shortName || null,
    foundedOn: foundedOn || null,
    industry: row.texts.industry || null,
    park: row.texts.park || null,
    district: row.texts.district || null,
  }
  const isGood = issues.length === 0
  const { sheet, row: number, cells } = row
  return {
    sheet,
    row: number,
    cells,
    issues,
    creditCode: code.slice(0, 40),
    state: isGood ? 'good' : 'refused',
    record: isGood ? record : null,
    valueCount: cells.length,
  }
}
