import { expect, test } from 'vitest'
import type { TimelineItem } from './timeline/timeline-model.ts'
import { barState, freeRanges } from './timeline-items.ts'

test.each([
  [{ kind: 'customer', state: 'confirmed', phase: 'upcoming' }, 'confirmed'],
  [{ kind: 'customer', state: 'confirmed', phase: 'running' }, 'in_use'],
  [{ kind: 'customer', state: 'confirmed', phase: 'past' }, 'done'],
  [{ kind: 'customer', state: 'held', phase: 'upcoming' }, 'pending'],
  [{ kind: 'move', state: 'pending', phase: 'upcoming' }, 'pending'],
  [{ kind: 'internal', state: 'confirmed', phase: 'running' }, 'internal'],
  [{ kind: 'internal', state: 'completed', phase: 'past' }, 'done'],
  [{ kind: 'outage', state: 'confirmed', phase: 'past' }, 'outage'],
] as const)('%o looks %s', (bar, state) => {
  expect(barState(bar)).toBe(state)
})

const at = (time: string) => new Date(`2026-11-24T${time}:00+08:00`)
const item = (start: string, end: string): TimelineItem => ({
  id: start,
  reservationId: start,
  resourceId: 'r',
  start: at(start),
  end: at(end),
  blockedStart: at(start),
  blockedEnd: new Date(at(end).getTime() + 30 * 60_000),
  state: 'confirmed',
  label: '',
  isMovable: true,
})

test('what is free has neither bookings nor buffers nor the past in it', () => {
  const open = [{ start: at('08:00').toISOString(), end: at('18:00').toISOString() }]
  const day = { start: at('00:00'), end: at('23:59') }
  expect(freeRanges(open, [item('10:00', '12:00'), item('16:00', '17:30')], day, at('09:15'))).toEqual([
    { start: at('09:15'), end: at('10:00') },
    { start: at('12:30'), end: at('16:00') },
  ])
  expect(freeRanges(open, [], day, new Date('2026-11-25T00:00:00Z'))).toEqual([])
})
