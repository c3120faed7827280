import { expect, test } from 'vitest'
import { newId, readableNumber } from './ids.ts'

test('an id is a UUIDv7 that sorts by its time', () => {
  const early = newId(1_700_000_000_000)
  const late = newId(1_700_000_000_001)
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(early < late).toBe(true)
  expect(Number.parseInt(early.replaceAll('-', '').slice(0, 12), 16)).toBe(1_700_000_000_000)
})

test('ids made in one millisecond differ', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => newId(1))).size).toBe(10_000)
})

test('a number for people has the day and no letter that is mistaken for a digit', () => {
  expect(readableNumber('BKG', '2026-11-21', newId())).toMatch(/^BKG-20261121-[0-9A-HJKMNP-TV-Z]{7}$/)
})
