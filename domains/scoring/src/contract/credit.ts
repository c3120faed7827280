import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { POINTS_ITEMS } from '../core/credit/items.ts'
import { STATUSES } from '../core/engine/score-table.ts'

const words = z.object({ zh: z.string(), en: z.string() })
const certainty = z.enum(['seen', 'second_hand', 'to_confirm'])

export const CreditEnterpriseParams = z.object({ enterpriseId: z.uuid() })
export const WhiteListParams = z.object({ code: z.string().max(40) })
export const ListOpenEnterprises = z.object({
  ...pageQuery,
  words: z.string().trim().min(1).max(100).exactOptional().describe('Part of the name or of the credit code'),
})

/** An enterprise that opened its innovation points to the active organisation. Its score is not in the list: opening it is a read. */
export const OpenEnterprise = z
  .object({
    enterpriseId: z.uuid(),
    name: z.string(),
    shortName: z.string().nullable(),
    creditCode: z.string(),
    items: z.array(z.enum(POINTS_ITEMS)).describe('What is open behind the score'),
    purposes: z.array(z.string()),
    validUntil: z.iso.datetime(),
  })
  .meta({ id: 'OpenEnterprise' })
export type OpenEnterprise = z.infer<typeof OpenEnterprise>
export const OpenEnterpriseList = pageOf(OpenEnterprise).meta({ id: 'OpenEnterpriseList' })

export const CreditRule = z
  .object({
    kind: z.enum(['grade', 'white_list']),
    code: z.string(),
    name: words,
    threshold: z.number().describe('On a scale of 100'),
    isAbove: z.boolean().describe('Holds above the threshold only, not at it'),
    validFrom: z.iso.date(),
    validUntil: z.iso.date().nullable(),
    sourceTitle: z.string(),
    certainty,
  })
  .meta({ id: 'CreditRule' })
export type CreditRule = z.infer<typeof CreditRule>
export const CreditRuleList = z.object({ items: z.array(CreditRule) }).meta({ id: 'CreditRuleList' })

const runOfScore = z
  .object({
    number: z.string(),
    period: z.string(),
    asOf: z.iso.date(),
    factsAt: z.iso.datetime(),
    publishedAt: z.iso.datetime(),
    modelCode: z.string(),
    modelVersion: z.string(),
    modelName: z.object({ zh: z.string(), en: z.string() }),
  })
  .meta({ id: 'RunOfScore' })

/** What an enterprise opened; each part is null unless its item is open. Every answer is logged and shown to the enterprise. */
export const EnterprisePoints = z
  .object({
    enterprise: OpenEnterprise,
    run: runOfScore,
    status: z.enum([...STATUSES, 'not_in_run']),
    score: z.string().nullable(),
    scale: z.number(),
    grade: CreditRule.nullable(),
    whiteLists: z.array(CreditRule),
    coverageRatio: z.number().nullable().describe('Part of the weight that is known (0–1)'),
    position: z.object({ stage: words.nullable(), rank: z.int().nullable(), count: z.int().nullable() }).nullable(),
    dimensions: z
      .array(
        z.object({
          code: z.string(),
          name: words,
          points: z.string().describe('Points of the score that it brings; dimensions and adjustments sum to the score'),
          partRatio: z.number().nullable().describe('Part reached of what it could bring (0–1)'),
          weightRatio: z.number(),
        }),
      )
      .nullable(),
    adjustmentPoints: z.string().nullable().describe('Bonus, deductions, caps and gates together'),
    indicators: z
      .array(z.object({ code: z.string(), name: words, unit: z.string(), value: z.number().nullable(), isImputed: z.boolean() }))
      .nullable(),
  })
  .meta({ id: 'EnterprisePoints' })
export type EnterprisePoints = z.infer<typeof EnterprisePoints>

export const WhiteList = z
  .object({
    run: runOfScore,
    rule: CreditRule,
    judgedCount: z.int().describe('Enterprises that opened their score: each was read'),
    isCut: z.boolean().describe('More enterprises opened their score than are judged at once'),
    items: z.array(z.object({ enterprise: OpenEnterprise, score: z.string() })).describe('Highest score first'),
  })
  .meta({ id: 'WhiteList' })
export type WhiteList = z.infer<typeof WhiteList>
