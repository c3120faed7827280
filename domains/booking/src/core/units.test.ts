import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freeOnAnyUnit, joinSpans, takenByUnit, takenOnAllUnits } from './units.ts'

describe('numbered units', () => {
  test('rows go to their unit; a unit above the capacity is not offered', () => {
    const rows = [
      { unit: 1, start: 1, end: 2 },
      { unit: 3, start: 1, end: 9 },
      { unit: 2, start: 4, end: 6 },
    ]
    expect(takenByUnit(rows, 2)).toEqual([
      [1, 2],
      [4, 6],
    ])
  })

  test('a use that no single unit has room for does not fit, though at each moment one is free', () => {
    expect(
      freeOnAnyUnit([
        [0, 5],
        [5, 10],
      ]),
    ).toEqual([0, 5, 5, 10])
    expect(
      takenOnAllUnits([
        [5, 10],
        [0, 5],
      ]),
    ).toEqual([])
  })

  test('what lies within another free span is left out', () => {
    expect(
      freeOnAnyUnit([
        [0, 10],
        [2, 4, 8, 12],
      ]),
    ).toEqual([0, 10, 8, 12])
  })

  test('a use fits on a unit exactly when it fits in one of the spans', () => {
    const spans = fc
      .uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 8 })
      .map((edges) => edges.sort((a, b) => a - b).slice(0, edges.length - (edges.length % 2)))
    const fits = (free: readonly number[], start: number, end: number) =>
      free.some((from, i) => i % 2 === 0 && from <= start && end <= (free[i + 1] ?? 0))
    fc.assert(
      fc.property(
        fc.array(spans, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 29 }),
        fc.integer({ min: 1, max: 9 }),
        (units, start, length) => {
          const fitsSomewhere = units.some((free) => fits(free, start, start + length))
          expect(fits(freeOnAnyUnit(units), start, start + length)).toBe(fitsSomewhere)
          const isTakenEverywhere = units.every((taken) =>
            taken.some((from, i) => i % 2 === 0 && from <= start && start < (taken[i + 1] ?? 0)),
          )
          expect(takenOnAllUnits(units).some((from, i, all) => i % 2 === 0 && from <= start && start < (all[i + 1] ?? 0))).toBe(
            isTakenEverywhere,
          )
        },
      ),
    )
  })

  test('the union has no overlaps', () => {
    expect(joinSpans([0, 5, 5, 10, 8, 12, 20, 21])).toEqual([0, 12, 20, 21])
  })
})
