import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'

const text = (min: number, max: number) => z.string().trim().min(min).max(max)
const skills = z.array(text(1, 40)).max(20)

/** Facts that the talent system may state: nothing else comes through this door. */
const TALENT_FACTS = ['high_level_talents', 'foreign_experts'] as const
const TALENT_SERVICE_KINDS = ['policy', 'event', 'recognition', 'carrier'] as const

export const TalentNeed = z
  .object({
    id: z.uuid(),
    kind: z.enum(['position', 'service']),
    title: z.string(),
    skills: z.array(z.string()),
    headcount: z.int().nullable().describe('Null for services'),
    detail: z.string().nullable(),
    state: z.enum(['open', 'closed']),
    createdAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
  })
  .meta({ id: 'TalentNeed' })
export type TalentNeed = z.infer<typeof TalentNeed>

/** Https only: what enterprises are led to is not to be read or changed on the way. */
const address = z
  .url({ protocol: /^https$/ })
  .max(500)
  .nullable()

export const TalentAnswer = z.object({
  peer: z.string().describe('Name of the office that answered'),
  message: z.string(),
  matches: z.int(),
  address: z.string().nullable(),
  answeredAt: z.iso.datetime(),
})

/** A need with what talent systems answered. */
const OwnTalentNeed = TalentNeed.extend({ answers: z.array(TalentAnswer).describe('Newest first') }).meta({ id: 'OwnTalentNeed' })
export type OwnTalentNeed = z.infer<typeof OwnTalentNeed>

/** A need as the talent system gets it, with the score where the enterprise lets it read that. */
export const ExchangedNeed = TalentNeed.extend({
  enterprise: z.object({ creditCode: z.string(), name: z.string() }),
  answeredAt: z.iso.datetime().nullable().describe('When the reader last answered'),
  points: z
    .object({ score: z.string(), scale: z.number(), period: z.string(), asOf: z.iso.date(), modelVersion: z.string() })
    .nullable()
    .describe('Null without consent or without a score; each read is logged and shown to the enterprise'),
}).meta({ id: 'ExchangedTalentNeed' })
export type ExchangedNeed = z.infer<typeof ExchangedNeed>
export const ExchangedNeedList = pageOf(ExchangedNeed).meta({ id: 'ExchangedTalentNeedList' })
export const PullNeeds = z.object({ ...pageQuery, since: z.iso.datetime().exactOptional().describe('Changed at or after this instant') })

export const PushTalentFacts = z
  .object({
    facts: z
      .array(
        z.object({
          creditCode: z.string().max(40),
          factCode: z.enum(TALENT_FACTS),
          period: z.string().max(10).describe('A year for foreign_experts, a day for high_level_talents'),
          value: z.string().max(30).describe('A whole number as text'),
          document: z.string().max(200).exactOptional(),
        }),
      )
      .min(1)
      .max(500),
  })
  .meta({ id: 'PushTalentFacts' })
export type PushTalentFacts = z.infer<typeof PushTalentFacts>

export const PushedTalentFacts = z
  .object({
    recorded: z.int(),
    replaced: z.int(),
    unchanged: z.int(),
    refused: z.array(
      z.object({ item: z.int().describe('Number in what was sent, from 1'), code: z.string(), field: z.string().nullable() }),
    ),
  })
  .meta({ id: 'PushedTalentFacts' })
export type PushedTalentFacts = z.infer<typeof PushedTalentFacts>

export const AnswerNeed = z
  .object({
    message: text(2, 1000).describe('Shown to the enterprise as it is'),
    matches: z.int().min(0).max(100_000).describe('People or offers that are known to match'),
    address,
  })
  .meta({ id: 'AnswerTalentNeed' })
export type AnswerNeed = z.infer<typeof AnswerNeed>

export const TalentServiceParams = z.object({ externalId: z.string().min(1).max(100) })
export const PutTalentService = z
  .object({
    kind: z.enum(TALENT_SERVICE_KINDS),
    title: z.object({ zh: text(2, 200), en: text(2, 300) }),
    address,
    minScore: z.number().min(0).max(100).nullable().describe('On a scale of 100; null: offered to all'),
    skills,
    validUntil: z.iso.date().nullable(),
  })
  .meta({ id: 'PutTalentService' })
export type PutTalentService = z.infer<typeof PutTalentService>

/** A service as it was offered. */
export const OfferedService = z.object({
  id: z.uuid(),
  kind: z.enum(TALENT_SERVICE_KINDS),
  title: z.object({ zh: z.string(), en: z.string() }),
  address: z.string().nullable(),
  minScore: z.number().nullable(),
  skills: z.array(z.string()),
  validUntil: z.iso.date().nullable(),
})
export type OfferedService = z.infer<typeof OfferedService>

export const TalentService = OfferedService.extend({
  fit: z.enum(['open', 'short', 'unknown']).describe('Whether the own score reaches what is asked'),
  lack: z.number().nullable().describe('Points that are missing'),
  matches: z.array(z.string()).describe('Skills that the own open needs ask for'),
}).meta({ id: 'TalentService' })
export type TalentService = z.infer<typeof TalentService>

export const OwnTalent = z
  .object({
    score: z
      .object({ score: z.string(), points: z.number().describe('On a scale of 100'), period: z.string(), asOf: z.iso.date() })
      .nullable(),
    needs: z.array(OwnTalentNeed),
    services: z.array(TalentService).describe('Those that fit first'),
  })
  .meta({ id: 'OwnTalent' })
export type OwnTalent = z.infer<typeof OwnTalent>

export const RegisterNeed = z
  .object({
    kind: z.enum(['position', 'service']),
    title: text(2, 100),
    skills,
    headcount: z.int().min(1).max(10_000).nullable(),
    detail: text(1, 2000).nullable(),
  })
  .refine(({ kind, headcount }) => (kind === 'position') === (headcount !== null), {
    path: ['headcount'],
    params: { problem: 'scoring.headcount_mismatch' },
  })
  .meta({ id: 'RegisterTalentNeed' })
export type RegisterNeed = z.infer<typeof RegisterNeed>
export const TalentNeedParams = z.object({ id: z.uuid() })
