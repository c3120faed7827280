import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readCsv } from '@jiju/kernel/csv'
import { describe, expect, test } from 'vitest'
import { findInstrumentClass, INSTRUMENT_CLASSES } from './instrument-classes.ts'
import { parseStandardNumber } from './standard-number.ts'
import { standardStatusOn } from './standard-status.ts'

describe('standard numbers', () => {
  test.each([
    ['GB/T 16886.5-2017', 'GB/T16886.5-2017', 'GB/T16886.5', 2017],
    ['gb／t16886.5—2017', 'GB/T16886.5-2017', 'GB/T16886.5', 2017],
    ['GB9706.1-2020', 'GB9706.1-2020', 'GB9706.1', 2020],
    ['YY/T 1789', 'YY/T1789', 'YY/T1789', null],
    ['ISO 10993-5:2009', 'ISO10993-5:2009', 'ISO10993-5', 2009],
    ['ISO 10993-5', 'ISO10993-5', 'ISO10993-5', null],
    ['IEC 60601-1:2005+A2:2020', 'IEC60601-1:2005+A2:2020', 'IEC60601-1', 2005],
    ['EN ISO 14971:2019/A11:2021', 'ENISO14971:2019/A11:2021', 'ENISO14971', 2019],
    ['T/CAMDI 009-2018', 'T/CAMDI009-2018', 'T/CAMDI009', 2018],
  ])('%s', (text, key, base, year) => expect(parseStandardNumber(text)).toMatchObject({ key, base, year }))
  test.each(['', '医疗器械', 'Regulation (EU) 2017/745', '16886.5'])('%j is none', (text) =>
    expect(parseStandardNumber(text)).toBeUndefined(),
  )
  test.each([
    ['ChP 0512', '中国药典 0512'],
    ['中国药典 0512', '中国药典 0512'],
    ['《中华人民共和国药典》1101', '中国药典 1101'],
    ['ASTM F 1980-21', 'ASTM F1980-21'],
    ['astm d4169-23E1', 'ASTM D4169-23e1'],
    ['ISO/ASTM 52900-2021', 'ISO/ASTM 52900:2021'],
    ['iso10993-5-2009', 'ISO 10993-5:2009'],
    ['ISO/TS 24971-2:2026', 'ISO/TS 24971-2:2026'],
    ['IEC TR60601-4-5:2021', 'IEC TR 60601-4-5:2021'],
    ['ISO 10993-1:2018/AMD1:2020', 'ISO 10993-1:2018/Amd 1:2020'],
    ['IEC 60601-1:2005+AMD1:2012+AMD2:2020 CSV', 'IEC 60601-1:2005+AMD1:2012+AMD2:2020 CSV'],
    ['GB9706.1—2020', 'GB 9706.1-2020'],
    ['YY/T0471.1-2004', 'YY/T 0471.1-2004'],
    ['T／CAMDI009-2018', 'T/CAMDI 009-2018'],
    ['AAMI TIR 57-2016', 'AAMI TIR57:2016'],
    ['ANSI/AAMI ST58:2013', 'ANSI/AAMI ST58:2013'],
    ['CLSI EP 05-A3', 'CLSI EP05-A3'],
    ['JJG 1234-2020', 'JJG 1234-2020'],
  ])('%s is written %s', (text, number) => expect(parseStandardNumber(text)?.number).toBe(number))
  test('the chapter of the pharmacopoeia is one, in whichever language it is cited', () =>
    expect(parseStandardNumber('中国药典 0512')).toEqual(parseStandardNumber('ChP0512')))
  test('reading is stable', () => {
    for (const text of ['gb／t 16886.5—2017', 'ISO 10993-5-2009', 'IEC 60601-1-2:2014+A1:2020', 'ChP 0512', 'ASTM F3301-18A']) {
      const once = parseStandardNumber(text)
      expect(parseStandardNumber(once?.number ?? '')).toEqual(once)
    }
  })
})

// The folder lies beside the project; where it is missing this test says "skipped" instead of passing silently.
const FOLDER = ['/work/shared/data/reference', path.resolve('../shared/data/reference')].find((folder) => existsSync(folder)) ?? ''

describe.runIf(FOLDER !== '')('published lists', () => {
  test.each([
    ['cn_medical_device_standards_2026.csv', '标准编号', 2141],
    ['eu_mdr_standards_2026.csv', 'number', 375],
    ['iso_gb_standard_mapping.csv', 'iso_number', 20],
  ])('%s: each number that can be read is written as its body writes it', (file, column, atLeast) => {
    const [head, ...rows] = [...readCsv(readFileSync(path.join(FOLDER, file), 'utf8'))].map((row) => row.cells)
    const numbers = rows.flatMap((cells) => cells[head?.indexOf(column) ?? -1]?.trim() || [])
    const read = numbers.flatMap((published) => {
      const number = parseStandardNumber(published)
      return number ? [{ published, shown: number.number }] : []
    })
    expect(read.length).toBeGreaterThanOrEqual(atLeast)
    expect(read.filter(({ published, shown }) => published !== shown)).toEqual([])
  })
})

describe('status on a day', () => {
  const facts = { status: 'active' as const, effectiveOn: '2020-01-01', withdrawnOn: null, successorsEffectiveOn: [] }
  test.each([
    ['in force', facts, 'active'],
    ['to come', { ...facts, effectiveOn: '2027-01-01' }, 'upcoming'],
    ['in force by now though listed as coming', { ...facts, status: 'upcoming' as const }, 'active'],
    ['successor to come', { ...facts, successorsEffectiveOn: ['2027-08-01'] }, 'active'],
    ['successor in force', { ...facts, successorsEffectiveOn: ['2026-11-21'] }, 'replaced'],
    ['successor without a day', { ...facts, successorsEffectiveOn: [null] }, 'active'],
    ['withdrawn', { ...facts, withdrawnOn: '2026-11-21' }, 'withdrawn'],
    ['withdrawn later', { ...facts, withdrawnOn: '2026-11-22' }, 'active'],
    ['only cited', { ...facts, status: 'unconfirmed' as const, effectiveOn: null }, 'unconfirmed'],
  ])('%s', (_name, given, status) => expect(standardStatusOn('2026-11-21', given)).toBe(status))
})

describe('instrument classes', () => {
  test.each([
    ['01', '01'],
    ['0105', '0105'],
    ['010503', '0105'],
    ['010000', '01'],
    ['120000', '12'],
    ['x1', 'x1'],
  ])('%s is %s', (code, found) => expect(findInstrumentClass(code)?.code).toBe(found))
  test.each(['99', '0199', '019900', '01a', '011', ''])('%s is none', (code) => expect(findInstrumentClass(code)).toBeUndefined())
  test('each child names a parent of the table', () => {
    const codes = new Set(INSTRUMENT_CLASSES.map((entry) => entry.code))
    for (const entry of INSTRUMENT_CLASSES) if (entry.parent) expect(codes).toContain(entry.parent)
    expect(codes.size).toBe(INSTRUMENT_CLASSES.length)
  })
})
