import { describe, expect, test } from 'vitest'
import { minutesWithin, openMinutes, openSpans, readHours, type WrittenHours } from './opening-hours.ts'

const OFFICE: WrittenHours['opening'] = [
  ...[1, 2, 3, 4].map((weekday) => ({ weekday, start: '08:30', end: '17:30' })),
  { weekday: 5, start: '08:30', end: '16:00' },
]
const shanghai = (changes: Partial<WrittenHours> = {}) =>
  readHours({ zone: 'Asia/Shanghai', opening: OFFICE, holidayRule: 'closed', dayExceptions: [], ...changes })
const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const hours = (site: ReturnType<typeof readHours>, day: string) =>
  openMinutes(site, day)
    .map(({ start, end }) => `${clock(start)}-${clock(end)}`)
    .join(' ')
const iso = (spans: readonly number[]) => spans.map((at) => new Date(at).toISOString())

describe('holidays and make-up days (State Council notices of 2025 and 2026)', () => {
  test.each([
    ['2025-01-01', '', 'New Year'],
    ['2025-01-26', '08:30-17:30', 'Sunday worked for Spring Festival: hours of Monday'],
    ['2025-01-28', '', 'Spring Festival eve'],
    ['2025-02-04', '', 'last day of Spring Festival'],
    ['2025-02-08', '08:30-16:00', 'Saturday worked: hours of Friday'],
    ['2025-04-04', '', 'Qingming'],
    ['2025-04-27', '08:30-17:30', 'Sunday worked for Labour Day'],
    ['2025-05-05', '', 'Labour Day'],
    ['2025-05-31', '', 'Dragon Boat, a Saturday'],
    ['2025-09-28', '08:30-17:30', 'Sunday worked for National Day'],
    ['2025-10-08', '', 'last day of National Day and Mid-Autumn'],
    ['2025-10-11', '08:30-16:00', 'Saturday worked'],
    ['2025-10-12', '', 'plain Sunday'],
    ['2026-01-02', '', 'New Year holiday of 2026'],
    ['2026-01-04', '08:30-17:30', 'Sunday worked'],
    ['2026-02-14', '08:30-16:00', 'Saturday worked before Spring Festival'],
    ['2026-02-23', '', 'last day of Spring Festival 2026'],
    ['2026-02-28', '08:30-16:00', 'Saturday worked after Spring Festival'],
    ['2026-05-09', '08:30-16:00', 'Saturday worked after Labour Day'],
    ['2026-06-19', '', 'Dragon Boat 2026'],
    ['2026-09-20', '08:30-17:30', 'Sunday worked for National Day 2026'],
    ['2026-10-07', '', 'last day of National Day 2026'],
    ['2026-10-10', '08:30-16:00', 'Saturday worked'],
    ['2026-11-23', '08:30-17:30', 'plain Monday'],
    ['2026-11-28', '', 'plain Saturday'],
  ])('%s is open %j: %s', (day, expected) => expect(hours(shanghai(), day)).toBe(expected))

  test.each([
    ['closed', ''],
    ['as_weekday', '08:30-17:30'],
    ['open', '08:30-17:30'],
  ] as const)('a site whose holiday rule is %s is open %j on a holiday Thursday', (holidayRule, expected) =>
    expect(hours(shanghai({ holidayRule }), '2026-01-01')).toBe(expected),
  )

  test('a holiday on a Saturday: `as_weekday` is a Saturday, `open` a working day', () => {
    expect(hours(shanghai({ holidayRule: 'as_weekday' }), '2025-05-31')).toBe('')
    expect(hours(shanghai({ holidayRule: 'open' }), '2025-05-31')).toBe('08:30-16:00')
  })

  test('a day’s own exception wins over holiday and make-up day', () => {
    const site = shanghai({
      dayExceptions: [
        { day: '2026-01-01', open: [{ start: '10:00', end: '12:00' }] },
        { day: '2026-02-14', open: [] },
      ],
    })
    expect([hours(site, '2026-01-01'), hours(site, '2026-02-14')]).toEqual(['10:00-12:00', ''])
  })

  test('Chinese holidays do not close a site in New York', () =>
    expect(hours(readHours({ zone: 'America/New_York', opening: OFFICE, holidayRule: 'closed', dayExceptions: [] }), '2026-10-01')).toBe(
      '08:30-17:30',
    ))
})

describe('spans of instants', () => {
  const dayAndNight = (zone: string) =>
    readHours({
      zone,
      opening: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '00:00', end: '24:00' })),
      holidayRule: 'open',
      dayExceptions: [],
    })

  test('a day in Shanghai', () =>
    expect(iso(openSpans(shanghai(), '2026-11-23', 1))).toEqual(['2026-11-23T00:30:00.000Z', '2026-11-23T09:30:00.000Z']))

  test('hours that meet at midnight are one span', () => expect(openSpans(dayAndNight('Asia/Shanghai'), '2026-11-23', 7)).toHaveLength(2))

  test.each([
    ['2026-03-08', 23, 'the clock skips an hour'],
    ['2026-11-01', 25, 'the clock repeats an hour'],
    ['2026-11-02', 24, 'a plain day'],
  ])('New York on %s is %i hours long: %s', (day, long) => {
    const [start = 0, end = 0] = openSpans(dayAndNight('America/New_York'), day, 1)
    expect((end - start) / 3_600_000).toBe(long)
  })

  test('opening hours follow the wall clock over the change', () => {
    const site = readHours({
      zone: 'America/New_York',
      opening: [{ weekday: 7, start: '01:00', end: '04:00' }],
      holidayRule: 'closed',
      dayExceptions: [],
    })
    expect(iso(openSpans(site, '2026-03-08', 1))).toEqual(['2026-03-08T06:00:00.000Z', '2026-03-08T08:00:00.000Z'])
    expect(iso(openSpans(site, '2026-11-01', 1))).toEqual(['2026-11-01T05:00:00.000Z', '2026-11-01T09:00:00.000Z'])
  })

  test('overlapping and empty ranges are read as what they open', () => {
    const site = shanghai({
      opening: [
        { weekday: 1, start: '13:00', end: '17:00' },
        { weekday: 1, start: '08:00', end: '12:00' },
        { weekday: 1, start: '11:00', end: '14:00' },
        { weekday: 1, start: '20:00', end: '19:00' },
      ],
    })
    expect(iso(openSpans(site, '2026-11-23', 1))).toEqual(['2026-11-23T00:00:00.000Z', '2026-11-23T09:00:00.000Z'])
    expect(minutesWithin(openSpans(site, '2026-11-23', 1), Date.parse('2026-11-23T01:00:00Z'), Date.parse('2026-11-23T03:00:00Z'))).toBe(
      120,
    )
  })
})
