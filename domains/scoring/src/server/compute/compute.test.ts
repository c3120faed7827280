import { describe, expect, it } from 'vitest'
import { branchOf, indicatorOf, modelOf, tableFor } from '../../core/engine/test-models.ts'
import { settingsFor } from '../robustness/settings.ts'
import { buffersOf } from './buffers-of.ts'
import { compute } from './compute.ts'
import { whileWanted } from './while-wanted.ts'

const model = modelOf(
  [indicatorOf('a'), indicatorOf('b')],
  branchOf('root', [
    { weight: 2, indicator: 'a' },
    { weight: 1, indicator: 'b' },
  ]),
)
const table = tableFor(
  model,
  Array.from({ length: 300 }, (_, row) => ({ id: `e${row}`, facts: { a: (row * 37) % 101, b: (row * 59) % 97 } })),
)
const asOf = '2026-09-30'

describe('a thread of its own', () => {
  it('gives the same to the last byte', async () => {
    const score = { model, table, period: '2026', asOf }
    const [here, there] = await Promise.all([compute('scoreRun', score, { isSmall: true }), compute('scoreRun', score)])
    expect(there.facts.sha256).toBe(here.facts.sha256)
    expect(there).toEqual(here)

    const reopen = { model, facts: Buffer.concat(here.facts.pieces), asOf }
    const [read, readThere] = await Promise.all([compute('reopenRun', reopen, { isSmall: true }), compute('reopenRun', reopen)])
    expect(readThere).toEqual(read)
    expect(read.table).toEqual(table)
  })

  it('measures places as it is asked to, and says how far it is', async () => {
    const measure = { number: 'RUN-1', model, table, asOf, settings: { ...settingsFor(300), draws: 300, sobolBase: 0 } }
    const told: number[] = []
    const there = await compute('measurePlaces', measure, { onProgress: (doneRatio) => told.push(doneRatio) })
    expect(there).toEqual(await compute('measurePlaces', measure, { isSmall: true }))
    expect(told.length).toBeGreaterThan(0)
    expect(told).toEqual([...told].sort((a, b) => a - b))
  })

  it('stops when nobody wants it any more', async () => {
    const settings = { ...settingsFor(300), draws: 10_000_000 }
    const ask = async () => {
      throw new Error('no longer needed')
    }
    const measured = whileWanted({ ask, signal: new AbortController().signal }, (signal) =>
      compute('measurePlaces', { number: 'RUN-1', model, table, asOf, settings }, { signal }),
    )
    await expect(measured).rejects.toThrow('no longer needed')
  })

  it('bundles under pseudonyms the very result that is kept, and no other', async () => {
    const { facts, result } = await compute('scoreRun', { model, table, period: '2026', asOf }, { isSmall: true })
    const run = { number: 'RUN-1', period: '2026', asOf, factsAt: '2026-10-01T00:00:00.000Z', purpose: 'trial' }
    const bundle = (resultSha256: string) =>
      compute('bundleRun', {
        run: { ...run, resultSha256 },
        model,
        facts: Buffer.concat(facts.pieces),
        places: null,
        pseudonymKey: new Uint8Array(32),
        readme: '',
        names: [['e7', '第七家']],
      })
    const { files, enterprises, manifestSha256 } = await bundle(result.sha256)
    expect([enterprises, manifestSha256.length]).toEqual([300, 64])
    expect(Buffer.from(files.get('result.jsonl') as Uint8Array).toString()).toMatch(/^(\["p-[0-9a-f]{20}",.*\n){300}$/)
    expect(Buffer.from(files.get('names.json') as Uint8Array).toString()).toContain('第七家')
    await expect(bundle('0'.repeat(64))).rejects.toThrow('another result')
  })

  it('says what broke', async () => {
    await expect(compute('reopenRun', { model, facts: new TextEncoder().encode('{}'), asOf })).rejects.toThrow('this is no file of facts')
  })
})

describe('memory that is handed over', () => {
  it('is found in lists, maps and objects, each piece once', () => {
    const [one, two] = [new Float64Array(2), new Uint8Array(3)]
    const value = { ids: ['a'], columns: new Map([['x', one]]), deep: [{ again: one }, { none: null, two }] }
    expect(buffersOf(value)).toEqual([one.buffer, two.buffer])
  })
})
