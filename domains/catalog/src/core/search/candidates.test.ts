import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Candidate,
  compareSortKeys,
  countFacets,
  distanceKm,
  type Filters,
  meets,
  NO_FILTERS,
  SORTS,
  sortCandidates,
  sortKey,
} from './candidates.ts'

const TODAY = '2026-11-21'
const arbitraryCandidate: fc.Arbitrary<Candidate> = fc.record({
  id: fc.uuid(),
  tier: fc.integer({ min: 0, max: 4 }),
  draw: fc.integer({ min: 0, max: 3 }),
  kind: fc.constantFrom('instrument', 'testing_service'),
  providerId: fc.constantFrom('p1', 'p2'),
  district: fc.constantFrom('嘉定区', '闵行区', null),
  classCode: fc.constantFrom('010501', '0102', null),
  standards: fc.subarray(['GB 9706.1', 'GB/T 16886.5']),
  modes: fc.subarray(['self_service', 'send_sample']),
  validUntil: fc.record({
    cma: fc.constantFrom('2026-11-21', '2026-11-20', null),
    cnas: fc.constantFrom('2027-01-01', null),
    glp: fc.constant(null),
  }),
  priceFen: fc.option(fc.bigInt({ min: 0n, max: 1_000_000n })),
  distanceKm: fc.option(fc.double({ min: 0, max: 50, noNaN: true })),
  freeAt: fc.option(fc.integer({ min: 0, max: 10 })),
})
const arbitraryFilters: fc.Arbitrary<Filters> = fc.record({
  kinds: fc.subarray(['instrument', 'testing_service']),
  classes: fc.subarray(['01', '0105', '0102']),
  providers: fc.subarray(['p1', 'p2']),
  districts: fc.subarray(['嘉定区']),
  standards: fc.subarray(['GB 9706.1']),
  schemes: fc.subarray(['cma', 'cnas'] as const),
  modes: fc.subarray(['send_sample']),
  priceFromFen: fc.option(fc.constant(10_000n)),
  priceToFen: fc.option(fc.constant(300_000n)),
  withinKm: fc.option(fc.constant(15)),
})
const unique = (candidates: Candidate[]) => [...new Map(candidates.map((one) => [one.id, one])).values()]

describe('order', () => {
  test('is total: any permutation sorts the same, and pages by key show each once', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryCandidate, { maxLength: 30 }).map(unique),
        fc.constantFrom(...SORTS),
        fc.integer({ min: 1, max: 7 }),
        (all, sort, size) => {
          const sorted = sortCandidates(all, sort)
          expect(sortCandidates([...all].reverse(), sort)).toEqual(sorted)
          const paged: string[] = []
          for (let after: Candidate | undefined; ; ) {
            const rest: Candidate[] = after
              ? sorted.filter((one) => compareSortKeys(sortKey(one, sort), sortKey(after as Candidate, sort)) > 0)
              : sorted
            paged.push(...rest.slice(0, size).map(({ id }) => id))
            after = rest[size - 1]
            if (rest.length <= size) break
          }
          expect(paged).toEqual(sorted.map(({ id }) => id))
        },
      ),
    )
  })

  test('what is unknown comes last', () => {
    const base: Candidate = { ...(fc.sample(arbitraryCandidate, 1)[0] as Candidate), id: 'a', priceFen: null }
    const sorted = sortCandidates([base, { ...base, id: 'b', priceFen: 5n }, { ...base, id: 'c', priceFen: 3n }], 'price')
    expect(sorted.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  })
})

describe('facets', () => {
  test('a count is what choosing that value alone in its facet would leave', () => {
    fc.assert(
      fc.property(fc.array(arbitraryCandidate, { maxLength: 25 }).map(unique), arbitraryFilters, (all, filters) => {
        const counts = countFacets(all, filters, TODAY)
        const left = (change: Partial<Filters>) => all.filter((one) => meets(one, { ...filters, ...change }, TODAY)).length
        for (const [kind, count] of counts.kind) expect(count).toBe(left({ kinds: [kind] }))
        for (const [code, count] of counts.class) expect(count).toBe(left({ classes: [code] }))
        for (const [district, count] of counts.district) expect(count).toBe(left({ districts: [district] }))
        for (const [standard, count] of counts.standard) expect(count).toBe(left({ standards: [standard] }))
        for (const [scheme, count] of counts.accreditation) expect(count).toBe(left({ schemes: [scheme as 'cma'] }))
        for (const [mode, count] of counts.mode) expect(count).toBe(left({ modes: [mode] }))
      }),
    )
  })

  test('values without hits stay', () => {
    const [one] = fc.sample(arbitraryCandidate, 1)
    const counts = countFacets(
      [{ ...(one as Candidate), kind: 'instrument', district: '嘉定区' }],
      { ...NO_FILTERS, kinds: ['testing_service'], districts: ['崇明区'] },
      TODAY,
    )
    expect(counts.kind).toEqual(
      new Map([
        ['testing_service', 0],
        ['instrument', 0],
      ]),
    )
    expect(counts.district).toEqual(
      new Map([
        ['崇明区', 0],
        ['嘉定区', 0],
      ]),
    )
    expect(counts.accreditation.get('glp')).toBe(0)
  })

  test('a scope counts until its last day', () => {
    const [one] = fc.sample(arbitraryCandidate, 1)
    const until = (cma: string) => ({ ...(one as Candidate), validUntil: { cma, cnas: null, glp: null } })
    expect(meets(until('2026-11-21'), { ...NO_FILTERS, schemes: ['cma'] }, TODAY)).toBe(true)
    expect(meets(until('2026-11-20'), { ...NO_FILTERS, schemes: ['cma'] }, TODAY)).toBe(false)
  })
})

test('distance: 人民广场 to 嘉定新城 is some 25 km', () => {
  expect(distanceKm({ lon: 121.475, lat: 31.232 }, { lon: 121.265, lat: 31.36 })).toBeCloseTo(24.5, 0)
})
