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
  test('reading is stable', () => {
    for (const text of ['gb／t 16886.5—2017', 'ISO 10993-5-2009', 'IEC 60601-1-2:2014+A1:2020']) {
      const once = parseStandardNumber(text)
      expect(parseStandardNumber(once?.number ?? '')).toEqual(once)
    }
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
