import { expect, test } from 'vitest'
import { entrySequence, entryStatus } from './calendar-entry.ts'

const NOW = new Date('2026-11-23T01:40:00Z')
const later = new Date(NOW.getTime() + 60_000)
const earlier = new Date(NOW.getTime() - 60_000)
const row = { heldUntil: null, decideUntil: null, isDisplaced: false, wasRequest: false, version: 3 }

test.each([
  ['a hold', { ...row, state: 'held', heldUntil: later }, undefined],
  ['a hold that ran out', { ...row, state: 'held', heldUntil: earlier }, undefined],
  ['a hold that was released', { ...row, state: 'released' }, undefined],
  ['a hold that expired', { ...row, state: 'expired' }, undefined],
  ['a request', { ...row, state: 'pending', decideUntil: later, wasRequest: true }, 'TENTATIVE'],
  ['a request that ran out', { ...row, state: 'pending', decideUntil: earlier, wasRequest: true }, 'CANCELLED'],
  ['a request that expired', { ...row, state: 'expired', wasRequest: true }, 'CANCELLED'],
  ['a request that was declined', { ...row, state: 'declined', wasRequest: true }, 'CANCELLED'],
  ['a booking', { ...row, state: 'confirmed' }, 'CONFIRMED'],
  ['a booking in use', { ...row, state: 'in_use' }, 'CONFIRMED'],
  ['a booking that nobody came to', { ...row, state: 'no_show' }, 'CONFIRMED'],
  ['a booking that an outage displaced', { ...row, state: 'confirmed', isDisplaced: true }, 'TENTATIVE'],
  ['a booking that was cancelled', { ...row, state: 'cancelled' }, 'CANCELLED'],
] as const)('%s', (_name, reservation, status) => {
  expect(entryStatus(reservation, NOW)).toBe(status)
})

test('the sequence follows the version, and is ahead of it where time has changed the state', () => {
  expect(entrySequence({ ...row, state: 'confirmed', version: 1 }, NOW)).toBe(0)
  expect(entrySequence({ ...row, state: 'cancelled', version: 4 }, NOW)).toBe(3)
  expect(entrySequence({ ...row, state: 'pending', decideUntil: earlier, version: 4 }, NOW)).toBe(4)
})
