import { addWorkingDays, isWorkingDay } from '@jiju/kernel/working-days'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Ahead, DEFAULT_PLAN, type Planning, planResult, queueDay, reviewedDay } from './plan-result.ts'
import { compareRanked, type Ranked } from './rank.ts'

// A Monday.
const DAY = '2026-11-23'
const planning = (change: Partial<Planning> = {}): Planning => ({
  readyDay: DAY,
  transportDays: 1,
  plan: { ...DEFAULT_PLAN, parallelOrders: 2 },
  ahead: [],
  instrumentDay: null,
  turnaroundDays: { min: 5, max: 8 },
  ...change,
})
const legsOf = (change: Partial<Planning>) => planResult(planning(change)).legs.map(({ kind, from, to }) => `${kind} ${from}—${to}`)
const begun = (dueDay: string): Ahead => ({ dueDay, turnaroundDays: 8 })
const waiting: Ahead = { dueDay: null, turnaroundDays: 8 }

test('transport, review and turnaround in working days', () => {
  expect(planResult(planning())).toEqual({
    legs: [
      { kind: 'transport', from: DAY, to: '2026-11-24', workingDays: 1 },
      { kind: 'intake', from: '2026-11-24', to: '2026-11-25', workingDays: 1 },
      { kind: 'work', from: '2026-11-25', to: '2026-12-07', workingDays: 8 },
    ],
    startDay: '2026-11-25',
    resultDay: '2026-12-07',
    bestDay: '2026-12-02',
  })
})

test('what is ready on a Saturday leaves on Monday; files do not travel', () => {
  expect(legsOf({ readyDay: '2026-11-28' })[0]).toBe('transport 2026-11-30—2026-12-01')
  expect(legsOf({ plan: { ...DEFAULT_PLAN, receives: 'files', intakeDays: 0 } })).toEqual(['work 2026-11-23—2026-12-03'])
})

test('two places: the third waits for the first that becomes free', () => {
  expect(legsOf({ ahead: [begun('2026-12-01')] })).not.toContain('queue')
  expect(legsOf({ ahead: [begun('2026-12-01'), begun('2026-12-10')] })[2]).toBe('queue 2026-11-25—2026-12-01')
  // Who is late leaves the place today at the earliest.
  expect(queueDay([begun('2026-11-02'), begun('2026-11-03')], 2, DAY)).toBe(DAY)
})

test('whoever waits already goes first', () => {
  expect(queueDay([waiting, waiting], 2, DAY)).toBe(addWorkingDays(DAY, 8))
  expect(queueDay([begun('2026-12-01'), waiting, waiting], 2, DAY)).toBe(addWorkingDays(DAY, 8))
  expect(queueDay([waiting, waiting, waiting], 1, DAY)).toBe(addWorkingDays(DAY, 24))
})

test('the instrument counts from when the samples are reviewed', () => {
  expect(reviewedDay(planning())).toBe('2026-11-25')
  expect(legsOf({ instrumentDay: '2026-11-29' })[2]).toBe('instrument 2026-11-25—2026-11-30')
  expect(legsOf({ instrumentDay: '2026-11-24' })).toHaveLength(3)
})

test('legs follow each other without a gap, more ahead is never earlier, more places never later', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((days) => addWorkingDays(DAY, days))
  const ahead = fc.array(fc.record({ dueDay: fc.option(day), turnaroundDays: fc.integer({ min: 1, max: 60 }) }), { maxLength: 12 })
  fc.assert(
    fc.property(ahead, fc.integer({ min: 1, max: 6 }), fc.option(day), (orders, parallelOrders, instrumentDay) => {
      const plan = { ...DEFAULT_PLAN, parallelOrders }
      const made = planResult(planning({ plan, ahead: orders, instrumentDay }))
      for (const [index, leg] of made.legs.entries()) expect(leg.from).toBe(index === 0 ? DAY : made.legs[index - 1]?.to)
      expect(made.legs.at(-1)?.to).toBe(made.resultDay)
      expect(isWorkingDay(made.resultDay)).toBe(true)
      expect(made.bestDay <= made.resultDay).toBe(true)
      expect(queueDay([...orders, waiting], parallelOrders, DAY) >= queueDay(orders, parallelOrders, DAY)).toBe(true)
      expect(queueDay(orders, parallelOrders + 1, DAY) <= queueDay(orders, parallelOrders, DAY)).toBe(true)
    }),
  )
})

test('ranked by accreditation, day, price, and never undecided', () => {
  const one = (id: string, resultDay: string, totalFen: bigint | null, isAccredited = true): Ranked => ({
    id,
    resultDay,
    totalFen,
    isAccredited,
  })
  const sorted = [
    one('a', '2026-12-01', 100n, false),
    one('b', '2026-12-03', 100n),
    one('c', '2026-12-02', null),
    one('d', '2026-12-02', 300n),
    one('e', '2026-12-02', 200n),
    one('f', '2026-12-02', 200n),
  ].sort(compareRanked)
  expect(sorted.map(({ id }) => id).join('')).toBe('efdcba')
})
