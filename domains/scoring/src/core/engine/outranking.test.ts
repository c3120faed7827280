import { describe, expect, it } from 'vitest'
import { tableOf } from './fact-table.ts'
import { fitModel } from './fit-model.ts'
import type { Model } from './model.ts'
import { copeland, gatherPeers, MAX_OUTRANKED } from './outranking.ts'
import { runModel } from './run-model.ts'
import { scoreTable } from './score-table.ts'
import { branchOf, indicatorOf, modelOf, tableFor } from './test-models.ts'

const NONE = Number.NaN
const DAY = '2026-09-30'

const model: Model = modelOf(
  ['a', 'b', 'c'].map((code) => indicatorOf(code, { normalise: { kind: 'goalposts', low: 0, high: 10, log: false } })),
  branchOf(
    'root',
    [
      { weight: 2, indicator: 'a' },
      { weight: 1, indicator: 'b' },
      { weight: 1, indicator: 'c' },
    ],
    { aggregate: { kind: 'outranking' }, minimumCoverage: 0.5 },
  ),
)
const row = (id: string, a: number | null, b: number | null, c: number | null) => ({ id, facts: { a, b, c } })

// p and q tie (2 for a against 1 + 1 for b and c); both beat r (p: 2 against 1; q: 3 against 1) and t; r beats t.
const ROWS = [row('p', 9, 1, 1), row('q', 5, 5, 5), row('r', 4, 6, 1), row('t', 1, 0, null), row('u', null, 9, null)]

describe('outranking', () => {
  it('gives the part of duels won, ties for half, whoever is too little known left out', () => {
    const { scores } = runModel(model, tableFor(model, ROWS), DAY)
    expect([...scores.steps]).toEqual([833, 833, 333, 0, NONE])
    expect([...(scores.branches[0]?.coverage ?? [])]).toEqual([1, 1, 1, 0.75, 0.25])
  })

  it('scores one more row against the peers of a fit', () => {
    const fit = fitModel(model, tableFor(model, ROWS))
    const alone = (a: number, b: number, c: number | null) => scoreTable(model, fit, tableFor(model, [row('new', a, b, c)]), DAY).steps[0]
    // A newcomer meets all four; one who is as q meets the others.
    expect(alone(10, 10, 10)).toBe(1000)
    expect(alone(0, 0, 0)).toBe(0)
    // Loses to p and q, ties in a and wins in b against r, beats t.
    expect(alone(4, 7, null)).toBe(500)
    expect(alone(5, 5, 5)).toBe(833)
  })

  it('compares within the cohort only', () => {
    const stages = [
      { code: 'small', name: { zh: '小', en: 'small' }, when: [{ fact: 'a', is: '<', value: 5 } as const] },
      { code: 'large', name: { zh: '大', en: 'large' }, when: [] },
    ]
    const { scores } = runModel({ ...model, stages, cohort: 'stage' }, tableFor(model, ROWS), DAY)
    expect([...scores.steps]).toEqual([500, 500, 1000, 0, NONE])
  })

  it('has no duel where nothing is known of both, and a half without any duel', () => {
    const weights = Float64Array.of(1, 1)
    const peers = gatherPeers('x', [Float64Array.of(1, NONE), Float64Array.of(NONE, 1)], Uint32Array.of(0, 1))
    expect(copeland(Float64Array.of(1, NONE), peers, weights)).toBe(0.5)
    expect(copeland(Float64Array.of(2, NONE), peers, weights)).toBe(1)
  })

  it('takes sums of weights that differ in their last digit for a tie', () => {
    const weights = Float64Array.of(0.1, 0.2, 0.3)
    const peers = gatherPeers(
      'x',
      [1, 1, 0].map((value) => Float64Array.of(value)),
      Uint32Array.of(0),
    )
    expect(copeland(Float64Array.of(0, 0, 1), peers, weights)).toBe(0.5)
  })

  it('refuses a cohort of more than can meet one by one', () => {
    const rows = Array.from({ length: MAX_OUTRANKED + 1 }, (_, index) => row(`e${index}`, 1, 1, 1))
    expect(() => fitModel(model, tableOf(rows, ['a', 'b', 'c']))).toThrow('root compares 30001 one by one; 30000 is the most')
  })
})
