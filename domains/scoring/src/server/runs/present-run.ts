import type { RunScore, ScoringRun } from '../../contract/runs.ts'
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
    corrects: row.corrects_id && row.corrects_number ? { id: row.corrects_id, number: row.corrects_number } : null,
    progressPercent: row.progress_percent,
    enterpriseCount: row.enterprise_count,
    scoredCount: row.scored_count,
    engineVersion: row.engine_version,
    modelSha256: row.model_sha256,
    factsSha256: row.facts_sha256,
    resultSha256: row.result_sha256,
    failure: row.failure,
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
    coverageRatio: Number(row.coverage),
    branches: row.branches,
  }
}
