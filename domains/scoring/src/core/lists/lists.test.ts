import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareEditions } from './compare-editions.ts'
import { type Candidate, pickEntries, tierLimits } from './pick-entries.ts'
import { LONGWAN_TIERS, TOP_HUNDRED } from './vocabulary.ts'

const candidate = (index: number, score: string, stage: string | null = 'start'): Candidate => ({
  enterpriseId: `e${String(index).padStart(4, '0')}`,
  name: `企业${String(index).padStart(4, '0')}`,
  stage,
  score,
})

test.each([
  // One is better than the three that are equal, one is worse.
  ['best', 2, [1, 2, 2, 2]],
  ['worst', 2, [1]],
  ['worst', 4, [1, 4, 4, 4]],
  ['mean', 2, [1]],
  ['mean', 3, [1, 3, 3, 3]],
  ['dense', 2, [1, 2, 2, 2]],
  ['dense', 3, [1, 2, 2, 2, 3]],
] as const)('with the tie rule %s a list of %d takes the places %j', (ties, size, places) => {
  const candidates = ['90.0', '80.0', '80.0', '80.0', '70.0'].map((score, index) => candidate(index, score))
  expect(pickEntries({ kind: 'top', size }, candidates, { stages: [], ties }).map(({ rank }) => rank)).toEqual(places)
})

test.each([
  [100, 'up', [5, 10, 20]],
  [30, 'up', [2, 3, 6]],
  [30, 'down', [1, 3, 6]],
  [30, 'nearest', [2, 3, 6]],
  [1, 'up', [1, 1, 1]],
  [1, 'down', [0, 0, 0]],
  [4227, 'up', [212, 423, 846]],
] as const)('of %d enterprises rounded %s the tiers reach %j', (count, rounding, limits) => {
  expect(tierLimits(LONGWAN_TIERS.kind === 'shares' ? LONGWAN_TIERS.tiers : [], rounding, count)).toEqual(limits)
})

test('tiers are counted in each stage, which stand in the order of the model', () => {
  const rows = [...Array(20).keys()].flatMap((index) => [
    candidate(index, String(100 - index), 'growth'),
    candidate(100 + index, String(50 - index), 'start'),
  ])
  const picked = pickEntries(LONGWAN_TIERS, rows, { stages: ['start', 'growth'], ties: 'best' })
  expect(picked.map(({ stage, tier, rank }) => [stage, tier, rank])).toEqual(
    ['start', 'growth'].flatMap((stage) => [
      [stage, 0, 1],
      [stage, 1, 2],
      [stage, 2, 3],
      [stage, 2, 4],
    ]),
  )
})

test('whoever is at least as good as somebody on the list is on it, in no worse tier', () => {
  const rows = fc.array(fc.record({ score: fc.integer({ min: 0, max: 30 }), stage: fc.constantFrom('start', 'growth') }), { maxLength: 60 })
  const anyRules = fc.constantFrom(TOP_HUNDRED, LONGWAN_TIERS, { kind: 'top', size: 7 } as const)
  const anyTies = fc.constantFrom('best', 'worst', 'mean', 'dense')
  fc.assert(
    fc.property(rows, anyRules, anyTies, (values, rules, ties) => {
      const candidates = values.map(({ score, stage }, index) => candidate(index, String(score), stage))
      const picked = pickEntries(rules, candidates, { stages: ['start', 'growth'], ties })
      const tiers = new Map(picked.map(({ enterpriseId, tier }) => [enterpriseId, tier ?? 0]))
      for (const a of candidates)
        for (const b of candidates) {
          const isComparable = rules.kind === 'top' || a.stage === b.stage
          if (!isComparable || Number(a.score) < Number(b.score)) continue
          const [own, other] = [tiers.get(a.enterpriseId), tiers.get(b.enterpriseId)]
          if (other !== undefined && (own === undefined || own > other)) return false
        }
      return true
    }),
  )
})

test('two editions differ in who came, went and moved', () => {
  const entry = (id: string, rank: number, score: string) => ({ enterpriseId: id, name: id, tier: null, stage: null, rank, score })
  const shifts = compareEditions(
    [entry('a', 1, '90.0'), entry('b', 2, '80.0'), entry('c', 3, '70.0')],
    [entry('a', 1, '90.0'), entry('d', 2, '85.0'), entry('b', 3, '80.0')],
  )
  expect(shifts.map(({ enterpriseId, from, to }) => [enterpriseId, from?.rank ?? null, to?.rank ?? null])).toEqual([
    ['d', null, 2],
    ['b', 2, 3],
    ['c', 3, null],
  ])
})
