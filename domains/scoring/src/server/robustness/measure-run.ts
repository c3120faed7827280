import { keepBytes } from '@jiju/platform/files/keep-bytes'
import { canonicalJson } from '../../core/engine/canonical.ts'
import { measureRobustness, type Robustness, type RobustnessSettings } from '../../core/engine/robustness/measure-robustness.ts'
import type { ScoringDeps } from '../needs.ts'
import { type OpenedRun, openRun } from '../runs/open-run.ts'
import { findRobustness, finishRobustness, type NewInterval, setRobustnessProgress } from '../sql/robustness.ts'
import { measureInWorker } from './measure-in-worker.ts'

/** So many rescored rows take less time than a thread takes to start. */
const SMALL = 500_000

/** Measures a finished run and keeps intervals by enterprise, the summary, and a file with all of it. */
export async function measureRun({ db, needs }: ScoringDeps, runId: string, signal: AbortSignal): Promise<void> {
  const run = await openRun(db, needs, runId)
  const known = await findRobustness(db, runId)
  if (!known || known.state === 'done') return
  const { settings } = known
  await setRobustnessProgress(db, runId, 0)
  const robustness = await measure(run, settings, signal, (percent) => setRobustnessProgress(db, runId, percent))
  const sha256 = await keepBytes(needs.files, Buffer.from(textOf(run, settings, robustness)), 'text/plain')
  const { leaveOneOut, sensitivity } = robustness
  await db
    .transaction()
    .execute((tx) =>
      finishRobustness(tx, runId, { summary: { leaveOneOut, sensitivity }, sha256, intervals: rowsOf(run, robustness), now: needs.now() }),
    )
}

async function measure(
  run: OpenedRun,
  settings: RobustnessSettings,
  signal: AbortSignal,
  tell: (percent: number) => Promise<void>,
): Promise<Robustness> {
  const { model, table, row, scores } = run
  if (table.ids.length * settings.draws <= SMALL) {
    const work = measureRobustness({ model, table, asOf: row.as_of, scores }, settings)
    for (;;) {
      const step = work.next()
      if (step.done) return step.value
    }
  }
  // What is told follows in order and never fails the work.
  let telling = Promise.resolve()
  let told = 0
  const onProgress = (doneRatio: number) => {
    const percent = Math.floor(doneRatio * 100)
    if (percent <= told) return
    told = percent
    telling = telling.then(() => tell(percent)).catch(() => undefined)
  }
  try {
    return await measureInWorker({ model, table, asOf: row.as_of, settings }, { signal, onProgress })
  } finally {
    await telling
  }
}

function rowsOf({ table }: OpenedRun, { intervals: { all, stage } }: Robustness): NewInterval[] {
  return table.ids.flatMap((creditCode, row) =>
    Number.isNaN(all.best[row])
      ? []
      : [
          {
            creditCode,
            allLow: Math.floor(all.best[row] as number),
            allHigh: Math.ceil(all.worst[row] as number),
            stageLow: Math.floor(stage.best[row] as number),
            stageHigh: Math.ceil(stage.worst[row] as number),
          },
        ],
  )
}

/** A head with the settings, the summary, and a line an enterprise: best and worst place among all and in its stage. */
function textOf({ table, row }: OpenedRun, settings: RobustnessSettings, { intervals, leaveOneOut, sensitivity }: Robustness): string {
  const place = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)
  const { all, stage } = intervals
  const lines = [
    canonicalJson({ format: 'jiju-robustness/1', run: row.number, settings }),
    canonicalJson({ leaveOneOut, sensitivity }),
    ...table.ids.map((id, at) =>
      JSON.stringify([id, ...[all.best, all.worst, stage.best, stage.worst].map((column) => place(column[at]))]),
    ),
  ]
  return `${lines.join('\n')}\n`
}
