import { addDays } from '@jiju/kernel/local-date'
import { expect, test } from 'vitest'
import { daysOfView, hoursNeeded, hoursOfPicture, hourTicks, instantOf, spanOf, timeAxis, xOf } from './time-axis.ts'

const options = {
  days: daysOfView('week', '2026-11-25', addDays),
  zone: 'Asia/Shanghai',
  fromMinute: 480,
  toMinute: 1200,
  dayWidth: 120,
}
const week = timeAxis(options)
const at = (text: string) => new Date(`${text}+08:00`)

test('a week starts on Monday and four weeks on the same Monday', () => {
  expect(week.days[0]).toBe('2026-11-23')
  expect(week.days).toHaveLength(7)
  expect(daysOfView('four_weeks', '2026-11-29', addDays)).toHaveLength(28)
  expect(daysOfView('four_weeks', '2026-11-29', addDays)[0]).toBe('2026-11-23')
  expect(daysOfView('day', '2026-11-25', addDays)).toEqual(['2026-11-25'])
})

test.each([
  ['2026-11-23T08:00', 0],
  ['2026-11-23T14:00', 60],
  ['2026-11-23T22:00', 120],
  ['2026-11-24T03:00', 120],
  ['2026-11-24T09:00', 130],
  ['2026-11-20T09:00', 0],
  ['2026-12-02T09:00', 840],
])('%s stands at pixel %i', (text, x) => {
  expect(xOf(week, at(text))).toBeCloseTo(x)
})

test('a span over the night is drawn without it, and what lies in the night is not drawn', () => {
  expect(spanOf(week, at('2026-11-23T18:00'), at('2026-11-24T10:00'))).toEqual({ left: 100, width: 40 })
  expect(spanOf(week, at('2026-11-23T21:00'), at('2026-11-24T06:00'))).toBeUndefined()
})

test('a pixel gives back its instant for every quarter of an hour', () => {
  for (let minute = 480; minute < 1200; minute += 15) {
    const instant = new Date(at('2026-11-26T00:00').getTime() + minute * 60_000)
    expect(instantOf(week, xOf(week, instant), 15).toISOString()).toBe(instant.toISOString())
  }
})

test('hours grow to hold what happens', () => {
  expect(hoursNeeded([], 'Asia/Shanghai')).toEqual({ fromMinute: 480, toMinute: 1200 })
  expect(hoursNeeded([{ start: at('2026-11-23T06:30'), end: at('2026-11-23T21:10') }], 'Asia/Shanghai')).toEqual({
    fromMinute: 360,
    toMinute: 1320,
  })
  expect(hoursNeeded([{ start: at('2026-11-23T22:00'), end: at('2026-11-24T02:00') }], 'Asia/Shanghai')).toEqual({
    fromMinute: 60,
    toMinute: 1380,
  })
  expect(hoursNeeded([{ start: at('2026-11-23T08:00'), end: at('2026-11-25T20:00') }], 'Asia/Shanghai')).toEqual({
    fromMinute: 480,
    toMinute: 1200,
  })
  expect(hoursNeeded([{ start: at('2026-11-23T22:00'), end: at('2026-11-24T00:00') }], 'Asia/Shanghai')).toEqual({
    fromMinute: 480,
    toMinute: 1440,
  })
})

test('hour labels keep their distance', () => {
  expect(
    hourTicks(week)
      .filter((tick) => tick.key.startsWith('2026-11-23'))
      .map((tick) => tick.hour),
  ).toEqual([8, 12, 16])
  expect(hourTicks(timeAxis({ ...options, dayWidth: 960 })).filter((tick) => tick.key.startsWith('2026-11-23'))).toHaveLength(12)
})

test('a resource that never closes does not stretch the picture, unless a booking would be lost in the night', () => {
  const around = { start: at('2026-11-23T00:00'), end: at('2026-11-24T00:00') }
  const day = { start: at('2026-11-23T07:00'), end: at('2026-11-23T18:00') }
  const long = { start: at('2026-11-23T22:00'), end: at('2026-11-25T02:00') }
  const night = { start: at('2026-11-23T21:30'), end: at('2026-11-24T01:00') }
  expect(hoursOfPicture([around, day], [long], 'Asia/Shanghai')).toEqual({ fromMinute: 420, toMinute: 1200 })
  expect(hoursOfPicture([around, day], [night], 'Asia/Shanghai')).toEqual({ fromMinute: 0, toMinute: 1320 })
})
