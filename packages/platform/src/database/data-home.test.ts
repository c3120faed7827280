import { expect, test } from 'vitest'
import { dataHome } from './data-home.ts'

test('an ordinary user keeps the data in the checkout', () => {
  expect(dataHome({ checkout: '/home/a b/jiju', env: {}, isRoot: false })).toBe('/home/a b/jiju/var')
})

test('root keeps it outside, in a folder that belongs to this checkout alone', () => {
  const first = dataHome({ checkout: '/root/jiju', env: {}, isRoot: true })
  expect(first).toMatch(/^\/var\/lib\/jiju\/[0-9a-f]{12}$/)
  expect(dataHome({ checkout: '/root/jiju/', env: {}, isRoot: true })).toBe(first)
  expect(dataHome({ checkout: '/root/other', env: {}, isRoot: true })).not.toBe(first)
})

test('JIJU_DATA_DIR decides for both, read from the checkout', () => {
  expect(dataHome({ checkout: '/work', env: { JIJU_DATA_DIR: 'data' }, isRoot: true })).toBe('/work/data')
  expect(dataHome({ checkout: '/work', env: { JIJU_DATA_DIR: '/srv/jiju' }, isRoot: false })).toBe('/srv/jiju')
})
