import { measurePlaces } from './measure-places.ts'
import { reopenRun } from './reopen-run.ts'
import { scoreRun } from './score-run.ts'

/** What takes long enough to keep a server from answering; each yields the part done (0–1) and ends with its result. */
const TASKS = { scoreRun, reopenRun, measurePlaces }

export type TaskName = keyof typeof TASKS
export type Input<Name extends TaskName> = Parameters<(typeof TASKS)[Name]>[0]
export type Output<Name extends TaskName> = ReturnType<(typeof TASKS)[Name]> extends Generator<number, infer Result, void> ? Result : never
export type Task = { [Name in TaskName]: { readonly name: Name; readonly input: Input<Name> } }[TaskName]

export function startTask({ name, input }: Task): Generator<number, unknown, void> {
  return (TASKS[name] as (given: unknown) => Generator<number, unknown, void>)(input)
}
