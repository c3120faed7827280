import { z } from 'zod'
import { RUN_PERIOD } from '../core/facts/periods.ts'

export const AskCoverage = z.object({ modelId: z.uuid(), period: z.string().regex(RUN_PERIOD) })

/** How much a model would know, before a run of it is started. */
export const RunCoverage = z
  .object({
    enterpriseCount: z.int(),
    knownRatio: z.number().describe('Known values among all that the model reads (0–1)'),
    leastRatio: z.number().describe('Below it no official run starts'),
    columns: z.array(
      z.object({ ref: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), period: z.string(), knownCount: z.int() }),
    ),
  })
  .meta({ id: 'ScoringRunCoverage' })
export type RunCoverage = z.infer<typeof RunCoverage>

/** What a run knew and did not know, and who was excluded by what. */
export const RunGrounds = z
  .object({
    knownRatio: z.number().describe('Known values among all that the model reads (0–1)'),
    columns: z.array(
      z.object({
        ref: z.string(),
        name: z.object({ zh: z.string(), en: z.string() }),
        unit: z.string(),
        yearsBack: z.int(),
        knownCount: z.int(),
      }),
    ),
    excluded: z.array(
      z.object({
        enterpriseId: z.uuid(),
        name: z.string(),
        item: z.object({ zh: z.string(), en: z.string() }),
        on: z.iso.date(),
      }),
    ),
    excludedCount: z.int(),
  })
  .meta({ id: 'ScoringRunGrounds' })
export type RunGrounds = z.infer<typeof RunGrounds>

/** Enterprises whose score or place changed most since the run before of the same model code. */
export const RunMovers = z
  .object({
    against: z.object({ id: z.uuid(), number: z.string(), period: z.string() }).nullable(),
    counts: z.object({ entered: z.int(), left: z.int(), changed: z.int(), same: z.int() }).nullable(),
    items: z.array(
      z.object({
        enterpriseId: z.uuid(),
        name: z.string(),
        before: z.object({ status: z.string(), score: z.string().nullable(), rank: z.int().nullable() }).nullable(),
        after: z.object({ status: z.string(), score: z.string().nullable(), rank: z.int().nullable() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'ScoringRunMovers' })
export type RunMovers = z.infer<typeof RunMovers>

export const RunSummary = z
  .object({
    statuses: z.array(z.object({ status: z.string(), stage: z.string().nullable(), count: z.int() })),
    stages: z.array(z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() })),
  })
  .meta({ id: 'ScoringRunSummary' })
export type RunSummary = z.infer<typeof RunSummary>
