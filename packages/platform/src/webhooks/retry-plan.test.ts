import { expect, test } from 'vitest'
import { nextAttemptAt } from './retry-plan.ts'

test('tries grow apart and end within a day', () => {
  const start = new Date('2026-11-23T00:00:00.000Z')
  const pauses: number[] = []
  let at = start
  for (let attempts = 1; ; attempts += 1) {
    const next = nextAttemptAt(attempts, at)
    if (!next) break
    pauses.push(next.getTime() - at.getTime())
    at = next
  }
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
  const hours = (at.getTime() - start.getTime()) / 3_600_000
  expect(pauses).toHaveLength(8)
  expect(hours).toBeGreaterThan(20)
  expect(hours).toBeLessThan(24)
})
