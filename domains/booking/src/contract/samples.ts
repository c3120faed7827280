import { pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { SAMPLE_STATES } from '../core/samples/sample-states.ts'
import { CUSTOMER_CLASSES } from '../core/vocabulary.ts'

const optionalText = (max: number) => z.string().trim().min(1).max(max).nullable()

const queueRules = {
  isAccepting: z.boolean(),
  dailyCapacity: z.int().min(1).max(10_000).describe('Samples that are run on each day that the site is open'),
  leadDays: z.int().min(0).max(60).describe('Open days between submission and the first possible run'),
  maxSamples: z.int().min(1).max(1000).describe('Samples of one submission'),
  instructions: optionalText(2000).describe('How samples are packed, labelled and sent'),
}

export const EditSampleQueue = z.object(queueRules).meta({ id: 'EditSampleQueue' })
export type EditSampleQueue = z.infer<typeof EditSampleQueue>

/** A resource that takes samples. */
export const SampleQueue = z
  .object({
    resourceId: z.uuid(),
    ...queueRules,
    waitingSamples: z.int().describe('Samples that are not done'),
    nextPromisedDay: z.iso.date().nullable().describe('When one sample submitted now would be done'),
    version: z.int(),
  })
  .meta({ id: 'SampleQueue' })
export type SampleQueue = z.infer<typeof SampleQueue>

/** Null when the resource takes no samples. */
export const ResourceSampleQueue = z.object({ queue: SampleQueue.nullable() }).meta({ id: 'ResourceSampleQueue' })

const wish = { resourceId: z.uuid(), samples: z.int().min(1).max(1000) }

export const AskSampleQuote = z.object(wish).meta({ id: 'AskSampleQuote' })
export type AskSampleQuote = z.infer<typeof AskSampleQuote>

export const SampleQuote = z
  .object({
    ...wish,
    promisedDay: z.iso.date().nullable().describe('Null when a year has not enough places'),
    customerClass: z.enum(CUSTOMER_CLASSES),
    unitPrice: z.string().nullable().describe('Yuan a sample; null when the provider states none for this customer'),
    total: z.string().nullable().describe('Yuan'),
    problems: z.array(z.object({ code: z.string(), message: z.string() })).describe('Every reason why a submission would be refused'),
  })
  .meta({ id: 'SampleQuote' })
export type SampleQuote = z.infer<typeof SampleQuote>

export const SubmitSamples = z
  .object({
    ...wish,
    sampleKind: z.string().trim().min(1).max(200).describe('What the samples are'),
    project: z.string().trim().max(200).exactOptional(),
    note: z.string().trim().max(1000).exactOptional().describe('For the provider’s staff: hazards, storage, what to look for'),
    promisedDay: z.iso.date().describe('The date that was shown; a later one is refused, so that nobody agrees to what was not seen'),
  })
  .meta({ id: 'SubmitSamples' })
export type SubmitSamples = z.infer<typeof SubmitSamples>

export const SampleParams = z.object({ id: z.uuid() })

export const SampleSubmission = z
  .object({
    id: z.uuid(),
    number: z.string().describe('For people, such as SMP-20261121-7F3K9QX'),
    resourceId: z.uuid(),
    resourceName: z.string(),
    resourceNameEn: z.string().nullable(),
    siteName: z.string().nullable(),
    siteAddress: z.string().nullable(),
    zone: z.string(),
    providerId: z.uuid(),
    providerName: z.string(),
    organisationId: z.uuid(),
    organisationName: z.string(),
    bookerName: z.string(),
    state: z.enum(SAMPLE_STATES),
    samples: z.int(),
    sampleKind: z.string(),
    project: z.string().nullable(),
    note: z.string().nullable(),
    instructions: z.string().nullable(),
    unitPrice: z.string().describe('Yuan'),
    total: z.string().describe('Yuan, frozen when submitted'),
    firstPromisedDay: z.iso.date(),
    promisedDay: z.iso.date(),
    isLate: z.boolean().describe('Not done though the promised day is over'),
    samplesAhead: z.int().describe('Samples that stand before it in the queue'),
    receivedAt: z.iso.datetime().nullable(),
    startedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
    endReason: z.string().nullable(),
    canCancel: z.boolean().describe('For the reader, now'),
    version: z.int(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'SampleSubmission' })
export type SampleSubmission = z.infer<typeof SampleSubmission>

export const ListSamples = z.object({
  scope: z.enum(['mine', 'organisation', 'provider']).default('mine'),
  show: z.enum(['open', 'ended', 'all']).default('open').describe('In the queue, done or cancelled, or both'),
  resourceId: z.uuid().exactOptional(),
  ...pageQuery,
})
export type ListSamples = z.infer<typeof ListSamples>

export const SampleList = z.object({ items: z.array(SampleSubmission), nextCursor: z.string().nullable() }).meta({ id: 'SampleList' })

/** One queue of a provider with what stands in it, in order. */
export const SampleQueueList = z
  .object({
    items: z.array(
      z.object({
        resourceName: z.string(),
        resourceNameEn: z.string().nullable(),
        queue: SampleQueue,
        submissions: z.array(SampleSubmission),
      }),
    ),
  })
  .meta({ id: 'SampleQueueList' })
export type SampleQueueList = z.infer<typeof SampleQueueList>

export const OrderQueue = z
  .object({
    order: z.array(z.uuid()).min(1).max(1000).describe('Every submission that waits, in the new order; what is being run stays in front'),
  })
  .meta({ id: 'OrderQueue' })

export const CancelSamples = z
  .object({ reason: z.string().trim().min(1).max(500).exactOptional().describe('Needed when the provider cancels') })
  .meta({ id: 'CancelSamples' })
