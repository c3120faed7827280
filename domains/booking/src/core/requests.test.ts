import { describe, expect, test } from 'vitest'
import { findAnswerProblems, findDeclineProblems, findNotPendingProblems, type RequestTerms } from './requests.ts'

const LIMIT = new Date('2026-11-23T06:00:00Z')
const before = new Date('2026-11-23T05:59:59Z')
const request = (changes: Partial<RequestTerms> = {}): RequestTerms => ({
  state: 'pending',
  heldUntil: null,
  decideUntil: LIMIT,
  awaits: 'provider',
  ...changes,
})
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code.replace('booking.', ''))

describe('answering a request', () => {
  test('the side that is asked answers until the limit', () => {
    expect(findAnswerProblems(request(), { side: 'provider', now: before, limit: LIMIT })).toEqual([])
    expect(codes(findAnswerProblems(request(), { side: 'provider', now: LIMIT, limit: LIMIT }))).toEqual(['request_expired'])
  })

  test('out of turn', () => {
    expect(codes(findAnswerProblems(request(), { side: 'customer', now: before, limit: LIMIT }))).toEqual(['awaits_provider'])
    expect(codes(findAnswerProblems(request({ awaits: 'customer' }), { side: 'provider', now: before, limit: LIMIT }))).toEqual([
      'awaits_customer',
    ])
  })

  test.each([
    ['confirmed', 'request_already_approved'],
    ['in_use', 'request_already_approved'],
    ['declined', 'request_already_declined'],
    ['cancelled', 'request_withdrawn'],
    ['expired', 'request_expired'],
    ['released', 'not_pending'],
  ] as const)('what is %s says so: %s', (state, code) => {
    const ended = request({ state, decideUntil: null, awaits: null })
    expect(codes(findNotPendingProblems(ended, { now: before, limit: LIMIT }))).toEqual([code])
  })

  test('“other” needs words', () => {
    expect(codes(findDeclineProblems('other', undefined))).toEqual(['decline_words_missing'])
    expect(findDeclineProblems('other', '设备调试')).toEqual([])
    expect(findDeclineProblems('no_staff', undefined)).toEqual([])
  })
})
