import { describe, expect, test } from 'vitest'
import en from '../texts/en/common.json' with { type: 'json' }
import zh from '../texts/zh/common.json' with { type: 'json' }
import { createFormatter, yuanToWan } from './format.ts'

const now = () => new Date('2026-11-23T09:40:00+08:00')
const chinese = createFormatter(zh.format, now)
const english = createFormatter(en.format, now)

test('lists and what is said of something are set as each language does', () => {
  expect([chinese.list(['报告', '发票']), english.list(['Report', 'Invoice'])]).toEqual(['报告、发票', 'Report, Invoice'])
  expect([chinese.said('缺少', '报告'), english.said('Missing', 'Report')]).toEqual(['缺少：报告', 'Missing: Report'])
  expect(english.said('Declined', null)).toBe('Declined')
})

describe('money', () => {
  test.each([
    ['2712.00', '2,712.00'],
    ['-240.00', '−240.00'],
    ['1234567.80', '1,234,567.80'],
    ['0.00', '0.00'],
  ])('%s is shown as %s', (yuan, text) => expect(chinese.money(yuan)).toBe(text))
  test('alone it has a sign; free and unknown are words', () => {
    expect(chinese.price('2712.00')).toBe('¥2,712.00')
    expect(chinese.price('-240.00')).toBe('−¥240.00')
    expect(chinese.price('0.00')).toBe('免费')
    expect(chinese.price(null)).toBe('待报价')
    expect(chinese.shortPrice('240.00')).toBe('¥240')
    expect(chinese.shortPrice('1240.50')).toBe('¥1,240.50')
    expect(chinese.money(null)).toBe('—')
  })
  test.each([
    ['11000000.00', '1100.00'],
    ['5049.99', '0.50'],
    ['5050.00', '0.51'],
    ['-20000', '-2.00'],
    ['-0.01', '0.00'],
  ])('%s yuan are %s × 10,000', (yuan, wan) => expect(yuanToWan(yuan)).toBe(wan))
  test('policy amounts name the unit', () => expect(chinese.wan('11000000.00')).toBe('1,100.00 万元'))
})

describe('time', () => {
  test.each([
    ['2026-11-23T14:00:00+08:00', '今天 14:00', 'Today 14:00'],
    ['2026-11-24T00:30:00Z', '明天 08:30', 'Tomorrow 08:30'],
    ['2026-11-25T09:00:00+08:00', '11-25 周三 09:00', 'Wed 25 Nov 09:00'],
    ['2027-01-04T09:00:00+08:00', '2027-01-04 09:00', '2027-01-04 09:00'],
  ])('%s', (instant, zhText, enText) => {
    expect(chinese.instant(instant)).toBe(zhText)
    expect(english.instant(instant)).toBe(enText)
  })
  test('the zone of the site decides the day', () => {
    expect(chinese.instant('2026-11-23T18:00:00Z')).toBe('明天 02:00')
    expect(chinese.instant('2026-11-23T18:00:00Z', 'Europe/Berlin')).toBe('今天 19:00')
  })
  test('an instant has the day of its zone', () => {
    expect(chinese.dayOf('2026-11-23T18:00:00Z')).toBe('11-24 周二')
    expect(chinese.dayOf('2026-11-23T18:00:00Z', 'Europe/Berlin')).toBe('11-23 周一')
  })
  test('ranges', () => {
    expect(chinese.range('2026-11-24T14:00:00+08:00', '2026-11-24T16:00:00+08:00')).toBe('明天 14:00—16:00')
    expect(chinese.range('2026-11-25T22:00:00+08:00', '2026-11-26T00:00:00+08:00')).toBe('11-25 周三 22:00—24:00')
    expect(chinese.range('2026-11-25T22:00:00+08:00', '2026-11-26T02:00:00+08:00')).toBe('11-25 周三 22:00 — 11-26 周四 02:00')
    expect(chinese.dayRange('2026-11-23', '2026-11-29')).toBe('11-23 至 11-29')
    expect(chinese.dayRange('2026-12-28', '2027-01-03')).toBe('12-28 至 2027-01-03')
    expect(english.dayRange('2026-11-23', '2026-11-29')).toBe('23 Nov – 29 Nov')
  })
  test.each([
    ['2025', '2025 年', '2025'],
    ['2025-Q4', '2025 年第四季度', 'Q4 2025'],
    ['2025-12-31', '2025-12-31', '2025-12-31'],
  ])('the period %s', (period, zhText, enText) => {
    expect(chinese.period(period)).toBe(zhText)
    expect(english.period(period)).toBe(enText)
  })
  test('lengths and countdowns', () => {
    expect(chinese.hours(120)).toBe('2 小时')
    expect(chinese.hours(90)).toBe('1.5 小时')
    expect(chinese.hours(30)).toBe('30 分钟')
    expect([1439, 1440, 4350].map(chinese.duration)).toEqual(['24 小时', '1 天', '3 天 1 小时'])
    expect(english.duration(4320)).toBe('3 d')
    expect(chinese.countdown(876_000)).toBe('14:36')
    expect(chinese.countdown(3_729_000)).toBe('1:02:09')
    expect(chinese.countdown(-5)).toBe('0:00')
  })
})

describe('numbers', () => {
  test('missing is a dash, never zero', () => {
    expect(chinese.number(null)).toBe('—')
    expect(chinese.number(2416)).toBe('2,416')
    expect(chinese.number(-1.25, 1)).toBe('−1.3')
    expect(chinese.percent(0.974)).toBe('97.4%')
  })
})
