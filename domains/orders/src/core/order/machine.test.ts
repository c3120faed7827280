import { expect, test } from 'vitest'
import { ENDED_STATES, ORDER_STATES } from '../vocabulary.ts'
import { actsOf, TRANSITIONS, transitionOf } from './machine.ts'

test('every state is reached and every state that is not an end is left', () => {
  const reached = new Set<string>(TRANSITIONS.map(({ to }) => to))
  const left = new Set<string>(TRANSITIONS.flatMap(({ from, to }) => (from !== null && to !== from ? [from] : [])))
  expect(ORDER_STATES.filter((state) => !reached.has(state))).toEqual([])
  expect(ORDER_STATES.filter((state) => !left.has(state))).toEqual([...ENDED_STATES])
})

test('a paused order resumes where it stopped and nowhere else', () => {
  expect(transitionOf({ state: 'paused', pausedFrom: 'working' }, 'resume')?.to).toBe('working')
  expect(actsOf({ state: 'paused', pausedFrom: 'received' }, 'provider')).toEqual(['resume', 'amend', 'cancel'])
  expect(transitionOf({ state: 'working', pausedFrom: null }, 'resume')).toBeUndefined()
})
