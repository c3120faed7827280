import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHours } from '../opening-hours.ts'
import { addFigures, type Figures, NO_FIGURES, ratesOf } from './figures.ts'
import { openGrid, openSecondsOf } from './heat-map.ts'
import { INDICATOR_GROUPS, INDICATOR_KEYS, INDICATORS, INSTITUTION_FIELDS } from './indicators.ts'
import { effectMessage, hoursText, serviceMessage } from './national-report.ts'
import { daysOf, referenceHoursOf, stepsOf } from './period.ts'

const hours = (count: number) => count * 3600

describe('rates, by hand', () => {
  test('two instruments of a laboratory over a year', () => {
    const one: Figures = {
      ...NO_FIGURES,
      instruments: 1,
      openInstruments: 1,
      effectiveSeconds: hours(1200),
      externalSeconds: hours(300),
      inferredSeconds: hours(50),
      openSeconds: hours(2500),
      evaluations: 2,
      markSum: 27,
    }
    const other: Figures = {
      ...NO_FIGURES,
      instruments: 1,
      effectiveSeconds: hours(400),
      externalSeconds: hours(100),
      bookedOnlySeconds: hours(350),
      openSeconds: hours(2500),
    }
    // 1600 of 2 × 1600 h; 400 of 1600 h; 1 of 2 open; 1600 of 2000 h known; (27 ÷ 3) ÷ 2.
    expect(ratesOf(addFigures(one, other), 1600)).toEqual({
      utilisation: 0.5,
      sharingRate: 0.25,
      openingRate: 0.5,
      provedRate: 0.8,
      mark: 4.5,
      idleSeconds: hours(3400),
    })
  })

  test('nothing to divide by is missing, not zero', () => {
    expect(ratesOf(NO_FIGURES, 1600)).toEqual({
      utilisation: null,
      sharingRate: null,
      openingRate: null,
      provedRate: null,
      mark: null,
      idleSeconds: 0,
    })
  })

  test('sums do not depend on the order, and sharing stays within 1', () => {
    const figures = fc
      .record({ effective: fc.nat(1e7), share: fc.double({ min: 0, max: 1, noNaN: true }), fen: fc.bigInt(0n, 10n ** 12n) })
      .map(
        ({ effective, share, fen }): Figures => ({
          ...NO_FIGURES,
          instruments: 1,
          effectiveSeconds: effective,
          externalSeconds: Math.floor(effective * share),
          outsideFen: fen,
        }),
      )
    fc.assert(
      fc.property(fc.array(figures), (all) => {
        const forth = all.reduce(addFigures, NO_FIGURES)
        expect([...all].reverse().reduce(addFigures, NO_FIGURES)).toEqual(forth)
        const { sharingRate } = ratesOf(forth, 1600)
        if (sharingRate !== null) expect(sharingRate).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('periods', () => {
  test('a year is 1600 h, be it leap or not; a quarter in proportion', () => {
    expect(referenceHoursOf({ from: '2025-01-01', to: '2025-12-31' })).toBe(1600)
    expect(referenceHoursOf({ from: '2024-01-01', to: '2024-12-31' })).toBe(1600)
    expect(referenceHoursOf({ from: '2025-01-01', to: '2025-03-14' })).toBe(320)
  })

  test('months and weeks, clipped at both ends', () => {
    expect(stepsOf({ from: '2025-12-15', to: '2026-02-03' }, 'month')).toEqual([
      { from: '2025-12-15', to: '2025-12-31' },
      { from: '2026-01-01', to: '2026-01-31' },
      { from: '2026-02-01', to: '2026-02-03' },
    ])
    expect(stepsOf({ from: '2026-11-20', to: '2026-11-30' }, 'week')).toEqual([
      { from: '2026-11-20', to: '2026-11-22' },
      { from: '2026-11-23', to: '2026-11-29' },
      { from: '2026-11-30', to: '2026-11-30' },
    ])
  })

  test('steps cover every day once', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, fc.constantFrom('week' as const, 'month' as const), (a, b, step) => {
        const period = a < b ? { from: a, to: b } : { from: b, to: a }
        const steps = stepsOf(period, step)
        expect(steps.reduce((sum, one) => sum + daysOf(one), 0)).toBe(daysOf(period))
        expect([steps[0]?.from, steps.at(-1)?.to]).toEqual([period.from, period.to])
      }),
    )
  })
})

test('open hours by weekday and hour sum to the open hours of the period', () => {
  const opening = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:30', end: '17:15' }))
  const site = readHours({ zone: 'Asia/Shanghai', opening, holidayRule: 'closed', dayExceptions: [{ day: '2026-11-24', open: [] }] })
  const period = { from: '2026-11-23', to: '2026-11-29' }
  const grid = openGrid(site, period)
  // Monday and Wednesday to Friday; the first hour is half an hour.
  expect(openSecondsOf(site, period)).toBe(4 * 8.75 * 3600)
  expect(grid.reduce((sum, seconds) => sum + seconds, 0)).toBe(4 * 8.75 * 3600)
  expect([grid[8], grid[9], grid[17], grid[24 + 9]]).toEqual([1800, 3600, 900, 0])
})

describe('the nine indicators', () => {
  test('three groups, nine keys, each with both languages', () => {
    expect(INDICATORS.map(({ key }) => key)).toEqual(INDICATOR_KEYS)
    expect([...new Set(INDICATORS.map(({ group }) => group))]).toEqual(INDICATOR_GROUPS)
    expect(INSTITUTION_FIELDS).toEqual(['coordination', 'staff', 'platform', 'results', 'service', 'selfReliance'])
  })
})

describe('national messages 6 and 7', () => {
  test('what is not held is named, not filled', () => {
    const { fields, missing } = serviceMessage({
      innerNumber: 'A-1',
      seconds: 5400,
      amountFen: 36_000n,
      purpose: null,
      operation: 'with_operator',
      project: null,
      applicant: '林知远',
      applicantEmail: null,
      applicantUnit: '澄心医疗',
      comment: null,
    })
    expect(fields).toEqual({
      innerId: 'A-1',
      amounts: '360.00',
      serviceTime: '1.50',
      serviceWay: '委托测试',
      applicant: '林知远',
      applicantUnit: '澄心医疗',
    })
    expect(missing).toContain('applicantPhone')
    expect(Object.keys(fields).length + missing.length).toBe(15)
  })

  test('rates in percent, statements beside what is computed; computed values cannot be overstated', () => {
    const { fields, missing } = effectMessage({
      innerNumber: 'A-1',
      utilisation: 0.75,
      sharingRate: null,
      uses: 12,
      incomeFen: 123_456n,
      statements: { patent: '2', serviceAmounts: '9999' },
    })
    expect(fields).toEqual({ innerId: 'A-1', activatedRates: '75.00', patent: '2', serviceAmounts: '12', serviceIncome: '1234.56' })
    expect(missing).toContain('externalShareRates')
    expect(Object.keys(fields).length + missing.length).toBe(17)
  })

  test('hours have two decimals', () => expect([0, 17, 18, 3600, 4980].map(hoursText)).toEqual(['0.00', '0.00', '0.01', '1.00', '1.38']))
})
