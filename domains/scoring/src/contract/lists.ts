import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { TIE_RULES } from '../core/engine/model.ts'
import { LEAST_NOTICE_DAYS, LIST_KINDS, LIST_STATES, SHARE_ROUNDINGS } from '../core/lists/vocabulary.ts'

export const ListParams = z.object({ id: z.uuid() })

const words = z.object({ zh: z.string().trim().min(1).max(60), en: z.string().trim().min(1).max(60) })

const TopRules = z.object({ kind: z.literal('top'), size: z.int().min(1).max(1000) })
const ShareRules = z
  .object({
    kind: z.literal('shares'),
    rounding: z.enum(SHARE_ROUNDINGS).describe('How a part of an enterprise counts'),
    tiers: z
      .array(z.object({ name: words, upToPercent: z.number().positive().max(100).multipleOf(0.01) }))
      .min(1)
      .max(10),
  })
  .refine(({ tiers }) => tiers.every(({ upToPercent }, index) => upToPercent > (tiers[index - 1]?.upToPercent ?? 0)), {
    params: { problem: 'scoring.tiers_not_rising' },
    path: ['tiers'],
  })
const ListRulesWire = z.discriminatedUnion('kind', [TopRules, ShareRules]).meta({ id: 'ScoringListRules' })

/** What a draft says; a draft can be changed until a second person has approved it. */
export const DraftList = z
  .object({
    runId: z.uuid().describe('An official run that is done and that no newer one corrects'),
    titleZh: z.string().trim().min(2).max(100),
    titleEn: z.string().trim().min(2).max(200),
    rules: ListRulesWire,
    showsScores: z.boolean().describe('Whether the public sees scores, or names and ranks only'),
    contact: z.string().trim().min(5).max(300).describe('Who takes objections: office, person, telephone'),
    noticeDays: z.int().min(LEAST_NOTICE_DAYS).max(60).describe('Working days of public notice'),
    objectionDays: z.int().min(1).max(60).describe('Working days in which an objection is answered'),
  })
  .meta({ id: 'DraftScoringList' })
export type DraftList = z.infer<typeof DraftList>

const instant = z.iso.datetime()
const ties = z.enum(TIE_RULES).describe('Which place equal scores have')
const correction = {
  corrects: z
    .object({ id: z.uuid(), number: z.string(), reason: z.string() })
    .nullable()
    .describe('The final list that this one takes the place of once it is final itself, and why'),
  supplement: z
    .object({ id: z.uuid(), number: z.string(), state: z.enum(LIST_STATES) })
    .nullable()
    .describe('The list that corrects this one'),
  replacedAt: instant.nullable(),
}
const person = z.object({ name: z.string(), at: instant })

export const ScoringList = z
  .object({
    id: z.uuid(),
    number: z.string(),
    kind: z.enum(LIST_KINDS),
    titleZh: z.string(),
    titleEn: z.string(),
    rules: ListRulesWire,
    showsScores: z.boolean(),
    contact: z.string(),
    noticeDays: z.int(),
    objectionDays: z.int(),
    state: z.enum(LIST_STATES),
    edition: z.int(),
    entryCount: z.int(),
    run: z.object({ id: z.uuid(), number: z.string(), period: z.string(), asOf: z.iso.date(), factsAt: instant }),
    newerRun: z
      .object({ id: z.uuid(), number: z.string(), state: z.enum(['queued', 'running', 'done']), reason: z.string().nullable() })
      .nullable()
      .describe('The official run that corrects this one; the list is not final until it stands on it'),
    model: z.object({ id: z.uuid(), code: z.string(), version: z.string(), name: z.object({ zh: z.string(), en: z.string() }), ties }),
    stages: z.array(z.object({ code: z.string(), name: z.object({ zh: z.string(), en: z.string() }) })),
    openObjections: z.int(),
    correctedSince: z.boolean().describe('An upheld objection changed facts after those of this run were taken'),
    preparedBy: z.string(),
    isOwn: z.boolean().describe('The reader prepared it, so somebody else approves and publishes'),
    approved: person.nullable(),
    announced: person.nullable(),
    noticeFrom: z.iso.date().nullable(),
    noticeUntil: z.iso.date().nullable().describe('Last day, included'),
    finalised: person.nullable(),
    withdrawn: person.extend({ reason: z.string() }).nullable(),
    ...correction,
    certificateCount: z.int().describe('Certificates that rest on the list which this one corrects, and end with it'),
    createdAt: instant,
    version: z.int(),
  })
  .meta({ id: 'ScoringList' })
export type ScoringList = z.infer<typeof ScoringList>

export const ListLists = z.object({ ...pageQuery, state: z.enum(LIST_STATES).exactOptional() })
export const ScoringListPage = pageOf(ScoringList).meta({ id: 'ScoringListPage' })

export const ListEntries = z.object({
  ...pageQuery,
  stage: z.string().max(40).exactOptional(),
  tier: z.coerce.number().int().min(0).max(9).exactOptional(),
  words: z.string().trim().min(1).max(100).exactOptional().describe('Part of the name'),
})

export const ListEntry = z
  .object({
    position: z.int(),
    enterpriseId: z.uuid(),
    name: z.string(),
    tier: z.int().nullable(),
    stage: z.string().nullable(),
    rank: z.int(),
    score: z.string().nullable().describe('Null where the list shows no scores'),
  })
  .meta({ id: 'ScoringListEntry' })
export type ListEntry = z.infer<typeof ListEntry>
export const ListEntryPage = pageOf(ListEntry).meta({ id: 'ScoringListEntryPage' })

const Place = z.object({ tier: z.int().nullable(), stage: z.string().nullable(), rank: z.int(), score: z.string().nullable() })
/** Who came, went or stands otherwise since the edition before. */
export const ListShifts = z
  .object({
    from: z.object({ edition: z.int(), listNumber: z.string(), runNumber: z.string() }).nullable(),
    to: z.object({ edition: z.int(), listNumber: z.string(), runNumber: z.string() }),
    items: z.array(
      z.object({
        enterpriseId: z.uuid(),
        name: z.string(),
        from: Place.nullable(),
        to: Place.nullable(),
        movement: z
          .object({ changed: z.string(), own: z.string(), peers: z.string(), method: z.string() })
          .nullable()
          .describe('The score’s change and its three reasons, which sum to it; for the office, where both runs have a score'),
      }),
    ),
  })
  .meta({ id: 'ScoringListShifts' })
export type ListShifts = z.infer<typeof ListShifts>

export const WithdrawList = z
  .object({ reason: z.string().trim().min(2).max(1000).describe('The public reads it') })
  .meta({ id: 'WithdrawScoringList' })

export const ListTable = z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx') })

export const SupplementList = z
  .object({ reason: z.string().trim().min(2).max(500).describe('The public reads it') })
  .meta({ id: 'SupplementScoringList' })

/** A list as everybody sees it. */
export const PublicList = z
  .object({
    id: z.uuid(),
    number: z.string(),
    kind: z.enum(LIST_KINDS),
    titleZh: z.string(),
    titleEn: z.string(),
    rules: ListRulesWire,
    showsScores: z.boolean(),
    contact: z.string(),
    objectionDays: z.int(),
    state: z.enum(['notice', 'final', 'replaced', 'withdrawn']),
    edition: z.int(),
    entryCount: z.int(),
    period: z.string(),
    dataDate: instant.describe('Facts were taken as they stood then'),
    runId: z.uuid(),
    runNumber: z.string(),
    resultSha256: z.string(),
    model: z.object({ code: z.string(), version: z.string(), name: z.object({ zh: z.string(), en: z.string() }), ties }),
    stages: z.array(z.object({ code: z.string(), name: z.object({ zh: z.string(), en: z.string() }) })),
    noticeFrom: z.iso.date(),
    noticeUntil: z.iso.date(),
    takesObjections: z.boolean(),
    finalisedAt: instant.nullable(),
    withdrawnAt: instant.nullable(),
    withdrawReason: z.string().nullable(),
    ...correction,
  })
  .meta({ id: 'PublicScoringList' })
export type PublicList = z.infer<typeof PublicList>
export const PublicListPage = pageOf(PublicList).meta({ id: 'PublicScoringListPage' })
export const ListPublicLists = z.object(pageQuery)
