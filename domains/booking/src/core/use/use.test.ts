import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PriceLine, PriceRules } from '../prices/quote.ts'
import { findBeginProblems, findEndProblems, lateMinutes } from './begin.ts'
import { type Agreed, chargeOf } from './charge.ts'
import { findCorrectionProblems, findDecideProblems, findWithdrawProblems } from './corrections.ts'
import { readMeteredInstant } from './meter.ts'
import { answerUntil, DEFAULT_USE_RULES, isMetered } from './rules.ts'

const at = (text: string) => new Date(`2026-11-25T${text}:00+08:00`)
const booking = { kind: 'customer', state: 'confirmed', start: at('10:00'), end: at('12:00'), isDisplaced: false } as const
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code)

describe('beginning and ending', () => {
  test.each([
    ['09:44', ['booking.use_too_early']],
    ['09:45', []],
    ['11:59', []],
    ['12:00', ['booking.use_too_late']],
  ])('at %s', (time, expected) => {
    expect(codes(findBeginProblems(booking, DEFAULT_USE_RULES, at(time)))).toEqual(expected)
  })

  test.each([
    ['in_use', 'booking.use_already_begun'],
    ['completed', 'booking.use_already_ended'],
    ['no_show', 'booking.use_was_missed'],
    ['pending', 'booking.use_not_approved'],
    ['cancelled', 'booking.already_ended'],
  ] as const)('a booking that is %s', (state, code) => {
    expect(codes(findBeginProblems({ ...booking, state }, DEFAULT_USE_RULES, at('10:00')))).toEqual([code])
  })

  test('a displaced booking and an outage do not begin; only what runs ends', () => {
    expect(codes(findBeginProblems({ ...booking, isDisplaced: true }, DEFAULT_USE_RULES, at('10:00')))).toEqual(['booking.use_displaced'])
    expect(codes(findBeginProblems({ ...booking, kind: 'outage' }, DEFAULT_USE_RULES, at('10:00')))).toEqual(['booking.is_outage'])
    expect(codes(findEndProblems({ state: 'in_use' }))).toEqual([])
    expect(codes(findEndProblems({ state: 'confirmed' }))).toEqual(['booking.use_not_begun'])
    expect([lateMinutes(at('10:00'), at('09:50')), lateMinutes(at('10:00'), at('10:07'))]).toEqual([0, 7])
  })
})

describe('a device’s clock', () => {
  const receivedAt = at('11:10')
  test('its error is taken off when it says when it sent, however large', () => {
    const slow = { at: at('02:00'), sentAt: at('02:05'), receivedAt }
    expect(readMeteredInstant(slow)).toEqual({ at: at('11:05'), skewSeconds: -32_700 })
  })

  test('without a sending time a small lead is cut, a large one and old news are refused', () => {
    expect(readMeteredInstant({ at: at('11:19'), sentAt: undefined, receivedAt })).toEqual({ at: receivedAt, skewSeconds: null })
    expect(readMeteredInstant({ at: at('11:21'), sentAt: undefined, receivedAt })).toMatchObject({
      problem: { code: 'booking.meter_clock_ahead' },
    })
    const old = new Date(receivedAt.getTime() - 73 * 3_600_000)
    expect(readMeteredInstant({ at: old, sentAt: undefined, receivedAt })).toMatchObject({ problem: { code: 'booking.meter_too_old' } })
  })

  test('what counts never lies after its arrival', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9e6, max: 9e6 }), fc.integer({ min: -9e6, max: 9e6 }), (event, sent) => {
        const metered = readMeteredInstant({
          at: new Date(receivedAt.getTime() + event),
          sentAt: new Date(receivedAt.getTime() + sent),
          receivedAt,
        })
        return 'problem' in metered || metered.at <= receivedAt
      }),
    )
  })
})

const line = (more: Partial<PriceLine>): PriceLine => ({
  code: 'machine_time',
  quantity: '2',
  unit: 'hour',
  unitPriceFen: 18_000n,
  percent: 100,
  amountFen: 36_000n,
  nameZh: null,
  nameEn: null,
  validFrom: '2026-01-01',
  ...more,
})
const agreed: Agreed = {
  during: { start: at('10:00'), end: at('12:00') },
  customerClass: 'enterprise',
  operation: 'self_service',
  basis: 'booked',
  lines: [line({})],
}
// Today's price is another: it must not reach what was agreed.
const rules: PriceRules = {
  billingStepMinutes: 30,
  operatorHourFen: null,
  rates: [{ customerClass: 'enterprise', unit: 'hour', priceFen: 99_000n, validFrom: '2020-01-01', validTo: null }],
  tariffs: [],
  zone: 'Asia/Shanghai',
}
const metered = (start: string, end: string) => ({ metered: { start: at(start), end: at(end) }, consumables: [], adjustFen: 0n })

describe('what a use costs', () => {
  test.each([
    ['booked', '10:00', '10:20', 36_000n, 'booked'],
    ['actual', '10:05', '11:00', 18_000n, 'metered'],
    ['actual', '10:05', '11:06', 27_000n, 'metered'],
    ['actual', '10:00', '10:00', 9_000n, 'metered'],
    ['longer', '10:00', '11:00', 36_000n, 'booked'],
    ['longer', '10:00', '12:40', 54_000n, 'metered'],
  ] as const)('%s, %s to %s', (basis, start, end, totalFen, chargedBy) => {
    expect(chargeOf({ ...agreed, basis }, metered(start, end), rules)).toMatchObject({ totalFen, chargedBy })
  })

  test('consumables and an adjustment are lines; nothing costs less than nothing', () => {
    const consumables = [{ nameZh: '液氮', nameEn: null, unitName: '升', quantity: 3, unitPriceFen: 1_200n }]
    const charge = chargeOf(agreed, { ...metered('10:00', '12:00'), consumables, adjustFen: -1_000n }, rules)
    expect(charge.lines.map(({ code, amountFen }) => [code, amountFen])).toEqual([
      ['machine_time', 36_000n],
      ['consumable', 3_600n],
      ['adjustment', -1_000n],
    ])
    expect(chargeOf(agreed, { ...metered('10:00', '12:00'), adjustFen: -99_999n }, rules).totalFen).toBe(0n)
  })

  test('the lines sum to the total, whatever was used', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('booked', 'actual', 'longer' as const),
        fc.integer({ min: 0, max: 300 }),
        fc.bigInt({ min: -60_000n, max: 60_000n }),
        (basis, minutes, adjustFen) => {
          const end = new Date(at('10:00').getTime() + minutes * 60_000)
          const charge = chargeOf(
            { ...agreed, basis: basis as Agreed['basis'] },
            { metered: { start: at('10:00'), end }, consumables: [], adjustFen },
            rules,
          )
          return charge.totalFen >= 0n && charge.lines.reduce((sum, { amountFen }) => sum + amountFen, 0n) === charge.totalFen
        },
      ),
    )
  })
})

describe('corrections', () => {
  const now = at('18:00')
  test('times lie in order, in the past, within the year', () => {
    expect(codes(findCorrectionProblems({ start: at('12:00'), end: at('11:00') }, now))).toEqual(['booking.end_not_after_start'])
    expect(codes(findCorrectionProblems({ start: at('12:00'), end: at('18:01') }, now))).toEqual(['booking.correction_in_future'])
    expect(codes(findCorrectionProblems({ start: new Date('2025-11-01T00:00:00Z'), end: at('11:00') }, now))).toEqual([
      'booking.correction_too_old',
    ])
    expect(findCorrectionProblems({ start: at('10:00'), end: at('11:00') }, now)).toEqual([])
  })

  test('who proposes does not decide; only who proposed takes back', () => {
    const waiting = { state: 'proposed', proposedBy: 'a' }
    expect(codes(findDecideProblems(waiting, 'a'))).toEqual(['booking.correction_own'])
    expect(findDecideProblems(waiting, 'b')).toEqual([])
    expect(codes(findWithdrawProblems(waiting, 'b'))).toEqual(['booking.correction_not_own'])
    expect(codes(findDecideProblems({ ...waiting, state: 'confirmed' }, 'b'))).toEqual(['booking.correction_decided'])
  })
})

test('an answer is due at the end of the last working day', () => {
  expect(answerUntil(at('11:00'), 5, 'Asia/Shanghai')).toEqual(new Date('2026-12-03T00:00:00+08:00'))
  expect([isMetered('qr', 'page'), isMetered('qr', 'inferred')]).toEqual([true, false])
})
