import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'

export const ProviderParams = z.object({ providerId: z.uuid() })
const points = z.int().min(1).max(5)

export const GiveEvaluation = z
  .object({
    quality: points.describe('Quality of the results, 1–5'),
    punctuality: points.describe('Dates kept, 1–5'),
    service: points.describe('Answers and care, 1–5'),
    words: z.string().trim().max(1000).default(''),
  })
  .meta({ id: 'GiveOrderEvaluation' })
export type GiveEvaluation = z.infer<typeof GiveEvaluation>

export const SayOnEvaluation = z.object({ words: z.string().trim().min(1).max(1000) }).meta({ id: 'SayOnEvaluation' })
export const DecideEvaluation = z
  .object({ decision: z.enum(['kept', 'hidden']), words: z.string().trim().min(1).max(1000) })
  .meta({ id: 'DecideEvaluation' })
export type DecideEvaluation = z.infer<typeof DecideEvaluation>

/** The evaluation of one settled order; the public list names neither client nor order. */
export const OrderEvaluation = z
  .object({
    orderId: z.uuid().nullable(),
    orderNumber: z.string().nullable(),
    organisationName: z.string().nullable(),
    providerName: z.string(),
    quality: points,
    punctuality: points,
    service: points,
    words: z.string(),
    givenAt: z.iso.datetime(),
    reply: z.string().nullable(),
    repliedAt: z.iso.datetime().nullable(),
    appeal: z.string().nullable(),
    appealedAt: z.iso.datetime().nullable(),
    decision: z.enum(['kept', 'hidden']).nullable(),
    decisionWords: z.string().nullable(),
  })
  .meta({ id: 'OrderEvaluation' })
export type OrderEvaluation = z.infer<typeof OrderEvaluation>

/** The evaluation of an order; null until it is given. `canGive`: the reader may give it now. */
export const EvaluationOfOrder = z
  .object({ evaluation: OrderEvaluation.nullable(), canGive: z.boolean() })
  .meta({ id: 'EvaluationOfOrder' })

export const ListEvaluations = z.object({ ...pageQuery })
export const EvaluationList = pageOf(OrderEvaluation).meta({ id: 'OrderEvaluationList' })

const rate = z.object({ count: z.int(), of: z.int() }).describe('Cases and how many cases there were; no share without cases')

/** How a provider does with orders, computed from the past 365 days; nothing here is typed by anybody. */
export const ProviderRecord = z
  .object({
    since: z.iso.date(),
    answers: rate.describe('Enquiries answered in time'),
    medianAnswerHours: z.number().nullable(),
    deliveries: rate.describe('Reports by the promised day'),
    retests: rate.describe('Orders with an agreed retest, of those reported'),
    givenUp: rate.describe('Orders given up by the provider, of those accepted'),
    evaluations: z.int(),
    quality: z.number().nullable().describe('Mean of 1–5, one decimal'),
    punctuality: z.number().nullable(),
    service: z.number().nullable(),
  })
  .meta({ id: 'ProviderRecord' })
