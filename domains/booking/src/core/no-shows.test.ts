import { describe, expect, test } from 'vitest'
import { findAppealProblems, findDecisionProblems, findMissProblems, type NoShowTerms } from './no-shows.ts'

const at = (text: string) => new Date(`${text}:00Z`)
const booking = { kind: 'customer', state: 'confirmed', start: at('2026-11-24T06:00'), end: at('2026-11-24T08:00') } as const
const record: NoShowTerms = { expiresAt: at('2027-02-22T08:00'), recordedBy: 'one', appealedAt: null, decidedAt: null }
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code.replace('booking.', ''))

describe('a missed booking', () => {
  test.each([
    ['before it begins', '2026-11-24T05:59', {}, ['no_show_too_early']],
    ['while it runs', '2026-11-24T06:00', {}, []],
    ['two weeks after its end', '2026-12-08T08:00', {}, []],
    ['later', '2026-12-08T08:01', {}, ['no_show_too_late']],
    ['that was used', '2026-11-24T09:00', { state: 'completed' as const }, ['no_show_not_confirmed']],
    ['of the provider itself', '2026-11-24T09:00', { kind: 'internal' as const }, ['no_show_only_customers']],
  ])('%s', (_name, now, changes, expected) => {
    expect(codes(findMissProblems({ ...booking, ...changes }, at(now)))).toEqual(expected)
  })

  test('is appealed once, as long as its points count', () => {
    expect(findAppealProblems(record, at('2026-12-01T00:00'))).toEqual([])
    expect(codes(findAppealProblems({ ...record, appealedAt: at('2026-11-25T00:00') }, at('2026-12-01T00:00')))).toEqual([
      'appeal_already_made',
    ])
    expect(codes(findAppealProblems(record, record.expiresAt))).toEqual(['no_show_expired'])
  })

  test('is decided once, by somebody else', () => {
    const appealed = { ...record, appealedAt: at('2026-11-25T00:00') }
    expect(codes(findDecisionProblems(record, 'two'))).toEqual(['appeal_missing'])
    expect(codes(findDecisionProblems(appealed, 'one'))).toEqual(['second_person_needed'])
    expect(findDecisionProblems(appealed, 'two')).toEqual([])
    expect(findDecisionProblems({ ...appealed, recordedBy: null }, 'one')).toEqual([])
    expect(codes(findDecisionProblems({ ...appealed, decidedAt: at('2026-11-26T00:00') }, 'two'))).toEqual(['appeal_already_decided'])
  })
})
