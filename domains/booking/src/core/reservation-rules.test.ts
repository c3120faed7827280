import { describe, expect, test } from 'vitest'
import type { CalendarRules } from './calendar-rules.ts'
import { findCalendarProblems } from './calendar-rules.ts'
import { readHours } from './opening-hours.ts'
import { NEVER_DUE } from './outages/calibration.ts'
import { blockedRange, findSlotProblems } from './reservation-rules.ts'
import type { Operation } from './vocabulary.ts'

const rules: CalendarRules = {
  isAccepting: true,
  confirmation: 'instant',
  operations: ['self_service'],
  operatorHourFen: null,
  stepMinutes: 30,
  billingStepMinutes: 30,
  minMinutes: 60,
  maxMinutes: 480,
  bufferBeforeMinutes: 15,
  bufferAfterMinutes: 30,
  minNoticeMinutes: 120,
  horizonDays: 30,
  freeCancelHours: 24,
  lateCancelPercent: 30,
  decideWithinHours: 4,
  capacity: 1,
  limits: { personWeekHours: null, organisationWeekHours: null, openBookings: null, aheadHours: null, includesInside: false },
  calibration: NEVER_DUE,
  qualification: null,
}
const site = readHours({
  zone: 'Asia/Shanghai',
  opening: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, start: '08:00', end: '12:00' },
    { weekday, start: '13:00', end: '18:00' },
  ]),
  holidayRule: 'closed',
  dayExceptions: [],
})
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const NOW = at('2026-11-23 09:40')
const check = (start: string, end: string, more: { operation?: Operation; isByProvider?: boolean; rules?: Partial<CalendarRules> } = {}) =>
  findSlotProblems({ ...rules, ...more.rules }, site, {
    during: { start: at(start), end: at(end) },
    operation: more.operation ?? 'self_service',
    now: NOW,
    isByProvider: more.isByProvider ?? false,
  })
const codes = (...args: Parameters<typeof check>) => check(...args).map((problem) => problem.code.replace('booking.', ''))

describe('findSlotProblems', () => {
  test.each([
    ['2026-11-24 08:00', '2026-11-24 12:00', []],
    ['2026-11-24 08:00', '2026-11-24 09:00', []],
    ['2026-11-23 14:00', '2026-11-23 15:00', []],
    ['2026-11-23 11:30', '2026-11-23 13:00', ['too_short_notice', 'outside_opening']],
    ['2026-12-23 17:00', '2026-12-23 18:00', []],
    ['2026-12-24 08:00', '2026-12-24 09:00', ['beyond_horizon']],
    ['2026-11-23 08:00', '2026-11-23 09:00', ['in_the_past']],
    ['2026-11-24 08:15', '2026-11-24 09:15', ['not_on_step']],
    ['2026-11-24 08:00', '2026-11-24 08:30', ['too_short']],
    ['2026-11-24 11:00', '2026-11-24 14:00', ['outside_opening']],
    ['2026-11-24 13:00', '2026-11-24 22:00', ['too_long', 'outside_opening']],
    ['2026-11-28 08:00', '2026-11-28 10:00', ['closed_that_day']],
    ['2026-11-24 10:00', '2026-11-24 10:00', ['end_not_after_start']],
    ['2026-11-24 11:00', '2026-11-24 10:00', ['end_not_after_start']],
    ['2026-11-23 10:10', '2026-11-23 10:20', ['too_short_notice', 'not_on_step', 'too_short']],
  ])('%s to %s: %j', (start, end, expected) => expect(codes(start, end)).toEqual(expected))

  test('each problem says what would pass', () => {
    expect(check('2026-11-23 10:00', '2026-11-23 11:00')[0]?.params).toEqual({
      minNoticeMinutes: 120,
      earliest: at('2026-11-23 12:00').toISOString(),
    })
    expect(check('2027-11-24 08:00', '2027-11-24 09:00')[0]?.params).toEqual({ horizonDays: 30, lastDay: '2026-12-23' })
    expect(check('2026-11-24 08:10', '2026-11-24 09:30')[0]?.params).toEqual({
      stepMinutes: 30,
      start: at('2026-11-24 08:00').toISOString(),
      end: at('2026-11-24 09:30').toISOString(),
    })
    expect(check('2026-11-24 11:00', '2026-11-24 14:00')[0]?.params).toEqual({ open: '08:00—12:00, 13:00—18:00' })
    expect(check('2026-11-28 08:00', '2026-11-28 10:00')[0]?.params).toEqual({ day: '2026-11-28', nextDay: '2026-11-30' })
    expect(check('2026-11-24 08:00', '2026-11-24 08:30')[0]?.params).toEqual({ minutes: 30, minMinutes: 60 })
  })

  test('the provider’s staff may pass over notice, horizon and length, but not over hours and step', () => {
    expect(codes('2026-11-23 10:00', '2026-11-23 10:30', { isByProvider: true })).toEqual([])
    expect(codes('2026-12-24 08:00', '2026-12-24 09:00', { isByProvider: true })).toEqual([])
    expect(codes('2026-11-23 08:00', '2026-11-23 09:00', { isByProvider: true })).toEqual(['in_the_past'])
    expect(codes('2026-11-24 08:15', '2026-11-24 12:15', { isByProvider: true })).toEqual(['not_on_step', 'outside_opening'])
  })

  test('how the instrument is run must be offered', () => {
    expect(codes('2026-11-24 08:00', '2026-11-24 09:00', { operation: 'with_operator' })).toEqual(['self_service_only'])
    expect(codes('2026-11-24 08:00', '2026-11-24 09:00', { rules: { operations: ['with_operator'] } })).toEqual(['operator_only'])
  })

  test('a calendar that is closed, or a site that never opens, says so', () => {
    expect(codes('2026-11-24 08:00', '2026-11-24 09:00', { rules: { isAccepting: false } })).toEqual(['resource_closed'])
    const never = readHours({ zone: 'Asia/Shanghai', opening: [], holidayRule: 'closed', dayExceptions: [] })
    const during = { start: at('2026-11-24 08:00'), end: at('2026-11-24 09:00') }
    expect(
      findSlotProblems(rules, never, { during, operation: 'self_service', now: NOW, isByProvider: false }).map((problem) => problem.code),
    ).toEqual(['booking.never_open'])
  })
})

test('buffers lie around the use', () =>
  expect(blockedRange({ start: at('2026-11-24 08:00'), end: at('2026-11-24 09:00') }, rules)).toEqual({
    start: at('2026-11-24 07:45'),
    end: at('2026-11-24 09:30'),
  }))

test.each([
  [{ stepMinutes: 30, minMinutes: 60, maxMinutes: 480 }, []],
  [{ stepMinutes: 30, minMinutes: 45, maxMinutes: 480 }, ['booking.lengths_inconsistent']],
  [{ stepMinutes: 60, minMinutes: 60, maxMinutes: 90 }, ['booking.lengths_inconsistent']],
  [{ stepMinutes: 30, minMinutes: 90, maxMinutes: 60 }, ['booking.lengths_inconsistent']],
  [{ minNoticeMinutes: 1439, horizonDays: 1 }, []],
  [{ minNoticeMinutes: 1440, horizonDays: 1 }, ['booking.notice_beyond_horizon']],
])('rules with %j have the problems %j', (given, codes) =>
  expect(findCalendarProblems({ ...rules, ...given }).map(({ code }) => code)).toEqual(codes),
)
