import { daysBetween } from '@jiju/kernel/local-date'
import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { INDICATOR_BASES, INDICATOR_GROUPS, INDICATOR_KEYS } from '../core/assessment/indicators.ts'
import { MAX_PERIOD_DAYS } from '../core/assessment/period.ts'

const period = {
  from: z.iso.date().describe('First day, by the clock of each instrument’s site'),
  to: z.iso.date().describe('Last day'),
}

type Days = { from: string; to: string }
const isOrdered = ({ from, to }: Days) => from <= to
const ordered = { path: ['to'], params: { problem: 'booking.assessment_period_reversed' } }
const isShort = ({ from, to }: Days) => daysBetween(from, to) < MAX_PERIOD_DAYS
const short = { path: ['to'], params: { problem: 'booking.assessment_period_too_long' } }

const organisationId = z.uuid().exactOptional().describe('The institution, when the operator asks')

const yuan = z.string().describe('Yuan with two decimals')
const rate = z.number().nullable().describe('0–1; null when there is nothing to divide by')
const seconds = z.int().min(0)

/** What instruments did in a period. Only what the meter log proves is in the first figures; the rest stands beside it. */
export const AssessmentFigures = z
  .object({
    instruments: z.int().describe('Published now'),
    openInstruments: z.int().describe('Published ones that take bookings or samples'),
    effectiveSeconds: seconds.describe('Proved use; a second in which several units ran counts once'),
    externalSeconds: seconds.describe('The part of it in which another organisation used the instrument'),
    inferredSeconds: seconds.describe('In the log but not metered; not in effectiveSeconds'),
    bookedOnlySeconds: seconds.describe('Booked and over but not in the log; not in effectiveSeconds'),
    unitSeconds: seconds.describe('Proved use with every unit counted for itself'),
    openSeconds: seconds.describe('In which the sites were open'),
    idleSeconds: seconds.describe('Open hours without proved use'),
    uses: z.int().describe('Proved uses that ended in the period'),
    externalUses: z.int(),
    insideIncome: yuan,
    outsideIncome: yuan,
    pendingIncome: yuan.describe('Charges that are open, objected to, or of a use that is not proved; in no income'),
    evaluations: z.int(),
    mark: z.number().nullable().describe('Mean of all marks, 1–5'),
    openingRate: rate,
    sharingRate: rate,
    utilisation: rate.describe('Effective ÷ reference hours; may be above 1'),
    provedRate: rate.describe('Proved ÷ all known use'),
  })
  .meta({ id: 'AssessmentFigures' })
export type AssessmentFigures = z.infer<typeof AssessmentFigures>

export const AssessmentStatement = z
  .object({
    resourceId: z.uuid().nullable(),
    field: z.string(),
    value: z.string(),
    evidence: z.string(),
    version: z.int(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'AssessmentStatement' })
export type AssessmentStatement = z.infer<typeof AssessmentStatement>

export const AssessedInstrument = z
  .object({
    resourceId: z.uuid(),
    name: z.string(),
    nameEn: z.string().nullable(),
    siteName: z.string().nullable(),
    innerNumber: z.string().nullable(),
    classCode: z.string().nullable(),
    originalValue: yuan.nullable(),
    isPublished: z.boolean(),
    isOpen: z.boolean(),
    capacity: z.int(),
    figures: AssessmentFigures,
  })
  .meta({ id: 'AssessedInstrument' })
export type AssessedInstrument = z.infer<typeof AssessedInstrument>

export const Assessment = z
  .object({
    ...period,
    referenceHours: z.number().describe('Of one instrument over the period: 1600 a year'),
    readAt: z.iso.datetime(),
    lastUseAt: z.iso.datetime().nullable().describe('Start of the last use in the log'),
    isNational: z.boolean().describe('Only instruments of 500,000 yuan and more'),
    institution: AssessmentFigures,
    sites: z.array(z.object({ siteId: z.uuid().nullable(), name: z.string().nullable(), figures: AssessmentFigures })),
    instruments: z.array(AssessedInstrument),
    indicators: z
      .array(
        z.object({
          key: z.enum(INDICATOR_KEYS),
          group: z.enum(INDICATOR_GROUPS),
          basis: z.enum(INDICATOR_BASES),
          statement: AssessmentStatement.nullable(),
        }),
      )
      .describe('The nine second-level indicators; their weights are not published'),
  })
  .meta({ id: 'Assessment' })
export type Assessment = z.infer<typeof Assessment>

export const AssessmentQuery = z
  .object({ ...period, organisationId, scope: z.enum(['all', 'national']).default('all') })
  .refine(isOrdered, ordered)
  .refine(isShort, short)

export const PatternQuery = z
  .object({
    ...period,
    organisationId,
    resourceId: z.uuid().exactOptional(),
    step: z.enum(['week', 'month']).default('month'),
  })
  .refine(isOrdered, ordered)
  .refine(isShort, short)

export const AssessmentPatterns = z
  .object({
    instruments: z.int(),
    cells: z.array(z.object({ weekday: z.int().min(1).max(7), hour: z.int().min(0).max(23), usedSeconds: seconds, openSeconds: seconds })),
    steps: z.array(z.object({ ...period, effectiveSeconds: seconds, externalSeconds: seconds, openSeconds: seconds })),
  })
  .meta({ id: 'AssessmentPatterns' })
export type AssessmentPatterns = z.infer<typeof AssessmentPatterns>

export const ASSESSED_PARTS = ['effective', 'external', 'inferred', 'booked_only'] as const
const source = z.enum(['page', 'qr', 'api_key', 'staff', 'inferred'])

export const AssessedUse = z
  .object({
    id: z.uuid().describe('Of the record, or of the booking that is not in the log'),
    reservationId: z.uuid().nullable(),
    number: z.string().nullable(),
    organisationName: z.string(),
    side: z.enum(['inside', 'outside']),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime(),
    startSource: source.nullable(),
    endSource: source.nullable(),
    isCorrected: z.boolean(),
    countedSeconds: z.int().describe('What of it counts in the figure; the rows sum to it'),
    total: yuan.nullable(),
  })
  .meta({ id: 'AssessedUse' })
export type AssessedUse = z.infer<typeof AssessedUse>
export const AssessedUses = pageOf(AssessedUse).meta({ id: 'AssessedUses' })

export const AssessedUsesQuery = z
  .object({ ...period, organisationId, resourceId: z.uuid(), part: z.enum(ASSESSED_PARTS).default('effective'), ...pageQuery })
  .refine(isOrdered, ordered)
  .refine(isShort, short)

export const StatementParams = z.object({ year: z.coerce.number().int().min(2000).max(2200), field: z.string().max(41) })
export const StatementList = z.object({ year: z.int(), items: z.array(AssessmentStatement) }).meta({ id: 'AssessmentStatementList' })
export const StatementQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2200),
  resourceId: z.uuid().exactOptional().describe('Of one instrument; of the institution when absent'),
  organisationId,
})
export const EditStatement = z
  .object({
    resourceId: z.uuid().exactOptional(),
    value: z.string().trim().min(1).max(2000),
    evidence: z.string().trim().min(1).max(500).describe('By what it can be checked: document number, address, list'),
  })
  .meta({ id: 'EditAssessmentStatement' })
export type EditStatement = z.infer<typeof EditStatement>

const messageType = z.literal([6, 7]).describe('6 service record, 7 yearly effect')
export const ReportQuery = z
  .object({
    ...period,
    organisationId,
    type: z.enum(['6', '7']).describe('6 service records, 7 yearly effect'),
    cursor: z.string().max(500).exactOptional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  })
  .refine(isOrdered, ordered)
  .refine(isShort, short)

export const NationalReport = z
  .object({
    messages: z.array(
      z.object({ type: messageType, resourceId: z.uuid(), fields: z.record(z.string(), z.string()), missing: z.array(z.string()) }),
    ),
    gaps: z.array(z.object({ field: z.string(), count: z.int() })).describe('Fields without a value in the messages of this page'),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'NationalReport' })
export type NationalReport = z.infer<typeof NationalReport>

export const DistrictAssessment = z
  .object({
    ...period,
    referenceHours: z.number(),
    readAt: z.iso.datetime().describe('The figures hold at this instant: now, or when they were kept'),
    keptYear: z.int().nullable().describe('Set when the figures are those kept at night for this year; they can be renewed'),
    lastUseAt: z.iso.datetime().nullable(),
    isNational: z.boolean(),
    district: AssessmentFigures,
    institutions: z.array(z.object({ organisationId: z.uuid(), name: z.string(), figures: AssessmentFigures })),
    classes: z
      .array(z.object({ classCode: z.string().nullable(), figures: AssessmentFigures }))
      .describe('By the first four digits of the class; the most idle hours first'),
  })
  .meta({ id: 'DistrictAssessment' })
export type DistrictAssessment = z.infer<typeof DistrictAssessment>

export const RenewSnapshot = z.object({ year: z.int().min(2000).max(2200) }).meta({ id: 'RenewAssessmentSnapshot' })
export const SnapshotAsked = z.object({ year: z.int(), askedAt: z.iso.datetime() }).meta({ id: 'AssessmentSnapshotAsked' })

const wanted = {
  resourceId: z.uuid(),
  name: z.string(),
  nameEn: z.string().nullable(),
  classCode: z.string().nullable(),
  providerName: z.string(),
  count: z.int(),
  hours: z.number(),
}

/** What people wanted and did not get: what to buy, what to share. */
export const UnmetDemand = z
  .object({
    searches: z.array(z.object({ query: z.string(), conditions: z.string(), count: z.int(), lastOn: z.iso.date() })),
    declined: z.array(z.object({ ...wanted, reason: z.string() })).describe('Requests declined, by reason, or left without an answer'),
    unoffered: z.array(z.object(wanted)).describe('Wishes of waiting lists that never got an offer'),
  })
  .meta({ id: 'UnmetDemand' })
export type UnmetDemand = z.infer<typeof UnmetDemand>

export const DemandQuery = z.object(period).refine(isOrdered, ordered).refine(isShort, short)
