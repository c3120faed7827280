import { expect, test } from 'vitest'
import { editDistance, nearestWord } from './correct.ts'

test.each([
  ['agilnet', 'agilent', 1],
  ['shimadsu', 'shimadzu', 1],
  ['chromatogarph', 'chromatograph', 1],
  ['waters', 'waters', 0],
  ['water', 'waters', 1],
  ['', 'abc', 3],
  ['液向', '液相', 1],
])('%s and %s are %i apart', (a, b, expected) => {
  expect(editDistance(a, b)).toBe(expected)
  expect(editDistance(b, a)).toBe(expected)
})

test('the nearest word wins, short words are not guessed', () => {
  expect(nearestWord('agilnet', ['agile', 'agilent', 'gillette'])).toBe('agilent')
  expect(nearestWord('sem', ['tem'])).toBeUndefined()
  expect(nearestWord('bruker', ['keysight'])).toBeUndefined()
})
