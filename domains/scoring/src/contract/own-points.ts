import { z } from 'zod'
import { STATUSES } from '../core/engine/score-table.ts'

const words = z.object({ zh: z.string(), en: z.string() })
const certainty = z.enum(['seen', 'second_hand', 'to_confirm'])
const steps = z.int().describe('In steps of the last decimal: 784 with one decimal is 78.4')

export const OwnRunParams = z.object({ id: z.uuid() })
export const EnterpriseOfRunParams = z.object({ id: z.uuid(), enterpriseId: z.uuid() })

/** An enterprise's score in a run, short. */
export const PointsOfRun = z
  .object({
    runId: z.uuid(),
    number: z.string(),
    period: z.string(),
    asOf: z.iso.date(),
    factsAt: z.iso.datetime(),
    modelName: words,
    modelVersion: z.string(),
    publication: z.object({ state: z.enum(['notice', 'final']), publishedAt: z.iso.datetime() }).nullable(),
    status: z.enum(STATUSES),
    stageName: words.nullable(),
    score: z.string().nullable(),
    rankStage: z.int().nullable(),
    stageCount: z.int().nullable(),
    coverageRatio: z.number(),
  })
  .meta({ id: 'PointsOfRun' })
export type PointsOfRun = z.infer<typeof PointsOfRun>

export const OwnRunList = z
  .object({
    enterprise: z
      .object({ id: z.uuid(), name: z.string(), creditCode: z.string() })
      .nullable()
      .describe('Null while the register does not know it'),
    items: z.array(PointsOfRun).describe('Published runs that scored it, newest first'),
  })
  .meta({ id: 'OwnRunList' })

const position = z
  .object({
    rank: z.int().nullable(),
    count: z.int(),
    lowerQuartile: z.number(),
    median: z.number(),
    upperQuartile: z.number(),
    topTenth: z.number(),
  })
  .meta({ id: 'CohortPosition' })

const absence = z
  .object({
    kind: z.enum(['missing_facts', 'zero_denominator', 'untreatable', 'no_cohort', 'branch_missing']),
    facts: z.array(z.string()).exactOptional(),
    branch: z.string().exactOptional(),
  })
  .meta({ id: 'FactAbsence' })

export const IndicatorOfPoints = z
  .object({
    code: z.string(),
    branch: z.string(),
    dimension: z.string().describe('The branch right under the total'),
    steps,
    raw: z.number().nullable().describe('In the unit of the indicator'),
    part: z.number().nullable().describe('Part reached (0–1)'),
    weightRatio: z.number().describe('Of the total, by the model (0–1)'),
    appliedRatio: z.number().describe('As it applied: what is missing gives its weight to the others of its branch'),
    state: z.enum(['known', 'imputed', 'missing']),
    why: absence.nullable(),
    position: position.nullable(),
    ifKnown: z
      .array(z.object({ raw: z.number(), steps: z.int().nullable() }))
      .nullable()
      .describe('The score if it became known, at the quartiles of the cohort'),
    isProved: z.boolean().describe('Every fact behind it is proved by a record of its source'),
    facts: z.array(z.string()).describe('The columns of facts that it reads'),
  })
  .meta({ id: 'IndicatorOfPoints' })
export type IndicatorOfPoints = z.infer<typeof IndicatorOfPoints>

const AdjustmentOfPoints = z
  .object({
    kind: z.enum(['bonus', 'bonus_cap', 'deduction', 'deduction_cap', 'floor', 'gate']),
    code: z.string().nullable(),
    on: z.iso.date().nullable(),
    repairedOn: z.iso.date().nullable(),
    steps,
  })
  .meta({ id: 'AdjustmentOfPoints' })

export const DimensionOfPoints = z
  .object({
    code: z.string(),
    name: words,
    kind: z.enum(['branch', 'indicator', 'deductions']),
    steps,
    part: z.number().nullable().describe('Part reached (0–1); of deductions, what is left of the cap'),
    median: z.number().nullable().describe('Of the cohort'),
    topTenth: z.number().nullable().describe('What the best tenth of the cohort reaches'),
  })
  .meta({ id: 'DimensionOfPoints' })
export type DimensionOfPoints = z.infer<typeof DimensionOfPoints>

/** One column of facts as it was known at the instant of the run; the first statement is the one that was taken. */
export const FactOfPoints = z
  .object({
    ref: z.string(),
    code: z.string(),
    name: words,
    unit: z.string(),
    period: z.string(),
    certainty,
    expectedFrom: z.string().describe('The source whose word counts first'),
    statements: z.array(
      z.object({
        source: z.string(),
        period: z.string(),
        value: z.string(),
        confidence: z.enum(['proved', 'stated', 'estimated']),
        document: z.string().nullable(),
        receivedAt: z.iso.datetime(),
        isChosen: z.boolean().describe('Taken by an officer’s choice instead of the order of authority'),
      }),
    ),
  })
  .meta({ id: 'FactOfPoints' })
export type FactOfPoints = z.infer<typeof FactOfPoints>

/** Everything that one score is made of. The steps of indicators and adjustments sum to `reckonedSteps`. */
export const EnterprisePointsExplained = z
  .object({
    enterprise: z.object({ id: z.uuid(), name: z.string(), creditCode: z.string() }),
    run: PointsOfRun,
    noticeUntil: z.iso.date().nullable(),
    rankAll: z.int().nullable(),
    scoredCount: z.int(),
    interval: z
      .object({
        low: z.int(),
        high: z.int(),
        draws: z.int(),
        holdsRatio: z.number().describe('Part of the draws that it holds (0–1)'),
        noiseRatio: z.number().describe('By how much weights vary (0–1)'),
        normalisations: z.int().describe('So many ways of normalising take turns'),
        aggregations: z.int().describe('So many ways of putting together take turns'),
        seed: z.int().describe('With it and the settings anyone gets the same interval'),
        measuredAt: z.iso.datetime(),
      })
      .nullable()
      .describe('Places in the stage over the draws of the run’s robustness; null until they are done'),
    decimals: z.int(),
    steps: z.int().nullable(),
    reckonedSteps: z.int().nullable().describe('What the lines sum to: the score, or what it would be but for the obstacles'),
    obstacles: z.array(
      z.object({
        kind: z.enum(['no_stage', 'missing_fact', 'low_coverage', 'veto', 'gate']),
        code: z.string().nullable(),
        coverage: z.number().nullable(),
        minimum: z.number().nullable(),
        on: z.iso.date().nullable(),
      }),
    ),
    dimensions: z.array(DimensionOfPoints),
    indicators: z.array(IndicatorOfPoints),
    adjustments: z.array(AdjustmentOfPoints),
    facts: z.array(FactOfPoints),
    lists: z.array(
      z.object({ listId: z.uuid(), title: words, state: z.enum(['notice', 'final']), tier: words.nullable(), position: z.int() }),
    ),
    whiteLists: z.array(
      z.object({ code: z.string(), name: words, threshold: z.number(), isAbove: z.boolean(), isReached: z.boolean(), certainty }),
    ),
    model: z.record(z.string(), z.unknown()).describe('The model as published (jiju-model/1)'),
  })
  .meta({ id: 'EnterprisePointsExplained' })
export type EnterprisePointsExplained = z.infer<typeof EnterprisePointsExplained>

const share = z
  .object({
    steps: z.int().nullable(),
    causes: z.array(z.object({ kind: z.string(), code: z.string().nullable(), steps: z.int() })),
    stageChange: z.object({ from: words.nullable(), to: words.nullable() }).nullable(),
  })
  .meta({ id: 'MovementShare' })

/** How the score moved from the run before: own facts, peers and method sum to the change. */
export const PointsMovement = z
  .object({
    from: PointsOfRun.nullable().describe('The published run before; null when there is none'),
    kind: z.enum(['none', 'entered', 'stayed']),
    decimals: z.int(),
    changedSteps: z.int().nullable(),
    own: share.nullable(),
    peers: share.nullable(),
    method: share.nullable(),
    peersBefore: z.int().nullable().describe('Scored enterprises of the stage in the run before'),
  })
  .meta({ id: 'PointsMovement' })
export type PointsMovement = z.infer<typeof PointsMovement>

/** What a browser needs to try other facts: the model, what anyone may know of the peers, and the enterprise’s own facts. */
export const WhatIfGround = z
  .object({
    asOf: z.iso.date(),
    shownSteps: z.int().nullable(),
    own: z.object({
      id: z.string(),
      facts: z.record(z.string(), z.number().nullable()),
      events: z.array(z.object({ id: z.string(), code: z.string(), on: z.iso.date(), repairedOn: z.iso.date().nullable() })),
    }),
    summary: z.record(z.string(), z.unknown()).describe('Means of at least five neighbours each (jiju-cohorts/1)'),
  })
  .meta({ id: 'WhatIfGround' })

export const TryFacts = z
  .object({
    changes: z
      .record(z.string().max(60), z.number().min(-1e12).max(1e12).nullable())
      .refine((changes) => Object.keys(changes).length <= 60),
  })
  .meta({ id: 'TryFacts' })

const standing = z.object({
  status: z.enum(STATUSES),
  steps: z.int().nullable(),
  stageName: words.nullable(),
  placeInStage: z.int().nullable(),
})

export const WhatIfAnswer = z.object({ before: standing, after: standing, changedSteps: z.int().nullable() }).meta({ id: 'WhatIfAnswer' })
export type WhatIfAnswer = z.infer<typeof WhatIfAnswer>
