import { describe, expect, it } from 'vitest'
import { columnOf, holds, measureColumn, rowsOf, tableOf } from './fact-table.ts'

const NONE = Number.NaN

describe('a table of facts', () => {
  const table = tableOf(
    [
      { id: 'b', facts: { now: 12, before: 10, people: 4 } },
      { id: 'a', facts: { now: 5, before: -10, people: 0 } },
      { id: 'c', facts: { now: 0, before: 0, people: null } },
      { id: 'd', facts: { before: 3 } },
    ],
    ['now', 'before', 'people'],
    [
      { id: 'c', code: 'x', on: '2026-01-02', repairedOn: null },
      { id: 'a', code: 'x', on: '2026-01-02', repairedOn: null },
    ],
  )

  it('has its rows and events in the order of ids', () => {
    expect(table.ids).toEqual(['a', 'b', 'c', 'd'])
    expect(table.events.map(({ id }) => id)).toEqual(['a', 'c'])
    expect([...columnOf(table, 'now')]).toEqual([5, 12, 0, NONE])
    expect([...columnOf(table, 'nobody has it')]).toEqual([NONE, NONE, NONE, NONE])
  })

  it('refuses an id that stands twice and a value that is infinite', () => {
    const one = { id: 'a', facts: { x: 1 } }
    expect(() => tableOf([one, one], ['x'])).toThrow('a stands twice')
    expect(() => tableOf([{ id: 'a', facts: { x: Number.NEGATIVE_INFINITY } }], ['x'])).toThrow('x of a is infinite')
  })

  it.each([
    [{ kind: 'fact', fact: 'now' }, [5, 12, 0, NONE]],
    [{ kind: 'ratio', numerator: 'now', denominator: 'people', factor: 100 }, [NONE, 300, NONE, NONE]],
    // From −10 to 5 is a rise by 15 of 10.
    [{ kind: 'growth', now: 'now', before: 'before', factor: 100 }, [150, 20, NONE, NONE]],
  ] as const)('measures %o', (measure, expected) => {
    expect([...measureColumn(table, measure)]).toEqual(expected)
  })

  it.each([
    ['>', 5, [false, true, false, false]],
    ['>=', 5, [true, true, false, false]],
    ['<', 5, [false, false, true, false]],
    ['<=', 5, [true, false, true, false]],
    ['=', 0, [false, false, true, false]],
  ] as const)('knows where now %s %d holds, nowhere where it is missing', (is, value, expected) => {
    expect(table.ids.map((_, row) => holds(table, row, { fact: 'now', is, value }))).toEqual(expected)
  })

  it('gives some of its rows with their events', () => {
    const some = rowsOf(table, [1, 2])
    expect(some.ids).toEqual(['b', 'c'])
    expect([...columnOf(some, 'now')]).toEqual([12, 0])
    expect(some.events.map(({ id }) => id)).toEqual(['c'])
  })
})
