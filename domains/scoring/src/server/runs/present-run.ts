import type { RunScore, ScoringRun } from '../../contract/runs.ts'
import { problemWords } from '../problem-words.ts'
import type { RunRow, RunScoreRow } from '../sql/runs.ts'

export function presentRun(row: RunRow): ScoringRun {
  return {
    id: row.id,
    number: row.number,
    modelId: row.model_id,
    modelCode: row.model_code,
    modelVersion: row.model_version,
    modelName: row.model_name,
    period: row.period,
    asOf: row.as_of,
    factsAt: row.facts_at.toISOString(),
    purpose: row.purpose,
    state: row.state,
    corrects:
      row.corrects_id && row.corrects_number ? { id: row.corrects_id, number: row.corrects_number, reason: row.correct_reason } : null,
    finalList: row.final_list,
    progressPercent: row.progress_percent,
    step: row.step,
    enterpriseCount: row.enterprise_count,
    scoredCount: row.scored_count,
    engineVersion: row.engine_version,
    modelSha256: row.model_sha256,
    factsSha256: row.facts_sha256,
    resultSha256: row.result_sha256,
    failure: failureOf(row.failure, row.failure_params),
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}

export function presentRunScore(row: RunScoreRow): RunScore {
  return {
    enterpriseId: row.enterprise_id,
    creditCode: row.credit_code,
    name: row.name,
    shortName: row.short_name,
    status: row.status,
    stage: row.stage,
    score: row.score,
    rankAll: row.rank_all,
    rankStage: row.rank_stage,
    stageCount: row.stage_count,
    rankAllInterval: intervalOf(row.rank_all_low, row.rank_all_high),
    rankStageInterval: intervalOf(row.rank_stage_low, row.rank_stage_high),
    coverageRatio: Number(row.coverage),
    branches: row.branches,
  }
}

export const failureOf = (code: string | null, params: Readonly<Record<string, unknown>> | null = null) =>
  code === null ? null : { code, message: problemWords(code, params ?? {}) }

const intervalOf = (low: number | null, high: number | null) => (low === null || high === null ? null : { low, high })
