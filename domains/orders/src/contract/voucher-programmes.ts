import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { LINE_KINDS, PURPOSES } from '../core/vocabulary.ts'
import { APPLICANT_KINDS, RELATIONS } from '../core/vouchers/vocabulary.ts'
import { yuan } from './orders.ts'
import { VoucherRate, VoucherSource } from './vouchers.ts'

const words = z.string().trim().min(1).max(500)
const yuanEntry = z
  .string()
  .regex(/^\d{1,13}(\.\d{1,2})?$/)
  .describe('Yuan, such as "300000.00"')

export const ProgrammeParams = z.object({ id: z.uuid() })
export const ListingParams = z.object({ id: z.uuid(), listingId: z.uuid() })

const rules = {
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  rate: VoucherRate,
  enterpriseQuota: yuanEntry.describe('Yuan a year of an enterprise'),
  teamQuota: yuanEntry.describe('Yuan a year of a start-up team'),
  minimum: yuanEntry.describe('Below this nothing is paid'),
  orderCap: yuanEntry.nullable().describe('At most so much of an order'),
  allowedPurposes: z.array(z.enum(PURPOSES)).max(PURPOSES.length),
  excludedPurposes: z.array(z.enum(PURPOSES)).max(PURPOSES.length),
  lineKinds: z.array(z.enum(LINE_KINDS)).min(1).max(LINE_KINDS.length).describe('Kinds of order lines whose cost counts'),
  excludedServiceIds: z.array(z.uuid()).max(500),
  districts: z.array(z.string().trim().min(1).max(60)).max(100).describe('Of registration; empty: everywhere'),
  needsListedProvider: z.boolean(),
  excludesRelatedParties: z.boolean(),
  sources: z.array(VoucherSource).max(20),
}

/** New rules from a day on. What is there already is never edited. */
export const WriteVoucherRules = z.object(rules).meta({ id: 'WriteVoucherRules' })
export type WriteVoucherRules = z.infer<typeof WriteVoucherRules>

export const CreateVoucherProgramme = z
  .object({ nameZh: words.max(200), nameEn: words.max(200), issuer: words.max(200), budget: yuanEntry, rules: WriteVoucherRules })
  .meta({ id: 'CreateVoucherProgramme' })
export type CreateVoucherProgramme = z.infer<typeof CreateVoucherProgramme>

export const VoucherRulesVersion = z
  .object({ id: z.uuid(), number: z.int(), createdAt: z.iso.datetime(), holds: z.boolean().describe('Holds today'), ...rules })
  .meta({ id: 'VoucherRulesVersion' })
export type VoucherRulesVersion = z.infer<typeof VoucherRulesVersion>

const programme = {
  id: z.uuid(),
  nameZh: z.string(),
  nameEn: z.string(),
  issuer: z.string(),
  budget: yuan,
  reserved: yuan,
  redeemed: yuan,
  left: yuan,
  isOpen: z.boolean(),
  version: z.int(),
  createdAt: z.iso.datetime(),
}
export const VoucherProgrammeSummary = z.object(programme).meta({ id: 'VoucherProgrammeSummary' })
export type VoucherProgrammeSummary = z.infer<typeof VoucherProgrammeSummary>
export const VoucherProgrammeList = z.object({ items: z.array(VoucherProgrammeSummary) }).meta({ id: 'VoucherProgrammeList' })

/** An entry of the list of providers that a programme pays for. */
export const VoucherListing = z
  .object({
    id: z.uuid(),
    providerId: z.uuid(),
    providerName: z.string(),
    from: z.iso.date(),
    to: z.iso.date().nullable(),
    source: z.string(),
  })
  .meta({ id: 'VoucherListing' })
export type VoucherListing = z.infer<typeof VoucherListing>

export const VoucherProgramme = z
  .object({
    ...programme,
    rules: z.array(VoucherRulesVersion).describe('Newest first'),
    listings: z.array(VoucherListing),
    years: z
      .array(z.object({ year: z.int(), organisations: z.int(), reserved: yuan, redeemed: yuan }))
      .describe('What each year has taken, newest first'),
  })
  .meta({ id: 'VoucherProgramme' })
export type VoucherProgramme = z.infer<typeof VoucherProgramme>

export const SetVoucherBudget = z.object({ budget: yuanEntry }).meta({ id: 'SetVoucherBudget' })
export const SetVoucherOpen = z.object({ isOpen: z.boolean() }).meta({ id: 'SetVoucherOpen' })
export const ListProvider = z
  .object({ providerId: z.uuid(), from: z.iso.date(), to: z.iso.date().nullable().default(null), source: words })
  .meta({ id: 'ListProvider' })
export type ListProvider = z.infer<typeof ListProvider>
export const EndListing = z.object({ to: z.iso.date().describe('The last day') }).meta({ id: 'EndListing' })

/** As what an organisation applies, noted by the office. */
const VoucherApplicant = z
  .object({
    organisationId: z.uuid(),
    organisationName: z.string(),
    kind: z.enum(APPLICANT_KINDS),
    source: z.string(),
    notedAt: z.iso.datetime(),
  })
  .meta({ id: 'VoucherApplicant' })
export const VoucherApplicantList = z.object({ items: z.array(VoucherApplicant) }).meta({ id: 'VoucherApplicantList' })
export const NoteApplicant = z.object({ kind: z.enum(APPLICANT_KINDS), source: words }).meta({ id: 'NoteApplicant' })
export const ApplicantParams = z.object({ organisationId: z.uuid() })

/** Two organisations that are related, and where that is known from. */
export const RelatedParty = z
  .object({
    id: z.uuid(),
    organisationId: z.uuid(),
    organisationName: z.string(),
    relatedId: z.uuid(),
    relatedName: z.string(),
    relation: z.enum(RELATIONS),
    source: z.string(),
    notedAt: z.iso.datetime(),
    notedBy: z.string().nullable(),
    endedAt: z.iso.datetime().nullable(),
    endReason: z.string().nullable(),
  })
  .meta({ id: 'RelatedParty' })
export type RelatedParty = z.infer<typeof RelatedParty>
export const ListRelatedParties = z.object({
  q: z.string().trim().min(1).max(100).exactOptional().describe('Part of a name'),
  state: z.enum(['current', 'ended', 'all']).default('current'),
  ...pageQuery,
})
export const RelatedPartyList = pageOf(RelatedParty).meta({ id: 'RelatedPartyList' })
export const NoteRelatedParty = z
  .object({ organisationId: z.uuid(), relatedId: z.uuid(), relation: z.enum(RELATIONS), source: words })
  .meta({ id: 'NoteRelatedParty' })
export const EndRelatedParty = z.object({ reason: words }).meta({ id: 'EndRelatedParty' })

export const FindOrganisations = z.object({
  q: z.string().trim().min(1).max(100).describe('Part of a name'),
  kind: z.enum(['enterprise', 'provider']).exactOptional(),
})
/** Verified organisations by name, for whoever fills in a form of the office. */
export const FoundOrganisations = z
  .object({ items: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.string(), district: z.string().nullable() })) })
  .meta({ id: 'FoundOrganisations' })
