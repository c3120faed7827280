import type { TaskKind, TaskState } from './vocabulary.ts'

type TaskTransition = { readonly from: TaskState; readonly act: string; readonly to: TaskState; readonly needsReason?: boolean }

const row = <const T extends TaskTransition>(one: T): T => one

/** Every way in which a task changes its state. */
export const TASK_TRANSITIONS = [
  row({ from: 'planned', act: 'start', to: 'running' }),
  row({ from: 'running', act: 'complete', to: 'done' }),
  row({ from: 'done', act: 'check', to: 'checked' }),
  // The second person does not agree; or what was checked has to be done over.
  row({ from: 'done', act: 'send_back', to: 'running', needsReason: true }),
  row({ from: 'checked', act: 'reopen', to: 'running', needsReason: true }),
  row({ from: 'planned', act: 'void', to: 'void', needsReason: true }),
  row({ from: 'running', act: 'void', to: 'void', needsReason: true }),
  row({ from: 'done', act: 'void', to: 'void', needsReason: true }),
] as const satisfies readonly TaskTransition[]

export type TaskAct = (typeof TASK_TRANSITIONS)[number]['act']
export const TASK_ACTS = [...new Set(TASK_TRANSITIONS.map(({ act }) => act))] as [TaskAct, ...TaskAct[]]

// A batch goes on by its record and its release, not by these acts.
const BATCH_ACTS: readonly TaskAct[] = ['start', 'void']

/** What `act` makes of a task in `state`; undefined when it is not allowed. */
export function taskTransition(state: TaskState, act: TaskAct): TaskTransition | undefined {
  return TASK_TRANSITIONS.find((one) => one.from === state && one.act === act)
}

/** The acts that people may do to a task; a batch is completed and checked by its release. */
export function taskActsOf({ state, kind }: { state: TaskState; kind: TaskKind }): TaskAct[] {
  return TASK_TRANSITIONS.filter(({ from, act }) => from === state && (kind === 'test' || BATCH_ACTS.includes(act))).map(({ act }) => act)
}

/** States in which a task needs nothing more before the order's work is finished. */
export const CLOSED_TASK_STATES = ['checked', 'void'] as const satisfies readonly TaskState[]
