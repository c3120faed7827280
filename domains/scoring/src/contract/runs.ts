import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { STATUSES } from '../core/engine/score-table.ts'
import { RUN_PERIOD } from '../core/facts/periods.ts'

export const RunParams = z.object({ id: z.uuid() })

export const StartRun = z
  .object({
    modelId: z.uuid(),
    period: z.string().regex(RUN_PERIOD).describe('A year 2025, or a quarter 2026-Q3'),
    purpose: z.enum(['official', 'trial']),
    corrects: z.uuid().exactOptional().describe('The run that this one replaces'),
    reason: z.string().trim().min(2).max(500).exactOptional().describe('Why it is corrected; needed where a final list stands on it'),
  })
  .meta({ id: 'StartScoringRun' })

/** Why something failed, in words. */
export const Failure = z.object({ code: z.string(), message: z.object({ zh: z.string(), en: z.string() }) })

export const ScoringRun = z
  .object({
    id: z.uuid(),
    number: z.string(),
    modelId: z.uuid(),
    modelCode: z.string(),
    modelVersion: z.string(),
    modelName: z.object({ zh: z.string(), en: z.string() }),
    period: z.string(),
    asOf: z.iso.date(),
    factsAt: z.iso.datetime(),
    purpose: z.enum(['official', 'trial']),
    state: z.enum(['queued', 'running', 'done', 'failed']),
    corrects: z.object({ id: z.uuid(), number: z.string(), reason: z.string().nullable() }).nullable(),
    finalList: z
      .object({ id: z.uuid(), number: z.string() })
      .nullable()
      .describe('A final list that stands on it; it stays until it is corrected itself'),
    progressPercent: z.int(),
    step: z
      .enum(['facts', 'scores', 'writing'])
      .nullable()
      .describe('What is being done: facts are read, scores reckoned, both written down'),
    enterpriseCount: z.int().nullable(),
    scoredCount: z.int().nullable(),
    engineVersion: z.string().nullable(),
    modelSha256: z.string().nullable(),
    factsSha256: z.string().nullable(),
    resultSha256: z.string().nullable(),
    failure: Failure.nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ScoringRun' })
export type ScoringRun = z.infer<typeof ScoringRun>

export const ListRuns = z.object({ ...pageQuery, purpose: z.enum(['official', 'trial']).exactOptional() })
export const ScoringRunList = pageOf(ScoringRun).meta({ id: 'ScoringRunList' })

export const ListRunScores = z.object({
  ...pageQuery,
  stage: z.string().max(40).exactOptional(),
  status: z.enum(STATUSES).exactOptional(),
  words: z.string().trim().min(1).max(100).exactOptional().describe('Part of the name or of the credit code'),
})

const RankInterval = z.object({ low: z.int(), high: z.int() }).nullable()

export const RunScore = z
  .object({
    enterpriseId: z.uuid(),
    creditCode: z.string(),
    name: z.string(),
    shortName: z.string().nullable(),
    status: z.enum(STATUSES),
    stage: z.string().nullable(),
    score: z.string().nullable().describe('With the decimals of the model'),
    rankAll: z.int().nullable(),
    rankStage: z.int().nullable(),
    stageCount: z.int().nullable(),
    rankAllInterval: RankInterval.describe('Between which places the enterprise stands in most draws of weights and methods'),
    rankStageInterval: RankInterval,
    coverageRatio: z.number().describe('Part of the weight that is known (0–1)'),
    branches: z.record(z.string(), z.number().nullable()).describe('Points (0–100 or the scale of the model) by branch'),
  })
  .meta({ id: 'RunScore' })
export type RunScore = z.infer<typeof RunScore>

export const RunScoreList = pageOf(RunScore).meta({ id: 'RunScoreList' })
