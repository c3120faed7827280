import { describe, expect, test } from 'vitest'
import type { CalendarRules } from '../calendar-rules.ts'
import { readHours } from '../opening-hours.ts'
import { NEVER_DUE } from '../outages/calibration.ts'
import { findSlotFor, findWishProblems, offerUntil, type WishWindow } from './wish.ts'

const NOW = new Date('2026-11-23T01:40:00Z')
const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`)
const opening = [1, 2, 3, 4, 5].map((weekday) => ({ weekday: weekday as 1, start: '08:00', end: '20:00' }))
const site = readHours({ zone: 'Asia/Shanghai', opening, holidayRule: 'closed', dayExceptions: [] })
const rules = {
  isAccepting: true,
  stepMinutes: 30,
  minMinutes: 60,
  maxMinutes: 480,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 30,
  minNoticeMinutes: 120,
  horizonDays: 30,
  capacity: 1,
  calibration: NEVER_DUE,
} as CalendarRules
const wish: WishWindow = {
  fromDay: '2026-11-21',
  untilDay: '2026-11-27',
  weekdays: [2, 4],
  fromMinute: 13 * 60,
  untilMinute: 18 * 60,
  minutes: 120,
}
const search = (taken: [Date, Date][], passedOver: [Date, Date][] = []) =>
  findSlotFor(wish, {
    rules,
    site,
    taken: [taken.flatMap(([start, end]) => [start.getTime(), end.getTime()])],
    passedOver: passedOver.map(([start, end]) => ({ start, end })),
    now: NOW,
  })

describe('the slot for a wish', () => {
  test('the first on one of its weekdays within its hours', () => {
    expect(search([])?.start).toEqual(at('2026-11-24', '13:00'))
  })
  test('around what is taken with its buffers, and never beyond the hours', () => {
    expect(search([[at('2026-11-24', '12:00'), at('2026-11-24', '15:30')]])?.start).toEqual(at('2026-11-24', '15:30'))
    expect(search([[at('2026-11-24', '12:00'), at('2026-11-24', '16:30')]])?.start).toEqual(at('2026-11-26', '13:00'))
  })
  test('not what was offered before and not taken', () => {
    const passedOver: [Date, Date][] = [[at('2026-11-24', '13:00'), at('2026-11-24', '15:00')]]
    expect(search([], passedOver)?.start).toEqual(at('2026-11-24', '15:00'))
  })
  test('none where every day is taken', () => {
    expect(search([[at('2026-11-23', '00:00'), at('2026-12-23', '00:00')]])).toBeUndefined()
  })
})

test.each([
  [{}, []],
  [{ untilDay: '2026-11-22' }, ['booking.wish_days_invalid']],
  [{ fromDay: '2026-11-25', untilDay: '2026-11-25' }, ['booking.wish_no_day']],
  [{ untilMinute: 14 * 60 }, ['booking.wish_hours_too_short']],
  [{ minutes: 50 }, ['booking.wish_length']],
] as const)('a wish with %o has the problems %o', (more, codes) => {
  expect(findWishProblems({ ...wish, ...more }, rules, '2026-11-23').map(({ code }) => code)).toEqual(codes)
})

test('an offer stands for the provider’s time, but never past the start', () => {
  const slot = { start: at('2026-11-23', '11:00'), end: at('2026-11-23', '12:00') }
  expect(offerUntil({ answerMinutes: 30 }, slot, NOW)).toEqual(at('2026-11-23', '10:10'))
  expect(offerUntil({ answerMinutes: 240 }, slot, NOW)).toEqual(slot.start)
})
