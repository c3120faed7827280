import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scored } from './contributions.ts'
import type { FactTable } from './fact-table.ts'
import { joinColumns } from './join-columns.ts'
import type { Model } from './model.ts'
import { movementOf } from './movement.ts'
import { runModel } from './run-model.ts'
import { branchOf, indicatorOf, modelOf, models, tableFor, tables } from './test-models.ts'

const run = (model: Model, table: FactTable, asOf: string): Scored => ({ model, table, asOf, ...runModel(model, table, asOf) })

describe('the movement between two runs', () => {
  it('is own facts, peers and method exactly, and each of them its causes, for any two runs', () => {
    let split = 0
    fc.assert(
      fc.property(models, models, fc.boolean(), tables, tables, (first, second, isSameModel, before, after) => {
        const older = run(first, before, '2025-12-31')
        const newer = run(isSameModel ? structuredClone(first) : second, after, '2026-09-30')
        for (const id of new Set([...before.ids, ...after.ids])) {
          const movement = movementOf(older, newer, id)
          if (movement.kind !== 'stayed') {
            expect([before.ids.includes(id), after.ids.includes(id)]).toEqual(movement.kind === 'left' ? [true, false] : [false, true])
            continue
          }
          const { waypoints, own, peers, method, changedSteps, decimals } = movement
          const shown = ({ model, table, scores }: Scored) => {
            const steps = scores.steps[table.ids.indexOf(id)] as number
            return Number.isNaN(steps) ? null : steps * 10 ** (decimals - model.decimals)
          }
          expect([waypoints[0].steps, waypoints[3].steps]).toEqual([shown(older), shown(newer)])
          for (const { steps, causes } of [own, peers, method])
            if (steps !== null) expect(causes.reduce((sum, cause) => sum + cause.steps, 0)).toBe(steps)
          if (waypoints.some(({ steps }) => steps === null)) continue
          split += 1
          expect((own.steps as number) + (peers.steps as number) + (method.steps as number)).toBe(changedSteps)
          if (isSameModel) expect([method.steps, method.causes]).toEqual([0, []])
        }
      }),
      { numRuns: 100 },
    )
    expect(split).toBeGreaterThan(25)
  })

  const model = modelOf(
    [
      indicatorOf('patents', { normalise: { kind: 'min_max' } }),
      indicatorOf('rd', { normalise: { kind: 'goalposts', low: 0, high: 100, log: false } }),
    ],
    branchOf('root', [
      { weight: { young: 1, old: 3 }, indicator: 'patents' },
      { weight: 1, indicator: 'rd' },
    ]),
    {
      stages: [
        { code: 'young', name: { zh: '', en: '' }, when: [{ fact: 'revenue', is: '<', value: 500 }] },
        { code: 'old', name: { zh: '', en: '' }, when: [{ fact: 'revenue', is: '>=', value: 500 }] },
      ],
    },
  )
  const facts = (patents: number, rd: number, revenue = 100) => ({ patents, rd, revenue })
  const before = run(
    model,
    tableFor(model, [
      { id: 'a', facts: facts(5, 40) },
      { id: 'b', facts: facts(10, 50) },
      { id: 'c', facts: facts(0, 50) },
    ]),
    '2026-06-30',
  )

  it('names own facts where only they changed, and peers where only they did', () => {
    const better = run(
      model,
      tableFor(model, [
        { id: 'a', facts: facts(6, 44) },
        { id: 'b', facts: facts(20, 50) },
        { id: 'c', facts: facts(0, 50) },
      ]),
      '2026-09-30',
    )
    expect(movementOf(before, better, 'a')).toMatchObject({
      changedSteps: -80,
      // From (0.5 + 0.4) ÷ 2 to (0.6 + 0.44) ÷ 2; then 6 patents of 20 instead of 10.
      own: {
        steps: 70,
        causes: [
          { line: { kind: 'indicator', indicator: 'patents' }, steps: 50 },
          { line: { kind: 'indicator', indicator: 'rd' }, steps: 20 },
        ],
      },
      peers: { steps: -150, causes: [{ line: { kind: 'indicator', indicator: 'patents' }, steps: -150 }], stageChange: null },
      method: { steps: 0, causes: [] },
    })
    expect(movementOf(before, better, 'c')).toMatchObject({ changedSteps: 0, own: { steps: 0 }, peers: { steps: 0 } })
  })

  it('says by which fact an enterprise came into another stage', () => {
    const grown = run(
      model,
      tableFor(model, [
        { id: 'a', facts: facts(5, 40, 900) },
        { id: 'b', facts: facts(10, 50, 900) },
        { id: 'c', facts: facts(0, 50) },
      ]),
      '2026-09-30',
    )
    const movement = movementOf(before, grown, 'a')
    expect(movement).toMatchObject({
      own: {
        // From (0.5 + 0.4) ÷ 2 to (3 × 0.5 + 0.4) ÷ 4.
        steps: 25,
        stageChange: {
          from: 'young',
          to: 'old',
          because: [
            { condition: { is: '<' }, before: 100, after: 900 },
            { condition: { is: '>=' }, before: 100, after: 900 },
          ],
        },
      },
      method: { steps: 0, stageChange: null },
    })
  })

  it('lays it to the method that a fact is no longer read, where the newer facts hold it too', () => {
    const slim = modelOf(
      [indicatorOf('rd', { normalise: { kind: 'goalposts', low: 0, high: 100, log: false } })],
      branchOf('root', [{ weight: 1, indicator: 'rd' }]),
    )
    const own = tableFor(
      slim,
      before.table.ids.map((id) => ({ id, facts: { rd: 50 } })),
    )
    const moved = (table: FactTable) => movementOf(before, run(slim, table, '2026-09-30'), 'a')
    expect(moved(joinColumns(own, before.table))).toMatchObject({ own: { steps: 50 }, peers: { steps: 0 }, method: { steps: 0 } })
    // Without them the stage is lost, and with it the score on the way.
    expect(moved(own)).toMatchObject({ own: { steps: null }, changedSteps: 50 })
  })

  it('leaves the split open, but not the reason, where there is no score on the way', () => {
    const strict = {
      ...model,
      gates: [
        { code: 'rd', name: { zh: '', en: '' }, require: { fact: 'rd', is: '>' as const, value: 60 }, otherwise: 'no_score' as const },
      ],
    }
    const gated = run(strict, before.table, '2026-06-30')
    expect(movementOf(before, gated, 'a')).toMatchObject({
      changedSteps: null,
      own: { steps: 0 },
      peers: { steps: 0 },
      method: { steps: null, causes: [] },
      waypoints: [{ status: 'scored' }, { status: 'scored' }, { status: 'scored' }, { status: 'gated' }],
    })
  })
})
