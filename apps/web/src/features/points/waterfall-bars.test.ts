import { summariseCohorts } from '@jiju/scoring/core/engine/cohort-summary'
import { tableOf } from '@jiju/scoring/core/engine/fact-table'
import { runModel } from '@jiju/scoring/core/engine/run-model'
import { branchOf, indicatorOf, modelOf } from '@jiju/scoring/core/engine/test-models'
import { ownFactsOf } from '@jiju/scoring/core/engine/what-if'
import { describe, expect, it } from 'vitest'
import { openTrial } from './try-facts.ts'
import { waterfallBars } from './waterfall-bars.ts'

const indicator = (code: string, dimension: string, steps: number) => ({
  code,
  branch: dimension,
  dimension,
  steps,
  raw: 1,
  part: 0.5,
  weightRatio: 0.5,
  appliedRatio: 0.5,
  state: 'known' as const,
  why: null,
  position: null,
  ifKnown: null,
  isProved: true,
  facts: [code],
})
const dimension = (code: string, kind: 'branch' | 'deductions') => ({
  code,
  name: { zh: code, en: code },
  kind,
  steps: 0,
  part: 0,
  median: null,
  topTenth: null,
})

describe('the bars of a score', () => {
  it('follow each other from nought to the score', () => {
    const bars = waterfallBars({
      indicators: [indicator('a', 'one', 342), indicator('b', 'two', 271), indicator('c', 'two', 0)],
      adjustments: [{ kind: 'deduction', code: 'penalty', on: '2025-03-01', repairedOn: '2025-06-01', steps: -15 }],
      dimensions: [dimension('one', 'branch'), dimension('two', 'branch'), dimension('deductions', 'deductions')],
    })
    expect(bars.map(({ from, to, dimension }) => [from, to, dimension])).toEqual([
      [0, 342, 0],
      [342, 613, 1],
      [613, 613, 1],
      [613, 598, -1],
    ])
    expect(bars.at(-1)).toMatchObject({ to: 598, isRepaired: true })
  })
})

describe('sliders', () => {
  const model = modelOf(
    [indicatorOf('rd', { normalise: { kind: 'log_scale', quantile: 0.95 } }), indicatorOf('patents')],
    branchOf('root', [
      { weight: 1, indicator: 'rd' },
      { weight: 1, indicator: 'patents' },
    ]),
  )
  const rows = Array.from({ length: 60 }, (_, place) => ({ id: `e${10 + place}`, facts: { rd: 10 + place * 3.5, patents: place % 7 } }))
  const table = tableOf(rows, ['patents', 'rd'])
  const { scores } = runModel(model, table, '2025-12-31')
  const summary = JSON.parse(JSON.stringify(summariseCohorts({ model, table, scores })))
  const ground = { asOf: '2025-12-31', shownSteps: scores.steps[22] as number, own: ownFactsOf(table, 22), summary }

  it('start at the score shown, reach beyond the peers, and raise it at once', () => {
    const trial = openTrial(model, ground)
    expect(trial?.of({}).after.steps).toBe(ground.shownSteps)
    expect(trial?.sliders.map(({ fact }) => fact).sort()).toEqual(['patents', 'rd'])
    for (const { fact, from, low, high, suggestion } of trial?.sliders ?? []) {
      expect(low).toBeLessThanOrEqual(from as number)
      expect(high).toBeGreaterThan(suggestion?.to as number)
      expect(trial?.of({ [fact]: suggestion?.to as number }).changedSteps).toBe(suggestion?.gainedSteps)
    }
  })
})
