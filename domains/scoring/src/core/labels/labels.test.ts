import { expect, test } from 'vitest'
import type { CreditRule } from '../credit/grades.ts'
import { labelsOf } from './labels.ts'

const RULES: CreditRule[] = [
  { kind: 'grade', code: 'a', threshold: 85, isAbove: false, validFrom: '2026-01-01', validUntil: null },
  { kind: 'white_list', code: 'guarantee', threshold: 65, isAbove: true, validFrom: '2026-01-01', validUntil: null },
]

test('labels say stage, grade, white lists and steps, never the score', () => {
  const known = { stage: 'growth', held: ['high_tech'], rules: RULES, day: '2026-11-22' }
  expect(labelsOf({ ...known, points: 90 })).toEqual(['grade:a', 'stage:growth', 'step:high_tech', 'white_list:guarantee'])
  expect(labelsOf({ ...known, points: 60 })).toEqual(['stage:growth', 'step:high_tech'])
  expect(labelsOf({ ...known, points: null, stage: null, held: [] })).toEqual([])
})
