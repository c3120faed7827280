import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitOfSummary, spreadFacts, summariseCohorts } from './cohort-summary.ts'
import { groupValues } from './groups.ts'
import { factRefsOf } from './model.ts'
import { runModel } from './run-model.ts'
import { boardOf, placesAmong } from './score-board.ts'
import { strongestChanges } from './strongest-changes.ts'
import { branchOf, indicatorOf, modelOf, models, tableFor, tables } from './test-models.ts'
import { ownFactsOf, whatIf } from './what-if.ts'

const TODAY = '2026-09-30'

/** Numbers with a long tail, the same each time. */
function drawn(count: number, seed: number): number[] {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (state * 16807) % 2147483647
    return Math.round(1000 * (1 / (1.02 - state / 2147483647) - 0.98)) / 10
  })
}

describe('what if', () => {
  it('nothing changed: the score of the run, for any model and row', () => {
    fc.assert(
      fc.property(models, tables, (model, table) => {
        const { fit, scores, ranks } = runModel({ ...model, ties: 'best' }, table, TODAY)
        const board = boardOf(scores, model.stages.length)
        for (const row of table.ids.keys()) {
          const { before, after } = whatIf({ model, fit, asOf: TODAY }, ownFactsOf(table, row), { changes: {}, board })
          const steps = Number.isNaN(scores.steps[row]) ? null : scores.steps[row]
          expect([before.steps, after.steps]).toEqual([steps, steps])
          if (steps === null) continue
          expect(after.placeAmongAll).toEqual([ranks.all[row], ranks.all[row]])
          expect(after.placeInStage).toEqual([ranks.stage[row], ranks.stage[row]])
        }
      }),
      { numRuns: 100 },
    )
  })

  const model = modelOf(
    [
      indicatorOf('rd', { normalise: { kind: 'log_scale', quantile: 0.95 } }),
      indicatorOf('patents', { normalise: { kind: 'percentile' } }),
      indicatorOf('growth', { outliers: [{ kind: 'winsorise', lower: 0.05, upper: 0.95 }], normalise: { kind: 'min_max' } }),
      indicatorOf('margin', { normalise: { kind: 'z_score', perDeviation: 0.15 } }),
    ],
    branchOf('root', [
      { weight: 3, indicator: 'rd' },
      { weight: 3, indicator: 'patents' },
      { weight: 2, indicator: 'growth' },
      { weight: 2, indicator: 'margin' },
    ]),
  )
  const count = 412
  const columns = Object.fromEntries(factRefsOf(model).map((ref, place) => [ref, drawn(count, 77 + place)]))
  const table = tableFor(
    model,
    Array.from({ length: count }, (_, row) => ({
      id: `e${String(row).padStart(3, '0')}`,
      facts: {
        ...Object.fromEntries(Object.entries(columns).map(([ref, values]) => [ref, values[row]])),
        // Counts, most of them nought.
        patents: Math.max(0, Math.floor((columns.patents?.[row] as number) / 40) - 1),
      },
    })),
  )
  const { fit, scores, ranks } = runModel(model, table, TODAY)

  it('answers nearly the same from what anyone may know of the peers', () => {
    const summary = JSON.parse(JSON.stringify(summariseCohorts({ model, table, scores })))
    const publicFit = fitOfSummary(model, summary)
    expect(publicFit).not.toBeNull()
    const exactBoard = boardOf(scores, 0)
    let worst = 0
    let widest = 0
    for (let row = 0; row < count; row += 7) {
      const own = ownFactsOf(table, row)
      for (const changes of [{}, { rd: (own.facts.rd as number) * 1.3 }, { patents: (own.facts.patents as number) + 3, growth: 20 }]) {
        const exact = whatIf({ model, fit, asOf: TODAY }, own, { changes, board: exactBoard })
        const near = whatIf({ model, fit: publicFit as typeof fit, asOf: TODAY }, own, {
          changes,
          board: summary.board,
          shown: scores.steps[row] as number,
        })
        worst = Math.max(worst, Math.abs((exact.after.steps as number) - (near.after.steps as number)))
        const [best, last] = near.after.placeAmongAll as readonly [number, number]
        widest = Math.max(widest, last - best)
        if (Object.keys(changes).length > 0) continue
        expect(near.after.steps).toBe(scores.steps[row])
        expect(best).toBeLessThanOrEqual(ranks.all[row] as number)
        expect(last).toBeGreaterThanOrEqual(ranks.all[row] as number)
      }
    }
    // Tenths of a point of 100, and places of 412.
    expect(worst).toBeLessThanOrEqual(3)
    expect(widest).toBeLessThanOrEqual(10)
  })

  it('lets nobody see fewer than five others', () => {
    const { cohorts, board } = summariseCohorts({ model, table, scores })
    for (const groups of [...(cohorts[0]?.indicators ?? []), board.all]) {
      expect(Math.min(...(groups?.counts ?? [0]))).toBeGreaterThanOrEqual(5)
      expect(groups?.counts.reduce((sum, size) => sum + size, 0)).toBe(count)
    }
    expect(groupValues(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13))).toEqual({ means: [3.5, 58 / 6], counts: [6, 6] })
    const four = tableFor(
      model,
      table.ids.slice(0, 4).map((id, row) => ({ id, facts: ownFactsOf(table, row).facts })),
    )
    const few = summariseCohorts({ model, table: four, scores: runModel(model, four, TODAY).scores })
    expect([few.cohorts, few.board]).toEqual([[null], { all: null, stages: [null] }])
  })

  it('never tells a place outside of its range, whatever the score', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 60 }),
        fc.integer({ min: 0, max: 60 }),
        (all, steps) => {
          const board = boardOf({ steps: Float64Array.from(all), stage: new Int16Array(all.length) }, 0, 5)
          const [best, worst] = placesAmong(board.all as NonNullable<typeof board.all>, steps, null)
          const place = 1 + all.filter((other) => other > steps).length
          expect(best <= place && place <= worst).toBe(true)
        },
      ),
    )
  })

  it('names the change that moves the score most, each to the next mark of the cohort', () => {
    const row = scores.steps.indexOf([...scores.steps].sort((a, b) => a - b)[200] as number)
    const own = ownFactsOf(table, row)
    const spreads = spreadFacts({ model, table, scores }, 0)
    const changes = strongestChanges({ model, fit, asOf: TODAY }, own, spreads)
    expect(changes.length).toBeGreaterThan(1)
    expect(changes.map(({ gainedSteps }) => gainedSteps)).toEqual(changes.map(({ gainedSteps }) => gainedSteps).sort((a, b) => b - a))
    for (const { fact, from, to } of changes) {
      expect(to).toBeGreaterThan(from as number)
      const { lowerQuartile, median, upperQuartile, ninetieth } = spreads[fact] as NonNullable<(typeof spreads)[string]>
      expect([lowerQuartile, median, upperQuartile, ninetieth].map((mark) => (fact === 'patents' ? Math.ceil(mark) : mark))).toContain(to)
    }
  })

  it('does not advise to shrink what others are divided by, nor to change the past', () => {
    const ratios = modelOf(
      [
        indicatorOf('intensity', { measure: { kind: 'ratio', numerator: 'rd', denominator: 'revenue', factor: 100 } }),
        indicatorOf('growth', { measure: { kind: 'growth', now: 'profit', before: 'profit@-1', factor: 100 } }),
      ],
      branchOf('root', [
        { weight: 1, indicator: 'intensity' },
        { weight: 1, indicator: 'growth' },
      ]),
    )
    const rows = tableFor(
      ratios,
      drawn(20, 5).map((value, row) => ({ id: `e${row}`, facts: { rd: value, revenue: 1000, profit: value, 'profit@-1': 50 } })),
    )
    const run = runModel(ratios, rows, TODAY)
    const own = { ...ownFactsOf(rows, 0), facts: { rd: 1, revenue: 1000, profit: 1, 'profit@-1': 50 } }
    const changes = strongestChanges(
      { model: ratios, fit: run.fit, asOf: TODAY },
      own,
      spreadFacts({ model: ratios, table: rows, scores: run.scores }, 0),
    )
    expect(changes.map(({ fact }) => fact).sort()).toEqual(['profit', 'rd'])
  })
})
