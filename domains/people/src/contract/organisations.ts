import { isUscc } from '@jiju/kernel/uscc'
import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { type OrganisationKind, ROLES_BY_KIND } from '../core/access.ts'

const ORGANISATION_KINDS = Object.keys(ROLES_BY_KIND) as [OrganisationKind, ...OrganisationKind[]]
const ORGANISATION_STATUSES = ['pending', 'verified', 'rejected', 'suspended'] as const

/** Unified social credit code: 18 characters, both check characters right. Lower case is accepted. */
const Uscc = z
  .string()
  .trim()
  .toUpperCase()
  .refine(isUscc, { params: { problem: 'people.uscc_invalid' } })
  .describe('统一社会信用代码 (GB 32100-2015)')

const Name = z.string().trim().min(2).max(120)
const ShortName = z.string().trim().min(1).max(40)
const NameEn = z.string().trim().max(200)
const District = z.string().trim().max(60)
const Line = z.string().trim().max(200)
const Website = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(200)])

/** What everybody may know of an organisation. */
export const OrganisationSummary = z
  .object({
    id: z.uuid(),
    kind: z.enum(ORGANISATION_KINDS),
    name: z.string(),
    shortName: z.string(),
    nameEn: z.string().describe('Empty when there is none'),
    uscc: z.string().nullable(),
    district: z.string(),
    status: z.enum(ORGANISATION_STATUSES),
  })
  .meta({ id: 'OrganisationSummary' })
export type OrganisationSummary = z.infer<typeof OrganisationSummary>

/** Registers an organisation; the person becomes its owner and the operator verifies it. Operators are made by `jiju create-admin`. */
export const RegisterOrganisation = z
  .object({
    kind: z.enum(['enterprise', 'provider', 'bank', 'government']),
    name: Name,
    shortName: ShortName.exactOptional().describe('Default: the name, cut to 40 characters'),
    nameEn: NameEn.default(''),
    uscc: Uscc,
    district: District.default(''),
    address: Line.default(''),
  })
  .meta({ id: 'RegisterOrganisation' })
export type RegisterOrganisation = z.infer<typeof RegisterOrganisation>

/** The public part of an organisation, as its page shows it; members and the operator also see why a status was set. */
export const Organisation = z
  .object({
    ...OrganisationSummary.shape,
    address: z.string(),
    website: z.string(),
    introduction: z.string(),
    statusReason: z.string().nullable(),
    statusChangedAt: z.iso.datetime(),
    createdAt: z.iso.datetime(),
    version: z.int(),
  })
  .meta({ id: 'Organisation' })
export type Organisation = z.infer<typeof Organisation>

/** Name and code can only be changed until the organisation is verified. Needs `If-Match`. */
export const EditOrganisation = z
  .object({
    name: Name.exactOptional(),
    shortName: ShortName.exactOptional(),
    nameEn: NameEn.exactOptional(),
    uscc: Uscc.exactOptional(),
    district: District.exactOptional(),
    address: Line.exactOptional(),
    website: Website.exactOptional(),
    introduction: z.string().trim().max(2000).exactOptional(),
  })
  .meta({ id: 'EditOrganisation' })
export type EditOrganisation = z.infer<typeof EditOrganisation>

/** Verified organisations by the start of a name, a part of it, or the whole code. */
export const OrganisationSearch = z.object({ q: z.string().trim().min(2).max(120), ...pageQuery })
export const OrganisationPage = pageOf(OrganisationSummary).meta({ id: 'OrganisationPage' })
export type OrganisationPage = z.infer<typeof OrganisationPage>

/** The operator's list; oldest first, so that nobody waits behind newer ones. */
export const OrganisationListQuery = z.object({
  status: z.enum(ORGANISATION_STATUSES).exactOptional(),
  kind: z.enum(ORGANISATION_KINDS).exactOptional(),
  q: z.string().trim().min(1).max(120).exactOptional().describe('Part of a name, or the code'),
  ...pageQuery,
})
export const ListedOrganisation = z
  .object({
    ...OrganisationSummary.shape,
    statusReason: z.string().nullable(),
    statusChangedAt: z.iso.datetime(),
    createdAt: z.iso.datetime(),
    registeredBy: z.object({ id: z.uuid(), name: z.string(), email: z.string() }).nullable(),
    memberCount: z.int(),
    sameCodeCount: z.int().describe('Other organisations registered with the same code'),
    version: z.int(),
  })
  .meta({ id: 'ListedOrganisation' })
export type ListedOrganisation = z.infer<typeof ListedOrganisation>
export const ListedOrganisationPage = pageOf(ListedOrganisation).meta({ id: 'ListedOrganisationPage' })

/** Reason of a rejection or suspension; mailed to the owners. */
export const WithReason = z.object({ reason: z.string().trim().min(2).max(500) }).meta({ id: 'WithReason' })
export type WithReason = z.infer<typeof WithReason>

/** Who signs in to an organisation with a second factor. */
export const SecondFactorPolicy = z
  .object({
    roles: z.array(z.string()).describe('Roles for which the organisation asks for it'),
    alwaysRoles: z.array(z.string()).describe('Roles of the organisation for which the platform asks for it'),
    withoutCount: z.int().describe('Members with one of these roles who have none yet'),
    version: z.int().describe('Of the organisation'),
  })
  .meta({ id: 'SecondFactorPolicy' })
export type SecondFactorPolicy = z.infer<typeof SecondFactorPolicy>

/** Needs `If-Match` with `version`. */
export const EditSecondFactorPolicy = z.object({ roles: z.array(z.string().max(60)).max(12) }).meta({ id: 'EditSecondFactorPolicy' })
