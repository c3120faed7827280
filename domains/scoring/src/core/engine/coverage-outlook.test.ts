import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageOutlook } from './coverage-outlook.ts'
import { runModel } from './run-model.ts'
import { branchOf, indicatorOf, modelOf, models, tableFor, tables } from './test-models.ts'

describe('what is known before a run', () => {
  const indicators = [indicatorOf('a'), indicatorOf('b', { missing: { kind: 'impute', quantile: 0.5 } }), indicatorOf('c')]
  const root = branchOf(
    'total',
    [
      {
        weight: 3,
        branch: branchOf(
          'left',
          [
            { weight: 1, indicator: 'a' },
            { weight: 1, indicator: 'b' },
          ],
          { minimumCoverage: 0.5 },
        ),
      },
      { weight: 1, indicator: 'c' },
    ],
    { minimumCoverage: 0.5 },
  )
  const model = modelOf(indicators, root)
  const table = tableFor(model, [
    { id: 'all', facts: { a: 1, b: 1, c: 1 } },
    { id: 'half', facts: { a: 1, c: 1 } },
    { id: 'imputed', facts: { c: 1 } },
    { id: 'nothing', facts: {} },
  ])

  it('counts indicators, branches below their minimum, and who gets no score', () => {
    const [only, ...others] = coverageOutlook(model, table)
    expect(others).toEqual([])
    expect(only).toMatchObject({ enterpriseCount: 4, unscoredCount: 2 })
    // An imputed value is no knowledge: the left branch of the third has none.
    expect(only?.branches.map(({ code, belowCount }) => [code, belowCount])).toEqual([
      ['total', 2],
      ['left', 2],
    ])
    expect(
      only?.indicators.map(({ code, knownCount, weightRatio, minimumRatio }) => [code, knownCount, weightRatio, minimumRatio]),
    ).toEqual([
      ['a', 2, 0.375, 0.5],
      ['b', 1, 0.375, 0.5],
      ['c', 3, 0.25, 0.5],
    ])
  })

  it('names nobody as unscored who gets a score', () => {
    fc.assert(
      fc.property(models, tables, (any, facts) => {
        const { scores } = runModel(any, facts, '2025-12-31')
        const unscored = coverageOutlook(any, facts).reduce((sum, { unscoredCount }) => sum + unscoredCount, 0)
        expect(unscored).toBeLessThanOrEqual([...scores.status].filter((status) => status !== 0).length)
      }),
      { numRuns: 100 },
    )
  })
})
