import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ORDER_STATES } from '@jiju/orders/core/vocabulary'
import type { Bench } from './bench.ts'

const PROCESSES = 2
const FIRST_SEED = 1
const WALKS = 100_000
const QUICK_SECONDS = 20

export type WalkReport = {
  readonly walks: number
  readonly requests: number
  readonly steps: number
  readonly refused: number
  readonly reports: number
  readonly states: readonly (readonly [string, number])[]
  readonly problems: readonly string[]
}

/**
 * Random walks of orders by people of every role, in two processes on one database: what they tried, where they came, and what was wrong. The same seed
 * walks the same walks; BENCH_SEED names the first one (each process has its own), so that runs of BENCH_WALKS or BENCH_SECONDS add up to the whole.
 */
const bench: Bench = async ({ quick, emit, databaseUrl }) => {
  const walks = Number(process.env.BENCH_WALKS ?? (quick ? 1_000_000 : WALKS))
  const seconds = quick ? QUICK_SECONDS : Number(process.env.BENCH_SECONDS ?? 1_000_000)
  const firstSeed = Number(process.env.BENCH_SEED ?? FIRST_SEED)
  // They look for wrong answers, not for what a crash leaves: no commit waits for the disk.
  const unhurried = new URL(databaseUrl)
  unhurried.searchParams.set('options', '-c synchronous_commit=off')
  const started = performance.now()
  const reports = await Promise.all(
    Array.from({ length: PROCESSES }, (_, index) =>
      runWorker({ databaseUrl: unhurried.href, walks: Math.ceil(walks / PROCESSES), seconds, seed: firstSeed + index }),
    ),
  )
  const sum = (pick: (report: WalkReport) => number) => reports.reduce((total, report) => total + pick(report), 0)
  for (const problem of reports.flatMap(({ problems }) => problems).slice(0, 20)) console.error(problem)
  emit({
    figure: 'walks',
    value: sum((report) => report.walks),
    unit: `of ${WALKS} walks, seeds ${firstSeed} to ${firstSeed + PROCESSES - 1}${quick ? ' (quick: fewer)' : ''}`,
  })
  emit({ figure: 'requests', value: sum((report) => report.requests), unit: 'requests' })
  emit({ figure: 'refused', value: sum((report) => report.refused), unit: 'requests' })
  emit({ figure: 'steps', value: sum((report) => report.steps), unit: 'steps of orders' })
  const reached = new Set(reports.flatMap(({ states }) => states.map(([state]) => state)))
  emit({ figure: 'last_states', value: reached.size, unit: `of ${ORDER_STATES.length} states` })
  // Each process has counted those of all.
  emit({ figure: 'reports_issued', value: Math.max(...reports.map((report) => report.reports)), unit: 'reports' })
  emit({ figure: 'wrong', value: sum((report) => report.problems.length), unit: 'findings' })
  emit({ figure: 'walks_per_s', value: sum((report) => report.walks) / ((performance.now() - started) / 1000), unit: 'walks/s' })
}

function runWorker(work: { databaseUrl: string; walks: number; seconds: number; seed: number }): Promise<WalkReport> {
  const child = fork(fileURLToPath(new URL('walks-worker.ts', import.meta.url)), [JSON.stringify(work)], { execArgv: ['--import', 'tsx'] })
  process.once('exit', () => child.kill('SIGKILL'))
  return new Promise((resolve, reject) => {
    child.once('message', (report) => resolve(report as WalkReport))
    child.once('exit', (code) => code !== 0 && reject(new Error(`a process of the walks ended with ${code}`)))
  })
}

export default bench
