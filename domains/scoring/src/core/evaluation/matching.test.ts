import { expect, test } from 'vitest'
import { groupKey, groupOf } from './matching.ts'

test.each([
  [0, 'revenue_0'],
  [99.99, 'revenue_0'],
  [100, 'revenue_100'],
  [1999, 'revenue_500'],
  [2000, 'revenue_2000'],
  [1_000_000, 'revenue_10000'],
])('a revenue of %d (10,000 yuan) is the stage %s', (revenue, stage) => {
  expect(groupOf('stage', { revenue, industry: '医疗器械' })).toEqual({ stage, industry: null })
})

test('who lacks what is matched by has no group; without matching all are one', () => {
  expect(groupOf('stage', { revenue: undefined, industry: '医疗器械' })).toBeNull()
  expect(groupOf('stage_industry', { revenue: 100, industry: null })).toBeNull()
  expect(groupOf('none', { revenue: undefined, industry: null })).toEqual({ stage: null, industry: null })
})

test('industries part a stage', () => {
  const [one, other] = ['医疗器械', '软件'].map((industry) => groupOf('stage_industry', { revenue: 100, industry }))
  expect(one && other && groupKey(one) !== groupKey(other)).toBe(true)
})
