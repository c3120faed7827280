import { expect, test } from 'vitest'
import { movedTo } from './queue-order.ts'

test.each([
  ['d', 0, 'dabc'],
  ['a', 3, 'bcda'],
  ['b', 1, 'abcd'],
  ['b', 2, 'acbd'],
])('%s to place %i: %s', (id, index, expected) => {
  expect(movedTo(['a', 'b', 'c', 'd'], id, index).join('')).toBe(expected)
})
