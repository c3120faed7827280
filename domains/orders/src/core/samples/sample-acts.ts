import type { Side } from '../vocabulary.ts'
import type { SampleState } from './vocabulary.ts'

type Rule = { readonly from: readonly SampleState[]; readonly by: Extract<Side, 'client' | 'provider'> }

const rule = <const R extends Rule>(one: R): R => one

/** What each side may do to a sample that stands so. What else must hold (who holds it, how much is left) is asked where it is done. */
export const SAMPLE_ACTS = {
  edit: rule({ from: ['declared'], by: 'client' }),
  withdraw: rule({ from: ['declared'], by: 'client' }),
  send: rule({ from: ['declared'], by: 'client' }),
  confirm_return: rule({ from: ['returning'], by: 'client' }),
  release: rule({ from: ['received', 'refused', 'broken'], by: 'client' }),
  receive: rule({ from: ['declared', 'sent'], by: 'provider' }),
  offer: rule({ from: ['received', 'refused', 'broken'], by: 'provider' }),
  take_over: rule({ from: ['received', 'refused', 'broken'], by: 'provider' }),
  store: rule({ from: ['received', 'refused', 'broken'], by: 'provider' }),
  split: rule({ from: ['received'], by: 'provider' }),
  consume: rule({ from: ['received'], by: 'provider' }),
  lose: rule({ from: ['received'], by: 'provider' }),
  retain: rule({ from: ['received', 'refused', 'broken'], by: 'provider' }),
  return: rule({ from: ['received', 'refused', 'broken'], by: 'provider' }),
  destroy: rule({ from: ['received', 'refused', 'broken'], by: 'provider' }),
  correct: rule({ from: ['received', 'used_up', 'lost', 'broken'], by: 'provider' }),
} as const satisfies Record<string, Rule>

export type SampleAct = keyof typeof SAMPLE_ACTS

export const SAMPLE_ACT_NAMES = Object.keys(SAMPLE_ACTS) as [SampleAct, ...SampleAct[]]

export function mayDo(state: SampleState, act: SampleAct, side: Side): boolean {
  const { from, by } = SAMPLE_ACTS[act]
  return by === side && (from as readonly SampleState[]).includes(state)
}

export function actsOfSample(state: SampleState, side: Side): SampleAct[] {
  return SAMPLE_ACT_NAMES.filter((act) => mayDo(state, act, side))
}

/** Whether the provider has it: somebody there holds it. */
export const isHeld = (state: SampleState): boolean => state === 'received' || state === 'refused' || state === 'broken'

type Arrival = {
  readonly id: string
  readonly state: SampleState
  /** Of a sample that was refused: whether the client has decided what to do, and has declared another when it wants to send one. */
  readonly isDecided: boolean
}

/** Samples that stand in the way of reviewing an order as received: still expected, or refused without a decision. */
export function samplesInTheWay<Sample extends Arrival>(samples: readonly Sample[]): Sample[] {
  return samples.filter(({ state, isDecided }) => state === 'declared' || state === 'sent' || (state === 'refused' && !isDecided))
}

/** The next of the numbers `S1`, `S2` … or, below a sample, `S2-1`, `S2-2` …; numbers are not used twice. */
export function nextNumber(taken: readonly string[], parent?: string): string {
  const head = parent === undefined ? 'S' : `${parent}-`
  const used = taken.flatMap((number) => {
    const rest = number.startsWith(head) ? number.slice(head.length) : ''
    return /^\d+$/.test(rest) ? [Number(rest)] : []
  })
  return `${head}${Math.max(0, ...used) + 1}`
}
