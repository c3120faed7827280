import { expect, it } from 'vitest'
import { FACTS, MODEL, PLACES } from './bundle.ts'
import { canonicalJson, factsText } from './canonical.ts'
import { measureRobustness, type RobustnessSettings } from './robustness/measure-robustness.ts'
import { placesText, renamePlaces } from './robustness/places-text.ts'
import { runModel } from './run-model.ts'
import { branchOf, indicatorOf, modelOf, tableFor } from './test-models.ts'
import { verifyPlaces } from './verify-places.ts'

const asOf = '2026-09-30'
const model = modelOf(
  [indicatorOf('a'), indicatorOf('b')],
  branchOf('root', [
    { weight: 2, indicator: 'a' },
    { weight: 1, indicator: 'b' },
  ]),
)
const table = tableFor(
  model,
  Array.from({ length: 40 }, (_, row) => ({ id: `e${row}`, facts: { a: (row * 37) % 31, b: (row * 59) % 29 } })),
)
const settings: RobustnessSettings = {
  seed: 7,
  draws: 80,
  holds: 0.9,
  noise: { kind: 'uniform', ratio: 0.1 },
  normalisations: ['model', 'percentile'],
  aggregations: ['model'],
  sobolBase: 8,
}

function ended<Result>(work: Generator<number, Result, void>): Result {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

const measured = ended(measureRobustness({ model, table, asOf, scores: runModel(model, table, asOf).scores }, settings))
const places = placesText({ run: 'RUN-1', settings }, table.ids, measured)
const bundle = new Map([
  [MODEL, canonicalJson(model)],
  [FACTS, factsText(table, '2026', asOf)],
  [PLACES, places],
])

it('gives the same lines by the same seed, and names those of another', () => {
  expect(ended(verifyPlaces(bundle))).toEqual([])
  const other = places.replace('"seed":7', '"seed":8')
  const differences = ended(verifyPlaces(new Map([...bundle, [PLACES, other]]))) ?? []
  expect(differences.length).toBeGreaterThan(0)
  expect(differences.every(({ line }) => line > 1)).toBe(true)
})

it('says nothing of a bundle without intervals', () => {
  expect(ended(verifyPlaces(new Map([...bundle].filter(([name]) => name !== PLACES))))).toBeNull()
  expect(ended(verifyPlaces(new Map([...bundle, [PLACES, 'nothing']])))).toBeNull()
})

it('puts lines under other ids in the order of these', () => {
  const renamed = renamePlaces(places, (id) => `p${99 - Number(id.slice(1))}`)
    .split('\n')
    .slice(2, -1)
  expect(renamed).toHaveLength(40)
  expect(renamed).toEqual([...renamed].sort())
})
