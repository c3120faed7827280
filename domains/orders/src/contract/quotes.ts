import { z } from 'zod'
import { TERMS_TOPICS } from '../core/agreement/terms.ts'
import { COMPARED } from '../core/quotes/compare.ts'
import { DECLINE_REASONS, LINE_KINDS, QUOTE_STATES } from '../core/vocabulary.ts'
import { voucherChoice, yuan } from './orders.ts'

export const QuoteParams = z.object({ id: z.uuid() })

const QuoteLine = z.object({
  position: z.int(),
  kind: z.enum(LINE_KINDS),
  enquiryItemId: z.uuid().nullable(),
  serviceId: z.uuid().nullable(),
  name: z.string(),
  method: z.string(),
  quantity: z.int(),
  unit: z.string(),
  unitPrice: yuan,
  amount: yuan,
})

/** One revision of a provider's quote; it is never changed after it was offered. */
export const Quote = z
  .object({
    id: z.uuid(),
    number: z.string(),
    enquiryId: z.uuid(),
    providerId: z.uuid(),
    providerName: z.string(),
    revision: z.int(),
    state: z.enum(QUOTE_STATES),
    isAcceptable: z.boolean().describe('It is on offer and within its validity'),
    validUntil: z.iso.datetime(),
    turnaroundDays: z.int().describe('Working days from the moment the work can begin'),
    needsSamples: z.boolean(),
    reportDay: z.iso.date().describe('When the report comes if the quote is accepted today'),
    total: yuan,
    words: z.string(),
    offeredByName: z.string(),
    offeredAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    lines: z.array(QuoteLine),
  })
  .meta({ id: 'OrderQuote' })
export type Quote = z.infer<typeof Quote>

/** A quote of an enquiry; a new one supersedes the one before. */
export const OfferQuote = z
  .object({
    validDay: z.iso.date().describe('The last day on which it can be accepted'),
    turnaroundDays: z.int().min(1).max(3650),
    needsSamples: z.boolean(),
    words: z.string().trim().max(2000).default(''),
    termsIds: z
      .array(z.uuid())
      .max(TERMS_TOPICS.length)
      .default([])
      .describe('Published terms, at most one of each topic; for the others the defaults hold'),
    expectedRevision: z.int().min(0).describe('Revision of the quote that it supersedes; 0 for the first'),
    lines: z
      .array(
        z.object({
          kind: z.enum(LINE_KINDS),
          enquiryItemId: z.uuid().exactOptional(),
          serviceId: z.uuid().exactOptional().describe('The own published service by which it is done; that of the item when left out'),
          name: z.string().trim().min(1).max(200),
          method: z.string().trim().max(300).default(''),
          quantity: z.int().min(1).max(10_000),
          unit: z.string().trim().min(1).max(40),
          unitPrice: z
            .string()
            .regex(/^-?\d{1,10}(\.\d{1,2})?$/)
            .describe('Yuan; below zero for a discount only'),
        }),
      )
      .min(1)
      .max(60),
  })
  .meta({ id: 'OfferOrderQuote' })
export type OfferQuote = z.infer<typeof OfferQuote>

export const WithdrawQuote = z
  .object({ reason: z.enum(DECLINE_REASONS), words: z.string().trim().min(1).max(1000).exactOptional() })
  .refine(({ reason, words }) => reason !== 'other' || words !== undefined, {
    path: ['words'],
    params: { problem: 'orders.decline_words_missing' },
  })
  .meta({ id: 'WithdrawOrderQuote' })
export type WithdrawQuote = z.infer<typeof WithdrawQuote>

/** Acceptance freezes price and date; it leads to the order. */
export const AcceptQuote = z.object(voucherChoice).meta({ id: 'AcceptOrderQuote' })
export type AcceptQuote = z.infer<typeof AcceptQuote>

/** Quotes on offer side by side. */
export const QuoteComparison = z
  .object({
    columns: z.array(
      z.object({
        quote: Quote,
        accreditations: z.array(z.string()).describe('Schemes whose scope holds today for a quoted service'),
        deliveries: z
          .object({ of: z.int(), inTime: z.int() })
          .describe('Reports of the last twelve months, and how many by the promised day'),
        missingItems: z.array(z.string()).describe('Names of the items that it leaves out'),
        isAfterDeadline: z.boolean(),
      }),
    ),
    items: z.array(
      z.object({
        enquiryItemId: z.uuid(),
        name: z.string(),
        amounts: z.array(yuan.nullable()).describe('One for each column; null when it is not quoted'),
        best: z.array(z.int()),
      }),
    ),
    extras: z.array(yuan).describe('One for each column: what is charged beside the items'),
    marks: z.array(z.object({ row: z.enum(COMPARED), best: z.array(z.int()) })).describe('Rows in which the columns differ'),
    now: z.iso.datetime(),
  })
  .meta({ id: 'QuoteComparison' })
export type QuoteComparison = z.infer<typeof QuoteComparison>
