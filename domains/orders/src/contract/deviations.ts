import { z } from 'zod'
import { DEVIATION_DECISIONS, DEVIATION_KINDS } from '../core/samples/vocabulary.ts'

export const DeviationParams = z.object({ id: z.uuid() })

const text = z.string().trim().max(2000)

/** What went otherwise than agreed, and what both sides made of it. */
export const Deviation = z
  .object({
    id: z.uuid(),
    orderId: z.uuid(),
    number: z.int().describe('Counted in the order'),
    kind: z.enum(DEVIATION_KINDS),
    sampleId: z.uuid().nullable(),
    sampleNumber: z.string().nullable(),
    taskId: z.uuid().nullable(),
    what: z.string(),
    occurredAt: z.iso.datetime(),
    impact: z.string(),
    cause: z.string(),
    correctiveAction: z.string(),
    needsDecision: z.boolean(),
    informedAt: z.iso.datetime().nullable().describe('When the client was told'),
    decision: z.enum(DEVIATION_DECISIONS).nullable(),
    decisionWords: z.string().nullable(),
    decidedByName: z.string().nullable(),
    decidedAt: z.iso.datetime().nullable(),
    state: z.enum(['open', 'closed']),
    openedByName: z.string().nullable(),
    openedAt: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
    version: z.int(),
  })
  .meta({ id: 'OrderDeviation' })
export type Deviation = z.infer<typeof Deviation>

export const DeviationList = z.object({ items: z.array(Deviation) }).meta({ id: 'OrderDeviationList' })

export const OpenDeviation = z
  .object({
    kind: z.enum(['method', 'equipment', 'environment', 'result', 'study', 'batch', 'other']),
    what: text.min(1),
    occurredAt: z.iso.datetime().exactOptional().describe('Now when left out'),
    impact: text.default(''),
    cause: text.default(''),
    correctiveAction: text.default(''),
    sampleId: z.uuid().exactOptional(),
    taskId: z.uuid().exactOptional(),
    needsDecision: z.boolean().describe('The client has to decide before the work is finished'),
  })
  .meta({ id: 'OpenDeviation' })
export type OpenDeviation = z.infer<typeof OpenDeviation>

export const EditDeviation = z
  .object({ impact: text, cause: text, correctiveAction: text, isClosed: z.boolean().default(false) })
  .meta({ id: 'EditDeviation' })
export type EditDeviation = z.infer<typeof EditDeviation>

export const DecideDeviation = z
  .object({ decision: z.enum(DEVIATION_DECISIONS), words: z.string().trim().min(1).max(1000).exactOptional() })
  .meta({ id: 'DecideDeviation' })
export type DecideDeviation = z.infer<typeof DecideDeviation>
