import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, isLocalDate, weekdayOf } from './local-date.ts'
import { addWorkingDays, dayKind, isWorkingDay, workingDaysBetween } from './working-days.ts'
import { dayRange, instantAt, localDayOf, minuteOfDayAt } from './zoned-time.ts'

describe('local days', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '2026-00-10', 'today', ''])('%j is no day', (text) =>
    expect(isLocalDate(text)).toBe(false),
  )
  test('counts over the leap day', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(weekdayOf('2026-11-22')).toBe(7)
  })
})

describe('working days of China', () => {
  test.each([
    ['2026-10-01', 'holiday'],
    ['2026-10-03', 'holiday'],
    ['2026-10-10', 'make_up_day'],
    ['2026-02-14', 'make_up_day'],
    ['2025-01-26', 'make_up_day'],
    ['2026-11-21', 'weekend'],
    ['2026-11-23', 'working_day'],
    ['2027-10-01', 'holiday'],
    ['2027-02-08', 'holiday'],
  ])('%s is a %s', (day, kind) => expect(dayKind(day)).toBe(kind))

  test('counts past a holiday and a make-up Saturday', () => {
    expect(addWorkingDays('2026-09-30', 1)).toBe('2026-10-08')
    expect(addWorkingDays('2026-10-09', 1)).toBe('2026-10-10')
    expect(workingDaysBetween('2026-09-30', '2026-10-10')).toBe(3)
  })

  const file = new URL('../../../../shared/data/reference/cn_public_holidays_2004_2027.csv', import.meta.url)
  test.runIf(existsSync(file))('agrees with every announced and every statutory day of the reference list', () => {
    const rows = readFileSync(file, 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','))
    expect(rows.length).toBe(785)
    const wrong = rows.filter(([day = '', , rest]) => day >= '2007-01-01' && isWorkingDay(day) !== (rest === '班'))
    expect(wrong).toEqual([])
  })
})

describe('zoned time', () => {
  test('a day in Shanghai starts at 16:00 UTC of the day before', () => {
    expect(dayRange('2026-11-24', 'Asia/Shanghai').start.toISOString()).toBe('2026-11-23T16:00:00.000Z')
    expect(instantAt('2026-11-24', 14 * 60, 'Asia/Shanghai').toISOString()).toBe('2026-11-24T06:00:00.000Z')
    expect(instantAt('2026-11-24', 1440, 'Asia/Shanghai').toISOString()).toBe('2026-11-24T16:00:00.000Z')
  })

  test('days of 23 and 25 hours keep their wall clock', () => {
    const zone = 'America/New_York'
    const hours = (day: string) => (dayRange(day, zone).end.getTime() - dayRange(day, zone).start.getTime()) / 3_600_000
    expect(hours('2026-03-08')).toBe(23)
    expect(hours('2026-11-01')).toBe(25)
    expect(instantAt('2026-03-08', 9 * 60, zone).toISOString()).toBe('2026-03-08T13:00:00.000Z')
    expect(instantAt('2026-11-01', 9 * 60, zone).toISOString()).toBe('2026-11-01T14:00:00.000Z')
    expect(instantAt('2026-03-08', 150, zone).toISOString()).toBe('2026-03-08T07:30:00.000Z')
  })

  test('reads an instant back as day and minute', () => {
    const instant = new Date('2026-11-23T16:30:00Z')
    expect(localDayOf(instant, 'Asia/Shanghai')).toBe('2026-11-24')
    expect(minuteOfDayAt(instant, 'Asia/Shanghai')).toBe(30)
  })
})
