import { describe, expect, test } from 'vitest'
import {
  type ChangeTerms,
  cancelFee,
  findCancelProblems,
  findMoveProblems,
  freeCancelUntil,
  phaseAt,
  type Side,
  stateAt,
} from './cancellation.ts'
import { customerClassOf } from './customer-class.ts'

const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00Z`)
const terms = (changes: Partial<ChangeTerms> = {}): ChangeTerms => ({
  kind: 'customer',
  state: 'confirmed',
  start: at('2026-11-24 06:00'),
  end: at('2026-11-24 08:00'),
  heldUntil: null,
  decideUntil: null,
  priceFen: 36_001n,
  freeCancelUntil: freeCancelUntil(at('2026-11-24 06:00'), 24),
  lateCancelPercent: 30,
  isDisplaced: false,
  ...changes,
})
const change = (now: string, side: Side = 'customer', reason: string | undefined = undefined) => ({ now: at(now), side, reason })
const codes = (problems: readonly { code: string }[]) => problems.map((problem) => problem.code.replace('booking.', ''))

describe('cancelling', () => {
  test.each([
    ['2026-11-23 05:59', 'customer', 0n],
    ['2026-11-23 06:00', 'customer', 10_800n],
    ['2026-11-24 05:59', 'customer', 10_800n],
    ['2026-11-24 05:59', 'provider', 0n],
  ] as const)('at %s by the %s costs %s fen', (now, side, fee) => expect(cancelFee(terms(), change(now, side))).toBe(fee))

  test.each([
    ['2026-11-24 05:59', 'customer', undefined, []],
    ['2026-11-24 06:00', 'customer', undefined, ['already_started']],
    ['2026-11-24 07:59', 'provider', '停电', []],
    ['2026-11-24 07:59', 'provider', undefined, ['reason_missing']],
    ['2026-11-24 08:00', 'provider', undefined, ['already_started', 'reason_missing']],
  ] as const)('at %s by the %s (reason %s): %j', (now, side, reason, expected) =>
    expect(codes(findCancelProblems(terms(), change(now, side, reason)))).toEqual(expected),
  )

  test('own use of the provider needs no reason', () =>
    expect(findCancelProblems(terms({ kind: 'internal' }), change('2026-11-24 05:00', 'provider'))).toEqual([]))

  test.each(['cancelled', 'released', 'expired', 'completed', 'no_show'] as const)('what is %s cannot be cancelled', (state) =>
    expect(codes(findCancelProblems(terms({ state }), change('2026-11-23 05:00')))).toEqual(['already_ended']),
  )

  test('a hold costs nothing and expires by the clock', () => {
    const hold = terms({ state: 'held', heldUntil: at('2026-11-24 05:00') })
    expect(cancelFee(hold, change('2026-11-24 04:59'))).toBe(0n)
    expect(findCancelProblems(hold, change('2026-11-24 04:59'))).toEqual([])
    expect(codes(findCancelProblems(hold, change('2026-11-24 05:00')))).toEqual(['hold_expired'])
    expect([stateAt(hold, at('2026-11-24 04:59')), stateAt(hold, at('2026-11-24 05:00'))]).toEqual(['held', 'expired'])
  })
})

describe('moving', () => {
  test.each([
    ['2026-11-23 05:59', 'customer', undefined, []],
    ['2026-11-23 06:00', 'customer', undefined, ['too_late_to_move']],
    ['2026-11-24 06:00', 'customer', undefined, ['already_started']],
    ['2026-11-24 05:00', 'provider', '设备维护', []],
    ['2026-11-24 05:00', 'provider', undefined, ['reason_missing']],
  ] as const)('at %s by the %s (reason %s): %j', (now, side, reason, expected) =>
    expect(codes(findMoveProblems(terms(), change(now, side, reason)))).toEqual(expected),
  )

  test('where a late cancellation is free, a late move is too', () =>
    expect(findMoveProblems(terms({ lateCancelPercent: 0 }), change('2026-11-24 05:00'))).toEqual([]))
})

test.each([
  ['2026-11-24 05:59', 'upcoming'],
  ['2026-11-24 06:00', 'running'],
  ['2026-11-24 08:00', 'past'],
])('at %s it is %s', (now, phase) => expect(phaseAt(terms(), at(now))).toBe(phase))

describe('customerClassOf', () => {
  const terms = { providerId: 'p1', district: '虹东区' }
  const organisation = (changes: object) => ({ id: 'o1', kind: 'enterprise', status: 'verified', district: '虹东区', ...changes })
  test.each([
    [{}, 'enterprise'],
    [{ district: '另一区' }, 'outside_district'],
    [{ district: '' }, 'enterprise'],
    [{ kind: 'provider' }, 'academic'],
    [{ kind: 'provider', id: 'p1' }, 'inside'],
  ])('%j is %s', (changes, customerClass) => expect(customerClassOf(organisation(changes), terms)).toEqual({ customerClass }))
  test.each([
    [{ status: 'pending' }, 'booking.organisation_not_verified'],
    [{ kind: 'bank' }, 'booking.organisation_cannot_book'],
  ])('%j is refused with %s', (changes, code) => expect(customerClassOf(organisation(changes), terms)).toMatchObject({ problem: { code } }))
  test('without a district of the platform nobody is outside', () =>
    expect(customerClassOf(organisation({ district: '另一区' }), { providerId: 'p1', district: null })).toEqual({
      customerClass: 'enterprise',
    }))
})
