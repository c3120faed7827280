import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeRanges, overlaps, subtractRanges, type TimeRange } from './time-range.ts'

const range = (start: number, end: number): TimeRange => ({ start: new Date(start * 60_000), end: new Date(end * 60_000) })
const someRange = fc
  .tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => range(start, start + length))
const minutesOf = (ranges: readonly TimeRange[]) => {
  const minutes = new Set<number>()
  for (const { start, end } of ranges)
    for (let minute = start.getTime() / 60_000; minute < end.getTime() / 60_000; minute += 1) minutes.add(minute)
  return minutes
}

test('back-to-back ranges do not overlap', () => {
  expect(overlaps(range(0, 10), range(10, 20))).toBe(false)
  expect(overlaps(range(0, 11), range(10, 20))).toBe(true)
})

test('subtracting covers the same minutes as taking them one by one', () => {
  fc.assert(
    fc.property(fc.array(someRange, { maxLength: 8 }), fc.array(someRange, { maxLength: 8 }), (from, taken) => {
      const left = subtractRanges(from, taken)
      const busy = minutesOf(taken)
      expect(minutesOf(left)).toEqual(new Set([...minutesOf(from)].filter((minute) => !busy.has(minute)).sort((a, b) => a - b)))
      expect(mergeRanges(left)).toEqual(left)
    }),
  )
})
