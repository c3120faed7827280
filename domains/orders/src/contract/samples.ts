import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { QUANTITY } from '../core/samples/quantity.ts'
import { SAMPLE_ACT_NAMES } from '../core/samples/sample-acts.ts'
import { CONDITIONS, CUSTODY_KINDS, HAZARDS, RESTS, SAMPLE_ORIGINS, SAMPLE_STATES, STORAGES } from '../core/samples/vocabulary.ts'
import { ORDER_STATES, SIDES } from '../core/vocabulary.ts'
import { Deviation } from './deviations.ts'

export const SampleParams = z.object({ id: z.uuid() })
export const SampleFileParams = z.object({ id: z.uuid(), fileId: z.uuid() })
export const SampleCodeParams = z.object({
  code: z.string().trim().min(4).max(200).describe('The code under the QR, or the address in it'),
})

const quantity = z.string().describe('Decimal with at most three digits behind the point, in the unit of the sample')
const quantityEntry = z
  .string()
  .trim()
  .regex(QUANTITY)
  .refine((text) => Number(text) > 0)
  .describe('More than 0, at most three digits behind the point')
const words = z.string().trim().min(1).max(1000)
const optional = (max: number) => z.string().trim().max(max).default('')
const named = z.object({ id: z.uuid(), name: z.string() })
const fileIds = z.array(z.uuid()).max(8).default([]).describe('Files that were uploaded for the order before')
const celsius = z.number().min(-200).max(100)

const CustodyFile = z.object({ fileId: z.uuid(), name: z.string(), isImage: z.boolean(), url: z.string() }).meta({ id: 'CustodyFile' })

/** What happened to a sample. Names are as they were then; an event is never changed. */
export const CustodyEvent = z
  .object({
    id: z.uuid(),
    sampleId: z.uuid(),
    sampleNumber: z.string(),
    kind: z.enum(CUSTODY_KINDS),
    side: z.enum(SIDES),
    personName: z.string().nullable(),
    at: z.iso.datetime(),
    from: z.string().nullable().describe('Who or what gave it'),
    to: z.string().nullable(),
    place: z.string().nullable(),
    quantity: quantity.nullable(),
    unit: z.string(),
    celsius: celsius.nullable(),
    condition: z.enum(CONDITIONS).nullable(),
    words: z.string().nullable(),
    trackingNumber: z.string().nullable(),
    correctsId: z.uuid().nullable().describe('The event that this one puts right'),
    files: z.array(CustodyFile),
  })
  .meta({ id: 'CustodyEvent' })
export type CustodyEvent = z.infer<typeof CustodyEvent>

/** One sample of an order; `acts` are what the reader's side may do as it stands. */
export const Sample = z
  .object({
    id: z.uuid(),
    orderId: z.uuid(),
    orderNumber: z.string(),
    orderState: z.enum(ORDER_STATES),
    organisationName: z.string(),
    providerName: z.string(),
    number: z.string().describe('Unique in the order: S1, S2, and S2-1 for what was split off or made from S2'),
    code: z.string().describe('Unique; stands on the label'),
    origin: z.enum(SAMPLE_ORIGINS),
    parentId: z.uuid().nullable(),
    replacesId: z.uuid().nullable(),
    itemIds: z.array(z.uuid()).describe('The items of the order that it is for; empty for all'),
    name: z.string(),
    spec: z.string().describe('Specification or model'),
    batch: z.string(),
    maker: z.string(),
    packaging: z.string(),
    appearance: z.string(),
    quantity,
    remaining: quantity,
    unit: z.string(),
    storage: z.enum(STORAGES),
    hazards: z.array(z.enum(HAZARDS)),
    rest: z.enum(RESTS).describe('What is done with what is left'),
    producedOn: z.iso.date().nullable(),
    expiresOn: z.iso.date().nullable(),
    note: z.string(),
    state: z.enum(SAMPLE_STATES),
    condition: z.enum(CONDITIONS).nullable(),
    arrivalCelsius: celsius.nullable(),
    refusal: z.string().nullable(),
    parcel: z.object({ carrier: z.string(), trackingNumber: z.string(), sentAt: z.iso.datetime() }).nullable(),
    returnParcel: z.object({ carrier: z.string(), trackingNumber: z.string(), sentAt: z.iso.datetime() }).nullable(),
    holder: named.nullable().describe('Who is responsible for it now'),
    place: named.nullable().describe('Where it lies'),
    offer: z
      .object({ id: z.uuid(), from: named, to: named, words: z.string().nullable(), offeredAt: z.iso.datetime() })
      .nullable()
      .describe('A hand-over that waits for its confirmation'),
    destruction: z
      .object({ id: z.uuid(), method: z.string(), by: named, proposedAt: z.iso.datetime() })
      .nullable()
      .describe('A destruction that waits for its witness'),
    receivedAt: z.iso.datetime().nullable(),
    retainUntil: z.iso.date().nullable().describe('Kept at least until this day'),
    declaredAt: z.iso.datetime(),
    version: z.int(),
    side: z.enum(SIDES),
    acts: z.array(z.enum(SAMPLE_ACT_NAMES)),
  })
  .meta({ id: 'OrderSample' })
export type Sample = z.infer<typeof Sample>

export const SampleDetail = z
  .object({ sample: Sample, events: z.array(CustodyEvent), relatives: z.array(Sample).describe('Its parent and what came of it') })
  .meta({ id: 'OrderSampleDetail' })
export type SampleDetail = z.infer<typeof SampleDetail>

/** Everything about the samples of one order. */
export const OrderSamples = z
  .object({ items: z.array(Sample), events: z.array(CustodyEvent).describe('Oldest first'), deviations: z.array(Deviation) })
  .meta({ id: 'OrderSamples' })
export type OrderSamples = z.infer<typeof OrderSamples>

export const DescribeSample = z
  .object({
    name: z.string().trim().min(1).max(200),
    spec: optional(200),
    batch: optional(100),
    maker: optional(200),
    packaging: optional(200),
    appearance: optional(500),
    quantity: quantityEntry,
    unit: z.string().trim().min(1).max(20),
    storage: z.enum(STORAGES),
    hazards: z.array(z.enum(HAZARDS)).max(HAZARDS.length).default([]),
    rest: z.enum(RESTS),
    producedOn: z.iso.date().exactOptional(),
    expiresOn: z.iso.date().exactOptional(),
    note: optional(1000),
    itemIds: z.array(z.uuid()).max(50).default([]),
  })
  .refine(({ producedOn, expiresOn }) => !producedOn || !expiresOn || producedOn <= expiresOn, {
    path: ['expiresOn'],
    params: { problem: 'orders.sample_expires_first' },
  })
  .meta({ id: 'DescribeSample' })
export type DescribeSample = z.infer<typeof DescribeSample>

export const DeclareSamples = z
  .object({
    samples: z
      .array(
        z.object({ description: DescribeSample, replacesId: z.uuid().exactOptional().describe('The sample in whose place it is sent') }),
      )
      .min(1)
      .max(100),
  })
  .meta({ id: 'DeclareSamples' })
export type DeclareSamples = z.infer<typeof DeclareSamples>

const SAMPLE_VIEWS = ['to_send', 'on_the_way', 'held', 'offered', 'own', 'due', 'ended', 'all'] as const

export const ListSamples = z.object({
  view: z
    .enum(SAMPLE_VIEWS)
    .default('all')
    .describe('offered: waits for the reader; own: the reader holds it; due: retention or shelf life ends within `withinDays`'),
  placeId: z.uuid().exactOptional(),
  q: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .exactOptional()
    .describe('Number of the order, code or address of a label, tracking number, words of the name'),
  withinDays: z.coerce.number().int().min(1).max(365).default(14),
  ...pageQuery,
})
export type ListSamples = z.infer<typeof ListSamples>
export const SampleList = pageOf(Sample).meta({ id: 'OrderSampleList' })

export const SampleCounts = z
  .object({
    toSend: z.int(),
    onTheWay: z.int(),
    held: z.int(),
    offered: z.int().describe('Hand-overs that wait for the reader'),
    due: z.int().describe('Retention or shelf life ends within 14 days, or is over'),
  })
  .meta({ id: 'OrderSampleCounts' })

export const FoundSample = z.object({ id: z.uuid(), orderId: z.uuid() }).meta({ id: 'FoundSample' })

/** Who can take a sample over at the provider. */
export const SampleHandlers = z.object({ items: z.array(named) }).meta({ id: 'SampleHandlers' })

export const SendSamples = z
  .object({
    sampleIds: z.array(z.uuid()).min(1).max(100),
    carrier: z.string().trim().min(1).max(80).describe('Who carries it; one’s own name when brought in person'),
    trackingNumber: optional(60),
    celsius: celsius.exactOptional().describe('Temperature when it left'),
    words: words.exactOptional(),
    fileIds,
  })
  .meta({ id: 'SendSamples' })
export type SendSamples = z.infer<typeof SendSamples>

/** What became of each sample on arrival; several at once. */
export const ReceiveSamples = z
  .object({
    items: z
      .array(
        z
          .object({
            sampleId: z.uuid(),
            condition: z.enum(CONDITIONS),
            celsius: celsius.exactOptional(),
            placeId: z.uuid().exactOptional(),
            words: words.exactOptional(),
            refusal: words.exactOptional().describe('Why it cannot be used; it is refused with it and received without'),
            fileIds,
          })
          .refine(({ condition, words: told, refusal }) => condition === 'intact' || told || refusal, {
            path: ['words'],
            params: { problem: 'orders.sample_condition_unsaid' },
          }),
      )
      .min(1)
      .max(100),
    pausesOrder: z.boolean().default(false).describe('Of refused samples: stop the clock until the client has decided'),
    impact: z.string().trim().max(2000).default('').describe('What a refusal means for the work'),
    receivesOrder: z.boolean().default(false).describe('All is there and reviewed: the order becomes received too'),
  })
  .meta({ id: 'ReceiveSamples' })
export type ReceiveSamples = z.infer<typeof ReceiveSamples>

export const OfferSample = z
  .object({ toPersonId: z.uuid(), placeId: z.uuid().exactOptional(), words: words.exactOptional() })
  .meta({ id: 'OfferSample' })
export type OfferSample = z.infer<typeof OfferSample>

/** `words`: how it was when it changed hands, or why not. */
export const AnswerOffer = z.object({ words: words.exactOptional(), placeId: z.uuid().exactOptional() }).meta({ id: 'AnswerOffer' })

export const TakeOver = z.object({ words }).meta({ id: 'TakeOverSample' })

export const StoreSample = z.object({ placeId: z.uuid(), words: words.exactOptional() }).meta({ id: 'StoreSample' })

/** Parts of the same stuff: what they hold is taken from the sample. */
export const SplitSample = z
  .object({
    parts: z
      .array(
        z.object({ quantity: quantityEntry, name: z.string().trim().min(1).max(200).exactOptional(), placeId: z.uuid().exactOptional() }),
      )
      .min(1)
      .max(20),
    words: words.exactOptional(),
  })
  .meta({ id: 'SplitSample' })
export type SplitSample = z.infer<typeof SplitSample>

/** Something made from a sample, such as its extract. */
export const DeriveSample = z
  .object({
    uses: quantityEntry.describe('Of the sample'),
    name: z.string().trim().min(1).max(200),
    quantity: quantityEntry,
    unit: z.string().trim().min(1).max(20),
    storage: z.enum(STORAGES),
    expiresOn: z.iso.date().exactOptional(),
    placeId: z.uuid().exactOptional(),
    words: words.describe('How it was made'),
  })
  .meta({ id: 'DeriveSample' })
export type DeriveSample = z.infer<typeof DeriveSample>

export const ConsumeSample = z
  .object({ quantity: quantityEntry, words: words.describe('What for'), taskId: z.uuid().exactOptional() })
  .meta({ id: 'ConsumeSample' })
export type ConsumeSample = z.infer<typeof ConsumeSample>

export const LoseSample = z
  .object({
    kind: z.enum(['lost', 'broken']),
    quantity: quantityEntry.exactOptional().describe('How much of it; all that is left when left out'),
    words,
    impact: z.string().trim().max(2000).default(''),
    fileIds,
  })
  .meta({ id: 'LoseSample' })
export type LoseSample = z.infer<typeof LoseSample>

/** What was counted instead of what the record says; the event that was wrong stays and is named. */
export const CorrectSample = z
  .object({
    remaining: z.string().trim().regex(QUANTITY).describe('What is there'),
    words,
    correctsId: z.uuid().exactOptional(),
  })
  .meta({ id: 'CorrectSample' })
export type CorrectSample = z.infer<typeof CorrectSample>

export const RetainSample = z.object({ until: z.iso.date(), words }).meta({ id: 'RetainSample' })

export const ReleaseSample = z.object({ rest: z.enum(RESTS), words: words.exactOptional() }).meta({ id: 'ReleaseSample' })

/** Why. */
export const SampleReason = z.object({ words }).meta({ id: 'SampleReason' })

export const DestroySample = z
  .object({
    method: z.string().trim().min(1).max(200),
    words: words.exactOptional(),
    fileIds: z.array(z.uuid()).min(1).max(8).describe('The proof: photos or the paper of the disposal firm'),
  })
  .meta({ id: 'DestroySample' })
export type DestroySample = z.infer<typeof DestroySample>

export const UploadedFile = z.object({ fileId: z.uuid(), name: z.string(), isImage: z.boolean() }).meta({ id: 'UploadedSampleFile' })

/** One label of a printable sheet. */
export const SampleLabels = z
  .object({
    orderNumber: z.string(),
    providerName: z.string(),
    items: z.array(
      z.object({
        sampleId: z.uuid(),
        number: z.string(),
        code: z.string(),
        name: z.string(),
        spec: z.string(),
        batch: z.string(),
        quantity,
        unit: z.string(),
        storage: z.enum(STORAGES),
        hazards: z.array(z.enum(HAZARDS)),
        expiresOn: z.iso.date().nullable(),
        url: z.string(),
        qrSvg: z.string(),
      }),
    ),
  })
  .meta({ id: 'SampleLabels' })
export type SampleLabels = z.infer<typeof SampleLabels>
