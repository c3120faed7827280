import { describe, expect, test } from 'vitest'
import { TRANSITIONS, transitionOf } from './reservation-states.ts'
import { LIVE_STATES, RESERVATION_STATES } from './vocabulary.ts'

describe('the states of a reservation', () => {
  test('every state can be reached', () => {
    const reached = new Set<string>()
    for (let before = -1; before !== reached.size; ) {
      before = reached.size
      for (const { from, to } of TRANSITIONS) if (from === null || reached.has(from)) reached.add(to)
    }
    expect([...reached].sort()).toEqual([...RESERVATION_STATES].sort())
  })

  test('an act leads to one state', () => {
    const keys = TRANSITIONS.map(({ from, act }) => `${from} ${act}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('what gave its slot back never takes it again', () => {
    const isLive = (state: string) => (LIVE_STATES as readonly string[]).includes(state)
    expect(TRANSITIONS.filter(({ from }) => from !== null && !isLive(from))).toEqual([])
  })

  test('a confirmed booking cannot be approved again', () => {
    expect(transitionOf('confirmed', 'approve')).toBeUndefined()
    expect(transitionOf('pending', 'approve')?.to).toBe('confirmed')
  })
})
