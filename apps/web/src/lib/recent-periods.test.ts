import { expect, test } from 'vitest'
import { recentPeriods } from './recent-periods.ts'

test('years and quarters that have ended, newest first, the running one where it is wanted', () => {
  expect(recentPeriods('year', '2026-11-22')).toEqual(['2025', '2024', '2023', '2022', '2021'])
  expect(recentPeriods('quarter', '2026-11-22').slice(0, 4)).toEqual(['2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4'])
  expect(recentPeriods('quarter', '2026-01-01', true).slice(0, 2)).toEqual(['2026-Q1', '2025-Q4'])
  expect(recentPeriods('year', '2026-01-01', true)[0]).toBe('2026')
})
