import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { ASKED_STATES, AWARDS, CONFIDENTIALITIES, DECLINE_REASONS, ENQUIRY_KINDS, ENQUIRY_STATES, PURPOSES } from '../core/vocabulary.ts'
import { FormAnswers } from './forms.ts'
import { yuan } from './orders.ts'
import { Quote } from './quotes.ts'

export const EnquiryParams = z.object({ id: z.uuid() })
export const EnquiryProviderParams = z.object({ id: z.uuid(), providerId: z.uuid() })

const EnquiryItemEntry = z.object({
  serviceId: z.uuid().exactOptional().describe('A service of the catalogue; left out for what is only described'),
  name: z.string().trim().min(1).max(200).describe('What is to be done'),
  method: z.string().trim().max(300).default('').describe('Method or standard'),
  quantity: z.int().min(1).max(10_000),
  sampleCount: z.int().min(0).max(10_000),
  form: FormAnswers.default({}),
  formVersion: z.int().min(1).exactOptional(),
})

const items = z.array(EnquiryItemEntry).min(1).max(30)

/** Asks chosen providers, or all whose published services fit, for their price and date. */
export const PlaceEnquiry = z
  .object({
    kind: z.enum(ENQUIRY_KINDS).describe('For services of the catalogue, or for a need in one’s own words'),
    award: z.enum(AWARDS).default('choice').describe('`first`: the first provider that takes it at the offered price has it'),
    offered: yuan.exactOptional().describe('The price offered for all, with `first` only'),
    voucherProgrammeId: z.uuid().exactOptional().describe('A programme that shall pay a part of the price offered, with `first` only'),
    title: z.string().trim().min(1).max(200),
    words: z.string().trim().max(4000).default(''),
    purpose: z.enum(PURPOSES),
    confidentiality: z.enum(CONFIDENTIALITIES).default('normal').describe('`sealed` hides one’s name until a quote is accepted'),
    deadlineDay: z.iso.date().exactOptional().describe('When the results are needed'),
    openDays: z.int().min(1).max(30).default(10).describe('Working days in which providers may quote'),
    items,
    providerIds: z.array(z.uuid()).max(50).default([]).describe('Whom to ask; the providers of the services are asked in any case'),
    isToFitting: z.boolean().default(false).describe('Ask all whose published services fit as well'),
  })
  .meta({ id: 'PlaceEnquiry' })
export type PlaceEnquiry = z.infer<typeof PlaceEnquiry>

/** What a need is, for finding who fits. */
export const FindFits = z
  .object({
    items: z
      .array(EnquiryItemEntry.pick({ serviceId: true, name: true, method: true }))
      .min(1)
      .max(30),
  })
  .meta({ id: 'FindFits' })
export type FindFits = z.infer<typeof FindFits>

const share = z.object({ of: z.int(), inTime: z.int() })

/** How a provider has answered and delivered in the last twelve months. */
export const ProviderFacts = z
  .object({
    answers: share.describe('Enquiries whose limit has passed or that were answered, and how many in time'),
    medianAnswerHours: z.number().nullable(),
    deliveries: share.describe('Reports issued, and how many by the promised day'),
  })
  .meta({ id: 'ProviderFacts' })
export type ProviderFacts = z.infer<typeof ProviderFacts>

export const FittingProvider = z
  .object({
    providerId: z.uuid(),
    providerName: z.string(),
    services: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        item: z.int().describe('Index of the item that it fits'),
        reason: z.enum(['service', 'standard', 'words']).describe('Why it fits: asked for itself, its standard, or its words'),
      }),
    ),
    coveredItems: z.int(),
    accreditations: z.array(z.string()),
    facts: ProviderFacts,
  })
  .meta({ id: 'FittingProvider' })
export type FittingProvider = z.infer<typeof FittingProvider>
export const FittingProviders = z.object({ items: z.array(FittingProvider) }).meta({ id: 'FittingProviders' })

const summary = {
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(ENQUIRY_KINDS),
  award: z.enum(AWARDS),
  offered: yuan.nullable(),
  title: z.string(),
  confidentiality: z.enum(CONFIDENTIALITIES),
  state: z.enum(ENQUIRY_STATES),
  organisationName: z.string().nullable().describe('Null while the client is hidden'),
  deadlineDay: z.iso.date().nullable(),
  openUntil: z.iso.datetime(),
  createdAt: z.iso.datetime(),
}

export const EnquirySummary = z
  .object({
    ...summary,
    personName: z.string(),
    askedCount: z.int(),
    quotedCount: z.int(),
    declinedCount: z.int(),
    lowestTotal: yuan.nullable(),
    unread: z.int(),
  })
  .meta({ id: 'EnquirySummary' })
export type EnquirySummary = z.infer<typeof EnquirySummary>

export const ListEnquiries = z.object({
  state: z.enum([...ENQUIRY_STATES, 'ended']).default('open'),
  ...pageQuery,
})
export type ListEnquiries = z.infer<typeof ListEnquiries>
export const EnquiryList = pageOf(EnquirySummary).meta({ id: 'EnquiryList' })

/** An enquiry in the inbox of a provider. */
export const InboxEnquiry = z
  .object({
    ...summary,
    itemNames: z.array(z.string()),
    asked: z.enum(ASKED_STATES),
    askedAt: z.iso.datetime(),
    answerUntil: z.iso.datetime(),
    answeredAt: z.iso.datetime().nullable(),
    isLate: z.boolean(),
    ownTotal: yuan.nullable().describe('Of the own quote that is on offer or was accepted'),
    unread: z.int(),
  })
  .meta({ id: 'InboxEnquiry' })
export type InboxEnquiry = z.infer<typeof InboxEnquiry>

export const ListInbox = z.object({ show: z.enum(['waiting', 'quoted', 'ended']).default('waiting'), ...pageQuery })
export type ListInbox = z.infer<typeof ListInbox>
export const InboxList = pageOf(InboxEnquiry).meta({ id: 'InboxList' })

export const InboxCounts = z
  .object({
    waiting: z.int(),
    late: z.int(),
    nextAnswerUntil: z.iso.datetime().nullable(),
    unread: z.int(),
    facts: ProviderFacts.nullable(),
  })
  .meta({ id: 'EnquiryInboxCounts' })

const AskedProvider = z.object({
  providerId: z.uuid(),
  providerName: z.string(),
  state: z.enum(ASKED_STATES),
  askedAt: z.iso.datetime(),
  answerUntil: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  isLate: z.boolean(),
  isEscalated: z.boolean().describe('The operator was told that the answer is overdue'),
  declineReason: z.enum(DECLINE_REASONS).nullable(),
  declineWords: z.string().nullable(),
  threadId: z.uuid().nullable(),
  unread: z.int(),
})

const EnquiryItem = z.object({
  id: z.uuid(),
  position: z.int(),
  serviceId: z.uuid().nullable(),
  name: z.string(),
  method: z.string(),
  quantity: z.int(),
  sampleCount: z.int(),
  form: FormAnswers,
  formVersion: z.int().nullable(),
})

/** One enquiry. A provider sees its own part; the client is hidden from it while the enquiry is sealed. */
export const Enquiry = z
  .object({
    ...summary,
    version: z.int(),
    side: z.enum(['client', 'provider', 'operator']),
    personName: z.string().nullable().describe('Who asked; null while the client is hidden'),
    words: z.string(),
    purpose: z.enum(PURPOSES),
    endedAt: z.iso.datetime().nullable(),
    items: z.array(EnquiryItem),
    asked: z.array(AskedProvider),
    quotes: z.array(Quote).describe('Newest revision first for each provider'),
    orderId: z.uuid().nullable(),
    acts: z.array(z.enum(['withdraw', 'ask_more', 'accept', 'quote', 'decline', 'withdraw_quote', 'take'])),
    now: z.iso.datetime(),
  })
  .meta({ id: 'Enquiry' })
export type Enquiry = z.infer<typeof Enquiry>

export const AskMore = z.object({ providerIds: z.array(z.uuid()).min(1).max(50) }).meta({ id: 'AskMoreProviders' })
export type AskMore = z.infer<typeof AskMore>

/** Why a provider does not quote, counted as unmet demand; `other` needs words. */
export const DeclineEnquiry = z
  .object({ reason: z.enum(DECLINE_REASONS), words: z.string().trim().min(1).max(1000).exactOptional() })
  .refine(({ reason, words }) => reason !== 'other' || words !== undefined, {
    path: ['words'],
    params: { problem: 'orders.decline_words_missing' },
  })
  .meta({ id: 'DeclineEnquiry' })
export type DeclineEnquiry = z.infer<typeof DeclineEnquiry>

/** A provider takes what is offered at a price, and promises its working days. */
export const TakeEnquiry = z
  .object({ turnaroundDays: z.int().min(1).max(3650), expectedOffered: yuan.describe('The price that was shown') })
  .meta({ id: 'TakeEnquiry' })
export type TakeEnquiry = z.infer<typeof TakeEnquiry>

/** A provider whose answer is overdue, for the operator. */
export const OverdueEnquiry = z
  .object({
    enquiryId: z.uuid(),
    number: z.string(),
    title: z.string(),
    organisationName: z.string(),
    providerId: z.uuid(),
    providerName: z.string(),
    askedAt: z.iso.datetime(),
    answerUntil: z.iso.datetime(),
    escalatedAt: z.iso.datetime().nullable(),
    operatorRemindedAt: z.iso.datetime().nullable(),
    otherAnswers: z.int().describe('Other providers that have answered'),
    facts: ProviderFacts,
  })
  .meta({ id: 'OverdueEnquiry' })
export type OverdueEnquiry = z.infer<typeof OverdueEnquiry>
export const ListOverdue = z.object(pageQuery)
export const OverdueList = pageOf(OverdueEnquiry).meta({ id: 'OverdueEnquiryList' })
