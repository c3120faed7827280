import { expect, test } from 'vitest'
import { inReadingOrder } from './reading-order.ts'

test('members stand as people write them, at every level; values and lists stay', () => {
  const kept = { root: { children: [{ weight: 2, branch: null, zebra: 1, apple: [3, 1] }] }, name: { en: 'A', zh: '甲' }, code: 'a' }
  const ordered = inReadingOrder(kept)
  expect(ordered).toEqual(kept)
  expect(JSON.stringify(ordered)).toBe(
    '{"code":"a","name":{"zh":"甲","en":"A"},"root":{"children":[{"weight":2,"branch":null,"apple":[3,1],"zebra":1}]}}',
  )
})
