import { z } from 'zod'
import { PREFERENCES } from '../core/bundles/choose.ts'
import { MAX_COMPANION_CHOICES, MAX_COMPANIONS } from '../core/bundles/companions.ts'
import { MAX_BUNDLE_PARTS, MAX_PART_CHOICES } from '../core/bundles/vocabulary.ts'
import { OPERATIONS, REQUEST_CAUSES } from '../core/vocabulary.ts'
import { ReservationGroup } from './groups.ts'
import { BrokenRule, bookingWords, onBehalf, quotedTotal, Reservation, ReservationPrice } from './reservations.ts'

/** One place in a bundle: any one of the resources. */
const BundlePart = z
  .object({
    resourceIds: z.array(z.uuid()).min(1).max(MAX_PART_CHOICES).describe('Any one of these equivalents'),
    operation: z.enum(OPERATIONS).exactOptional(),
  })
  .meta({ id: 'BundlePart' })

const together = {
  parts: z.array(BundlePart).min(1).max(MAX_BUNDLE_PARTS),
  choose: z.enum(PREFERENCES).default('listed').describe('Among equivalents: the first that can be had, or the cheapest for all together'),
}
const time = { start: z.iso.datetime(), end: z.iso.datetime() }

export const AskBundle = z.object({ ...time, ...together, ...onBehalf }).meta({ id: 'AskBundle' })
export type AskBundle = z.infer<typeof AskBundle>

const BundleCandidate = z
  .object({
    resourceId: z.uuid(),
    resourceName: z.string(),
    resourceNameEn: z.string().nullable(),
    price: ReservationPrice.nullable(),
    problems: z.array(BrokenRule).describe('Empty when it can be had'),
  })
  .meta({ id: 'BundleCandidate' })

export const BundlePreview = z
  .object({
    parts: z.array(
      z.object({
        chosen: z.uuid().nullable().describe('The resource that would be booked; null when none can be had'),
        candidates: z.array(BundleCandidate),
      }),
    ),
    total: z.string().nullable().describe('Yuan for all parts; null when a part cannot be had'),
    request: z
      .object({ cause: z.enum(REQUEST_CAUSES), decideUntil: z.iso.datetime() })
      .nullable()
      .describe('Set when the provider answers first: once, for all parts'),
    problems: z.array(BrokenRule).describe('What keeps the bundle as a whole from being booked'),
  })
  .meta({ id: 'BundlePreview' })
export type BundlePreview = z.infer<typeof BundlePreview>

export const FindBundleTimes = z
  .object({
    ...together,
    ...onBehalf,
    from: z.iso.datetime(),
    until: z.iso.datetime(),
    minutes: z.int().min(5).max(44_640),
    limit: z.int().min(1).max(20).default(6),
  })
  .meta({ id: 'FindBundleTimes' })
export type FindBundleTimes = z.infer<typeof FindBundleTimes>

export const BundleTimes = z
  .object({
    items: z.array(z.object({ ...time, resourceIds: z.array(z.uuid()).describe('One for each part'), total: z.string().describe('Yuan') })),
  })
  .meta({ id: 'BundleTimes' })

export const PlaceBundle = z.object({ ...time, ...together, ...onBehalf, ...bookingWords, quotedTotal }).meta({ id: 'PlaceBundle' })
export type PlaceBundle = z.infer<typeof PlaceBundle>

export const PlacedBundle = z
  .object({
    group: ReservationGroup.nullable().describe('Null when the bundle has one part: it is then a booking like any other'),
    reservations: z.array(Reservation).describe('One for each part, in the order of the parts'),
  })
  .meta({ id: 'PlacedBundle' })
export type PlacedBundle = z.infer<typeof PlacedBundle>

const companion = {
  nameZh: z.string().trim().min(1).max(40).describe('What it is for, such as 操作人员'),
  nameEn: z.string().trim().min(1).max(80).nullable(),
  isNeeded: z.boolean().describe('True when the resource cannot be booked without it'),
}

/** What belongs to a resource, as its provider says. */
export const CompanionList = z
  .object({
    resourceId: z.uuid(),
    companions: z.array(
      z.object({
        ...companion,
        choices: z.array(z.object({ resourceId: z.uuid(), name: z.string(), nameEn: z.string().nullable(), isAccepting: z.boolean() })),
      }),
    ),
    version: z.int().describe('0 when none was ever set'),
  })
  .meta({ id: 'CompanionList' })
export type CompanionList = z.infer<typeof CompanionList>

export const EditCompanions = z
  .object({
    companions: z
      .array(z.object({ ...companion, resourceIds: z.array(z.uuid()).min(1).max(MAX_COMPANION_CHOICES).describe('Any one of them') }))
      .max(MAX_COMPANIONS),
  })
  .meta({ id: 'EditCompanions' })
export type EditCompanions = z.infer<typeof EditCompanions>

export const EquivalentList = z
  .object({
    items: z.array(
      z.object({
        resourceId: z.uuid(),
        name: z.string(),
        nameEn: z.string().nullable(),
        providerName: z.string(),
        match: z.enum(['same_class', 'same_standard']),
      }),
    ),
  })
  .meta({ id: 'EquivalentList' })
export type EquivalentList = z.infer<typeof EquivalentList>
