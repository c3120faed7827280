import { expect, test } from 'vitest'
import { compareModels } from './compare-models.ts'
import { SHIPPED_MODELS } from './shipped.ts'

test('a model differs from itself nowhere, however its lists are ordered', () => {
  for (const model of SHIPPED_MODELS)
    expect(compareModels(model, { ...model, indicators: [...model.indicators].reverse(), facts: [...model.facts].reverse() })).toEqual([])
})

test('a changed weight is found at its place, what came and went by its code', () => {
  const before = {
    version: '1',
    root: {
      children: [
        { weight: { start: 60 }, indicator: 'rd' },
        { weight: 40, branch: { code: 'growth', children: [] } },
      ],
    },
    gates: [{ code: 'old' }],
  }
  const after = {
    version: '2',
    root: {
      children: [
        { weight: 40, branch: { code: 'growth', children: [] } },
        { weight: { start: 55 }, indicator: 'rd' },
      ],
    },
    gates: [{ code: 'new' }],
  }
  expect(compareModels(before, after)).toEqual([
    { path: 'version', before: '1', after: '2' },
    { path: 'root / children / rd / weight / start', before: 60, after: 55 },
    { path: 'gates / old', before: { code: 'old' } },
    { path: 'gates / new', after: { code: 'new' } },
  ])
})
