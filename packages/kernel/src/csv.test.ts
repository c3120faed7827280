import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CsvError, guardFormula, readCsv, unguardFormula, writeCsvRow } from './csv.ts'

const cellsOf = (text: string) => [...readCsv(text)].map((row) => row.cells)

describe('reading', () => {
  test.each<[string, string, string[][]]>([
    [
      'plain',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'byte order mark, bare line feeds, no end',
      '\ufeffa,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['old line ends', 'a\rb\r', [['a'], ['b']]],
    ['quotes, commas and lines in a cell', '"a ""x""","b,\nc"\n', [['a "x"', 'b,\nc']]],
    ['empty lines are no rows', 'a\n\n\nb\n', [['a'], ['b']]],
    [
      'empty cells',
      ',\n"",""\n',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    ['text behind a closing quote', '"a"b,c\n', [['ab', 'c']]],
    ['a guard is taken away', "'=1+1,'x\n", [['=1+1', "'x"]]],
  ])('%s', (_name, text, rows) => expect(cellsOf(text)).toEqual(rows))

  test('rows are numbered as a spreadsheet does', () => {
    expect([...readCsv('h\n\n"a\nb"\nc\n')].map((row) => row.row)).toEqual([1, 3, 4])
  })
  test('a quote without end names the row in which it begins', () => {
    expect(() => cellsOf('a\n"b\nc\nd')).toThrow(CsvError)
  })
})

describe('writing', () => {
  test.each(['=1+1', '+1', '-1', '@x', '\tx', "'=1"])('%j is no formula for a spreadsheet', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`)
    expect(unguardFormula(guardFormula(text))).toBe(text)
  })
  test('whatever is written is read again', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', "'", '=', '-', '@', ' ', '\t', 'a', '中') }))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const text = `\ufeff${rows.map(writeCsvRow).join('')}`
        expect(cellsOf(text)).toEqual(rows)
      }),
      { numRuns: 500 },
    )
  })
})
