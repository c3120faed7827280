import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calibrationState, findCalibrationProblems, reminderDue } from './calibration.ts'
import { answerUntil, effectOf, isPriceProtected } from './effects.ts'
import { rankEquivalents } from './rank-equivalents.ts'
import { occurrenceDays, occurrencesOf, type Recurrence } from './recurrence.ts'

const at = (text: string) => new Date(`2026-11-23T${text}:00Z`)
const outage = { start: at('10:00'), end: at('14:00') }

describe('the effect of an outage', () => {
  test.each([
    ['ahead and overlapping', 'confirmed', '12:00', '15:00', '08:00', 'displaced'],
    ['a request', 'pending', '12:00', '15:00', '08:00', 'displaced'],
    ['running over its start', 'confirmed', '09:00', '12:00', '09:30', 'interrupted'],
    ['checked in before its start', 'in_use', '09:00', '12:00', '10:00', 'interrupted'],
    ['beginning with it', 'confirmed', '10:00', '12:00', '10:00', 'displaced'],
    ['only its buffer', 'confirmed', '08:00', '10:00', '07:00', 'trimmed'],
    ['a hold', 'held', '12:00', '13:00', '08:00', 'released'],
    ['over', 'completed', '09:00', '10:30', '10:30', 'finished'],
  ] as const)('%s', (_name, state, start, end, now, effect) => {
    expect(effectOf({ kind: 'customer', state, start: at(start), end: at(end) }, outage, at(now))).toBe(effect)
  })

  test('another outage is for the two to be one', () => {
    expect(effectOf({ kind: 'outage', state: 'confirmed', ...outage }, outage, at('08:00'))).toBe('overlap')
  })

  test.each([
    ['the hours that the provider gives', '20:00', 4, '12:00'],
    ['but never past the start', '10:00', 4, '10:00'],
    ['and at once when the start has come', '07:00', 4, '08:00'],
    ['the start itself as long as nothing was proposed', '20:00', undefined, '20:00'],
  ])('customers answer within %s', (_name, start, hours, until) => {
    expect(answerUntil(at(start), at('08:00'), hours)).toEqual(at(until))
  })

  test('the price is kept for the same length, not for a longer one', () => {
    expect(isPriceProtected({ minutes: 60, priceFen: 100n }, { minutes: 60, priceFen: 120n })).toBe(true)
    expect(isPriceProtected({ minutes: 60, priceFen: 100n }, { minutes: 90, priceFen: 120n })).toBe(false)
    expect(isPriceProtected({ minutes: 60, priceFen: 100n }, { minutes: 60, priceFen: 90n })).toBe(false)
  })
})

describe('recurring maintenance', () => {
  const isWorkingDay = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  const rule = (change: Partial<Recurrence>): Recurrence => ({
    unit: 'month',
    every: 1,
    firstDay: '2026-01-31',
    lastDay: '2026-06-30',
    offDays: 'keep',
    ...change,
  })

  test.each([
    ['on the last day where a month is shorter', {}, ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30']],
    [
      'moved to the next working day',
      { offDays: 'next_working_day' as const, lastDay: '2026-03-31' },
      ['2026-02-02', '2026-03-02', '2026-03-31'],
    ],
    ['or left out', { offDays: 'skip' as const, lastDay: '2026-04-30' }, ['2026-03-31', '2026-04-30']],
    ['every two weeks', { unit: 'week' as const, every: 2, lastDay: '2026-03-01' }, ['2026-01-31', '2026-02-14', '2026-02-28']],
  ])('%s', (_name, change, days) => {
    expect(occurrenceDays(rule(change), isWorkingDay)).toEqual(days)
  })

  test('keeps the time of day where the clock changes', () => {
    const ranges = occurrencesOf(
      rule({ unit: 'week', firstDay: '2026-03-23', lastDay: '2026-03-30' }),
      { minuteOfDay: 600, minutes: 120 },
      { zone: 'Europe/Berlin', isWorkingDay },
    )
    expect(ranges.map(({ start }) => start.toISOString())).toEqual(['2026-03-23T09:00:00.000Z', '2026-03-30T08:00:00.000Z'])
  })

  test('days are in order, each once, and working days unless they are kept', () => {
    fc.assert(
      fc.property(
        fc.record({
          unit: fc.constantFrom('week' as const, 'month' as const),
          every: fc.integer({ min: 1, max: 12 }),
          offset: fc.integer({ min: 0, max: 400 }),
          offDays: fc.constantFrom('skip' as const, 'next_working_day' as const),
        }),
        ({ unit, every, offset, offDays }) => {
          const firstDay = new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10)
          const days = occurrenceDays({ unit, every, firstDay, lastDay: '2028-01-01', offDays }, isWorkingDay)
          expect([...new Set(days)].sort()).toEqual(days)
          expect(days.every(isWorkingDay)).toBe(true)
        },
      ),
    )
  })
})

describe('calibration', () => {
  test.each([
    ['2026-10-01', null],
    ['2026-10-24', 30],
    ['2026-11-15', 30],
    ['2026-11-16', 7],
    ['2026-11-22', 1],
    ['2026-11-23', 1],
    ['2026-11-24', null],
  ])('on %s the reminder is %s', (today, days) => {
    expect(reminderDue('2026-11-23', today)).toBe(days)
  })

  test.each([
    [null, 'unknown'],
    ['2027-06-01', 'valid'],
    ['2026-12-01', 'due_soon'],
    ['2026-11-23', 'due_soon'],
    ['2026-11-22', 'overdue'],
  ])('due on %s it is %s', (dueOn, state) => {
    expect(calibrationState(dueOn, '2026-11-23')).toBe(state)
  })

  test('the due day is still covered by the clock of the site; without the rule nothing is refused', () => {
    const rule = { dueOn: '2026-11-23', blocksWhenOverdue: true }
    expect(findCalibrationProblems(rule, new Date('2026-11-23T15:59:00Z'), 'Asia/Shanghai')).toEqual([])
    expect(findCalibrationProblems(rule, new Date('2026-11-23T16:00:00Z'), 'Asia/Shanghai')).toMatchObject([
      { code: 'booking.calibration_overdue' },
    ])
    expect(findCalibrationProblems({ ...rule, blocksWhenOverdue: false }, new Date('2027-01-01T00:00:00Z'), 'Asia/Shanghai')).toEqual([])
  })
})

test('equivalents are ranked by nearness, then price, then match', () => {
  const one = (resourceId: string, time: string, priceFen: bigint, match: 'same_resource' | 'same_class') => ({
    resourceId,
    start: at(time),
    priceFen,
    match,
  })
  const ranked = rankEquivalents(
    [
      one('d', '16:00', 1n, 'same_resource'),
      one('c', '11:00', 200n, 'same_class'),
      one('b', '11:00', 100n, 'same_class'),
      one('a', '09:00', 100n, 'same_resource'),
    ],
    { start: at('10:00') },
  )
  expect(ranked.map(({ resourceId }) => resourceId)).toEqual(['a', 'b', 'c', 'd'])
})
