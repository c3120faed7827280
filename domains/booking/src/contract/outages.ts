import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { OFF_DAY_RULES } from '../core/outages/recurrence.ts'
import { DISPLACEMENT_STATES, OUTAGE_STATES, OUTAGE_TYPES } from '../core/outages/vocabulary.ts'

const MAX_RESOURCES = 40
const MAX_UNITS = 50

const window = {
  resourceIds: z.array(z.uuid()).min(1).max(MAX_RESOURCES).describe('Own resources'),
  units: z
    .array(z.int().min(1).max(MAX_UNITS))
    .min(1)
    .max(MAX_UNITS)
    .exactOptional()
    .describe('Only these numbered units of the one resource; all when absent'),
  start: z.iso.datetime().exactOptional().describe('Now when absent: a sudden outage'),
  end: z.iso.datetime().describe('Expected end; can be changed while it lasts'),
  recurrence: z
    .object({
      unit: z.enum(['week', 'month']),
      every: z.int().min(1).max(52),
      until: z.iso.date().describe('Last day on which one may fall'),
      offDays: z.enum(OFF_DAY_RULES).describe('What happens to one that falls on no working day'),
    })
    .exactOptional(),
}

/** What an outage would hit; the same time and resources as declaring it. */
export const PreviewOutage = z.object(window).meta({ id: 'PreviewOutage' })
export type PreviewOutage = z.infer<typeof PreviewOutage>

export const DeclareOutage = z
  .object({
    ...window,
    type: z.enum(OUTAGE_TYPES),
    reason: z.string().trim().min(1).max(200).describe('Shown to bookers and on the public page'),
    note: z.string().trim().max(1000).exactOptional().describe('For the provider’s own people'),
    faultReportId: z.uuid().exactOptional().describe('The report that led to it'),
  })
  .meta({ id: 'DeclareOutage' })
export type DeclareOutage = z.infer<typeof DeclareOutage>

export const ChangeOutage = z
  .object({ end: z.iso.datetime(), reason: z.string().trim().min(1).max(200).exactOptional() })
  .meta({ id: 'ChangeOutage' })
export type ChangeOutage = z.infer<typeof ChangeOutage>

const OutageResource = z
  .object({
    id: z.uuid(),
    name: z.string(),
    nameEn: z.string().nullable(),
    zone: z.string(),
    units: z.array(z.int()).nullable().describe('The numbered units that are out; null for all'),
  })
  .meta({ id: 'OutageResource' })

export const Outage = z
  .object({
    id: z.uuid(),
    number: z.string().describe('For people, such as OUT-20261121-7F3K9QX'),
    seriesId: z.uuid().nullable().describe('Shared by the occurrences of a recurring maintenance'),
    type: z.enum(OUTAGE_TYPES),
    state: z.enum(OUTAGE_STATES),
    phase: z.enum(['upcoming', 'running', 'past']),
    isSudden: z.boolean(),
    reason: z.string(),
    note: z.string().nullable(),
    start: z.iso.datetime(),
    end: z.iso.datetime().describe('Expected end, or when it ended'),
    resources: z.array(OutageResource),
    affected: z.int().describe('Bookings that it hit'),
    open: z.int().describe('Those whose customers have not answered'),
    proposed: z.int().describe('Open ones to whom other slots were proposed'),
    declaredByName: z.string(),
    declaredAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable().describe('When it was ended early or called off'),
    version: z.int(),
  })
  .meta({ id: 'Outage' })
export type Outage = z.infer<typeof Outage>

export const DeclaredOutages = z.object({ items: z.array(Outage) }).meta({ id: 'DeclaredOutages' })

export const ListOutages = z.object({
  when: z.enum(['running', 'planned', 'past']).default('running'),
  resourceId: z.uuid().exactOptional(),
  ...pageQuery,
})
export const OutageList = pageOf(Outage).meta({ id: 'OutageList' })
export const OutageParams = z.object({ id: z.uuid() })

/** A booking that an outage would hit. */
const ThreatenedBooking = z
  .object({
    reservationId: z.uuid(),
    number: z.string(),
    resourceId: z.uuid(),
    resourceName: z.string(),
    organisationName: z.string(),
    bookerName: z.string(),
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    price: z.string().describe('Yuan'),
    isInternal: z.boolean(),
    effect: z.enum(['displaced', 'interrupted']),
  })
  .meta({ id: 'ThreatenedBooking' })

export const OutagePreview = z
  .object({
    occurrences: z.array(z.object({ start: z.iso.datetime(), end: z.iso.datetime() })),
    bookings: z.array(ThreatenedBooking).describe('The first 200'),
    bookingCount: z.int(),
    customerCount: z.int().describe('Organisations other than the provider'),
    bookedMinutes: z.int(),
    priceTotal: z.string().describe('Yuan'),
  })
  .meta({ id: 'OutagePreview' })
export type OutagePreview = z.infer<typeof OutagePreview>

/** A free slot that could take the place of a displaced booking. */
export const Equivalent = z
  .object({
    resourceId: z.uuid(),
    resourceName: z.string(),
    resourceNameEn: z.string().nullable(),
    providerId: z.uuid(),
    providerName: z.string(),
    siteName: z.string().nullable(),
    zone: z.string(),
    match: z.enum(['same_resource', 'same_class', 'same_standard']).describe('What makes it equivalent'),
    isSameProvider: z.boolean(),
    needsApproval: z.boolean().describe('The provider there decides about requests'),
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    price: z.string().describe('Yuan for this customer'),
    priceDifference: z.string().describe('Yuan; negative when cheaper than what was booked'),
    minutesLater: z.int().describe('Start against the booked start; negative when earlier'),
  })
  .meta({ id: 'Equivalent' })
export type Equivalent = z.infer<typeof Equivalent>

const Offer = z
  .object({ resourceId: z.uuid(), start: z.iso.datetime(), end: z.iso.datetime(), price: z.string().describe('Yuan') })
  .meta({ id: 'DisplacementOffer' })

/** A booking that an outage hit, and what became of it. */
export const AffectedBooking = z
  .object({
    id: z.uuid(),
    reservationId: z.uuid(),
    number: z.string(),
    reservationVersion: z.int(),
    resourceId: z.uuid(),
    resourceName: z.string(),
    organisationName: z.string(),
    bookerName: z.string(),
    zone: z.string(),
    start: z.iso.datetime().describe('As it was booked'),
    end: z.iso.datetime(),
    price: z.string().describe('Yuan, as it was booked'),
    state: z.enum(DISPLACEMENT_STATES),
    answerUntil: z.iso.datetime().nullable().describe('Afterwards it is cancelled free'),
    proposedAt: z.iso.datetime().nullable(),
    offers: z.array(Offer),
    replacedBy: z.uuid().nullable().describe('The booking that took its place'),
  })
  .meta({ id: 'AffectedBooking' })
export type AffectedBooking = z.infer<typeof AffectedBooking>

export const AffectedList = z.object({ items: z.array(AffectedBooking) }).meta({ id: 'AffectedList' })

/** Per open booking the nearest equivalents; each slot is suggested to one of them only. */
export const EquivalentsList = z
  .object({
    items: z.array(z.object({ displacementId: z.uuid(), equivalents: z.array(Equivalent) })),
    sameOrLowerPrice: z.int().describe('Bookings for which at least one costs no more'),
  })
  .meta({ id: 'EquivalentsList' })

export const SendProposals = z
  .object({
    displacementIds: z.array(z.uuid()).min(1).max(1000).exactOptional().describe('All open ones when absent'),
    onlySameOrLowerPrice: z.boolean().default(false),
    answerHours: z.int().min(1).max(336).exactOptional().describe('48 when absent; never past the booked start'),
  })
  .meta({ id: 'SendProposals' })
export type SendProposals = z.infer<typeof SendProposals>

export const ProposalsSent = z
  .object({ sent: z.int(), withoutEquivalent: z.int().describe('Told too, but nothing suitable was found') })
  .meta({ id: 'ProposalsSent' })

/** What the customer of a displaced booking sees. */
export const Displacement = z
  .object({
    booking: AffectedBooking,
    outage: z.object({
      type: z.enum(OUTAGE_TYPES),
      reason: z.string(),
      start: z.iso.datetime(),
      end: z.iso.datetime(),
    }),
    equivalents: z.array(Equivalent).describe('What was proposed and is still free first, then the nearest'),
    proposedCount: z.int().describe('How many of `equivalents` were proposed'),
  })
  .meta({ id: 'Displacement' })
export type Displacement = z.infer<typeof Displacement>

export const TakeEquivalent = z
  .object({ resourceId: z.uuid(), start: z.iso.datetime(), end: z.iso.datetime() })
  .meta({ id: 'TakeEquivalent' })
export type TakeEquivalent = z.infer<typeof TakeEquivalent>
