import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { RESOURCE_KINDS } from '../core/vocabulary.ts'
import { Accreditation } from './accreditations.ts'
import { optionalText, text } from './common.ts'
import { Site } from './sites.ts'

export const ProviderInput = z
  .object({
    introductionZh: optionalText(4000),
    introductionEn: optionalText(4000),
    website: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable(),
    contactName: optionalText(100),
    phone: optionalText(50),
    email: z.email().max(254).nullable(),
    establishedOn: z.iso.date().nullable(),
    capabilities: z.array(text(100)).max(30),
  })
  .meta({ id: 'ProviderEntry' })
export type ProviderInput = z.infer<typeof ProviderInput>

const identity = {
  id: z.uuid().describe('the organisation'),
  name: z.string(),
  shortName: z.string().nullable(),
  nameEn: z.string().nullable(),
  district: z.string().nullable(),
}

/** A provider as named beside a resource. */
export const ProviderRef = z.object(identity).meta({ id: 'ProviderRef' })
export type ProviderRef = z.infer<typeof ProviderRef>

const ResourceCounts = z.partialRecord(z.enum(RESOURCE_KINDS), z.number().int()).describe('published resources by kind')

export const ProviderListItem = z
  .object({ ...identity, capabilities: z.array(z.string()), resourceCounts: ResourceCounts })
  .meta({ id: 'ProviderListItem' })

export const ProviderQuery = z.object(pageQuery)
export const ProviderPage = pageOf(ProviderListItem).meta({ id: 'ProviderPage' })

export const ProviderDetail = z
  .object({
    ...identity,
    ...ProviderInput.shape,
    website: z.string().nullable(),
    resourceCounts: ResourceCounts,
    sites: z.array(Site),
    accreditations: z.array(Accreditation).describe('those in date today'),
  })
  .meta({ id: 'ProviderDetail' })
export type ProviderDetail = z.infer<typeof ProviderDetail>

export const ProviderProfile = z.object({ ...identity, ...ProviderInput.shape, version: z.number().int() }).meta({ id: 'ProviderProfile' })
export type ProviderProfile = z.infer<typeof ProviderProfile>
