import type { ResourceCalendar } from '@jiju/booking/contract/calendars'
import { describe, expect, test } from 'vitest'
import { cellMinutesFor, choiceBetween, gridOf, lengthsOf, packedSlots, quickLengths, spansOf, startsOf } from './slot-grid.ts'

const zone = 'Asia/Shanghai'
const at = (time: string) => `2026-11-24T${time}:00+08:00`
const ms = (time: string) => Date.parse(at(time))

const calendar: ResourceCalendar = {
  resourceId: '01890000-0000-7000-8000-000000000000',
  zone,
  from: '2026-11-24',
  days: [
    {
      day: '2026-11-24',
      kind: 'working_day',
      open: [{ start: at('08:00'), end: at('18:00') }],
      free: [
        { start: at('09:00'), end: at('10:30') },
        { start: at('13:00'), end: at('18:00') },
      ],
    },
  ],
  busy: [
    {
      start: at('11:00'),
      end: at('12:30'),
      blockedStart: at('11:00'),
      blockedEnd: at('13:00'),
      kind: 'booked',
      isMine: false,
      isHeld: false,
    },
  ],
  stepMinutes: 30,
  minMinutes: 60,
  maxMinutes: 240,
  bookableFrom: at('09:00'),
  bookableUntil: '2026-12-24T00:00:00+08:00',
  isAccepting: true,
  now: at('08:30'),
}

const grid = gridOf(calendar)
const cells = grid.days[0]?.cells ?? []
const free = spansOf(calendar.days[0]?.free ?? [])
const cellAt = (time: string) => cells.findIndex((cell) => cell.start === ms(time))
const choose = (from: string, to: string) => choiceBetween(cells, cellAt(from), cellAt(to), calendar, free)

describe('grid', () => {
  test('covers the opening hours in half hours', () => {
    expect(grid).toMatchObject({ cellMinutes: 30, firstMinute: 480, lastMinute: 1080 })
    expect(cells).toHaveLength(20)
    expect(grid.days[0]?.freeMinutes).toBe(390)
  })

  test.each([
    ['08:00', 'closed', 'before the notice ends'],
    ['09:00', 'free', ''],
    ['10:30', 'buffer', 'the own buffer would not fit before 11:00'],
    ['11:00', 'booked', ''],
    ['12:30', 'buffer', 'clean-up of the booking'],
    ['13:00', 'free', ''],
    ['17:30', 'free', ''],
  ])('%s is %s %s', (time, state) => {
    expect(cells[cellAt(time)]?.state).toBe(state)
  })

  test('cells grow with the step and with the hours that are shown', () => {
    expect(cellMinutesFor(30, 600)).toBe(30)
    expect(cellMinutesFor(15, 600)).toBe(30)
    expect(cellMinutesFor(20, 600)).toBe(60)
    expect(cellMinutesFor(30, 1440)).toBe(60)
    expect(cellMinutesFor(240, 1440)).toBe(240)
  })

  test('a week without opening hours still has a grid', () => {
    const closed = gridOf({ ...calendar, busy: [], days: [{ day: '2026-11-24', kind: 'holiday', open: [], free: [] }] })
    expect(closed.days[0]?.cells.every((cell) => cell.state === 'closed')).toBe(true)
    expect(closed.days[0]?.isOpen).toBe(false)
  })
})

describe('choice', () => {
  test('a single cell becomes the shortest booking', () => {
    expect(choose('13:00', '13:00')).toEqual({ start: ms('13:00'), end: ms('14:00') })
  })
  test('at the end of a free stretch it reaches backwards', () => {
    expect(choose('10:00', '10:00')).toEqual({ start: ms('09:30'), end: ms('10:30') })
  })
  test('dragging extends to the cell under the pointer', () => {
    expect(choose('13:30', '15:00')).toEqual({ start: ms('13:30'), end: ms('15:30') })
  })
  test('dragging to the left ends with the first cell', () => {
    expect(choose('15:00', '13:30')).toEqual({ start: ms('13:30'), end: ms('15:30') })
  })
  test('stops before what is taken', () => {
    expect(choose('09:00', '14:00')).toEqual({ start: ms('09:00'), end: ms('10:30') })
  })
  test('stops at the longest booking', () => {
    expect(choose('13:00', '17:30')).toEqual({ start: ms('13:00'), end: ms('17:00') })
  })
  test('does not start on what is taken', () => {
    expect(choose('11:00', '14:00')).toBeUndefined()
  })
  test('is nothing where the shortest booking does not fit', () => {
    expect(choiceBetween(cells, cellAt('09:00'), cellAt('09:00'), { ...calendar, minMinutes: 120 }, free)).toBeUndefined()
  })
})

describe('slots of a day', () => {
  const starts = startsOf(free, '2026-11-24', zone, 120, 30)
  test('start on the step and fit', () => {
    expect(starts.map((start) => new Date(start).toISOString().slice(11, 16))).toEqual([
      '05:00',
      '05:30',
      '06:00',
      '06:30',
      '07:00',
      '07:30',
      '08:00',
    ])
  })
  test('are packed, and the last one ends with the free stretch', () => {
    expect(packedSlots(starts, 120)).toEqual([
      { start: ms('13:00'), end: ms('15:00') },
      { start: ms('15:00'), end: ms('17:00') },
      { start: ms('16:00'), end: ms('18:00') },
    ])
  })
  test('keep to their own stretch', () => {
    expect(
      packedSlots(startsOf(free, '2026-11-24', zone, 60, 30), 60).map((slot) => new Date(slot.start).toISOString().slice(11, 16)),
    ).toEqual(['01:00', '01:30', '05:00', '06:00', '07:00', '08:00', '09:00'])
  })
})

describe('lengths', () => {
  test('every step when they are few', () => {
    expect(lengthsOf({ stepMinutes: 30, minMinutes: 60, maxMinutes: 180 })).toEqual([60, 90, 120, 150, 180])
  })
  test('a readable selection when they are many', () => {
    const lengths = lengthsOf({ stepMinutes: 5, minMinutes: 10, maxMinutes: 480 })
    expect(lengths[0]).toBe(10)
    expect(lengths.at(-1)).toBe(480)
    expect(lengths.length).toBeLessThan(20)
  })
  test('quick lengths are allowed lengths', () => {
    expect(quickLengths({ stepMinutes: 30, minMinutes: 60, maxMinutes: 480 })).toEqual([60, 120, 240])
    expect(quickLengths({ stepMinutes: 240, minMinutes: 240, maxMinutes: 1440 })).toEqual([240, 480, 720])
  })
})
