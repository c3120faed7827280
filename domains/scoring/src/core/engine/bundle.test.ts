import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type BundleFiles, FACTS, MODEL, makeBundle, RESULT } from './bundle.ts'
import type { Indicator, Model } from './model.ts'
import { branchOf, indicatorOf, modelOf, tableFor } from './test-models.ts'
import { verifyBundle } from './verify-bundle.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

// One indicator for each way of normalising, so that the bytes guard the arithmetic of all.
const methods: readonly Partial<Indicator>[] = [
  {
    normalise: {
      kind: 'ladder',
      below: 0,
      steps: [
        { from: 1, points: 0.4 },
        { from: 30, points: 1 },
      ],
    },
  },
  { normalise: { kind: 'goalposts', low: 1, high: 400, log: true } },
  { normalise: { kind: 'min_max' }, outliers: [{ kind: 'winsorise', lower: 0.05, upper: 0.95 }] },
  { normalise: { kind: 'z_score', perDeviation: 0.2 }, outliers: [{ kind: 'box_cox', skewnessLimit: 1, kurtosisLimit: 1 }] },
  { normalise: { kind: 'percentile' }, missing: { kind: 'impute', quantile: 0.25 } },
  { normalise: { kind: 'rank' }, direction: 'lower' },
  { normalise: { kind: 'borda' } },
  { normalise: { kind: 'distance', target: 'best' } },
  { normalise: { kind: 'log_scale', quantile: 0.95 }, outliers: [{ kind: 'log', offset: 1 }] },
]
const indicators = methods.map((method, place) => indicatorOf(`i${place}`, method))
const leaves = indicators.map(({ code }, place) => ({ weight: 1 + (place % 3), indicator: code }))
const model: Model = modelOf(
  indicators,
  branchOf('root', [
    {
      weight: { young: 2, old: 3 },
      branch: branchOf('first', leaves.slice(0, 3), { aggregate: { kind: 'geometric' }, minimumCoverage: 0.5 }),
    },
    { weight: 2, branch: branchOf('second', leaves.slice(3, 6), { aggregate: { kind: 'power', exponent: -1.5 } }) },
    { weight: 1, branch: branchOf('third', leaves.slice(6), { aggregate: { kind: 'outranking' } }) },
  ]),
  {
    decimals: 2,
    cohort: 'stage',
    stages: [
      { code: 'young', name: { zh: '初创期', en: 'Young' }, when: [{ fact: 'age', is: '<', value: 5 }] },
      { code: 'old', name: { zh: '成长期', en: 'Grown' }, when: [{ fact: 'age', is: '>=', value: 5 }] },
    ],
    deductions: {
      cap: 10,
      items: [
        {
          code: 'penalty',
          name: { zh: '处罚', en: 'Penalty' },
          points: 3.5,
          expiresAfterDays: 365,
          repairedRatio: 0.5,
          isVeto: false,
          certainty: 'to_confirm',
        },
      ],
    },
  },
)
const rows = Array.from({ length: 24 }, (_, row) => ({
  id: `p-${sha256(String(row)).slice(0, 8)}`,
  facts: {
    age: row % 9,
    ...Object.fromEntries(
      indicators.map(({ code }, place) => [code, (row * 7 + place * 5) % 11 === 0 ? null : ((row + 1) ** 2 * (place + 3)) / 7]),
    ),
  },
}))
const table = tableFor(model, rows, [{ id: rows[3]?.id ?? '', code: 'penalty', on: '2026-03-01', repairedOn: null }])
const run = {
  number: 'JF-2026-0001',
  period: '2026-Q3',
  asOf: '2026-09-30',
  factsAt: '2026-10-08T01:00:00.000Z',
  purpose: 'official',
  resultSha256: sha256(''),
}
const bundle = makeBundle({ model, table, run, others: new Map([['README.txt', 'golden\n']]) }, sha256)

function changed(file: string, change: (text: string) => string): BundleFiles {
  const text = bundle.get(file) as string
  expect(change(text)).not.toBe(text)
  return new Map([...bundle, [file, change(text)]])
}

describe('a bundle', () => {
  it('has the bytes that were committed: a change of arithmetic shows here and needs a new engine version', async () => {
    for (const [name, text] of bundle) await expect(text).toMatchFileSnapshot(`golden-bundle/${name}`)
    expect(verifyBundle(bundle, sha256)).toMatchObject({ differences: [], recomputedSha256: sha256(bundle.get(RESULT) as string) })
  })

  it('names the enterprise and the fact, whichever fact is changed, and the lines of the result that follow', () => {
    const refs = [...table.columns.keys()].sort()
    for (const [row, id] of table.ids.entries()) {
      const fact = refs[row % refs.length] as string
      const value = (table.columns.get(fact)?.[row] as number) || 0
      const forged = changed(FACTS, (text) =>
        text
          .split('\n')
          .map((line) => {
            if (!line.startsWith(`["${id}"`)) return line
            const cells = JSON.parse(line)
            cells[1 + refs.indexOf(fact)] = value + 1
            return JSON.stringify(cells)
          })
          .join('\n'),
      )
      const { differences } = verifyBundle(forged, sha256)
      expect(differences.filter(({ kind }) => kind === 'fact')).toEqual([{ kind: 'fact', id, fact, value: value + 1 }])
      expect(differences.filter(({ kind }) => kind === 'events' || kind.startsWith('row') || kind === 'model')).toEqual([])
    }
    const higher = changed(FACTS, (text) => text.replace(/(\["p-[0-9a-f]{8}",)(\d+)/, '$17$2'))
    const lines = verifyBundle(higher, sha256).differences.filter(({ kind }) => kind === 'result')
    expect(lines.length).toBeGreaterThan(0)
  })

  it('names a place in the model, an event, a removed enterprise, a line of the result and a missing file', () => {
    const kinds = (files: BundleFiles) =>
      verifyBundle(files, sha256).differences.filter(({ kind }) => kind !== 'file_changed' && kind !== 'result')
    expect(kinds(changed(MODEL, (text) => text.replace('"high":400', '"high":401')))).toEqual([
      { kind: 'model', place: 'indicators[1].normalise.high' },
    ])
    expect(kinds(changed(FACTS, (text) => text.replace('2026-03-01', '2025-03-01')))).toEqual([{ kind: 'events', id: rows[3]?.id }])
    const [first] = table.ids
    expect(
      kinds(
        changed(FACTS, (text) =>
          text
            .split('\n')
            .filter((line) => !line.startsWith(`["${first}"`))
            .join('\n'),
        ),
      ),
    ).toEqual([{ kind: 'row_missing', id: first }])
    const forged = verifyBundle(
      changed(RESULT, (text) => text.replace(/"(\d+\.\d\d)"/, '"99.99"')),
      sha256,
    ).differences
    expect(forged).toMatchObject([
      { kind: 'file_changed', file: RESULT },
      { kind: 'result', bundle: expect.stringContaining('99.99') },
    ])
    expect(verifyBundle(new Map([...bundle].filter(([name]) => name !== RESULT)), sha256).differences[0]).toEqual({
      kind: 'file_missing',
      file: RESULT,
    })
    expect(
      verifyBundle(
        changed(MODEL, () => '{}'),
        sha256,
      ).differences,
    ).toContainEqual({ kind: 'file_unreadable', file: MODEL })
  })
})
