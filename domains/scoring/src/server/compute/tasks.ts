import { indexCohort } from '../../core/engine/cohort-index.ts'
import type { Scored } from '../../core/engine/contributions.ts'
import { coverageOutlook } from '../../core/engine/coverage-outlook.ts'
import type { FactTable } from '../../core/engine/fact-table.ts'
import type { Model } from '../../core/engine/model.ts'
import { bundleRun } from './bundle-run.ts'
import { measurePlaces } from './measure-places.ts'
import { refitRun } from './refit-run.ts'
import { reopenRun } from './reopen-run.ts'
import { scoreRun } from './score-run.ts'
import { summariseRun } from './summarise-run.ts'

/** What takes long enough to keep a server from answering. A task that can say how far it is yields the part done (0–1). */
const TASKS = {
  scoreRun,
  reopenRun,
  indexCohort: ({ run, cohort }: { readonly run: Pick<Scored, 'model' | 'table' | 'scores'>; readonly cohort: number }) =>
    indexCohort(run, cohort),
  summariseRun,
  refitRun,
  coverageOutlook: ({ model, table }: { readonly model: Model; readonly table: FactTable }) => coverageOutlook(model, table),
  measurePlaces,
  bundleRun,
}

type Steps<Result> = Generator<number, Result, void>

export type TaskName = keyof typeof TASKS
export type Input<Name extends TaskName> = Parameters<(typeof TASKS)[Name]>[0]
export type Output<Name extends TaskName> =
  ReturnType<(typeof TASKS)[Name]> extends Steps<infer Result> ? Result : ReturnType<(typeof TASKS)[Name]>
export type Task = { [Name in TaskName]: { readonly name: Name; readonly input: Input<Name> } }[TaskName]

/** Does a task from beginning to end, wherever it is called. */
export function doTask({ name, input }: Task, onProgress: (doneRatio: number) => void): unknown {
  const work = (TASKS[name] as (given: unknown) => unknown)(input)
  if (!isInSteps(work)) return work
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    onProgress(step.value)
  }
}

function isInSteps(work: unknown): work is Steps<unknown> {
  return typeof work === 'object' && work !== null && Symbol.iterator in work && 'next' in work
}
