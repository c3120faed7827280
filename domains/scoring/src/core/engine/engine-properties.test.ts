import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FactTable, tableOf } from './fact-table.ts'
import { fitModel } from './fit-model.ts'
import type { Indicator, Model, Normalisation, OutlierRule } from './model.ts'
import { runModel } from './run-model.ts'
import { aggregateTable, scoreTable } from './score-table.ts'
import { branchOf, indicatorOf, modelOf, models, tableFor, tables } from './test-models.ts'

const DAY = '2026-09-30'
const CODES = ['a', 'b', 'c', 'd', 'e', 'f']

/** The rows of a table, to be changed and put together again. */
function rowsIn(table: FactTable) {
  return table.ids.map((id, row) => ({
    id,
    facts: Object.fromEntries([...table.columns].map(([ref, column]) => [ref, Number.isNaN(column[row]) ? null : (column[row] as number)])),
  }))
}

const refsOf = (table: FactTable) => [...table.columns.keys()]

/** All numbers of a run as bytes. */
function bytesOf(model: Model, table: FactTable): string {
  const { scores, ranks } = runModel(model, table, DAY)
  const columns = [
    ...scores.parts,
    ...scores.branches.flatMap(({ part, coverage }) => [part, coverage]),
    ...[scores.bonus, scores.deduction, scores.steps, ranks.all, ranks.stage],
    ...[...scores.imputed, scores.status, scores.stage],
  ]
  return columns.map((column) => Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString('hex')).join(' ')
}

describe('a run', () => {
  it('is the same bytes in whatever order rows and events were brought', () => {
    fc.assert(
      fc.property(models, tables, fc.infiniteStream(fc.nat()), (model, table, order) => {
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((item) => ({ item, key: order.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item)
        const again = tableOf(shuffled(rowsIn(table)), shuffled(refsOf(table)), shuffled(table.events))
        expect(bytesOf(model, again)).toBe(bytesOf(model, table))
      }),
      { numRuns: 80 },
    )
  })

  it('gives enterprises with equal facts equal scores and places', () => {
    fc.assert(
      fc.property(models, tables, fc.nat(), (model, table, pick) => {
        const rows = rowsIn(table)
        const twin = rows[pick % rows.length] as (typeof rows)[number]
        const events = table.events.filter(({ id }) => id !== twin.id)
        const both = tableOf([...rows, { ...twin, id: 'zz' }], refsOf(table), events)
        const { scores, ranks } = runModel(model, both, DAY)
        const places = [both.ids.indexOf(twin.id), both.ids.indexOf('zz')] as const
        for (const column of [...scores.parts, scores.steps, scores.status, ranks.all, ranks.stage])
          expect(column[places[0]]).toEqual(column[places[1]])
      }),
      { numRuns: 80 },
    )
  })

  it('scored against its own fit, as a whole or one by one, is itself', () => {
    fc.assert(
      fc.property(models, tables, (model, table) => {
        const { fit, scores } = runModel(model, table, DAY)
        const again = aggregateTable(model, { table, asOf: DAY, stage: scores.stage, parts: scores.parts, imputed: scores.imputed })
        expect(again.steps).toEqual(scores.steps)
        for (const [row, one] of rowsIn(table).entries()) {
          const own = table.events.filter(({ id }) => id === one.id)
          expect(scoreTable(model, fit, tableOf([one], refsOf(table), own), DAY).steps[0]).toEqual(scores.steps[row])
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('an indicator', () => {
  it('never lowers a score by getting better, against a fixed cohort', () => {
    let compared = 0
    fc.assert(
      fc.property(models, tables, fc.constantFrom(...CODES), fc.double({ min: 0, max: 5, noNaN: true }), (model, table, code, more) => {
        // A gate on a fact is a rule of its own, and d may be better where it is lower.
        const open: Model = { ...model, gates: model.gates.filter(({ require }) => 'branch' in require) }
        const fit = fitModel(open, table)
        const before = scoreTable(open, fit, table, DAY).steps
        const isLower = open.indicators.find((indicator) => indicator.code === code)?.direction === 'lower'
        const better = rowsIn(table).map(({ id, facts }) => {
          const value = facts[code]
          return { id, facts: { ...facts, [code]: value === null || value === undefined ? null : value + (isLower ? -more : more) } }
        })
        const after = scoreTable(open, fit, tableOf(better, refsOf(table), table.events), DAY).steps
        for (const [row, steps] of before.entries()) {
          if (Number.isNaN(steps) || Number.isNaN(after[row])) continue
          compared += 1
          expect(after[row]).toBeGreaterThanOrEqual(steps)
        }
      }),
      { numRuns: 250 },
    )
    expect(compared).toBeGreaterThan(300)
  })

  it('that nobody knows changes no score, while one that all have at 0 does', () => {
    const known = indicatorOf('a', { normalise: { kind: 'goalposts', low: 0, high: 10, log: false } })
    const extra = indicatorOf('b', { normalise: { kind: 'goalposts', low: 0, high: 10, log: false } })
    const alone = modelOf([known], branchOf('root', [{ weight: 1, indicator: 'a' }]))
    const pair = modelOf(
      [known, extra],
      branchOf('root', [
        { weight: 1, indicator: 'a' },
        { weight: 1, indicator: 'b' },
      ]),
    )
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 10, noNaN: true }), { minLength: 1, maxLength: 8 }), (values) => {
        const rows = (b: number | null) => values.map((a, index) => ({ id: `e${index}`, facts: { a, b } }))
        const without = runModel(alone, tableFor(alone, rows(null)), DAY).scores.steps
        expect(runModel(pair, tableFor(pair, rows(null)), DAY).scores.steps).toEqual(without)
        const atZero = runModel(pair, tableFor(pair, rows(0)), DAY).scores.steps
        for (const [row, steps] of atZero.entries()) expect(steps).toBeLessThan(without[row] as number)
      }),
    )
  })

  it.each<[Normalisation, Indicator['direction'], readonly OutlierRule[]]>([
    [{ kind: 'min_max' }, 'higher', []],
    [{ kind: 'min_max' }, 'lower', [{ kind: 'winsorise', lower: 0.1, upper: 0.9 }]],
    [{ kind: 'z_score', perDeviation: 0.2 }, 'higher', []],
    [{ kind: 'percentile' }, 'lower', []],
    [{ kind: 'rank' }, 'higher', []],
    [{ kind: 'rank' }, 'lower', []],
    [{ kind: 'borda' }, 'higher', []],
    [{ kind: 'distance', target: 'best' }, 'higher', []],
    [{ kind: 'distance', target: 'best' }, 'lower', []],
  ])('by %o does not mind its unit (%s)', (normalise, direction, outliers) => {
    const model = modelOf([indicatorOf('a', { normalise, direction, outliers })], branchOf('root', [{ weight: 1, indicator: 'a' }]))
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: -12, max: 12 }),
        (values, power) => {
          const rows = (unit: number) => values.map((value, index) => ({ id: `e${index}`, facts: { a: value * unit } }))
          const parts = (unit: number) => runModel(model, tableFor(model, rows(unit)), DAY).scores.parts[0]
          const own = parts(1)
          expect(parts(2 ** power)).toEqual(own)
          for (const [row, part] of (parts(10_000) ?? []).entries()) expect(part).toBeCloseTo(own?.[row] as number, 12)
        },
      ),
    )
  })
})
