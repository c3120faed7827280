import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'

const mark = z.int().min(1).max(5)
const marks = {
  condition: mark.describe('The instrument’s condition'),
  service: mark.describe('Technical service'),
  process: mark.describe('Booking and access'),
}

export const GiveEvaluation = z
  .object({ ...marks, words: z.string().trim().min(1).max(1000).exactOptional() })
  .meta({ id: 'GiveEvaluation' })
export type GiveEvaluation = z.infer<typeof GiveEvaluation>

/** What the provider answers, once. */
export const EvaluationReply = z.object({ words: z.string(), at: z.iso.datetime() }).meta({ id: 'UseEvaluationReply' })
export type EvaluationReply = z.infer<typeof EvaluationReply>

export const ReplyToEvaluation = z.object({ words: z.string().trim().min(1).max(1000) }).meta({ id: 'ReplyToUseEvaluation' })

export const OwnEvaluation = z
  .object({ ...marks, words: z.string().nullable(), at: z.iso.datetime(), reply: EvaluationReply.nullable() })
  .meta({ id: 'OwnEvaluation' })
export type OwnEvaluation = z.infer<typeof OwnEvaluation>

/** For the provider: what each user said. */
const Evaluation = z
  .object({
    reservationId: z.uuid(),
    number: z.string(),
    resourceId: z.uuid(),
    resourceName: z.string(),
    resourceNameEn: z.string().nullable(),
    organisationName: z.string(),
    ...marks,
    words: z.string().nullable(),
    at: z.iso.datetime(),
    reply: EvaluationReply.nullable(),
  })
  .meta({ id: 'Evaluation' })
export type Evaluation = z.infer<typeof Evaluation>
export const EvaluationList = pageOf(Evaluation).meta({ id: 'EvaluationList' })
export const ListEvaluations = z.object({
  resourceId: z.uuid().exactOptional(),
  only: z.enum(['all', 'unanswered', 'low']).default('all').describe('`low`: any mark of 3 or less'),
  ...pageQuery,
})

/** What everybody may read: averages from three evaluations on. */
export const EvaluationSummary = z
  .object({
    resourceId: z.uuid(),
    count: z.int(),
    averages: z.object({ condition: z.number(), service: z.number(), process: z.number(), all: z.number() }).nullable(),
  })
  .meta({ id: 'EvaluationSummary' })
