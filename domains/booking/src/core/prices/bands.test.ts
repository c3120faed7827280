import { weekdayOf } from '@jiju/kernel/local-date'
import { localDayOf, minuteOfDayAt } from '@jiju/kernel/zoned-time'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitByBand } from './bands.ts'
import type { Band } from './tariff.ts'

const ZONE = 'Asia/Shanghai'
const band = (nameZh: string, days: Band['days'], from: number, to: number): Band => ({
  nameZh,
  nameEn: null,
  days,
  fromMinute: from * 60,
  toMinute: to * 60,
  percent: 50,
})
const NIGHT = band('夜间', ['working_day'], 22, 6)
const WEEKEND = band('周末', ['weekend'], 0, 24)
const HOLIDAY = band('节日', ['holiday'], 0, 24)
const split = (bands: readonly Band[], start: string, end: string, zone = ZONE) =>
  splitByBand(bands, { start: new Date(start), end: new Date(end) }, zone).map(({ band, minutes }) => [band?.nameZh ?? null, minutes])

describe('splitByBand', () => {
  test('without bands everything is plain', () => expect(split([], '2026-11-24T01:00:00Z', '2026-11-24T02:30:00Z')).toEqual([[null, 90]]))

  test('a night past midnight belongs to the evening on which it began', () =>
    // Friday 20:00 to Saturday 10:00.
    expect(split([NIGHT, WEEKEND], '2026-11-27T12:00:00Z', '2026-11-28T02:00:00Z')).toEqual([
      [null, 120],
      ['夜间', 480],
      ['周末', 240],
    ]))

  test('where bands meet, the order of the list decides', () =>
    expect(split([WEEKEND, NIGHT], '2026-11-27T12:00:00Z', '2026-11-28T02:00:00Z')).toEqual([
      [null, 120],
      ['周末', 600],
      ['夜间', 120],
    ]))

  test('a make-up day is a working day, a holiday is no weekend', () => {
    // Saturday 2026-02-14 was worked; 2026-02-21 is a Saturday in the Spring Festival.
    expect(split([WEEKEND, HOLIDAY], '2026-02-14T02:00:00Z', '2026-02-14T03:00:00Z')).toEqual([[null, 60]])
    expect(split([WEEKEND, HOLIDAY], '2026-02-21T02:00:00Z', '2026-02-21T03:00:00Z')).toEqual([['节日', 60]])
  })

  test('an hour that the clock repeats counts twice', () =>
    // New York, 2026-11-01: 01:00–02:00 happens twice.
    expect(split([band('夜间', ['weekend'], 0, 3)], '2026-11-01T04:00:00Z', '2026-11-01T09:00:00Z', 'America/New_York')).toEqual([
      [null, 60],
      ['夜间', 240],
    ]))

  test('agrees with asking each minute', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 24 * 40 }),
        fc.integer({ min: 1, max: 60 * 24 * 3 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 24 })), { maxLength: 3 }),
        (offset, length, hours) => {
          const bands = hours.map(([from, to], index) => band(String(index), ['working_day', 'weekend', 'holiday'], from, to))
          const start = Date.parse('2026-06-01T00:00:00Z') + offset * 60_000
          const counted = new Map<string | null, number>()
          for (let minute = 0; minute < length; minute += 1) {
            const ofDay = minuteOfDayAt(new Date(start + minute * 60_000), ZONE)
            const hit = bands.find(({ fromMinute, toMinute }) =>
              fromMinute < toMinute ? fromMinute <= ofDay && ofDay < toMinute : ofDay >= fromMinute || ofDay < toMinute,
            )
            counted.set(hit?.nameZh ?? null, (counted.get(hit?.nameZh ?? null) ?? 0) + 1)
          }
          const parts = split(bands, new Date(start).toISOString(), new Date(start + length * 60_000).toISOString())
          expect(new Map(parts as [string | null, number][])).toEqual(counted)
        },
      ),
      { numRuns: 60 },
    ))

  test('outside mainland China only the weekend is known', () => {
    const day = localDayOf(new Date('2026-10-01T12:00:00Z'), 'Europe/Berlin')
    expect(weekdayOf(day)).toBe(4)
    expect(split([HOLIDAY], '2026-10-01T12:00:00Z', '2026-10-01T13:00:00Z', 'Europe/Berlin')).toEqual([[null, 60]])
  })
})
