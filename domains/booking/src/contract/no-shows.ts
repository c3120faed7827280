import { pageQuery } from '@jiju/wire/page'
import { z } from 'zod'

const words = z.string().trim().min(1).max(1000)

export const NoShowParams = z.object({ id: z.uuid() })

/** What a provider asks of people who do not come. */
export const NoShowPolicyEntry = z
  .object({
    points: z.int().min(1).max(10).describe('Points for one missed booking'),
    threshold: z.int().min(1).max(100).describe('From so many points on the provider answers each booking first'),
    expiresAfterDays: z.int().min(1).max(730).describe('Days after which points expire'),
  })
  .meta({ id: 'EditNoShowPolicy' })
export type NoShowPolicyEntry = z.infer<typeof NoShowPolicyEntry>

export const NoShowPolicy = z
  .object({ ...NoShowPolicyEntry.shape, version: z.int().describe('0 while the defaults hold') })
  .meta({ id: 'NoShowPolicy' })
export type NoShowPolicy = z.infer<typeof NoShowPolicy>

/** A missed booking with its points, and the appeal against them. */
export const NoShow = z
  .object({
    id: z.uuid(),
    reservationId: z.uuid(),
    number: z.string(),
    resourceId: z.uuid(),
    resourceName: z.string(),
    resourceNameEn: z.string().nullable(),
    zone: z.string(),
    providerId: z.uuid(),
    providerName: z.string(),
    organisationName: z.string(),
    personName: z.string(),
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    points: z.int(),
    isCounted: z.boolean().describe('False when the points expired or were removed'),
    recordedAt: z.iso.datetime(),
    isRecordedByReader: z.boolean().describe('Who recorded it does not decide the appeal'),
    expiresAt: z.iso.datetime(),
    appeal: z.object({ at: z.iso.datetime(), words: z.string() }).nullable(),
    decision: z.object({ at: z.iso.datetime(), isUpheld: z.boolean(), words: z.string().nullable() }).nullable(),
    canAppeal: z.boolean().describe('For the reader, now'),
    canDecide: z.boolean().describe('For the reader, now'),
    version: z.int(),
  })
  .meta({ id: 'NoShow' })
export type NoShow = z.infer<typeof NoShow>

/** A person's points at each provider that has recorded some. */
export const MyStanding = z
  .object({
    providers: z.array(
      z.object({
        providerId: z.uuid(),
        providerName: z.string(),
        points: z.int().describe('Points that count now'),
        threshold: z.int(),
        isRestricted: z.boolean().describe('True when the provider answers each booking first'),
        clearsAt: z.iso.datetime().nullable().describe('When the points fall below the threshold by themselves'),
        expiresAfterDays: z.int(),
      }),
    ),
    items: z.array(NoShow).describe('Newest first'),
  })
  .meta({ id: 'MyStanding' })
export type MyStanding = z.infer<typeof MyStanding>

export const ListNoShows = z.object({
  show: z.enum(['appeals', 'all']).default('appeals').describe('Undecided appeals, or everything'),
  ...pageQuery,
})

export const NoShowList = z.object({ items: z.array(NoShow), nextCursor: z.string().nullable() }).meta({ id: 'NoShowList' })

export const AppealNoShow = z.object({ words }).meta({ id: 'AppealNoShow' })

export const DecideAppeal = z
  .object({ isUpheld: z.boolean().describe('True removes the points'), words: words.exactOptional().describe('For the person') })
  .meta({ id: 'DecideAppeal' })
export type DecideAppeal = z.infer<typeof DecideAppeal>
