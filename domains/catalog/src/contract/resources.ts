import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import {
  ACCREDITATION_SCHEMES,
  CUSTOMER_CLASSES,
  HOLIDAY_RULES,
  OPERATING_STATUSES,
  PRICE_UNITS,
  RESOURCE_KINDS,
  RESOURCE_STATUSES,
  VERSION_STATES,
  WORK_STATES,
} from '../core/vocabulary.ts'
import { FileRef, optionalText, text } from './common.ts'
import { ProviderRef } from './providers.ts'
import { ResourceContent } from './resource-content.ts'
import { DayExceptions, WeeklyOpening } from './sites.ts'
import { StandardRef } from './standards.ts'

export const Price = z
  .object({
    id: z.uuid(),
    customerClass: z.enum(CUSTOMER_CLASSES),
    unit: z.enum(PRICE_UNITS),
    price: z.string().describe('yuan, decimal string'),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'CatalogPrice' })
export type Price = z.infer<typeof Price>

const ClassName = z.object({ code: z.string(), zh: z.string(), en: z.string() })

export const ResourceListItem = z
  .object({
    id: z.uuid(),
    kind: z.enum(RESOURCE_KINDS),
    provider: ProviderRef,
    nameZh: z.string().nullable(),
    nameEn: z.string().nullable(),
    model: z.string().nullable(),
    manufacturer: z.string().nullable(),
    innerNumber: z.string().nullable(),
    classCode: z.string().nullable(),
    summary: z.string().nullable(),
    siteName: z.string().nullable(),
    photoUrl: z.string().nullable(),
    operatingStatus: z.enum(OPERATING_STATUSES),
    prices: z.array(Price).describe('in force today'),
    accreditations: z.array(z.enum(ACCREDITATION_SCHEMES)).describe('in date today'),
    citesReplacedStandard: z.boolean(),
  })
  .meta({ id: 'ResourceListItem' })
export type ResourceListItem = z.infer<typeof ResourceListItem>

export const ResourceQuery = z.object({
  ...pageQuery,
  providerId: z.uuid().exactOptional(),
  kind: z.enum(RESOURCE_KINDS).exactOptional(),
  classCode: z
    .string()
    .regex(/^[0-9a-z]{2,6}$/)
    .exactOptional()
    .describe('class or its beginning'),
  standardId: z.uuid().exactOptional(),
})
export const ResourcePage = pageOf(ResourceListItem).meta({ id: 'ResourcePage' })

const shared = ResourceContent.options[0].shape
const { methodIds: _m, standards: _s, photos: _p, attachments: _a, siteId: _i, detail: _d, kind: _k, ...plain } = shared

/** What the detail page shows from the catalogue. */
export const ResourceDetail = z
  .object({
    id: z.uuid(),
    kind: z.enum(RESOURCE_KINDS),
    status: z.enum(RESOURCE_STATUSES),
    provider: ProviderRef,
    site: z
      .object({
        id: z.uuid(),
        name: z.string(),
        nameEn: z.string().nullable(),
        address: z.string(),
        district: z.string().nullable(),
        longitude: z.number().nullable(),
        latitude: z.number().nullable(),
        accessNote: z.string().nullable(),
      })
      .nullable(),
    ...plain,
    className: ClassName.nullable(),
    detail: z.record(z.string(), z.unknown()).describe('the fields of the kind, as in ResourceContent'),
    methods: z.array(z.object({ id: z.uuid(), nameZh: z.string(), nameEn: z.string().nullable() })),
    standards: z.array(z.object({ ...StandardRef.shape, note: z.string().nullable() })),
    deviceClasses: z.array(z.object({ code: z.string(), name: z.string() })),
    photos: z.array(FileRef),
    attachments: z.array(FileRef),
    prices: z.array(Price).describe('in force today'),
    accreditations: z.array(
      z.object({ scheme: z.enum(ACCREDITATION_SCHEMES), certificateNo: z.string(), validFrom: z.iso.date(), validTo: z.iso.date() }),
    ),
    operatingStatus: z.enum(OPERATING_STATUSES),
    zone: z.string(),
    opening: WeeklyOpening,
    holidayRule: z.enum(HOLIDAY_RULES),
    dayExceptions: DayExceptions,
    publishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ResourceDetail' })
export type ResourceDetail = z.infer<typeof ResourceDetail>

export const CompareQuery = z.object({ ids: z.string().max(200).describe('two to four resource ids, separated by commas') })
export const Comparison = z
  .object({
    items: z.array(ResourceDetail),
    differing: z.array(z.string()).describe('names of the fields in which the items differ'),
  })
  .meta({ id: 'ResourceComparison' })

// ---------------------------------------------------------------- the provider's own view

export const OwnResource = z
  .object({
    id: z.uuid(),
    providerId: z.uuid(),
    kind: z.enum(RESOURCE_KINDS),
    status: z.enum(RESOURCE_STATUSES),
    workState: z.enum(WORK_STATES),
    nameZh: z.string().nullable(),
    nameEn: z.string().nullable(),
    model: z.string().nullable(),
    innerNumber: z.string().nullable(),
    classCode: z.string().nullable(),
    siteName: z.string().nullable(),
    operatingStatus: z.enum(OPERATING_STATUSES),
    citesReplacedStandard: z.boolean().describe('a cited standard is replaced or withdrawn'),
    updatedAt: z.iso.datetime(),
    version: z.number().int(),
  })
  .meta({ id: 'OwnResource' })

export const OwnResourceQuery = z.object({
  ...pageQuery,
  kind: z.enum(RESOURCE_KINDS).exactOptional(),
  status: z.enum(RESOURCE_STATUSES).exactOptional(),
  workState: z.enum(WORK_STATES).exactOptional(),
  q: z.string().trim().max(100).exactOptional(),
})
export const OwnResourcePage = pageOf(OwnResource).meta({ id: 'OwnResourcePage' })

const Gap = z
  .object({ code: z.string(), field: z.string(), isBlocking: z.boolean(), message: z.string() })
  .describe('what is missing; blocking gaps keep it from being submitted')
  .meta({ id: 'ResourceGap' })

/** The working copy with everything an editor needs. */
export const ResourceWork = z
  .object({
    ...OwnResource.shape,
    content: ResourceContent,
    gaps: z.array(Gap),
    returnReasons: z.string().nullable().describe('of the last return'),
    opening: WeeklyOpening.nullable().describe('own hours; null follows the site'),
    publishedVersion: z.number().int().nullable(),
    submittedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ResourceWork' })
export type ResourceWork = z.infer<typeof ResourceWork>

export const OperationInput = z
  .object({ operatingStatus: z.enum(OPERATING_STATUSES), opening: WeeklyOpening.nullable() })
  .meta({ id: 'ResourceOperationEntry' })

export const Note = z.object({ note: optionalText(4000) }).meta({ id: 'ReviewNote' })
export const Reasons = z.object({ reasons: text(4000) }).meta({ id: 'ReturnReasons' })

export const VersionListItem = z
  .object({
    version: z.number().int(),
    state: z.enum(VERSION_STATES),
    authorId: z.uuid().nullable(),
    at: z.iso.datetime(),
    note: z.string().nullable(),
  })
  .meta({ id: 'ResourceVersionItem' })
export const VersionQuery = z.object(pageQuery)
export const VersionPage = pageOf(VersionListItem).meta({ id: 'ResourceVersionPage' })

const FieldChange = z
  .object({ field: z.string().describe('JSON pointer into the content'), before: z.unknown(), after: z.unknown() })
  .meta({ id: 'FieldChange' })
export const VersionDiff = z
  .object({ ...VersionListItem.shape, against: z.number().int().nullable(), content: ResourceContent, changes: z.array(FieldChange) })
  .meta({ id: 'ResourceVersionDiff' })

export const ReviewItem = z
  .object({
    ...OwnResource.shape,
    provider: ProviderRef,
    submittedAt: z.iso.datetime(),
    isFirst: z.boolean().describe('never published before'),
  })
  .meta({ id: 'ReviewItem' })
export const ReviewPage = pageOf(ReviewItem).meta({ id: 'ReviewPage' })

// ---------------------------------------------------------------- the first page

export const Overview = z
  .object({
    providerCount: z.number().int(),
    kinds: z.array(z.object({ kind: z.enum(RESOURCE_KINDS), count: z.number().int() })),
    instrumentClasses: z
      .array(z.object({ ...ClassName.shape, count: z.number().int() }))
      .describe('first-level classes that hold instruments'),
    standardCount: z.number().int(),
  })
  .meta({ id: 'CatalogOverview' })
