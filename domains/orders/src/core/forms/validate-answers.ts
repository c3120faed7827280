import { isLocalDate } from '@jiju/kernel/local-date'
import type { Problem } from '@jiju/kernel/problem'
import {
  type Answer,
  type Answers,
  type Column,
  type FormField,
  MAX_LONG_TEXT,
  MAX_ROWS,
  MAX_SHORT_TEXT,
  type Row,
  type TableField,
} from './field.ts'

/** Whether a field is asked, given what was answered before; a field under one that is not asked is not asked either. */
export function isAsked(fields: readonly FormField[], answers: Answers, field: FormField): boolean {
  const { when } = field
  if (!when) return true
  const ground = fields.find(({ key }) => key === when.key)
  if (!ground || !isAsked(fields, answers, ground)) return false
  const given = answers[when.key]
  if (Array.isArray(given)) return given.some((value) => when.is.includes(value as string))
  return when.is.includes(given as string | boolean)
}

/** The fields that are asked under these answers, in their order. */
export function askedFields(fields: readonly FormField[], answers: Answers): readonly FormField[] {
  return fields.filter((field) => isAsked(fields, answers, field))
}

const isEmpty = (answer: Answer | undefined): boolean =>
  answer === undefined || (typeof answer === 'string' && answer.trim() === '') || (Array.isArray(answer) && answer.length === 0)

/**
 * Everything that speaks against the answers to a form, at once; `pointer` is where the answers stand in the body (`/items/0/form`). Codes
 * `orders.form_missing`, `form_not_asked`, `form_kind`, `form_range`, `form_whole`, `form_option`, `form_length`, `form_day`, `form_rows`.
 */
export function validateAnswers(fields: readonly FormField[], answers: Answers, pointer: string): Problem[] {
  const problems: Problem[] = []
  const asked = new Map(askedFields(fields, answers).map((field) => [field.key, field]))
  for (const [key, answer] of Object.entries(answers)) {
    if (asked.has(key) || isEmpty(answer)) continue
    const known = fields.find((field) => field.key === key)
    problems.push({
      code: 'orders.form_not_asked',
      kind: 'refused',
      field: `${pointer}/${pointerPart(key)}`,
      params: { labelZh: known?.label.zh ?? key, labelEn: known?.label.en ?? key },
    })
  }
  for (const field of asked.values()) {
    const answer = answers[field.key]
    const at = `${pointer}/${pointerPart(field.key)}`
    if (answer === undefined || isEmpty(answer)) {
      if (field.isRequired) problems.push(problemOf('missing', at, field.label))
    } else problems.push(...validateAnswer(field, answer, at))
  }
  return problems
}

function validateAnswer(field: FormField, answer: Answer, at: string): Problem[] {
  const wrong = (reason: string, params: Record<string, string | number> = {}) => [problemOf(reason, at, field.label, params)]
  switch (field.kind) {
    case 'text':
    case 'file': {
      if (typeof answer !== 'string') return wrong('kind')
      const most = (field.kind === 'text' && field.maxLength) || (field.kind === 'text' && field.isLong ? MAX_LONG_TEXT : MAX_SHORT_TEXT)
      return answer.length > most ? wrong('length', { max: most }) : []
    }
    case 'number': {
      if (typeof answer !== 'number' || !Number.isFinite(answer)) return wrong('kind')
      const { min = -Infinity, max = Infinity, unit, isWhole } = field
      if (answer < min || answer > max) return wrong('range', { range: rangeOf(field), unitZh: unit.zh, unitEn: unit.en })
      return isWhole && !Number.isInteger(answer) ? wrong('whole') : []
    }
    case 'choice':
      if (typeof answer !== 'string') return wrong('kind')
      return field.options.some(({ value }) => value === answer) ? [] : wrong('option')
    case 'multi': {
      if (!isTexts(answer)) return wrong('kind')
      const known = new Set(field.options.map(({ value }) => value))
      return answer.every((value) => known.has(value)) && new Set(answer).size === answer.length ? [] : wrong('option')
    }
    case 'date':
      return typeof answer === 'string' && isLocalDate(answer) ? [] : wrong('day')
    case 'yes_no':
      return typeof answer === 'boolean' ? [] : wrong('kind')
    case 'table':
      return isRows(answer) ? validateRows(field, answer, at) : wrong('kind')
  }
}

function validateRows(field: TableField, rows: readonly Row[], at: string): Problem[] {
  const { minRows = 0, maxRows = MAX_ROWS, columns, label } = field
  const problems: Problem[] = []
  if (rows.length < minRows || rows.length > maxRows) problems.push(problemOf('rows', at, label, { min: minRows, max: maxRows }))
  for (const [index, row] of rows.entries()) {
    for (const key of Object.keys(row))
      if (!columns.some((column) => column.key === key)) problems.push(problemOf('not_asked', `${at}/${index}/${pointerPart(key)}`, label))
    for (const [place, column] of columns.entries()) {
      const cell = row[column.key]
      const cellAt = `${at}/${index}/${pointerPart(column.key)}`
      if (cell === undefined || cell === '') {
        if (place === 0) problems.push(problemOf('missing', cellAt, column.label))
      } else if (!isCell(column, cell)) problems.push(problemOf('kind', cellAt, column.label))
    }
  }
  return problems
}

function isCell(column: Column, cell: string | number): boolean {
  if (column.kind === 'number') return typeof cell === 'number' && Number.isFinite(cell)
  if (typeof cell !== 'string') return false
  return column.kind === 'choice' ? column.options.some(({ value }) => value === cell) : cell.length <= MAX_SHORT_TEXT
}

const isTexts = (answer: Answer): answer is readonly string[] => Array.isArray(answer) && answer.every((value) => typeof value === 'string')
const isRows = (answer: Answer): answer is readonly Row[] =>
  Array.isArray(answer) && answer.every((value) => typeof value === 'object' && value !== null)

/** `1—300`, `≥ 1` or `≤ 300`: the range of a number without its unit. */
export function rangeOf({ min, max }: { min?: number; max?: number }): string {
  if (min !== undefined && max !== undefined) return `${min}—${max}`
  return min !== undefined ? `≥ ${min}` : `≤ ${max}`
}

function problemOf(
  reason: string,
  field: string,
  label: { zh: string; en: string },
  params: Record<string, string | number> = {},
): Problem {
  return { code: `orders.form_${reason}`, kind: 'refused', field, params: { labelZh: label.zh, labelEn: label.en, ...params } }
}

/** A key as a part of a JSON pointer. */
const pointerPart = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')
