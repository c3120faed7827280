import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scored } from './contributions.ts'
import { explainRow } from './explain.ts'
import type { FactTable } from './fact-table.ts'
import type { Model } from './model.ts'
import { runModel } from './run-model.ts'
import { branchOf, indicatorOf, modelOf, models, tableFor, tables } from './test-models.ts'

const TODAY = '2026-09-30'
const run = (model: Model, table: FactTable): Scored => ({ model, table, asOf: TODAY, ...runModel(model, table, TODAY) })
const sum = (steps: readonly { readonly steps: number }[]) => steps.reduce((before, line) => before + line.steps, 0)

describe('an explanation', () => {
  it('sums to the score shown, and in each branch, for any model and row', () => {
    let explained = 0
    fc.assert(
      fc.property(models, tables, (model, table) => {
        const scored = run(model, table)
        for (const row of table.ids.keys()) {
          const explanation = explainRow(scored, row)
          const { steps, reckonedSteps, branches, indicators, adjustments } = explanation
          if (explanation.status === 'scored') expect(steps).toBe(reckonedSteps)
          else expect([steps, explanation.obstacles.length > 0]).toEqual([null, true])
          if (reckonedSteps === null) continue
          explained += 1
          const step = 1 / 10 ** model.decimals
          const shownApart = branches.filter(({ branch, steps }) => {
            const below = [...branches.filter(({ parent }) => parent === branch), ...indicators.filter((line) => line.branch === branch)]
            return sum(below) !== steps
          })
          const farOff = [...branches, ...indicators].filter((line) => Math.abs(line.steps * step - line.points) > 3.01 * step)
          const counted = indicators.filter((line) => line.state === 'missing' && (line.steps !== 0 || line.appliedRatio !== 0))
          expect([sum(indicators) + sum(adjustments), shownApart, farOff, counted]).toEqual([reckonedSteps, [], [], []])
        }
      }),
      { numRuns: 150 },
    )
    expect(explained).toBeGreaterThan(250)
  })

  const model = modelOf(
    [
      indicatorOf('patents', { normalise: { kind: 'goalposts', low: 0, high: 10, log: false } }),
      indicatorOf('ratio', {
        measure: { kind: 'ratio', numerator: 'rd', denominator: 'revenue', factor: 100 },
        normalise: { kind: 'goalposts', low: 0, high: 20, log: false },
      }),
      indicatorOf('awards', { normalise: { kind: 'goalposts', low: 0, high: 4, log: false } }),
    ],
    branchOf('root', [
      { weight: 2, indicator: 'patents' },
      { weight: 1, indicator: 'ratio' },
      { weight: 1, indicator: 'awards' },
    ]),
  )
  const table = tableFor(model, [
    { id: 'a', facts: { patents: 5, rd: 10, revenue: 100, awards: null } },
    { id: 'b', facts: { patents: 8, rd: 10, revenue: 0, awards: 1 } },
    { id: 'c', facts: { patents: 5, rd: 4, revenue: 100, awards: 3 } },
  ])

  it('says what is missing, what carries its weight, and what the score would be with it', () => {
    const { indicators, steps, coverage } = explainRow(run(model, table), 0)
    expect(steps).toBe(500)
    expect(coverage).toBe(0.75)
    const [patents, ratio, awards] = indicators
    expect(patents).toMatchObject({ raw: 5, part: 0.5, weightRatio: 0.5, state: 'known', why: null, ifKnown: null })
    expect(patents?.appliedRatio).toBeCloseTo(2 / 3, 12)
    expect(patents?.position).toMatchObject({ rank: 2, count: 3, median: 5 })
    expect(ratio).toMatchObject({ raw: 10, position: { rank: 1, count: 2 } })
    expect(awards).toMatchObject({ raw: null, state: 'missing', appliedRatio: 0, why: { kind: 'missing_facts', facts: ['awards'] } })
    // Known values of awards are 1 and 3: quartiles 1.5, 2, 2.5; 37.5 of known points and a quarter of 25 for each.
    expect(awards?.ifKnown).toEqual([
      { raw: 1.5, steps: 469 },
      { raw: 2, steps: 500 },
      { raw: 2.5, steps: 531 },
    ])
  })

  it('tells a denominator of 0 from a missing fact', () => {
    expect(explainRow(run(model, table), 1).indicators[1]).toMatchObject({
      state: 'missing',
      why: { kind: 'zero_denominator', fact: 'revenue' },
    })
  })

  it('names all that keeps from a score, and what it would be without', () => {
    const strict = {
      ...model,
      deductions: {
        cap: 10,
        items: [
          {
            code: 'fraud',
            name: { zh: '', en: '' },
            points: 4,
            expiresAfterDays: null,
            repairedRatio: 0,
            isVeto: true,
            certainty: 'to_confirm' as const,
          },
        ],
      },
      gates: [
        {
          code: 'income',
          name: { zh: '', en: '' },
          require: { fact: 'revenue', is: '>' as const, value: 500 },
          otherwise: 'no_score' as const,
        },
      ],
    }
    const events = [{ id: 'c', code: 'fraud', on: '2026-01-01', repairedOn: null }]
    const explanation = explainRow(run(strict, { ...table, events }), 2)
    expect(explanation).toMatchObject({
      status: 'vetoed',
      steps: null,
      reckonedSteps: 448,
      obstacles: [
        { kind: 'veto', code: 'fraud', on: '2026-01-01' },
        { kind: 'gate', code: 'income' },
      ],
      adjustments: [{ kind: 'deduction', code: 'fraud', steps: -40 }],
    })
  })
})
