import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CellFormat, readCell, writeCell } from './cells.ts'
import { fenOfTenThousands } from './foreign-layouts.ts'
import { recogniseLayout } from './layouts.ts'
import { readOpening, writeOpening } from './opening-text.ts'
import { SHEET_NAMES, SHEETS } from './sheets.ts'

const line = fc
  .string({ minLength: 1, maxLength: 20, unit: fc.constantFrom('a', 'B', '1', '；', ';', '（', '）', '/', '.', '-', ' ', '中', '"', ',') })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '')
const unique = (items: fc.Arbitrary<string>) => fc.uniqueArray(items, { minLength: 1, maxLength: 5 })
const name = line.filter((text) => !/[=?？|]/.test(text))
const clock = fc.integer({ min: 0, max: 23 }).map((hour) => String(hour).padStart(2, '0'))

describe('what is written into a cell is read again', () => {
  const check = (format: CellFormat, value: fc.Arbitrary<unknown>) =>
    fc.assert(
      fc.property(value, (given) => {
        expect(readCell(format, writeCell(format, given))).toEqual(given)
      }),
    )

  test('lists, also of items with semicolons', () => check({ type: 'list' }, unique(line)))
  test('days', () =>
    check(
      { type: 'date' },
      fc
        .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10)),
    ))
  test('money', () =>
    check(
      { type: 'yuan' },
      fc
        .tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }))
        .map(([yuan, fen]) => `${yuan}.${String(fen).padStart(2, '0')}`),
    ))
  test('numbers', () =>
    check(
      { type: 'number' },
      fc.double({ min: -180, max: 180, noNaN: true, noDefaultInfinity: true }).map((value) => Number(value.toFixed(6)) + 0),
    ))
  test('booleans', () => check({ type: 'boolean' }, fc.boolean()))
  test('specifications', () =>
    check(
      { type: 'specifications' },
      fc.array(fc.record({ name, value: line.filter((text) => !text.startsWith('=')), isConfirmed: fc.boolean() }), {
        minLength: 1,
        maxLength: 5,
      }),
    ))
  test('parameters', () =>
    check({ type: 'parameters' }, fc.array(fc.record({ name, limits: fc.option(line, { nil: null }) }), { minLength: 1, maxLength: 5 })))
  test('citations', () => {
    const number = fc.constantFrom('GB/T 16886.5-2017', 'ISO 10993-5:2009', 'YY 9706.102-2021')
    check(
      { type: 'citations' },
      fc.array(
        fc.record({
          number,
          note: fc.option(
            line.filter((text) => /^[^（(].*[^）)]$/.test(text)),
            { nil: null },
          ),
        }),
        { minLength: 1, maxLength: 5 },
      ),
    )
  })
  test('every choice of every sheet', () => {
    for (const sheet of SHEET_NAMES.map((sheetName) => SHEETS[sheetName]))
      for (const column of sheet.columns.filter((each) => each.type === 'option'))
        for (const code of Object.keys(column.options ?? {})) expect(readCell(column, writeCell(column, code))).toBe(code)
  })
  test('opening hours', () => {
    const range = fc
      .tuple(fc.integer({ min: 1, max: 7 }), clock, clock)
      .filter(([, a, b]) => a < b)
      .map(([weekday, a, b]) => ({ weekday, start: `${a}:00`, end: `${b}:30` }))
    fc.assert(
      fc.property(fc.uniqueArray(range, { maxLength: 10, selector: (item) => `${item.weekday}${item.start}` }), (opening) => {
        const sorted = [...opening].sort((a, b) => a.weekday - b.weekday || a.start.localeCompare(b.start))
        expect(readOpening(writeOpening(opening))).toEqual(sorted)
      }),
    )
  })
})

describe('cells as people fill them in', () => {
  test.each<[CellFormat['type'], string, unknown]>([
    ['date', '2026/3/7', '2026-03-07'],
    ['date', '2026年3月7日', '2026-03-07'],
    ['date', '2026-02-30', { code: 'catalog.cell_no_date' }],
    ['yuan', '¥1,200.5', '1200.50'],
    ['yuan', '-3', { code: 'catalog.cell_no_money' }],
    ['yuan', '面议', { code: 'catalog.cell_no_money' }],
    ['boolean', '有', true],
    ['boolean', '也许', { code: 'catalog.cell_no_boolean' }],
    ['opening', '周一到周五 8：30—17：30', [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:30', end: '17:30' }))],
    ['opening', '全天', { code: 'catalog.cell_no_opening' }],
    [
      'day_exceptions',
      '2026-10-01 休；2026-10-10 09:00-24:00',
      [
        { day: '2026-10-01', open: [] },
        { day: '2026-10-10', open: [{ start: '09:00', end: '24:00' }] },
      ],
    ],
  ])('%s %j', (type, text, value) => expect(readCell({ type }, text)).toEqual(value))

  test.each([
    ['40.80', 40_800_000n],
    ['0.000001', 1n],
    ['12', 12_000_000n],
    ['1.2.3', undefined],
  ])('%s 万元', (text, fen) => expect(fenOfTenThousands(text)).toBe(fen))
})

describe('sheets', () => {
  test('each of our sheets is recognised by its own header, in both languages', () => {
    for (const sheetName of SHEET_NAMES) {
      const { columns } = SHEETS[sheetName]
      for (const headers of [columns.map((column) => column.zh), columns.map((column) => `${column.en} *`)]) {
        const layout = recogniseLayout(headers)
        expect(layout?.unknownHeaders).toEqual([])
        expect(layout?.format).toBe('jiju')
      }
    }
  })
  test('a table of something else is not', () => {
    expect(recogniseLayout(['姓名', '年龄'])).toBeUndefined()
  })
})
