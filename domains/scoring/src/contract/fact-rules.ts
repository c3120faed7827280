import { z } from 'zod'
import { SOURCES } from '../core/facts/sources.ts'
import { CertaintyMark, FactCode, FactDefinitionView, Reason } from './facts.ts'

const dated = {
  id: z.uuid(),
  validFrom: z.iso.date(),
  reason: z.string(),
  setBy: z.string().nullable().describe('Null: came with the platform'),
  setAt: z.iso.datetime(),
  state: z.enum(['in_force', 'planned', 'past', 'replaced']).describe('`replaced`: another was set for the same day'),
}
const limits = {
  low: z.number().nullable(),
  high: z.number().nullable(),
  factor: z.number().gt(1).nullable().describe('How many times the value of the year before it may be, or be a part of'),
  leastKnownRatio: z.number().min(0).max(1).describe('The part of enterprises below which coverage is warned about'),
}
const relation = {
  part: FactCode,
  whole: FactCode,
  factor: z.number().gt(0).nullable().describe('The part is at most so many times the whole; null: they are not compared'),
  severity: z.enum(['refusal', 'question']),
  certainty: CertaintyMark,
}

export const FactLimitRule = z.object({ ...dated, ...limits }).meta({ id: 'FactLimitRule' })
export type FactLimitRule = z.infer<typeof FactLimitRule>
export const FactRelationRule = z.object({ ...dated, ...relation }).meta({ id: 'FactRelationRule' })
export type FactRelationRule = z.infer<typeof FactRelationRule>

export const FactDefinitionList = z
  .object({
    items: z.array(FactDefinitionView.extend({ limits: FactLimitRule.nullable().describe('In force today') }).meta({ id: 'LimitedFact' })),
    relations: z.array(FactRelationRule).describe('In force today'),
  })
  .meta({ id: 'FactDefinitionList' })

export const FactDefinitionDetail = z
  .object({
    definition: FactDefinitionView,
    limits: z.array(FactLimitRule).describe('Every rule there is or was, the latest day first'),
    relations: z.array(FactRelationRule).describe('Where it is part or whole'),
  })
  .meta({ id: 'FactDefinitionDetail' })

export const EditFactDefinition = z
  .object({
    authority: z.array(z.enum(SOURCES)).min(1).max(SOURCES.length),
    needsConsent: z.boolean(),
    certainty: CertaintyMark,
  })
  .meta({ id: 'EditFactDefinition' })

const setting = {
  validFrom: z.iso.date().describe('Today or later'),
  reason: Reason,
  replaces: z.uuid().nullable().describe('The rule that is seen to stand for the same day'),
}
export const SetFactLimits = z.object({ ...limits, ...setting }).meta({ id: 'SetFactLimits' })
export const SetFactRelation = z.object({ ...relation, ...setting }).meta({ id: 'SetFactRelation' })
