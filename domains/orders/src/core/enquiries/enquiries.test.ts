import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerLimitOf, latenessMs, reminderAt, reportDayOf } from './answer-clock.ts'
import { spreadOffered } from './offered-price.ts'

test('an answer is due after working days, at the end of the office day, and never after the enquiry', () => {
  const friday = new Date('2026-11-27T02:00:00Z')
  const far = new Date('2027-01-01T00:00:00Z')
  expect(answerLimitOf(friday, 2, far).toISOString()).toBe('2026-12-01T10:00:00.000Z')
  expect(answerLimitOf(friday, 2, new Date('2026-11-30T10:00:00Z')).toISOString()).toBe('2026-11-30T10:00:00.000Z')
})

test('who has not answered is reminded at nine of the last day', () => {
  expect(reminderAt(new Date('2026-12-01T10:00:00Z')).toISOString()).toBe('2026-12-01T01:00:00.000Z')
})

test.each([
  ['2026-12-01T09:00:00Z', 0],
  ['2026-12-01T10:00:00Z', 0],
  ['2026-12-01T11:00:00Z', 3_600_000],
])('an answer at %s is late by %d ms', (at, late) => {
  const answerUntil = new Date('2026-12-01T10:00:00Z')
  expect(latenessMs({ answerUntil, answeredAt: new Date(at) }, new Date('2027-01-01T00:00:00Z'))).toBe(late)
  expect(latenessMs({ answerUntil, answeredAt: null }, new Date(at))).toBe(late)
})

test.each([
  // A working day, without and with parcels; a Sunday, on which the work begins the next day.
  ['2026-11-23', { turnaroundDays: 5, needsSamples: false }, '2026-11-30'],
  ['2026-11-23', { turnaroundDays: 5, needsSamples: true }, '2026-12-02'],
  ['2026-11-22', { turnaroundDays: 1, needsSamples: false }, '2026-11-24'],
])('agreed on %s, %o is reported on %s', (today, offer, day) => {
  expect(reportDayOf(today, offer)).toBe(day)
})

test('an offered price is spread over all units in whole fen, and the rest is a line of its own', () => {
  expect(spreadOffered(100_001n, [2, 1])).toEqual({
    items: [
      { quantity: 2, unitPriceFen: 33_333n, amountFen: 66_666n },
      { quantity: 1, unitPriceFen: 33_333n, amountFen: 33_333n },
    ],
    restFen: 2n,
  })
  fc.assert(
    fc.property(
      fc.bigInt(1n, 10n ** 12n),
      fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 30 }),
      (total, quantities) => {
        const { items, restFen } = spreadOffered(total, quantities)
        const units = quantities.reduce((sum, quantity) => sum + quantity, 0)
        expect(items.reduce((sum, { amountFen }) => sum + amountFen, restFen)).toBe(total)
        expect(restFen >= 0n && restFen < BigInt(units)).toBe(true)
        expect(items.every(({ quantity, unitPriceFen, amountFen }) => amountFen === unitPriceFen * BigInt(quantity))).toBe(true)
      },
    ),
  )
})
