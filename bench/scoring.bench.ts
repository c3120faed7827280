/** The scoring engine alone, without platform or database: full runs, other weights, ranking, the explanation of one enterprise, 500 draws. */
import { indexCohort } from '@jiju/scoring/core/engine/cohort-index'
import { explainRow } from '@jiju/scoring/core/engine/explain'
import type { FactTable } from '@jiju/scoring/core/engine/fact-table'
import { type Run, rankAll, runModel } from '@jiju/scoring/core/engine/run-model'
import { aggregateTable } from '@jiju/scoring/core/engine/score-table'
import { compute } from '@jiju/scoring/server/compute/compute'
import { settingsFor } from '@jiju/scoring/server/robustness/settings'
import { type Bench, type BenchContext, percentile } from './bench.ts'
import { reweighed, SCORING_MODEL, scoringFacts } from './scoring-district.ts'

const SIZES = [
  { name: '4k', enterprises: 4_000 },
  { name: '22k', enterprises: 22_000 },
  { name: '300k', enterprises: 300_000 },
]
const LARGEST = '300k'
const AS_OF = '2026-10-01'
const ROUNDS = 5
const EXPLANATIONS = 200
const DRAWS = 500

const bench: Bench = async ({ quick, emit }) => {
  for (const { name, enterprises } of SIZES) {
    const table = scoringFacts(enterprises)
    const unit = `${enterprises} enterprises × ${SCORING_MODEL.indicators.length} indicators`
    const rounds = quick ? 1 : ROUNDS
    const full = measure(rounds, () => runModel(SCORING_MODEL, table, AS_OF))
    emit({ figure: `full_${name}_cpu_s`, value: full.cpuSeconds, unit: `CPU s, ${unit}` })
    emit({ figure: `full_${name}_s`, value: full.seconds, unit: `s, ${unit}` })

    const { stage, parts, imputed } = full.result.scores
    const other = reweighed(SCORING_MODEL)
    const whatIf = measure(rounds, () => {
      const scores = aggregateTable(other, { table, asOf: AS_OF, stage, parts, imputed })
      return { scores, ranks: rankAll(other, scores) }
    })
    emit({ figure: `what_if_${name}_s`, value: whatIf.seconds, unit: `s, other weights to new places, ${unit}` })
    emit({ figure: `what_if_${name}_cpu_s`, value: whatIf.cpuSeconds, unit: 'CPU s' })
    const ranking = measure(rounds, () => rankAll(other, whatIf.result.scores))
    emit({ figure: `rank_${name}_ms`, value: ranking.seconds * 1000, unit: 'ms, among all and by stage' })
    if (name === LARGEST) explain(table, full.result, emit)
    if (name === LARGEST) emit({ figure: 'peak_mb', value: peakMb(), unit: 'MB, the whole process with its facts' })
    if (name !== LARGEST || !quick) await draw(table, name, quick ? 20 : DRAWS, emit)
  }
  emit({ figure: 'peak_with_draws_mb', value: peakMb(), unit: 'MB, with the thread of the draws' })
}

function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024
}

function explain(table: FactTable, { scores, fit }: Run, emit: BenchContext['emit']): void {
  const scored = { model: SCORING_MODEL, fit, table, asOf: AS_OF, scores }
  const first = measure(1, () => {
    const indexes = SCORING_MODEL.stages.map((_, cohort) => indexCohort(scored, cohort))
    explainRow(scored, 0, indexes[scores.stage[0] as number])
    return indexes
  })
  const times = Array.from({ length: EXPLANATIONS }, (_, turn) => {
    const row = Math.floor((turn / EXPLANATIONS) * table.ids.length)
    return measure(1, () => explainRow(scored, row, first.result[scores.stage[row] as number])).seconds * 1000
  })
  emit({ figure: 'explain_ms', value: percentile(times, 0.5), unit: `ms, one of ${table.ids.length}, median` })
  emit({ figure: 'explain_first_ms', value: first.seconds * 1000, unit: 'ms, the first of a run, with the sorting of all its cohorts' })
}

/** Draws of weights and methods with leaving each indicator out, in a thread of its own that tells how far it is. */
async function draw(table: FactTable, name: string, draws: number, emit: BenchContext['emit']): Promise<void> {
  const settings = { ...settingsFor(table.ids.length), draws, sobolBase: 0 }
  let told = 0
  const started = performance.now()
  await compute('measurePlaces', { number: 'bench', model: SCORING_MODEL, table, asOf: AS_OF, settings }, { onProgress: () => (told += 1) })
  const seconds = (performance.now() - started) / 1000
  emit({
    figure: `sensitivity_${name}_s`,
    value: seconds,
    unit: `s, ${draws} draws and each indicator left out, told ${told} times how far`,
  })
}

/** The quickest of some rounds: what the work takes when nobody else wants the processor. */
function measure<Result>(rounds: number, work: () => Result): { result: Result; seconds: number; cpuSeconds: number } {
  let best: { result: Result; seconds: number; cpuSeconds: number } | null = null
  for (let round = 0; round < rounds; round += 1) {
    const cpuBefore = process.cpuUsage()
    const started = performance.now()
    const result = work()
    const seconds = (performance.now() - started) / 1000
    const { user, system } = process.cpuUsage(cpuBefore)
    if (!best || seconds < best.seconds) best = { result, seconds, cpuSeconds: (user + system) / 1_000_000 }
  }
  if (!best) throw new RangeError('no round was run')
  return best
}

export default bench
