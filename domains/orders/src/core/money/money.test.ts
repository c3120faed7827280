import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanceFen } from './accounts.ts'
import { chargeFen, isBeyondTolerance, meteredDifference, outstandingFen, voucherPartFen } from './charge.ts'
import { depositFen, feeFen, ruleOn } from './rules.ts'
import { isSharingOut, nextStep, SETTLEMENT_POINTS } from './settlement.ts'

const fen = fc.bigInt({ min: 0n, max: 10_000_000_000n })

describe('what is left to pay', () => {
  const picture = { totalFen: 522_000n, meteredFen: 0n, creditedFen: 0n, voucherFen: 150_000n, heldFen: 100_800n, dueFen: null }

  test.each([
    ['total, amendment, voucher and prepayment of the guide’s picture', picture, 271_200n],
    ['measured work and a credit', { ...picture, meteredFen: 36_000n, creditedFen: 6_000n }, 301_200n],
    ['more set aside than needed', { ...picture, heldFen: 900_000n }, 0n],
    ['charged, voucher already redeemed', { ...picture, voucherFen: null, dueFen: 372_000n }, 271_200n],
    ['nothing owed any more', { ...picture, voucherFen: null, heldFen: 0n, dueFen: 0n }, 0n],
    ['credited above the price', { ...picture, creditedFen: 999_900n }, 0n],
  ])('%s', (_, money, expected) => expect(outstandingFen(money)).toBe(expected))

  test('is never negative, and a voucher never pays more than the charge', () => {
    fc.assert(
      fc.property(fen, fen, fen, fen, fen, (totalFen, meteredFen, creditedFen, voucherFen, heldFen) => {
        const money = { totalFen, meteredFen, creditedFen, voucherFen, heldFen, dueFen: null }
        const charge = chargeFen(money)
        expect(outstandingFen(money) >= 0n).toBe(true)
        expect(voucherPartFen(charge, voucherFen) <= charge).toBe(true)
      }),
    )
  })
})

describe('measured work', () => {
  const item = { unitPriceFen: 30_000n, amountFen: 240_000n }
  test.each([
    [800n, 0n, false],
    [925n, 37_500n, false],
    [960n, 48_000n, false],
    [961n, 48_300n, true],
    [650n, -45_000n, false],
  ])('%s hundredths', (measured, difference, isBeyond) => {
    expect(meteredDifference(item, measured)).toBe(difference)
    expect(isBeyondTolerance(item, difference)).toBe(isBeyond)
  })
})

describe('dated rules', () => {
  const rules = [
    { providerId: null, validFrom: '2026-01-01', rate: 200 },
    { providerId: null, validFrom: '2026-07-01', rate: 300 },
    { providerId: 'a', validFrom: '2026-09-01', rate: 100 },
    { providerId: 'a', validFrom: '2027-01-01', rate: 150 },
  ]
  test.each([
    ['a', '2025-12-31', undefined],
    ['a', '2026-06-30', 200],
    ['a', '2026-08-31', 300],
    ['a', '2026-09-01', 100],
    ['a', '2027-03-01', 150],
    ['b', '2026-12-31', 300],
  ])('%s on %s', (provider, day, rate) => expect(ruleOn(rules, provider, day)?.rate).toBe(rate))

  test('fee and share sum to the income', () => {
    fc.assert(
      fc.property(fen, fc.integer({ min: 0, max: 3000 }), (income, rate) => feeFen(income, rate) <= income && feeFen(income, rate) >= 0n),
    )
    expect(feeFen(522_000n, 200)).toBe(10_440n)
  })

  test('a deposit is a part of what the client pays itself', () => {
    expect(depositFen(486_000n, 150_000n, 30)).toBe(100_800n)
    expect(depositFen(100_000n, 150_000n, 30)).toBe(0n)
  })
})

test('accounts hold on the side on which they stand', () => {
  expect(balanceFen('bank', { debitFen: 500n, creditFen: 200n })).toBe(300n)
  expect(balanceFen('client_prepaid', { debitFen: 200n, creditFen: 500n })).toBe(300n)
})

test('the steps of a settlement are taken in order', () => {
  expect(nextStep([])).toBe('redeem_voucher')
  expect(nextStep(['redeem_voucher', 'collect_held'])).toBe('release_rest')
  expect(isSharingOut(['take_fee'])).toBe(true)
  expect(isSharingOut(['take_fee', 'credit_provider'])).toBe(false)
  expect(SETTLEMENT_POINTS).toHaveLength(14)
})
