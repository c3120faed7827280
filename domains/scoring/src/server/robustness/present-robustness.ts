import type { RunRobustness } from '../../contract/robustness.ts'
import { failureOf } from '../runs/present-run.ts'
import type { RobustnessRow } from '../sql/robustness.ts'

export function presentRobustness(row: RobustnessRow): RunRobustness {
  const { settings, summary } = row
  return {
    state: row.state,
    progressPercent: row.progress_percent,
    settings: { ...settings, normalisations: [...settings.normalisations], aggregations: [...settings.aggregations] },
    leaveOneOut: summary ? [...summary.leaveOneOut] : null,
    sensitivity: summary?.sensitivity ? { ...summary.sensitivity, factors: [...summary.sensitivity.factors] } : null,
    resultSha256: row.result_sha256,
    failure: failureOf(row.failure),
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}
