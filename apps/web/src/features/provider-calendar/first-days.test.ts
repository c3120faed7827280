import type { Timeline } from '@jiju/booking/contract/timeline'
import { describe, expect, test } from 'vitest'
import { isOver } from './first-days.ts'

const range = (day: string, from: string, to: string) => ({ start: `${day}T${from}:00+08:00`, end: `${day}T${to}:00+08:00` })
const week = (openings: object[], bookings: object[] = []) =>
  ({ resources: [{ open: openings }, { open: [] }], reservations: bookings }) as unknown as Timeline

describe('the week with which the calendar opens', () => {
  const working = [range('2026-11-20', '08:00', '20:00')]
  test.each([
    ['on Friday morning it is this week', week(working), '2026-11-20T09:00:00+08:00', false],
    ['on Friday after closing the next one', week(working), '2026-11-20T20:00:00+08:00', true],
    ['on Sunday the next one', week(working), '2026-11-22T10:00:00+08:00', true],
    [
      'on a Sunday on which something is open this one',
      week([...working, range('2026-11-22', '09:00', '17:00')]),
      '2026-11-22T10:00:00+08:00',
      false,
    ],
    ['while a booking still runs this one', week(working, [range('2026-11-21', '20:00', '23:00')]), '2026-11-21T22:00:00+08:00', false],
    ['in the middle of a week of holidays the next one', week([range('2026-09-30', '08:00', '20:00')]), '2026-10-01T09:00:00+08:00', true],
    ['without resources there is nothing to move on for', { resources: [], reservations: [] }, '2026-11-22T10:00:00+08:00', false],
  ])('%s', (_name, shown, now, over) => expect(isOver(shown, new Date(now))).toBe(over))
})
