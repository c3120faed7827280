import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { RUN_PERIOD } from '../core/facts/periods.ts'
import { PERIOD_KINDS, SOURCES } from '../core/facts/sources.ts'
import { DeductionModel, NegativeEvent, OwnNegativeEvent } from './fact-events.ts'

export const CertaintyMark = z.enum(['seen', 'second_hand', 'to_confirm'])
const Name = z.object({ zh: z.string(), en: z.string() })
export const Reason = z.string().trim().min(2).max(500)
export const FactCode = z.string().regex(/^[a-z][a-z0-9_]{1,59}$/)
const Decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,10})?$/)
const FactPeriod = z.string().regex(/^\d{4}(-Q[1-4]|-\d{2}-\d{2})?$/)

export const FactParams = z.object({ id: z.uuid() })
export const FactCodeParams = z.object({ code: FactCode })

export const FactDefinitionView = z
  .object({
    code: z.string(),
    name: Name,
    unit: z.string(),
    periodKind: z.enum(PERIOD_KINDS),
    authority: z.array(z.enum(SOURCES)).describe('Who may state it; the first decides where they differ'),
    needsConsent: z.boolean(),
    certainty: CertaintyMark,
    version: z.int(),
  })
  .meta({ id: 'FactDefinition' })
export type FactDefinitionView = z.infer<typeof FactDefinitionView>

export const FactStatement = z
  .object({
    id: z.uuid(),
    factCode: z.string(),
    period: z.string(),
    source: z.enum(SOURCES),
    value: z.string().nullable().describe('Null to the district while the enterprise has not consented to its use'),
    state: z.enum(['pending', 'current', 'replaced', 'withdrawn', 'refused']),
    confidence: z.enum(['proved', 'stated', 'estimated']),
    document: z.string().nullable(),
    reason: z.string().nullable(),
    receivedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    replacedBy: z.uuid().nullable(),
    isUsed: z.boolean().describe('Counts among the statements of its fact and period'),
    isChosen: z.boolean(),
    lacksConsent: z.boolean(),
  })
  .meta({ id: 'FactStatement' })
export type FactStatement = z.infer<typeof FactStatement>

export const FactConflict = z
  .object({
    enterpriseId: z.uuid(),
    enterpriseName: z.string(),
    creditCode: z.string(),
    factCode: z.string(),
    period: z.string(),
    statements: z
      .array(z.object({ factId: z.uuid(), source: z.enum(SOURCES), value: z.number(), receivedAt: z.iso.datetime() }))
      .describe('The one that decides by authority first'),
    differencePercent: z.number().describe('Of the least from the greatest value'),
    choice: z.object({ id: z.uuid(), source: z.enum(SOURCES), reason: z.string() }).nullable(),
  })
  .meta({ id: 'FactConflict' })
export type FactConflict = z.infer<typeof FactConflict>

export const ListFactConflicts = z.object({
  ...pageQuery,
  show: z.enum(['open', 'all']).default('open'),
  factCode: FactCode.exactOptional(),
  leastPercent: z.coerce.number().min(0).max(100).default(0).describe('Smaller differences are left out'),
})
export const FactConflictList = pageOf(FactConflict)
  .extend({ total: z.int().describe('Of all pages') })
  .meta({ id: 'FactConflictList' })

export const ChooseFactSource = z
  .object({
    factCode: FactCode,
    period: FactPeriod,
    source: z.enum(SOURCES).nullable().describe('Null: the order of authority decides again'),
    reason: Reason,
    replaces: z.uuid().nullable().describe('The choice that is seen to stand'),
  })
  .meta({ id: 'ChooseFactSource' })

export const CorrectFact = z
  .object({
    factCode: FactCode,
    period: FactPeriod,
    source: z.enum(SOURCES),
    replaces: z.uuid().nullable().describe('The current statement of that source'),
    value: Decimal,
    reason: Reason,
    document: z.string().trim().min(1).max(200).exactOptional(),
    isConfirmed: z.boolean().default(false).describe('What is implausible about the value was looked at'),
  })
  .meta({ id: 'CorrectFact' })

export const GiveReason = z.object({ reason: Reason }).meta({ id: 'GiveFactReason' })
/** What was just recorded. */
export const RecordedFactId = z.object({ id: z.uuid() }).meta({ id: 'RecordedFactId' })

export const PaperConsent = z
  .object({
    id: z.uuid(),
    document: z.string(),
    validFrom: z.iso.date(),
    validUntil: z.iso.date(),
    recordedAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
    revokeReason: z.string().nullable(),
  })
  .meta({ id: 'PaperConsent' })
export type PaperConsent = z.infer<typeof PaperConsent>

export const RecordPaperConsent = z
  .object({ document: z.string().trim().min(1).max(200), validFrom: z.iso.date(), validUntil: z.iso.date() })
  .meta({ id: 'RecordPaperConsent' })

const enterpriseContent = {
  name: z.string().trim().min(2).max(200),
  shortName: z.string().trim().min(1).max(60).nullable(),
  foundedOn: z.iso.date().nullable(),
  industry: z.string().trim().min(1).max(100).nullable(),
  park: z.string().trim().min(1).max(100).nullable(),
  district: z.string().trim().min(1).max(100).nullable(),
}

export const RegisterEnterprise = z
  .object({ creditCode: z.string().trim().max(40), ...enterpriseContent })
  .meta({ id: 'RegisterEnterprise' })
export const EditEnterprise = z
  .object({ ...enterpriseContent, isOptedOut: z.boolean().describe('It refused to be scored and named') })
  .meta({ id: 'EditEnterprise' })

export const RegisteredEnterprise = z
  .object({ id: z.uuid(), creditCode: z.string(), ...EditEnterprise.shape, version: z.int() })
  .meta({ id: 'RegisteredEnterprise' })
export type RegisteredEnterprise = z.infer<typeof RegisteredEnterprise>

export const ListEnterprises = z.object({ ...pageQuery, words: z.string().trim().min(1).max(100).exactOptional() })
export const EnterpriseList = pageOf(RegisteredEnterprise)
  .extend({ total: z.int(), optedOut: z.int() })
  .meta({ id: 'RegisteredEnterpriseList' })

export const EnterpriseFacts = z
  .object({
    enterprise: RegisteredEnterprise,
    isConsenting: z.boolean().describe('Tax and social insurance data may be used now'),
    facts: z.array(FactStatement),
    conflicts: z.array(FactConflict),
    events: z.array(NegativeEvent),
    consents: z.array(PaperConsent),
  })
  .meta({ id: 'EnterpriseFacts' })

export const CoverageQuery = z.object({ period: z.string().regex(RUN_PERIOD) })
export const FactCoverage = z
  .object({
    period: z.string(),
    enterprises: z.int().describe('Those that are scored: without the ones that refused'),
    waitingReports: z.int(),
    items: z.array(
      z.object({
        factCode: z.string(),
        period: z.string(),
        known: z.int(),
        leastKnownRatio: z.number().describe('Below it the fact is warned about'),
        proved: z.int(),
        lackingConsent: z.int(),
        newestPeriod: z.string().nullable(),
        lastReceivedAt: z.iso.datetime().nullable(),
        isStale: z.boolean().describe('Nothing of the asked period has come'),
        sources: z.array(z.object({ source: z.enum(SOURCES), known: z.int(), newestPeriod: z.string(), lastReceivedAt: z.iso.datetime() })),
      }),
    ),
  })
  .meta({ id: 'FactCoverage' })

export const MissingQuery = z.object({ ...pageQuery, period: z.string().regex(RUN_PERIOD) })
export const MissingList = pageOf(
  z.object({ id: z.uuid(), creditCode: z.string(), name: z.string(), lacksConsent: z.boolean() }).meta({ id: 'EnterpriseWithoutFact' }),
).meta({ id: 'EnterpriseWithoutFactList' })

export const FactReport = z
  .object({
    id: z.uuid(),
    enterpriseId: z.uuid(),
    enterpriseName: z.string(),
    creditCode: z.string(),
    factCode: z.string(),
    period: z.string(),
    value: z.string(),
    statedValue: z.string().nullable().describe('What stands now'),
    note: z.string().nullable(),
    evidenceName: z.string(),
    state: z.enum(['pending', 'accepted', 'refused', 'withdrawn']),
    statedAt: z.iso.datetime(),
    decidedAt: z.iso.datetime().nullable(),
    decisionReason: z.string().nullable(),
    doubts: z.array(z.string()).describe('What is implausible about it by the rules of today, in words; for waiting ones'),
  })
  .meta({ id: 'FactReport' })
export type FactReport = z.infer<typeof FactReport>
export const FactReportList = pageOf(FactReport).meta({ id: 'FactReportList' })
export const ListFactReports = z.object({ ...pageQuery, state: z.enum(['pending', 'accepted', 'refused', 'withdrawn']).default('pending') })
export const DecideFactReport = z
  .object({ isAccepted: z.boolean(), reason: Reason.nullable() })
  .refine(({ isAccepted, reason }) => isAccepted || reason !== null, {
    path: ['reason'],
    params: { problem: 'scoring.refusal_without_reason' },
  })
  .meta({ id: 'DecideFactReport' })

export const StateOwnFact = z.object({
  factCode: FactCode,
  period: z.string().max(20),
  value: z.string().max(60),
  note: z.string().trim().min(2).max(500).exactOptional(),
})

export const OwnFacts = z
  .object({
    enterprise: RegisteredEnterprise,
    isConsenting: z.boolean(),
    facts: z.array(FactStatement),
    reports: z.array(FactReport),
    events: z.array(OwnNegativeEvent),
    deductions: DeductionModel.nullable().describe('Null: no model is published'),
  })
  .meta({ id: 'OwnFacts' })
