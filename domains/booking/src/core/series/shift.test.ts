import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inMovingOrder, shiftBetween, shifted } from './shift.ts'

const use = (start: string, end: string) => ({ start: new Date(start), end: new Date(end) })

test('the wall clock decides, also across a change of the clock', () => {
  const from = use('2026-10-20T07:00:00Z', '2026-10-20T08:00:00Z')
  const shift = shiftBetween(from, use('2026-10-21T08:00:00Z', '2026-10-21T10:00:00Z'), 'Europe/Berlin')
  expect(shift).toEqual({ days: 1, minuteOfDay: 600, minutes: 120 })
  // A week later the clock has changed: ten o’clock is an hour later in UTC.
  expect(shifted(use('2026-10-27T08:00:00Z', '2026-10-27T09:00:00Z'), shift, 'Europe/Berlin')).toEqual(
    use('2026-10-28T09:00:00Z', '2026-10-28T11:00:00Z'),
  )
})

test('in the order of moving, none meets one that has not left yet', () => {
  const hour = 3_600_000
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: -30, max: 30 }),
      (starts, by) => {
        const uses = starts.map((start) => ({ start: new Date(start * hour), end: new Date((start + 1) * hour) }))
        const left = new Set(starts)
        for (const { start } of inMovingOrder(uses, by > 0)) {
          const from = start.getTime() / hour
          left.delete(from)
          expect(left.has(from + by)).toBe(false)
          left.add(from + by)
        }
      },
    ),
  )
})
