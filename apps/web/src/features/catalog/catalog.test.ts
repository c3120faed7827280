import { describe, expect, test } from 'vitest'
import { toggled } from './compare-basket.ts'
import { splitAt } from './highlighted.tsx'
import { makerAndModel } from './names.ts'
import { openingLines } from './opening-lines.ts'

describe('highlights', () => {
  test('split the text at the ranges', () => {
    expect(splitAt('高效液相色谱仪', [{ start: 2, end: 6 }])).toEqual([
      { at: 0, text: '高效', isFound: false },
      { at: 2, text: '液相色谱', isFound: true },
      { at: 6, text: '仪', isFound: false },
    ])
  })
  test('a range outside the text is ignored', () => {
    expect(splitAt('abc', [{ start: 2, end: 9 }])).toEqual([{ at: 0, text: 'abc', isFound: false }])
  })
})

describe('comparison', () => {
  const item = (id: string) => ({ id, name: id, note: '' })
  const four = ['a', 'b', 'c', 'd'].map(item)
  test('holds at most four', () => expect(toggled(four, item('e'))).toBe(four))
  test('the same item twice takes it out', () => expect(toggled(four, item('b')).map(({ id }) => id)).toEqual(['a', 'c', 'd']))
})

test('the maker is named once', () => {
  expect(makerAndModel({ manufacturer: 'Agilent', model: '1260 Infinity II' })).toBe('Agilent 1260 Infinity II')
  expect(makerAndModel({ manufacturer: 'Agilent', model: 'Agilent 1260' })).toBe('Agilent 1260')
  expect(makerAndModel({ manufacturer: null, model: null })).toBe('')
})

describe('opening hours', () => {
  const week = (weekdays: number[], start: string, end: string) => weekdays.map((weekday) => ({ weekday, start, end }))
  test('days with the same hours share a line', () => {
    expect(openingLines([...week([1, 2, 3, 4, 5], '08:30', '17:30'), ...week([6], '09:00', '12:00')])).toEqual([
      { weekdays: [1, 2, 3, 4, 5], isRun: true, hours: '08:30—17:30' },
      { weekdays: [6], isRun: true, hours: '09:00—12:00' },
    ])
  })
  test('days apart are not a run', () => {
    expect(openingLines(week([1, 3, 5], '08:00', '24:00'))).toEqual([{ weekdays: [1, 3, 5], isRun: false, hours: '08:00—24:00' }])
  })
})
