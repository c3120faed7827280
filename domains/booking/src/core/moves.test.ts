import { subtractRanges } from '@jiju/kernel/time-range'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findMoveEndedProblems, partsToHold } from './moves.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 25, hour))
const range = (start: number, end: number) => ({ start: at(start), end: at(end) })

describe('what a wished time holds beside the booking', () => {
  test.each([
    ['elsewhere', range(14, 16), [range(14, 16)]],
    ['an hour later', range(11, 13), [range(12, 13)]],
    ['an hour earlier', range(9, 11), [range(9, 10)]],
    ['longer on both sides', range(9, 13), [range(9, 10), range(12, 13)]],
    ['shorter', range(10, 11), []],
    ['right behind', range(12, 14), [range(12, 14)]],
  ])('%s', (_case, wished, parts) => expect(partsToHold(wished, range(10, 12), true)).toEqual(parts))

  test('on another unit it takes all of itself', () => expect(partsToHold(range(11, 13), range(10, 12), false)).toEqual([range(11, 13)]))

  test('own time and parts cover the wish, and never overlap', () => {
    const hours = fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 4 }))
      .map(([start, length]) => range(start, start + length))
    fc.assert(
      fc.property(hours, hours, (wished, own) => {
        const parts = partsToHold(wished, own, true)
        expect(subtractRanges([wished], [own, ...parts])).toEqual([])
        for (const part of parts) expect(part.end <= own.start || own.end <= part.start).toBe(true)
      }),
    )
  })
})

test('an ended request says what became of it; one past its limit has expired', () => {
  const code = (state: Parameters<typeof findMoveEndedProblems>[0]['state'], now: Date) =>
    findMoveEndedProblems({ state, decideUntil: at(12) }, now)[0]?.code
  expect(code('open', at(11))).toBeUndefined()
  expect(code('open', at(12))).toBe('booking.move_expired')
  expect(code('expired', at(13))).toBe('booking.move_expired')
  expect(code('approved', at(11))).toBe('booking.move_already_approved')
  expect(code('void', at(11))).toBe('booking.move_void')
})
