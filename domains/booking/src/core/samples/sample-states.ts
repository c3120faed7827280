/** Every state of a submission; the first three stand in the queue. */
export const SAMPLE_STATES = ['queued', 'received', 'running', 'done', 'cancelled'] as const
export type SampleState = (typeof SAMPLE_STATES)[number]

export const OPEN_SAMPLE_STATES = ['queued', 'received', 'running'] as const satisfies readonly SampleState[]

export const SAMPLE_ACTS = ['receive', 'start', 'finish', 'cancel'] as const
export type SampleAct = (typeof SAMPLE_ACTS)[number]

type Step = {
  readonly from: SampleState
  readonly act: SampleAct
  readonly to: SampleState
  readonly by: readonly ('customer' | 'provider')[]
}

/** Every way in which a submission changes its state. A customer gives it up until work begins. */
export const SAMPLE_STEPS: readonly Step[] = [
  { from: 'queued', act: 'receive', to: 'received', by: ['provider'] },
  { from: 'received', act: 'start', to: 'running', by: ['provider'] },
  { from: 'running', act: 'finish', to: 'done', by: ['provider'] },
  { from: 'queued', act: 'cancel', to: 'cancelled', by: ['customer', 'provider'] },
  { from: 'received', act: 'cancel', to: 'cancelled', by: ['customer', 'provider'] },
  { from: 'running', act: 'cancel', to: 'cancelled', by: ['provider'] },
]

/** The step of one side; undefined when the state or the side does not allow it. */
export function sampleStep(from: SampleState, act: SampleAct, side: 'customer' | 'provider'): Step | undefined {
  return SAMPLE_STEPS.find((step) => step.from === from && step.act === act && step.by.includes(side))
}
