import { pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { GROUNDS, LEVELS, QUALIFICATION_STATES } from '../core/qualification/levels.ts'

export const levelOf = z.literal([...LEVELS]).describe('1 under supervision, 2 alone, 3 also after hours')
const reason = z.string().trim().min(1).max(500)
const minuteOfDay = z.int().min(0).max(1440)

/** What self-service on a resource asks for. */
export const QualificationRuleEntry = z
  .object({
    level: z.int().min(0).max(3).describe('Level that self-service needs; 0 asks nothing by day'),
    afterHoursLevel: levelOf.nullable().describe('Higher level outside the day’s hours; null asks no more than by day'),
    dayStartMinute: minuteOfDay.describe('Minutes after midnight at the site'),
    dayEndMinute: minuteOfDay,
    isWeekendAfterHours: z.boolean(),
    disuseDays: z.int().min(7).max(1825).nullable().describe('A qualification lapses without use for so many days'),
    validityMonths: z.int().min(1).max(120).nullable().describe('Of a new qualification; null is without end'),
    includesInside: z.boolean().describe('True when the provider’s own people need it too'),
  })
  .meta({ id: 'EditQualificationRule' })
export type QualificationRuleEntry = z.infer<typeof QualificationRuleEntry>

/** Version 0 while nothing is asked. */
export const QualificationRule = z
  .object({ resourceId: z.uuid(), ...QualificationRuleEntry.shape, version: z.int() })
  .meta({ id: 'QualificationRule' })
export type QualificationRule = z.infer<typeof QualificationRule>

/** A level that a person holds on an instrument. */
export const Qualification = z
  .object({
    id: z.uuid(),
    resourceId: z.uuid(),
    resourceName: z.string(),
    resourceNameEn: z.string().nullable(),
    providerId: z.uuid(),
    providerName: z.string(),
    classCode: z.string().nullable(),
    personId: z.uuid(),
    personName: z.string(),
    level: z.int(),
    ground: z.enum(GROUNDS),
    reason: z.string().nullable(),
    validFrom: z.iso.datetime(),
    validUntil: z.iso.datetime().nullable(),
    disuseDays: z.int().nullable(),
    lastUsedAt: z.iso.datetime().nullable(),
    lapsesAt: z.iso.datetime().nullable().describe('By date or by disuse, whichever is first'),
    grantedAt: z.iso.datetime(),
    grantedByName: z.string().nullable(),
    state: z.enum(QUALIFICATION_STATES),
    suspended: z.object({ at: z.iso.datetime(), reason: z.string(), byName: z.string().nullable() }).nullable(),
    version: z.int(),
  })
  .meta({ id: 'Qualification' })
export type Qualification = z.infer<typeof Qualification>

export const QualificationParams = z.object({ id: z.uuid() })

export const MatrixQuery = z.object({
  q: z.string().trim().max(50).exactOptional().describe('Part of a name of a person or organisation'),
  resourceId: z.uuid().exactOptional(),
  state: z.enum(QUALIFICATION_STATES).exactOptional(),
  ...pageQuery,
})
export type MatrixQuery = z.infer<typeof MatrixQuery>

/** People down, instruments across; a cell holds the levels of one person on one instrument, highest first. */
export const QualificationMatrix = z
  .object({
    resources: z
      .array(
        z.object({ id: z.uuid(), name: z.string(), nameEn: z.string().nullable(), level: z.int(), afterHoursLevel: z.int().nullable() }),
      )
      .describe('Instruments that ask for a level, or on which somebody holds one'),
    items: z.array(
      z.object({
        personId: z.uuid(),
        personName: z.string(),
        organisationName: z.string().nullable(),
        qualifications: z.array(Qualification),
      }),
    ),
    counts: z.object({ people: z.int(), expiring: z.int(), suspended: z.int(), openLosses: z.int() }),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'QualificationMatrix' })
export type QualificationMatrix = z.infer<typeof QualificationMatrix>

/** By hand with a reason, or on the ground of a qualification that the person shared. */
export const GrantQualification = z
  .object({
    personId: z.uuid(),
    resourceIds: z.array(z.uuid()).min(1).max(50),
    level: levelOf,
    validUntil: z.iso.date().nullable().exactOptional().describe('Last day; by the instrument’s rule when absent'),
    reason: reason.exactOptional(),
    recognisedId: z.uuid().exactOptional().describe('A qualification at another provider, from a shared passport'),
  })
  .refine(({ reason: words, recognisedId }) => words !== undefined || recognisedId !== undefined, {
    path: ['reason'],
    params: { problem: 'booking.grant_without_ground' },
  })
  .meta({ id: 'GrantQualification' })
export type GrantQualification = z.infer<typeof GrantQualification>

export const QualificationList = z.object({ items: z.array(Qualification) }).meta({ id: 'QualificationList' })

export const SuspendQualification = z.object({ reason }).meta({ id: 'SuspendQualification' })

/** `losses` are the coming bookings that lost their ground with it. */
export const SuspendedQualification = z.object({ qualification: Qualification, losses: z.int() }).meta({ id: 'SuspendedQualification' })

export const CandidatesQuery = z.object({ q: z.string().trim().min(1).max(50) })

/** People whom a provider knows: its own, who booked with it, who enrolled, who shared their passport. */
export const Candidates = z
  .object({ items: z.array(z.object({ id: z.uuid(), name: z.string(), organisationName: z.string().nullable() })) })
  .meta({ id: 'QualificationCandidates' })

/** A coming booking whose booker no longer holds the level. */
export const GroundLoss = z
  .object({
    id: z.uuid(),
    reservationId: z.uuid(),
    number: z.string(),
    resourceId: z.uuid(),
    resourceName: z.string(),
    resourceNameEn: z.string().nullable(),
    personName: z.string(),
    organisationName: z.string(),
    zone: z.string(),
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    cause: z.enum(['suspended', 'lapsed', 'rule']),
    neededLevel: z.int(),
    foundAt: z.iso.datetime(),
  })
  .meta({ id: 'GroundLoss' })
export type GroundLoss = z.infer<typeof GroundLoss>

export const GroundLossList = z.object({ items: z.array(GroundLoss) }).meta({ id: 'GroundLossList' })

export const DecideGroundLoss = z
  .object({
    choice: z.enum(['with_operator', 'release']).describe('The provider’s staff runs it at the same price, or the slot is given back free'),
    reason: reason.exactOptional().describe('For the customer; needed to release'),
  })
  .meta({ id: 'DecideGroundLoss' })
export type DecideGroundLoss = z.infer<typeof DecideGroundLoss>

/** What self-service on a resource needs, what the reader holds, and the ways to it. */
export const OwnQualification = z
  .object({
    resourceId: z.uuid(),
    level: z.int().describe('0 while nothing is asked by day'),
    afterHoursLevel: z.int().nullable(),
    dayStartMinute: minuteOfDay,
    dayEndMinute: minuteOfDay,
    isWeekendAfterHours: z.boolean(),
    isAsked: z.boolean().describe('False when the reader needs none here'),
    heldLevel: z.int().nullable().describe('Now; null for who is not signed in'),
    lapsesAt: z.iso.datetime().nullable(),
    isSuspended: z.boolean(),
    offersOperator: z.boolean(),
    training: z.object({ id: z.uuid(), start: z.iso.datetime(), freePlaces: z.int() }).nullable().describe('The next with a free place'),
    test: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  })
  .meta({ id: 'OwnQualification' })
export type OwnQualification = z.infer<typeof OwnQualification>
