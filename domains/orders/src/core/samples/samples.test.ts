import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatQuantity, parseQuantity } from './quantity.ts'
import { actsOfSample, nextNumber, SAMPLE_ACTS, samplesInTheWay } from './sample-acts.ts'
import { SAMPLE_STATES } from './vocabulary.ts'

test('quantities are exact to the thousandth, both ways', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999n }), (thousandths) => {
      expect(parseQuantity(formatQuantity(thousandths))).toBe(thousandths)
    }),
  )
  expect(['0', '12', '12.5', '0.001'].map(parseQuantity)).toEqual([0n, 12_000n, 12_500n, 1n])
  for (const wrong of ['', '-1', '01', '1.', '1.0001', '1e3', '9999999999']) expect(() => parseQuantity(wrong)).toThrow(RangeError)
})

test('only the client touches what is not sent, only the provider what it holds, and nobody what is gone', () => {
  const acts = Object.fromEntries(
    SAMPLE_STATES.map((state) => [state, { client: actsOfSample(state, 'client'), provider: actsOfSample(state, 'provider') }]),
  )
  expect(acts.declared).toEqual({ client: ['edit', 'withdraw', 'send'], provider: ['receive'] })
  expect(acts.received?.client).toEqual(['release'])
  for (const state of ['returned', 'destroyed', 'withdrawn'] as const) expect(acts[state]).toEqual({ client: [], provider: [] })
  for (const state of SAMPLE_STATES) expect(actsOfSample(state, 'operator')).toEqual([])
  expect(Object.keys(SAMPLE_ACTS)).toHaveLength(16)
})

test('numbers go on where they stopped, also below a sample', () => {
  expect(nextNumber([])).toBe('S1')
  expect(nextNumber(['S1', 'S3', 'S3-1'])).toBe('S4')
  expect(nextNumber(['S1', 'S3', 'S3-1', 'S3-2', 'S3-2-1'], 'S3')).toBe('S3-3')
  expect(nextNumber(['S1', 'S11-1'], 'S1')).toBe('S1-1')
})

test('a sample is in the way while it is expected or refused without a decision', () => {
  const samples = [
    { id: 'a', state: 'declared', isDecided: false },
    { id: 'b', state: 'received', isDecided: false },
    { id: 'c', state: 'refused', isDecided: false },
    { id: 'd', state: 'refused', isDecided: true },
    { id: 'e', state: 'sent', isDecided: false },
    { id: 'f', state: 'withdrawn', isDecided: false },
  ] as const
  expect(samplesInTheWay(samples).map(({ id }) => id)).toEqual(['a', 'c', 'e'])
})
