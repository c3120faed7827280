import { describe, expect, it } from 'vitest'
import { explainRow } from '../../core/engine/explain.ts'
import { movementOf } from '../../core/engine/movement.ts'
import { runModel } from '../../core/engine/run-model.ts'
import { branchOf, indicatorOf, modelOf, tableFor } from '../../core/engine/test-models.ts'
import { longestBlockRatio } from '../compute/test-blocking.ts'
import type { OpenedRun } from './open-run.ts'
import { cohortIndexOf, explainPlace, moveBetween, summaryOf } from './worked-out.ts'

const CODES = ['a', 'b', 'c', 'd', 'e', 'f']
const ROWS = 60_000
const asOf = '2026-09-30'
const model = modelOf(
  CODES.map((code) => indicatorOf(code)),
  branchOf(
    'root',
    CODES.map((indicator) => ({ weight: 1, indicator })),
  ),
)

function opened(seed: number): OpenedRun {
  const table = tableFor(
    model,
    Array.from({ length: ROWS }, (_, row) => ({
      id: `e${row}`,
      facts: Object.fromEntries(CODES.map((code, place) => [code, ((row + seed) * 7919 * (place + 3)) % 100_003])),
    })),
  )
  const row = { as_of: asOf, period: '2026', facts_at: new Date(0) } as OpenedRun['row']
  return { ...runModel(model, table, asOf), model, table, row, placeOf: () => -1 }
}

const [older, newer] = [opened(0), opened(1)]
/** No column is lacking, so nothing is asked of a database. */
const NO_DATABASE = undefined as never

describe('what is worked out from a large run', () => {
  it.each([
    ['an explanation', () => explainPlace(newer, 7)],
    ['a summary of the peers', () => summaryOf(newer)],
    ['a movement', () => moveBetween(NO_DATABASE, older, newer, 'e7')],
  ])('%s keeps nobody waiting', async (_, work) => {
    expect(await longestBlockRatio(work)).toBeLessThan(0.5)
  })

  it('is the same as without a thread', async () => {
    const scored = { ...newer, asOf }
    expect(await explainPlace(newer, 7)).toEqual(explainRow(scored, 7))
    expect(await moveBetween(NO_DATABASE, older, newer, 'e7')).toEqual(movementOf({ ...older, asOf }, scored, 'e7'))
  })

  it('is worked out once', async () => {
    expect(await cohortIndexOf(newer, 7)).toBe(await cohortIndexOf(newer, 8))
    expect(await summaryOf(newer)).toBe(await summaryOf(newer))
  })
})
