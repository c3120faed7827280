import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { FACT_SETS } from '../core/facts.ts'
import { OrganisationSummary } from './organisations.ts'

const Facts = z.array(z.enum(FACT_SETS)).min(1).max(FACT_SETS.length)

/** Lets `readerOrganisationId` read `facts` of the active organisation until the given instant, at most three years ahead. */
export const GrantConsent = z
  .object({ readerOrganisationId: z.uuid(), facts: Facts, purpose: z.string().trim().min(2).max(200), validUntil: z.iso.datetime() })
  .meta({ id: 'GrantConsent' })
export type GrantConsent = z.infer<typeof GrantConsent>

export const Consent = z
  .object({
    id: z.uuid(),
    owner: OrganisationSummary,
    reader: OrganisationSummary,
    facts: Facts,
    purpose: z.string(),
    state: z.enum(['active', 'expired', 'revoked']),
    grantedAt: z.iso.datetime(),
    validUntil: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Consent' })
export type Consent = z.infer<typeof Consent>
export const ConsentPage = pageOf(Consent).meta({ id: 'ConsentPage' })

/** `given`: others may read the active organisation. `received`: the active organisation may read others. Newest first. */
export const ConsentQuery = z.object({ direction: z.enum(['given', 'received']).default('given'), ...pageQuery })

/** One read of the active organisation's facts by another. Newest first. */
export const FactRead = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    reader: OrganisationSummary,
    readerName: z.string().describe('The person who read'),
    facts: z.enum(FACT_SETS),
    basis: z.enum(['consent', 'duty']).describe('`duty`: the operator reads to verify the organisation'),
    consentId: z.uuid().nullable(),
    purpose: z.string(),
  })
  .meta({ id: 'FactRead' })
export type FactRead = z.infer<typeof FactRead>
export const FactReadPage = pageOf(FactRead).meta({ id: 'FactReadPage' })
export const FactReadQuery = z.object({ readerOrganisationId: z.uuid().exactOptional(), ...pageQuery })

/** The facts of the set `profile`. Empty text and null mean unknown. */
export const ProfileFacts = z
  .object({
    organisationId: z.uuid(),
    legalRepresentative: z.string(),
    contactName: z.string(),
    contactPhone: z.string(),
    contactEmail: z.string(),
    foundedOn: z.iso.date().nullable(),
    registeredCapital: z.string().nullable().describe('Yuan, two decimals'),
    employeeCount: z.int().nullable(),
    version: z.int(),
  })
  .meta({ id: 'ProfileFacts' })
export type ProfileFacts = z.infer<typeof ProfileFacts>

/** Needs `If-Match` with the organisation's version. */
export const EditProfileFacts = z
  .object({
    legalRepresentative: z.string().trim().max(80).exactOptional(),
    contactName: z.string().trim().max(80).exactOptional(),
    contactPhone: z.string().trim().max(40).exactOptional(),
    contactEmail: z.union([z.literal(''), z.email().max(254)]).exactOptional(),
    foundedOn: z.iso.date().nullable().exactOptional(),
    registeredCapital: z
      .string()
      .regex(/^\d{1,13}(\.\d{1,2})?$/)
      .nullable()
      .exactOptional(),
    employeeCount: z.int().min(0).max(10_000_000).nullable().exactOptional(),
  })
  .meta({ id: 'EditProfileFacts' })
export type EditProfileFacts = z.infer<typeof EditProfileFacts>
