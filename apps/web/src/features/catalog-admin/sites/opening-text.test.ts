import { expect, test } from 'vitest'
import { openingRuns } from './opening-text.ts'

test('equal days in a row are one run', () => {
  const opening = [1, 2, 3, 5].flatMap((weekday) => [
    { weekday, start: '13:00', end: '18:00' },
    { weekday, start: '08:00', end: '12:00' },
  ])
  expect(openingRuns([...opening, { weekday: 6, start: '09:00', end: '24:00' }])).toEqual([
    { from: 1, to: 3, hours: '08:00—12:00 13:00—18:00' },
    { from: 5, to: 5, hours: '08:00—12:00 13:00—18:00' },
    { from: 6, to: 6, hours: '09:00—24:00' },
  ])
  expect(openingRuns([])).toEqual([])
})
