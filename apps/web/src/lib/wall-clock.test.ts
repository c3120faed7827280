import { expect, test } from 'vitest'
import { fromWallClock, toWallClock } from './wall-clock.ts'

test('a wall clock is read in its zone, and back', () => {
  expect(fromWallClock('2026-11-24T14:00', 'Asia/Shanghai')).toBe('2026-11-24T06:00:00.000Z')
  expect(toWallClock('2026-11-24T06:00:00.000Z', 'Asia/Shanghai')).toBe('2026-11-24T14:00')
  expect(toWallClock('2026-11-24T16:30:00.000Z', 'Asia/Shanghai')).toBe('2026-11-25T00:30')
})

test.each(['', '2026-11-24', '2026-11-24T1', 'x'])('%j is not complete', (text) => {
  expect(fromWallClock(text, 'Asia/Shanghai')).toBeUndefined()
})
