import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lanesOf, rowAt, rowTops, visibleRows } from './rows.ts'

const interval = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 80 }))
  .map(([start, length]) => ({ start: new Date(start), end: new Date(start + length) }))

test('no two intervals of one lane overlap, and no lane is opened without need', () => {
  fc.assert(
    fc.property(fc.array(interval, { maxLength: 40 }), (intervals) => {
      const { lanes, count } = lanesOf(intervals)
      let most = 1
      for (const [i, a] of intervals.entries()) {
        for (const [j, b] of intervals.entries()) if (i < j && lanes[i] === lanes[j]) expect(a.start < b.end && b.start < a.end).toBe(false)
        most = Math.max(most, intervals.filter((b) => b.start <= a.start && a.start < b.end).length)
      }
      expect(count).toBe(most)
    }),
  )
})

test('the rows of a window', () => {
  const tops = rowTops([26, 26, 52, 26])
  expect(tops).toEqual([0, 26, 52, 104, 130])
  expect(rowAt(tops, 0)).toBe(0)
  expect(rowAt(tops, 103)).toBe(2)
  expect(rowAt(tops, 9999)).toBe(3)
  expect(visibleRows(tops, 52, 10, 0)).toEqual({ first: 2, last: 3 })
  expect(visibleRows(rowTops([]), 0, 400)).toEqual({ first: 0, last: 0 })
  const many = rowTops(new Array(200).fill(32))
  expect(visibleRows(many, 3200, 640)).toEqual({ first: 96, last: 125 })
})
