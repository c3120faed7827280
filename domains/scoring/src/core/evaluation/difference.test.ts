import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beforeStart, differenceOf, eventStudy, permutationP } from './difference.ts'
import { matchPanel, meansByYear, type Unit } from './panel.ts'
import { randomFrom } from './random.ts'

const unit = (id: string, isTreated: boolean, outcomes: (number | null)[], group = 'all'): Unit => ({ id, isTreated, group, outcomes })

/** The means of Card and Krueger (1994, table 3): full-time equivalents in New Jersey and Pennsylvania before and after the minimum wage. */
const CARD_KRUEGER = [unit('NJ', true, [20.44, 21.03]), unit('PA', false, [23.33, 21.17])]

describe('difference in differences', () => {
  test('Card and Krueger’s four means: 0.59 less −2.16 is 2.75 (2.76 in print, from means with more digits)', () => {
    const panel = matchPanel(CARD_KRUEGER, [1991, 1992], 1992)
    expect(differenceOf(panel)?.value).toBeCloseTo(2.75, 10)
  })

  test('by hand: changes 3 and 5 against 1, 1 and 4 differ by 2; the standard error is that of two means, with clusters', () => {
    const panel = matchPanel(
      [unit('a', true, [10, 13]), unit('b', true, [20, 25]), unit('c', false, [5, 6]), unit('d', false, [7, 8]), unit('e', false, [1, 5])],
      [2024, 2025],
      2025,
    )
    // Weights 1 for two supported, 2/3 for three others: weighted means are plain means. Residual changes ±1 and −1, −1, 2; a demeaned
    // difference is half a change on each side, so V = Σ(w·e)²/(Σw)² by kind: 2/4 + (4/9·6)/4; factor 5/4 · 9/(10 − 3).
    const found = differenceOf(panel)
    expect(found?.value).toBeCloseTo(2, 12)
    expect(found?.standardError).toBeCloseTo(Math.sqrt((2 / 4 + ((4 / 9) * 6) / 4) * (5 / 4) * (9 / 7)), 10)
    expect(found?.observations).toBe(10)
  })

  test('what differs between enterprises and what all years have in common goes out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ level: fc.integer({ min: -50, max: 50 }), isTreated: fc.boolean() }), { minLength: 6, maxLength: 12 }),
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: -5, max: 5 }),
        (levels, shocks, effect) => {
          const units = [...levels, { level: 0, isTreated: true }, { level: 3, isTreated: false }].map(({ level, isTreated }, index) =>
            unit(
              String(index),
              isTreated,
              shocks.map((shock, year) => level + shock + (isTreated && year >= 2 ? effect : 0)),
            ),
          )
          const found = differenceOf(matchPanel(units, [2022, 2023, 2024, 2025], 2024))
          expect(found?.value).toBeCloseTo(effect, 8)
        },
      ),
    )
  })

  test('matching: others stand in the proportion of the supported; groups of one kind and unknown years are left out and counted', () => {
    const panel = matchPanel(
      [
        unit('a', true, [0, 10], 'small'),
        unit('b', false, [0, 2], 'small'),
        unit('c', false, [0, 4], 'small'),
        unit('d', true, [0, 20], 'large'),
        unit('e', false, [0, 8], 'large'),
        unit('f', false, [0, 99], 'giant'),
        unit('g', true, [null, 1], 'small'),
        unit('h', false, [1, null], 'small'),
      ],
      [2024, 2025],
      2025,
    )
    expect(panel.units.map(({ id, weight }) => [id, weight])).toEqual([
      ['a', 1],
      ['b', 0.5],
      ['c', 0.5],
      ['d', 1],
      ['e', 1],
    ])
    expect(panel.leftOut).toEqual({ withoutBefore: 1, withoutAfter: 1, withoutMatch: 1 })
    // (10 + 20)/2 − (0.5·2 + 0.5·4 + 8)/2
    expect(differenceOf(panel)?.value).toBeCloseTo(15 - 5.5, 10)
    expect(meansByYear(panel)[1]).toEqual({ year: 2025, treated: 15, others: 5.5 })
  })
})

describe('before the start', () => {
  const random = randomFrom(7)
  const drift = (slope: number) =>
    Array.from({ length: 60 }, (_, index) =>
      unit(
        String(index),
        index < 25,
        [0, 1, 2, 3].map((year) => index + (index < 25 ? slope * year : 0) + random()),
      ),
    )
  const YEARS = [2022, 2023, 2024, 2025]

  test('parallel years pass; years that part are found, and the made-up start finds them too', () => {
    const parallel = matchPanel(drift(0), YEARS, 2025)
    expect(eventStudy(parallel)?.pretrendP).toBeGreaterThan(0.05)
    const parting = matchPanel(drift(1), YEARS, 2025)
    const study = eventStudy(parting)
    expect(study?.lines.map(({ year }) => year)).toEqual([2022, 2023, 2025])
    expect(study?.pretrendP).toBeLessThan(0.001)
    const early = beforeStart(parting, 2024)
    expect(early?.years).toEqual([2022, 2023, 2024])
    expect(early && differenceOf(early)?.p).toBeLessThan(0.001)
  })

  test('one year before allows no made-up start and no test of trends', () => {
    const panel = matchPanel(CARD_KRUEGER, [1991, 1992], 1992)
    expect(beforeStart(panel, 1991)).toBeNull()
    expect(eventStudy(panel)?.pretrendP).toBeNull()
  })
})

describe('support handed out by chance', () => {
  const units = (effect: number) => {
    const random = randomFrom(11)
    return Array.from({ length: 40 }, (_, index) =>
      unit(String(index), index % 4 === 0, [random(), random() + (index % 4 === 0 ? effect : 0)]),
    )
  }

  test('the same seed gives the same part; a large difference is seldom met by chance, none often', () => {
    const large = matchPanel(units(3), [2024, 2025], 2025)
    const one = permutationP(large, { draws: 199, seed: 5 })
    expect(permutationP(large, { draws: 199, seed: 5 })).toEqual(one)
    expect(one.p).toBe(1 / 200)
    expect(one.value).toBeCloseTo(differenceOf(large)?.value ?? 0, 10)
    expect(permutationP(matchPanel(units(0), [2024, 2025], 2025), { draws: 199, seed: 5 }).p).toBeGreaterThan(0.05)
  })
})
