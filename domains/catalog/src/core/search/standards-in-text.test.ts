import { describe, expect, test } from 'vitest'
import { answers } from './highlight.ts'
import { findStandards, queryKey, seriesKeys, standardKeys } from './standards-in-text.ts'

describe('standards in text', () => {
  test.each([
    ['GB 9706.1', ['gb9706.1']],
    ['gb9706.1', ['gb9706.1']],
    ['GB 9706.1-2020', ['gb9706.1-2020']],
    ['9706.1-2020', ['9706.1-2020']],
    ['9706.1', ['9706.1']],
    ['GB/T 16886.5-2017', ['gb16886.5-2017']],
    ['GBT16886.5', ['gb16886.5']],
    ['ＧＢ／Ｔ　１６８８６．５—２０１７', ['gb16886.5-2017']],
    ['ISO 10993-5', ['iso10993.5']],
    ['ISO10993-5:2009', ['iso10993.5-2009']],
    ['EN ISO 10993-18', ['iso10993.18']],
    ['IEC 60601-1-2:2014+A1:2020', ['iec60601.1.2-2014']],
    ['ISO/IEC 17025:2017', ['iso17025-2017']],
    ['YY/T 0681.1-2018 与 ASTM F1980', ['yy0681.1-2018', 'astmf1980']],
    ['YY 9706.102-2021、YY9706.108', ['yy9706.102-2021', 'yy9706.108']],
    ['JJF 1101-2019', ['jjf1101-2019']],
    ['液相色谱', []],
    ['Agilent 1260', []],
    ['LC-20AP', []],
    ['6500+', []],
    ['2026-11-23', []],
  ])('%j names %j', (text, expected) => {
    expect(findStandards(text).map(queryKey)).toEqual(expected)
  })

  test('offsets are those of the text', () => {
    const text = '依据 ＧＢ／Ｔ１６８８６．５—２０１７ 第一法'
    const [standard] = findStandards(text)
    expect(text.slice(standard?.start, standard?.end)).toBe('ＧＢ／Ｔ１６８８６．５—２０１７')
  })

  test('keys of what is cited and of its series', () => {
    const [cited] = findStandards('IEC 60601-1-2:2014')
    expect(cited && standardKeys(cited)).toEqual(['60601.1.2', '60601.1.2-2014', 'iec60601.1.2', 'iec60601.1.2-2014'])
    expect(cited && seriesKeys(cited)).toEqual(['60601', '60601.1', 'iec60601', 'iec60601.1'])
  })

  test.each([
    ['GB 9706.1-2020', 'GB 9706.1', true],
    ['GB 9706.1-2020', '9706.1-2020', true],
    ['GB 9706.1-2020', 'GB 9706.1-2007', false],
    ['GB 9706.1-2020', 'GB 9706', true],
    ['GB 9706.102-2021', 'GB 9706.1', false],
    ['GB/T 16886.5-2017', 'GB 16886.5', true],
    ['YY 9706.102-2021', 'GB 9706.102', false],
  ])('a citation of %s answers %s: %s', (cited, wanted, expected) => {
    const [a] = findStandards(cited)
    const [b] = findStandards(wanted)
    expect(a && b && answers(a, b)).toBe(expected)
  })
})
