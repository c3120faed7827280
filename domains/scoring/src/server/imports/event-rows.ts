import { newId } from '@jiju/kernel/ids'
import { isLocalDate } from '@jiju/kernel/local-date'
import { SOURCES, type Source } from '../../core/facts/sources.ts'
import { findEnterprisesByCode } from '../sql/enterprises.ts'
import { insertEvents } from '../sql/events.ts'
import type { CheckedLine, ImportKind } from './content.ts'
import { issuesOf, readCreditCode, readDay } from './line-issues.ts'
import { type NamedRow, readNamedRows } from './named-rows.ts'

export const EVENT_HEADERS = {
  creditCode: ['统一社会信用代码', '信用代码', 'credit_code', 'uscc'],
  code: ['事项代码', '事项', 'code', 'event'],
  occurredOn: ['发生日期', '决定日期', 'occurred_on'],
  repairedOn: ['修复日期', 'repaired_on'],
  source: ['来源', 'source'],
  document: ['文号', '依据', 'document'],
} as const

type Row = NamedRow<keyof typeof EVENT_HEADERS>

type EventRecord = {
  readonly enterpriseId: string
  readonly code: string
  readonly occurredOn: string
  readonly repairedOn: string | null
  readonly source: Source
  readonly document: string
}

/** Negative events by table; one that is recorded already stays as it is. */
export const eventRows: ImportKind<Row> = {
  read: async (_db, rows) => readNamedRows(rows, EVENT_HEADERS),
  checker: async (db, { today }) => {
    const seen = new Map<string, { sheet: string; row: number }>()
    return async (rows) => {
      const enterprises = await findEnterprisesByCode(db, [...new Set(rows.map(({ texts }) => readCreditCode(texts.creditCode).code))])
      return rows.map((row) => check(row, today, enterprises, seen))
    }
  },
  begin: async () => {},
  apply: (tx, row, rows, now) =>
    insertEvents(
      tx,
      rows.map(({ record }) => ({ ...(record as EventRecord), id: newId(now.getTime()) })),
      { recordedBy: row.created_by, now },
    ),
}

function check(
  row: Row,
  today: string,
  enterprises: ReadonlyMap<string, string>,
  seen: Map<string, { sheet: string; row: number }>,
): CheckedLine {
  const { issues, wrong } = issuesOf(row)
  const { texts } = row
  const credit = readCreditCode(texts.creditCode)
  const enterpriseId = credit.fault ? undefined : enterprises.get(credit.code)
  if (credit.fault) wrong('creditCode', credit.fault)
  else if (!enterpriseId) wrong('creditCode', 'scoring.mistake_enterprise_unknown')
  if (!/^[a-z][a-z0-9_]{1,59}$/.test(texts.code)) wrong('code', 'scoring.mistake_event_code')
  const occurredOn = readDay(texts.occurredOn)
  const repairedOn = readDay(texts.repairedOn)
  if (!isLocalDate(occurredOn) || occurredOn > today) wrong('occurredOn', 'scoring.mistake_day_form')
  if (repairedOn && (!isLocalDate(repairedOn) || repairedOn > today || repairedOn < occurredOn))
    wrong('repairedOn', 'scoring.mistake_day_form')
  if (!(SOURCES as readonly string[]).includes(texts.source)) wrong('source', 'scoring.mistake_event_source')
  if (texts.document.length < 1 || texts.document.length > 200) wrong('document', 'scoring.mistake_document_missing')
  const key = `${credit.code} ${texts.code} ${texts.document}`
  const first = seen.get(key)
  if (first) wrong('creditCode', 'scoring.mistake_row_twice', first)
  else seen.set(key, { sheet: row.sheet, row: row.row })
  const isGood = issues.length === 0 && enterpriseId !== undefined
  const record: EventRecord | null = isGood
    ? {
        enterpriseId,
        code: texts.code,
        occurredOn,
        repairedOn: repairedOn || null,
        source: texts.source as Source,
        document: texts.document,
      }
    : null
  const { sheet, row: number, cells } = row
  return {
    sheet,
    row: number,
    cells,
    issues,
    creditCode: credit.code.slice(0, 40),
    state: isGood ? 'good' : 'refused',
    record,
    valueCount: cells.length,
  }
}
