import { describe, expect, test } from 'vitest'
import { cautionsOf } from './cautions.ts'
import { fiscalLine } from './fiscal.ts'

describe('money beside changes', () => {
  test('both sums go over the enterprises whose change is known, and say how many these are', () => {
    const line = fiscalLine([
      { before: 100, after: 150, paidFen: 10_000_000n },
      { before: 200, after: 190, paidFen: 30_000_000n },
      { before: null, after: 90, paidFen: 500_000_000n },
    ])
    // 40 for 400,000 yuan: 1 for each 10,000 yuan.
    expect(line).toEqual({ known: 2, supported: 3, change: 40, perWan: 1 })
  })

  test('nothing known is no number, not 0', () => {
    expect(fiscalLine([{ before: null, after: 3, paidFen: 1n }])).toEqual({ known: 0, supported: 1, change: null, perWan: null })
  })
})

describe('what cannot be concluded', () => {
  const fine = {
    isMatched: true,
    plain: { low: 0.1, high: 0.3 },
    treated: 40,
    others: 300,
    difference: { low: 0.1, high: 0.4 },
    pretrendP: 0.6,
    placeboP: 0.5,
    chanceP: 0.01,
    yearsAfter: 2,
    leftOut: 0,
    otherSupport: 0,
  }

  test('who is supported is never drawn by lot: that is said even where all else is in order', () => {
    expect(cautionsOf(fine)).toEqual([{ kind: 'selection' }])
  })

  test('without matching all are thrown together; where matching turns the answer, that is said', () => {
    expect(cautionsOf({ ...fine, isMatched: false, plain: null })).toEqual([{ kind: 'selection' }, { kind: 'unmatched' }])
    expect(cautionsOf({ ...fine, plain: { low: -0.1, high: 0.2 } })).toEqual([{ kind: 'selection' }, { kind: 'matching_decides' }])
  })

  test('each weakness is named with its number', () => {
    const kinds = cautionsOf({
      ...fine,
      treated: 12,
      others: 9,
      difference: { low: -1, high: 2 },
      pretrendP: 0.02,
      placeboP: 0.01,
      chanceP: 0.4,
      yearsAfter: 1,
      leftOut: 5,
      otherSupport: 3,
    })
    expect(kinds).toEqual([
      { kind: 'selection' },
      { kind: 'matching_decides' },
      { kind: 'few_treated', count: 12, least: 30 },
      { kind: 'few_others', count: 9, least: 30 },
      { kind: 'pretrend', p: 0.02 },
      { kind: 'placebo_date', p: 0.01 },
      { kind: 'chance', p: 0.4 },
      { kind: 'interval_holds_zero' },
      { kind: 'one_year_after' },
      { kind: 'left_out', count: 5, of: 26 },
      { kind: 'other_support', count: 3 },
    ])
    expect(cautionsOf({ ...fine, pretrendP: null })).toContainEqual({ kind: 'pretrend_unknown' })
  })
})
