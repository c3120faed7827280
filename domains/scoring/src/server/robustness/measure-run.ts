import { keepHashed } from '@jiju/platform/files/keep-bytes'
import type { RobustnessSettings } from '../../core/engine/robustness/measure-robustness.ts'
import { compute } from '../compute/compute.ts'
import type { MeasuredPlaces } from '../compute/measure-places.ts'
import { whileWanted } from '../compute/while-wanted.ts'
import type { ScoringDeps } from '../needs.ts'
import { type OpenedRun, openRun } from '../runs/open-run.ts'
import { findRobustness, finishRobustness, setRobustnessProgress } from '../sql/robustness.ts'

/** So many rescored rows take less time than a thread takes to start. */
const SMALL = 500_000

/** Thrown where nobody waits for it any more: somebody cancelled it, or another job was first. */
class MeasuringEnded extends Error {}

/** Measures a finished run and keeps intervals by enterprise, the summary, and a file with all of it. */
export async function measureRun({ db, needs }: ScoringDeps, runId: string, signal: AbortSignal): Promise<void> {
  const known = await findRobustness(db, runId)
  if (!known) return
  const tell = async (percent: number) => {
    if (!(await setRobustnessProgress(db, runId, percent))) throw new MeasuringEnded()
  }
  try {
    await tell(0)
    const run = await openRun(db, needs, runId)
    const { settings } = known
    const { file, intervals, ...summary } = await measure(run, { settings, signal, tell })
    await keepHashed(needs.files, { ...file, mediaType: 'text/plain' })
    await db.transaction().execute((tx) =>
      finishRobustness(tx, runId, {
        summary,
        sha256: file.sha256,
        intervals,
        now: needs.now(),
      }),
    )
  } catch (error) {
    if (!(error instanceof MeasuringEnded)) throw error
  }
}

type Measuring = {
  readonly settings: RobustnessSettings
  readonly signal: AbortSignal
  readonly tell: (percent: number) => Promise<void>
}

function measure({ model, table, row }: OpenedRun, { settings, signal, tell }: Measuring): Promise<MeasuredPlaces> {
  let percent = 0
  return whileWanted({ ask: () => tell(percent), signal }, (wanted) =>
    compute(
      'measurePlaces',
      { number: row.number, model, table, asOf: row.as_of, settings },
      {
        signal: wanted,
        isSmall: table.ids.length * settings.draws <= SMALL,
        onProgress: (doneRatio) => {
          percent = Math.floor(doneRatio * 100)
        },
      },
    ),
  )
}
