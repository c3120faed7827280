import { usccFault } from '@jiju/kernel/uscc'
import type { Issue } from '../../core/facts/connector.ts'
import type { NamedRow } from './named-rows.ts'

/** Collects what is wrong in the fields of one row. */
export function issuesOf<Field extends string>(row: NamedRow<Field>) {
  const issues: Issue[] = []
  const wrong = (field: Field, code: string, params: Issue['params'] = {}) => {
    const value = row.texts[field]
    const place = { sheet: row.sheet, row: row.row, column: row.columns[field] ?? null, columnName: row.headers[field], value }
    issues.push({ ...place, code, params: { value, ...params }, isQuestion: false })
  }
  return { issues, wrong }
}

/** A credit code as it is stored, and what is wrong with it. */
export function readCreditCode(text: string): { code: string; fault: string | null } {
  const code = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const fault = usccFault(code)
  if (fault === undefined) return { code, fault: null }
  return { code, fault: fault === 'form' ? 'scoring.mistake_credit_code_form' : 'scoring.mistake_check_character' }
}

/** `2019/5/1` and `2019.05.01` as they are written in tables → `2019-05-01`. */
export function readDay(text: string): string {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC')) ?? []
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
}
