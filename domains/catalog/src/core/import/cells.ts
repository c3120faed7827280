import { isLocalDate } from '@jiju/kernel/local-date'
import { formatFen, parseFen } from '@jiju/kernel/money'
import type { DayException, WeekdayRange } from '../weekly-opening.ts'
import { readDayExceptions, readOpening, writeDayExceptions, writeOpening } from './opening-text.ts'

/** How the text of a cell becomes a value. `options` are codes with their Chinese and English names. */
export type CellType =
  | 'text'
  | 'list'
  | 'date'
  | 'yuan'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'option'
  | 'option_list'
  | 'opening'
  | 'day_exceptions'
  | 'specifications'
  | 'parameters'
  | 'citations'

export type CellFormat = { readonly type: CellType; readonly options?: Readonly<Record<string, readonly [zh: string, en: string]>> }

/** What is wrong in a cell; the text of the code names what would be right. */
type CellFault = { readonly code: string; readonly params?: Readonly<Record<string, string | number>> }

export type Citation = { readonly number: string; readonly note: string | null }

export const isFault = (value: unknown): value is CellFault =>
  typeof value === 'object' && value !== null && 'code' in value && !Array.isArray(value)

/** Splits a list cell: at line ends when it has any, else at semicolons. */
function splitList(text: string): string[] {
  return text
    .split(text.includes('\n') ? '\n' : /[;；]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** The reverse: items that hold a semicolon stand on lines of their own. */
function joinList(items: readonly string[]): string {
  if (!items.some((item) => /[;；]/.test(item))) return items.join('；')
  return items.length === 1 ? `${items[0]}\n` : items.join('\n')
}

function readDate(text: string): string | undefined {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.replace(/\s.*$|T.*$/, ''))
  if (!match) return undefined
  const day = `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`
  return isLocalDate(day) ? day : undefined
}

function readOption(text: string, options: CellFormat['options'] = {}): string | undefined {
  const wanted = text.trim().toLowerCase()
  const found = Object.entries(options).find(([code, names]) => [code, ...names].some((name) => name.toLowerCase() === wanted))
  return found?.[0]
}

const allowed = (options: CellFormat['options'] = {}) =>
  Object.values(options)
    .map(([zh]) => zh)
    .join('、')

/** Value of a cell that is not empty, or what is wrong with it. */
export function readCell(format: CellFormat, raw: string): unknown {
  // A line end behind the only item of a list says that semicolons belong to it: lists are read before trimming.
  const lines = raw.replace(/\r\n?/g, '\n')
  const text = lines.trim()
  switch (format.type) {
    case 'text':
      return text
    case 'list':
      return splitList(lines)
    case 'date':
      return readDate(text) ?? { code: 'catalog.cell_no_date' }
    case 'yuan': {
      const fen = parseFen(
        text
          .replace(/^[¥￥]\s*/, '')
          .replace(/,(?=\d{3})/g, '')
          .replace(/\s*元$/, ''),
      )
      return fen !== undefined && fen >= 0n ? formatFen(fen) : { code: 'catalog.cell_no_money' }
    }
    case 'integer':
      return /^\d{1,10}$/.test(text) ? Number(text) : { code: 'catalog.cell_no_integer' }
    case 'number':
      return /^-?\d{1,12}(\.\d{1,15})?(e-?\d{1,3})?$/i.test(text) ? Number(text) : { code: 'catalog.cell_no_number' }
    case 'boolean':
      if (/^(是|有|y|yes|true|1)$/i.test(text)) return true
      return /^(否|无|n|no|false|0)$/i.test(text) ? false : { code: 'catalog.cell_no_boolean' }
    case 'option':
      return readOption(text, format.options) ?? { code: 'catalog.cell_no_option', params: { allowed: allowed(format.options) } }
    case 'option_list': {
      const codes = splitList(text).map((item) => readOption(item, format.options))
      return codes.includes(undefined) ? { code: 'catalog.cell_no_option', params: { allowed: allowed(format.options) } } : codes
    }
    case 'opening':
      return readOpening(text) ?? { code: 'catalog.cell_no_opening' }
    case 'day_exceptions':
      return readDayExceptions(text) ?? { code: 'catalog.cell_no_exceptions' }
    case 'specifications':
      return readSpecifications(text)
    case 'parameters':
      return splitList(lines).map((item) => {
        const at = item.indexOf('|')
        const limits = at < 0 ? '' : item.slice(at + 1).trim()
        return { name: (at < 0 ? item : item.slice(0, at)).trim(), limits: limits === '' ? null : limits }
      })
    case 'citations':
      return splitList(lines).map(readCitation)
  }
}

function readSpecifications(text: string): unknown {
  const specifications = []
  for (const item of text.split('\n').map((piece) => piece.trim())) {
    if (item === '') continue
    const match = /^(\?|？)?\s*([^=]+)=(.+)$/.exec(item)
    if (!match) return { code: 'catalog.cell_no_specification' }
    specifications.push({ name: (match[2] ?? '').trim(), value: (match[3] ?? '').trim(), isConfirmed: match[1] === undefined })
  }
  return specifications
}

/** `GB/T 16886.5-2017（只用第一法）`: number, then a note in brackets. */
function readCitation(item: string): Citation {
  const match = /^([^（(]+?)\s*[（(](.*)[）)]$/.exec(item)
  const note = match?.[2]?.trim()
  return { number: (match?.[1] ?? item).trim(), note: note ? note : null }
}

/** Text of a value, such that `readCell` gives the value back; empty for null and for empty lists. */
export function writeCell(format: CellFormat, value: unknown): string {
  if (value === null || value === undefined) return ''
  switch (format.type) {
    case 'list':
      return joinList(value as string[])
    case 'boolean':
      return value ? '是' : '否'
    case 'option':
      return format.options?.[String(value)]?.[0] ?? String(value)
    case 'option_list':
      return (value as string[]).map((code) => format.options?.[code]?.[0] ?? code).join('；')
    case 'opening':
      return writeOpening(value as WeekdayRange[])
    case 'day_exceptions':
      return writeDayExceptions(value as DayException[])
    case 'specifications':
      return (value as { name: string; value: string; isConfirmed: boolean }[])
        .map((item) => `${item.isConfirmed ? '' : '?'}${item.name}=${item.value}`)
        .join('\n')
    case 'parameters':
      return joinList(
        (value as { name: string; limits: string | null }[]).map((item) => (item.limits ? `${item.name}|${item.limits}` : item.name)),
      )
    case 'citations':
      return joinList((value as Citation[]).map((item) => (item.note ? `${item.number}（${item.note}）` : item.number)))
    default:
      return String(value)
  }
}
