import { expect, test } from 'vitest'
import { periodOf, spanOf, yearSpan } from './periods.ts'

test('spans end yesterday, the last year on its last day', () => {
  expect(spanOf('year', '2026-11-22')).toEqual({ from: '2025-11-22', to: '2026-11-21' })
  expect(spanOf('this', '2026-11-22')).toEqual({ from: '2026-01-01', to: '2026-11-21' })
  expect(spanOf('last', '2026-11-22')).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  // On New Year's Day this year has no yesterday.
  expect(spanOf('this', '2027-01-01')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
})

test('an address that names no period asks for the last 365 days', () => {
  expect(periodOf({ from: '2026-01-01', to: '2026-06-30' }, '2026-11-22')).toEqual({ from: '2026-01-01', to: '2026-06-30' })
  expect(periodOf({ from: '2026-06-30', to: '2026-01-01' }, '2026-11-22').to).toBe('2026-11-21')
  expect(periodOf({ from: 'x' }, '2026-11-22').from).toBe('2025-11-22')
  expect(periodOf({}, '2026-11-22', 'this').from).toBe('2026-01-01')
})

test('a calendar year is whole when it is over, and ends yesterday when it is not', () => {
  expect(yearSpan(2025, '2026-11-22')).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  expect(yearSpan(2026, '2026-11-22')).toEqual({ from: '2026-01-01', to: '2026-11-21' })
})
