import type { Timeline } from '@jiju/booking/contract/timeline'
import { describe, expect, test } from 'vitest'
import { isOver } from './first-days.ts'

const range = (day: string, from: string, to: string) => ({
  start: `${day}T${from}:00+08:00`,
  end: `${day}T${to === '24:00' ? '23:59' : to}:00+08:00`,
})
const week = (openings: object[], bookings: object[] = []) =>
  ({ resources: [{ open: openings }, { open: openings }, { open: openings }], reservations: bookings }) as unknown as Timeline
const FRIDAY = range('2026-11-20', '08:00', '20:00')
const aroundTheClock = [range('2026-11-16', '00:00', '24:00'), range('2026-11-22', '00:00', '24:00')]
const mixed = { resources: [{ open: [FRIDAY] }, { open: [FRIDAY] }, { open: aroundTheClock }], reservations: [] } as unknown as Timeline

describe('the week with which the calendar opens', () => {
  test.each([
    ['on Friday morning it is this week', week([FRIDAY]), '2026-11-20T09:00:00+08:00', false],
    ['on Friday after closing the next one', week([FRIDAY]), '2026-11-20T20:00:00+08:00', true],
    ['on Sunday the next one', week([FRIDAY]), '2026-11-22T10:00:00+08:00', true],
    ['on Sunday the next one though one of three never closes', mixed, '2026-11-22T10:00:00+08:00', true],
    [
      'on a Sunday on which all are open this one',
      week([FRIDAY, range('2026-11-22', '09:00', '17:00')]),
      '2026-11-22T10:00:00+08:00',
      false,
    ],
    [
      'while a booking is still to begin this one',
      week([FRIDAY], [range('2026-11-21', '20:00', '23:00')]),
      '2026-11-21T10:00:00+08:00',
      false,
    ],
    [
      'once the last booking has begun the next one',
      week([FRIDAY], [range('2026-11-21', '20:00', '23:00')]),
      '2026-11-21T22:00:00+08:00',
      true,
    ],
    ['in the middle of a week of holidays the next one', week([range('2026-09-30', '08:00', '20:00')]), '2026-10-01T09:00:00+08:00', true],
    ['a week in which nothing opens is over', week([]), '2026-10-05T09:00:00+08:00', true],
    ['without resources there is nothing to move on for', { resources: [], reservations: [] }, '2026-11-22T10:00:00+08:00', false],
  ])('%s', (_name, shown, now, over) => expect(isOver(shown, new Date(now))).toBe(over))
})
