import { localDayOf } from '@jiju/kernel/zoned-time'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findFreeStarts, freeSpans, isOnStep, nearestStarts } from './free-slots.ts'
import { openSpans, readHours, type WrittenHours } from './opening-hours.ts'

const MINUTE = 60_000
const WEEK: WrittenHours['opening'] = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', end: '18:00' }))
const site = readHours({ zone: 'Asia/Shanghai', opening: WEEK, holidayRule: 'closed', dayExceptions: [] })
const at = (day: string, time: string) => Date.parse(`${day}T${time}:00+08:00`)
const rules = { stepMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 30 }
const search = (changes: Partial<Parameters<typeof findFreeStarts>[0]> = {}) => {
  const from = changes.from ?? at('2026-11-23', '00:00')
  return {
    site,
    rules,
    taken: [[]],
    minutes: 120,
    from,
    until: at('2026-11-30', '00:00'),
    ...changes,
    firstDay: localDayOf(new Date(from), (changes.site ?? site).zone),
  }
}
const times = (starts: readonly number[]) => starts.map((start) => new Date(start + 8 * 60 * MINUTE).toISOString().slice(5, 16))

describe('findFreeStarts', () => {
  test('starts with the opening hour and ends where the use still fits', () => {
    const starts = findFreeStarts(search({ until: at('2026-11-24', '00:00') }), 100)
    expect([starts.length, ...times([starts[0] ?? 0, starts.at(-1) ?? 0])]).toEqual([17, '11-23T08:00', '11-23T16:00'])
  })

  test('keeps both buffers: the own clean-up before what follows, the own set-up after what was', () => {
    const taken = [at('2026-11-23', '11:00'), at('2026-11-23', '14:30')]
    const some = { ...rules, bufferBeforeMinutes: 30 }
    expect(times(findFreeStarts(search({ taken: [taken], rules: some, until: at('2026-11-24', '00:00') }), 100))).toEqual([
      '11-23T08:00',
      '11-23T08:30',
      '11-23T15:00',
      '11-23T15:30',
      '11-23T16:00',
    ])
  })

  test('goes on to the next open day, over weekends and holidays', () => {
    expect(times(findFreeStarts(search({ from: at('2026-11-27', '17:00'), until: at('2026-12-30', '00:00') }), 1))).toEqual(['11-30T08:00'])
    expect(times(findFreeStarts(search({ from: at('2026-09-30', '17:00'), until: at('2026-12-30', '00:00') }), 1))).toEqual(['10-08T08:00'])
  })

  test('finds a use over midnight where it is open day and night', () => {
    const open = readHours({
      zone: 'Asia/Shanghai',
      opening: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '00:00', end: '24:00' })),
      holidayRule: 'open',
      dayExceptions: [],
    })
    const taken = [at('2026-11-23', '00:00'), at('2026-11-23', '22:00'), at('2026-11-24', '10:00'), at('2026-11-26', '10:00')]
    expect(times(findFreeStarts(search({ site: open, taken: [taken], minutes: 600 }), 1))).toEqual(['11-23T22:00'])
    expect(times(findFreeStarts(search({ site: open, taken: [taken], minutes: 2880 }), 1))).toEqual(['11-26T10:00'])
  })

  test('a start is on the wall clock’s grid on both days that the clock changes', () => {
    const newYork = readHours({
      zone: 'America/New_York',
      opening: [{ weekday: 7, start: '00:00', end: '06:00' }],
      holidayRule: 'closed',
      dayExceptions: [],
    })
    for (const [day, count] of [
      ['2026-03-08', 5],
      ['2026-11-01', 7],
    ] as const) {
      const starts = findFreeStarts(
        search({
          site: newYork,
          rules: { ...rules, stepMinutes: 60 },
          minutes: 60,
          from: Date.parse(`${day}T04:00:00Z`),
          until: Date.parse(`${day}T16:00:00Z`),
        }),
        100,
      )
      expect(starts).toHaveLength(count)
      expect(starts.every((start) => isOnStep(new Date(start), 60, 'America/New_York'))).toBe(true)
    }
  })

  test('agrees with a search minute by minute', () => {
    const half = fc.integer({ min: 0, max: 47 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(half, fc.integer({ min: 1, max: 8 })), { maxLength: 8 }),
        fc.constantFrom(0, 15, 30, 45),
        fc.constantFrom(0, 15, 30),
        fc.constantFrom(30, 60, 90, 240),
        fc.constantFrom(10, 30, 60),
        half,
        (uses, after, before, minutes, step, fromHalf) => {
          const midnight = at('2026-11-23', '00:00')
          const minute = new Array<boolean>(1440).fill(false)
          const sorted = [...uses].sort((a, b) => a[0] - b[0])
          const taken: number[] = []
          for (const [start, length] of sorted) {
            const from = Math.max(midnight + start * 30 * MINUTE, taken.at(-1) ?? 0)
            const to = midnight + (start + length) * 30 * MINUTE
            if (to <= from) continue
            taken.push(from, to)
            for (let i = (from - midnight) / MINUTE; i < Math.min((to - midnight) / MINUTE, 1440); i += 1) minute[i] = true
          }
          const expected: number[] = []
          for (let start = 0; start < 1440; start += step) {
            if (start < fromHalf * 30 || start < 480 || start + minutes > 1080) continue
            let isFree = true
            for (let i = start - before; i < start + minutes + after; i += 1) if (minute[i]) isFree = false
            if (isFree) expected.push(midnight + start * MINUTE)
          }
          const found = findFreeStarts(
            search({
              taken: [taken],
              minutes,
              rules: { stepMinutes: step, bufferBeforeMinutes: before, bufferAfterMinutes: after },
              from: midnight + fromHalf * 30 * MINUTE,
              until: at('2026-11-24', '00:00'),
            }),
            1000,
          )
          expect(found).toEqual(expected)
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('freeSpans', () => {
  test('what is free and what is taken never overlap, and free lies in open', () => {
    const open = openSpans(site, '2026-11-23', 5)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 7000 }), fc.integer({ min: 1, max: 600 })), { maxLength: 20 }), (uses) => {
        const taken: number[] = []
        for (const [start, length] of [...uses].sort((a, b) => a[0] - b[0])) {
          const from = at('2026-11-23', '00:00') + start * MINUTE
          if (from >= (taken.at(-1) ?? 0)) taken.push(from, from + length * MINUTE)
        }
        const free = freeSpans(open, taken, rules)
        for (let i = 0; i < free.length; i += 2) {
          const [from = 0, to = 0] = free.slice(i, i + 2)
          expect(from).toBeLessThan(to)
          for (let k = 0; k < taken.length; k += 2)
            expect(to + rules.bufferAfterMinutes * MINUTE <= (taken[k] ?? 0) || from >= (taken[k + 1] ?? 0)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})

test('nearest slots do not overlap each other and come in order of time', () => {
  const starts = Array.from({ length: 20 }, (_, index) => at('2026-11-23', '08:00') + index * 30 * MINUTE)
  expect(times(nearestStarts(starts, at('2026-11-23', '12:10'), 120, 3))).toEqual(['11-23T10:00', '11-23T12:00', '11-23T14:00'])
  expect(nearestStarts(starts.slice(0, 2), at('2026-11-23', '12:10'), 120, 3)).toHaveLength(1)
})
