import { pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { levelOf, Qualification } from './qualifications.ts'

/** Own qualifications at all providers, and who may read them. */
export const Passport = z
  .object({
    items: z.array(Qualification),
    shares: z.array(z.object({ id: z.uuid(), providerId: z.uuid(), providerName: z.string(), sharedAt: z.iso.datetime() })),
    tests: z.array(z.object({ testId: z.uuid(), title: z.string(), providerName: z.string(), passedAt: z.iso.datetime() })),
  })
  .meta({ id: 'Passport' })
export type Passport = z.infer<typeof Passport>

export const SharePassport = z.object({ providerId: z.uuid() }).meta({ id: 'SharePassport' })

/** `recognised` counts what the provider's rules granted at once. */
export const PassportShare = z.object({ id: z.uuid(), recognised: z.int() }).meta({ id: 'PassportShare' })
export const PassportParams = z.object({ id: z.uuid() })

export const ListPassports = z.object(pageQuery)

/** A person's passport as a provider reads it: what others granted, valid or not. */
export const SharedPassport = z
  .object({
    shareId: z.uuid(),
    personId: z.uuid(),
    personName: z.string(),
    organisationName: z.string().nullable(),
    sharedAt: z.iso.datetime(),
    items: z.array(Qualification),
  })
  .meta({ id: 'SharedPassport' })
export type SharedPassport = z.infer<typeof SharedPassport>
export const SharedPassportList = z
  .object({ items: z.array(SharedPassport), nextCursor: z.string().nullable() })
  .meta({ id: 'SharedPassportList' })

export const RecognitionRuleEntry = z
  .object({ fromProviderId: z.uuid(), classCode: z.string().trim().min(1).max(20), maxLevel: levelOf })
  .meta({ id: 'EditRecognitionRule' })
export type RecognitionRuleEntry = z.infer<typeof RecognitionRuleEntry>

export const RecognitionRule = z
  .object({ id: z.uuid(), ...RecognitionRuleEntry.shape, fromProviderName: z.string(), createdAt: z.iso.datetime() })
  .meta({ id: 'RecognitionRule' })
export type RecognitionRule = z.infer<typeof RecognitionRule>
export const RecognitionRuleList = z.object({ items: z.array(RecognitionRule) }).meta({ id: 'RecognitionRuleList' })
