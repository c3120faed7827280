import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CreditRule, gradeOf, pointsOf100, rulesOn, whiteListsOf } from './grades.ts'

const rule = (kind: CreditRule['kind'], code: string, threshold: number, more: Partial<CreditRule> = {}): CreditRule => ({
  kind,
  code,
  threshold,
  isAbove: false,
  validFrom: '2026-01-01',
  validUntil: null,
  ...more,
})
const RULES = [
  rule('grade', 'a', 85),
  rule('grade', 'b', 70),
  rule('grade', 'd', 0),
  rule('white_list', 'guarantee', 65, { isAbove: true }),
]
const DAY = '2026-11-22'

describe('grades by points', () => {
  test.each([
    [100, 'a'],
    [85, 'a'],
    [84.9, 'b'],
    [70, 'b'],
    [69.9, 'd'],
    [0, 'd'],
  ])('%d points are grade %s', (points, code) => {
    expect(gradeOf(RULES, DAY, points)?.code).toBe(code)
  })

  test('a white list above 65 leaves 65 itself out', () => {
    expect(whiteListsOf(RULES, DAY, 65)).toEqual([])
    expect(whiteListsOf(RULES, DAY, 65.1).map(({ code }) => code)).toEqual(['guarantee'])
  })

  test('the threshold of the day counts: old ones ended, later ones have not begun, the newest of two wins', () => {
    const dated = [
      rule('grade', 'a', 80, { validUntil: '2026-06-30' }),
      rule('grade', 'a', 85, { validFrom: '2026-07-01' }),
      rule('grade', 'a', 90, { validFrom: '2027-01-01' }),
      rule('grade', 'b', 60),
      rule('grade', 'b', 70, { validFrom: '2026-02-01' }),
    ]
    expect(rulesOn(dated, DAY).map(({ code, threshold }) => [code, threshold])).toEqual([
      ['a', 85],
      ['b', 70],
    ])
    expect(gradeOf(dated, '2026-06-30', 82)?.code).toBe('a')
    expect(gradeOf(dated, '2026-07-01', 82)?.code).toBe('b')
    expect(gradeOf(dated, '2025-12-31', 99)).toBeNull()
  })

  test('scores of other scales are brought to 100', () => {
    expect(pointsOf100('0.655', 1)).toBe(65.5)
    expect(pointsOf100('655', 1000)).toBe(65.5)
  })

  test('more points never mean a lower grade', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one]
        expect(gradeOf(RULES, DAY, high)?.threshold ?? -1).toBeGreaterThanOrEqual(gradeOf(RULES, DAY, low)?.threshold ?? -1)
      }),
    )
  })
})
