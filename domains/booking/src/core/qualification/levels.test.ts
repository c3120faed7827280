import { describe, expect, test } from 'vitest'
import {
  afterMonths,
  heldLevel,
  lackOf,
  lapseReminder,
  neededLevel,
  notQualified,
  type QualificationRule,
  qualificationState,
} from './levels.ts'

const ZONE = 'Asia/Shanghai'
const at = (text: string) => new Date(`${text}:00+08:00`)
const RULE: QualificationRule = {
  level: 2,
  afterHoursLevel: 3,
  dayStartMinute: 480,
  dayEndMinute: 1080,
  isWeekendAfterHours: true,
  disuseDays: null,
  validityMonths: 12,
  includesInside: false,
}
const held = (level: number, more: Partial<Parameters<typeof heldLevel>[0][number]> = {}) => ({
  level,
  validFrom: at('2026-01-01T00:00'),
  lapsesAt: null,
  isSuspended: false,
  ...more,
})

describe('the level that a use needs', () => {
  test.each([
    ['inside the day', '2026-11-25T08:00', '2026-11-25T18:00', 2],
    ['begins before it', '2026-11-25T07:30', '2026-11-25T09:00', 3],
    ['ends after it', '2026-11-25T17:00', '2026-11-25T18:30', 3],
    ['over midnight', '2026-11-25T17:00', '2026-11-26T09:00', 3],
    ['on a Saturday', '2026-11-28T10:00', '2026-11-28T11:00', 3],
  ])('%s', (_, start, end, level) => {
    expect(neededLevel(RULE, { start: at(start), end: at(end) }, ZONE)).toBe(level)
  })

  test('without a level after hours the day’s holds always', () => {
    expect(neededLevel({ ...RULE, afterHoursLevel: null }, { start: at('2026-11-28T02:00'), end: at('2026-11-28T03:00') }, ZONE)).toBe(2)
  })
})

describe('what counts at the start', () => {
  const start = at('2026-11-25T10:00')
  test('the highest that runs then', () => {
    expect(heldLevel([held(3, { lapsesAt: start }), held(2), held(1)], start)).toBe(2)
    expect(heldLevel([held(3, { isSuspended: true }), held(2, { validFrom: at('2026-11-25T10:01') })], start)).toBe(0)
    expect(heldLevel([], start)).toBe(0)
  })

  test('why it is not enough', () => {
    expect(lackOf([], 2, start)).toBe('none')
    expect(lackOf([held(1)], 2, start)).toBe('too_low')
    expect(lackOf([held(2, { lapsesAt: start })], 2, start)).toBe('lapsed')
    expect(lackOf([held(2, { isSuspended: true })], 2, start)).toBe('suspended')
  })

  test('the refusal names the ways that are open', () => {
    const training = { id: 't', start: at('2026-11-30T09:00'), freePlaces: 3 }
    const test = { id: 'q', title: '安全' }
    expect(notQualified(2, [], start, { offersOperator: true, training, test })).toMatchObject({
      code: 'booking.level_needed_operator_training_test',
      waivable: true,
      params: { needed: 2, held: 0, lack: 'none', trainingId: 't', freePlaces: 3, testId: 'q' },
    })
    const codes = [true, false].flatMap((offersOperator) =>
      [training, null].flatMap((one) =>
        [test, null].map((two) => notQualified(2, [], start, { offersOperator, training: one, test: two }).code),
      ),
    )
    expect(new Set(codes).size).toBe(8)
  })
})

test('states around now', () => {
  const now = at('2026-11-23T09:40')
  const state = (more: object) =>
    qualificationState({ validFrom: at('2026-01-01T00:00'), lapsesAt: null, isSuspended: false, ...more }, now)
  expect(state({})).toBe('valid')
  expect(state({ lapsesAt: at('2026-12-20T00:00') })).toBe('expiring')
  expect(state({ lapsesAt: now })).toBe('lapsed')
  expect(state({ validFrom: at('2026-12-01T00:00') })).toBe('not_yet')
  expect(state({ lapsesAt: now, isSuspended: true })).toBe('suspended')
})

test('whole months keep the day, or take the last of a shorter month', () => {
  expect(afterMonths(new Date('2026-08-31T04:00:00Z'), 6).toISOString()).toBe('2027-02-28T04:00:00.000Z')
  expect(afterMonths(new Date('2026-11-23T01:40:00Z'), 24).toISOString()).toBe('2028-11-23T01:40:00.000Z')
})

test('reminders 30 and 7 days before', () => {
  const now = at('2026-11-23T09:00')
  const inDays = (days: number) => lapseReminder(new Date(now.getTime() + days * 86_400_000), now)
  expect([31, 30, 8, 7, 1].map(inDays)).toEqual([null, 30, 30, 7, 7])
})
