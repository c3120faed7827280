import { describe, expect, test } from 'vitest'
import { type DoorBooking, doorState, pageOf } from './door-state.ts'

const at = (time: string, day = '2026-11-23') => new Date(`${day}T${time}:00+08:00`)
const booking = (from: string, to: string, kind: DoorBooking['kind'] = 'customer'): DoorBooking => ({
  start: at(from).toISOString(),
  end: at(to).toISOString(),
  kind,
  state: 'confirmed',
  organisation: '澄心医疗',
})
const open = ['2026-11-23', '2026-11-24'].map((day) => ({ start: at('08:00', day).toISOString(), end: at('20:00', day).toISOString() }))
const resource = {
  capacity: 1,
  open,
  bookings: [booking('10:00', '12:00'), booking('12:00', '13:00', 'internal'), booking('15:00', '16:00', 'outage')],
}

describe('one resource', () => {
  test.each([
    ['09:00', 'free', '10:00'],
    ['10:00', 'taken', '12:00'],
    ['11:59', 'taken', '12:00'],
    ['12:00', 'taken', '13:00'],
    ['13:00', 'free', '15:00'],
    ['15:30', 'outage', '16:00'],
    ['16:00', 'free', '20:00'],
    ['07:00', 'closed', '08:00'],
  ])('at %s is %s until %s', (time, kind, until) => {
    expect(doorState(resource, at(time))).toMatchObject({ kind, until: at(until) })
  })

  test('closed in the evening opens tomorrow; past the plan nothing is promised', () => {
    expect(doorState(resource, at('20:00'))).toMatchObject({ kind: 'closed', until: at('08:00', '2026-11-24'), next: null })
    expect(doorState(resource, at('21:00', '2026-11-24'))).toMatchObject({ kind: 'closed', until: null })
  })

  test('names what comes next', () => {
    expect(doorState(resource, at('10:30')).next).toMatchObject({ kind: 'internal' })
  })
})

test('with places it is free while one is left', () => {
  const lab = { capacity: 2, open, bookings: [booking('10:00', '12:00'), booking('11:00', '13:00')] }
  expect(doorState(lab, at('09:00'))).toMatchObject({ kind: 'free', freeUnits: 2, until: at('11:00') })
  expect(doorState(lab, at('10:30'))).toMatchObject({ kind: 'free', freeUnits: 1, until: at('11:00') })
  expect(doorState(lab, at('11:30'))).toMatchObject({ kind: 'taken', freeUnits: 0, until: at('12:00') })
})

test('many resources take turns, and the last page is followed by the first', () => {
  const items = Array.from({ length: 8 }, (_, index) => index)
  expect([pageOf(items, 0), pageOf(items, 1), pageOf(items, 2)]).toEqual([
    [0, 1, 2, 3, 4, 5],
    [6, 7],
    [0, 1, 2, 3, 4, 5],
  ])
  expect(pageOf([], 3)).toEqual([])
})
