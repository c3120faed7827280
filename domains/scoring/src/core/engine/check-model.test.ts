import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import hdi from '../models/hdi.json' with { type: 'json' }
import file from './cases/bad-models.json' with { type: 'json' }
import { checkCohorts, checkModel, type Mistake } from './check-model.ts'
import { tableOf } from './fact-table.ts'
import { type Branch, factRefsOf, type Model } from './model.ts'
import { runModel } from './run-model.ts'
import { branchOf, indicatorOf, modelOf, models } from './test-models.ts'

type Json = Record<string, unknown>
type Case = { set?: Json; remove?: readonly string[]; mistakes: readonly Omit<Mistake, 'isWarning'>[] }

const cases = file.cases as unknown as readonly Case[]
const WARNINGS = ['fact_unused', 'stages_overlap', 'mean_zero', 'cap_zero']

/** The base with some of its parts, named by JSON pointers, replaced or taken away. */
function broken({ set = {}, remove = [] }: Pick<Case, 'set' | 'remove'>): unknown {
  const copy = structuredClone(file.base) as unknown as Json
  const at = (pointer: string) => {
    const keys = pointer.split('/').slice(1)
    const last = keys.pop() as string
    return { owner: keys.reduce((owner, key) => owner[key] as Json, copy), last }
  }
  for (const [pointer, value] of Object.entries(set)) {
    const { owner, last } = at(pointer)
    owner[last] = value
  }
  for (const pointer of remove) {
    const { owner, last } = at(pointer)
    delete owner[last]
  }
  return copy
}

const named = (mistakes: Case['mistakes']) =>
  mistakes.map((mistake) => ({ ...mistake, code: `scoring.model_${mistake.code}`, isWarning: WARNINGS.includes(mistake.code) }))

describe('a bad model', () => {
  it.each(cases.map((one) => [JSON.stringify(one.set ?? one.remove), one] as const))('%s', (_, one) => {
    expect(checkModel(broken(one))).toEqual(named(one.mistakes))
  })

  it('is refused with every mistake at once', () => {
    const paths = ['/decimals', '/indicators/1/normalise/low', '/gates/0/require/atLeast', '/deductions/items/0/isVeto']
    const several = cases.filter(({ set }) => set && Object.keys(set).every((path) => paths.includes(path)))
    const all = broken({ set: Object.assign({}, ...several.map(({ set }) => set)) })
    const found = checkModel(all).map(({ path, code }) => `${path} ${code}`)
    expect(found).toEqual(
      expect.arrayContaining(['/decimals scoring.model_number_range', '/indicators/1/normalise scoring.model_goalposts_reversed']),
    )
    expect(found).toHaveLength(4)
  })

  it('may be anything at all', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(checkModel(value).length).toBeGreaterThan(0)
      }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(file.base)), fc.jsonValue(), (key, value) => {
        for (const { path, code } of checkModel({ ...file.base, [key]: value })) expect(`${path} ${code}`).toMatch(/^(\/|$| )/)
      }),
      { numRuns: 500 },
    )
  })

  it('is refused when it has more levels than anybody reads, however deep', () => {
    const nest = (levels: number): Branch =>
      branchOf(`l${levels}`, [levels === 0 ? { weight: 1, indicator: 'a' } : { weight: 1, branch: nest(levels - 1) }])
    const withLevels = (levels: number) =>
      modelOf([indicatorOf('a', { measure: { kind: 'fact', fact: 'a' } })], nest(levels - 1), {
        facts: [{ code: 'a', name: { zh: '甲', en: 'a' }, unit: '' }],
      })
    expect(checkModel(withLevels(12))).toEqual([])
    expect(checkModel(withLevels(13)).map(({ code }) => code)).toEqual(['scoring.model_too_deep'])
    expect(checkModel(withLevels(5000)).map(({ code }) => code)).toEqual(['scoring.model_too_deep'])
  })
})

describe('a good model', () => {
  it('has nothing against it', () => {
    expect(checkModel(file.base)).toEqual([])
    expect(checkModel(hdi)).toEqual(named([{ path: '/root/aggregate', code: 'mean_zero', params: { branch: 'hdi', child: 'le' } }]))
  })

  it('is taken by the engine whatever the facts', () => {
    fc.assert(
      fc.property(models, (model) => {
        const facts = factRefsOf(model).map((code) => ({ code, name: model.name, unit: '' }))
        expect(
          checkModel({ ...model, facts }).filter(({ isWarning, code }) => !isWarning && code !== 'scoring.model_outranking_weights'),
        ).toEqual([])
      }),
    )
  })

  it('can meet more enterprises than it can compare one by one', () => {
    const model: Model = modelOf(
      [indicatorOf('a')],
      branchOf('root', [{ weight: 1, indicator: 'a' }], { aggregate: { kind: 'outranking' } }),
    )
    const table = (rows: number) =>
      tableOf(
        Array.from({ length: rows }, (_, index) => ({ id: `e${index}`, facts: { a: index } })),
        ['a'],
      )
    expect(checkCohorts(model, table(30_000))).toEqual([])
    expect(checkCohorts(model, table(30_001))).toEqual([
      { path: '/root', code: 'scoring.model_outranking_many', params: { branch: 'root', rows: 30_001, most: 30_000 }, isWarning: false },
    ])
    expect(() => runModel(model, table(30_001), '2026-09-30')).toThrow('30001')
  })
})
