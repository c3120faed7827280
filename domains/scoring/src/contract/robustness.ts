import { z } from 'zod'
import { AGGREGATION_CHOICES, NORMALISATION_CHOICES } from '../core/engine/robustness/alternatives.ts'
import { Failure } from './runs.ts'

const Choices = z.object({
  seed: z.int(),
  draws: z.int(),
  holds: z.number().describe('The part (0–1) of the draws that an interval holds'),
  noise: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('uniform'), ratio: z.number() }),
    z.object({ kind: z.literal('dirichlet'), concentration: z.number() }),
  ]),
  normalisations: z.array(z.enum(NORMALISATION_CHOICES)),
  aggregations: z.array(z.enum(AGGREGATION_CHOICES)),
  sobolBase: z.int(),
})

const Factor = z.union([
  z.object({ kind: z.enum(['indicator_weight', 'branch_weight']), code: z.string() }),
  z.object({ kind: z.enum(['normalisation', 'aggregation']) }),
])

export const RunRobustness = z
  .object({
    state: z.enum(['queued', 'running', 'done', 'failed']),
    progressPercent: z.int(),
    settings: Choices,
    leaveOneOut: z
      .array(z.object({ indicator: z.string(), mean: z.number(), most: z.number(), movedRatio: z.number() }))
      .nullable()
      .describe('What leaving an indicator out does to places: mean and largest shift, and the part that moves by more than a twentieth'),
    sensitivity: z
      .object({
        meanShift: z.number(),
        factors: z.array(
          z.object({ factor: Factor, first: z.number(), firstError: z.number(), total: z.number(), totalError: z.number() }),
        ),
      })
      .nullable()
      .describe('Sobol indices of the mean shift of places, with standard errors'),
    resultSha256: z.string().nullable(),
    failure: Failure.nullable(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'RunRobustness' })
export type RunRobustness = z.infer<typeof RunRobustness>
