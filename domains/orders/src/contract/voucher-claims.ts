import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { CLAIM_ACTS, CLAIM_STATES, FINDINGS, PAPER_KINDS } from '../core/vouchers/vocabulary.ts'
import { yuan } from './orders.ts'

const words = z.string().trim().min(1).max(1000)
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .describe('Local month, such as "2026-11"')

export const ClaimParams = z.object({ voucherId: z.uuid() })
export const PaperParams = z.object({ voucherId: z.uuid(), sha256: z.string().min(1).max(64) })

const claim = {
  voucherId: z.uuid(),
  number: z.string(),
  programmeId: z.uuid(),
  nameZh: z.string(),
  nameEn: z.string(),
  providerId: z.uuid(),
  providerName: z.string(),
  organisationName: z.string(),
  orderId: z.uuid(),
  orderNumber: z.string(),
  orderTitle: z.string(),
  total: yuan,
  eligible: yuan,
  amount: yuan,
  month,
  state: z.enum(CLAIM_STATES),
  version: z.int(),
  answerUntil: z.iso.datetime().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable().describe('What was asked for, or why it was rejected'),
  createdAt: z.iso.datetime(),
  acts: z.array(z.enum(CLAIM_ACTS)).describe('What the reader’s side may do now'),
}

/** A provider's claim on the office for a redeemed voucher. */
export const VoucherClaimSummary = z.object(claim).meta({ id: 'VoucherClaimSummary' })
export type VoucherClaimSummary = z.infer<typeof VoucherClaimSummary>

/** One paper that proves a claim; bytes under `sha256`. */
const VoucherPaper = z
  .object({
    kind: z.enum(PAPER_KINDS),
    name: z.string(),
    origin: z
      .enum(['generated', 'order', 'added'])
      .describe('Written by the platform from its records, made in the course of the order, or added by hand'),
    sha256: z.string(),
    sizeBytes: z.int(),
    addedBy: z.string().nullable(),
  })
  .meta({ id: 'VoucherPaper' })

/** What proves a claim, and which papers are not there. */
export const VoucherEvidence = z
  .object({
    isFrozen: z.boolean().describe('As it was when the claim was decided'),
    papers: z.array(VoucherPaper),
    missing: z.array(z.enum(PAPER_KINDS)),
    invoices: z.array(z.object({ number: z.string(), day: z.iso.date(), amount: yuan })).describe('As the provider has entered them'),
  })
  .meta({ id: 'VoucherEvidence' })
export type VoucherEvidence = z.infer<typeof VoucherEvidence>

export const VoucherClaim = z
  .object({
    ...claim,
    steps: z.array(
      z.object({ act: z.enum(CLAIM_ACTS), personName: z.string().nullable(), words: z.string().nullable(), at: z.iso.datetime() }),
    ),
    evidence: VoucherEvidence,
    hasFault: z.boolean().describe('A check on the spot has found a fault'),
  })
  .meta({ id: 'VoucherClaim' })
export type VoucherClaim = z.infer<typeof VoucherClaim>

const filter = {
  programmeId: z.uuid().exactOptional(),
  providerId: z.uuid().exactOptional().describe('For the office; a provider sees its own'),
  month: month.exactOptional(),
}
export const ListClaims = z.object({ ...filter, state: z.enum([...CLAIM_STATES, 'all']).default('all'), ...pageQuery })
export const VoucherClaimList = pageOf(VoucherClaimSummary).meta({ id: 'VoucherClaimList' })
export const ClaimFilter = z.object(filter)

/** Sums of claims by month, programme and provider. */
export const VoucherClaimSums = z
  .object({
    items: z.array(
      z.object({
        month,
        programmeId: z.uuid(),
        nameZh: z.string(),
        nameEn: z.string(),
        providerId: z.uuid(),
        providerName: z.string(),
        count: z.int(),
        amount: yuan,
        open: z.int().describe('Not decided yet'),
        accepted: yuan,
        rejected: yuan,
      }),
    ),
  })
  .meta({ id: 'VoucherClaimSums' })

export const AskForMore = z.object({ words }).meta({ id: 'AskForMore' })
export const SupplyClaim = z.object({ words: words.exactOptional() }).meta({ id: 'SupplyClaim' })
export const AcceptClaim = z.object({ words: words.exactOptional() }).meta({ id: 'AcceptClaim' })
export const RejectClaim = z.object({ reason: words }).meta({ id: 'RejectClaim' })
export const AddPaperQuery = z.object({ kind: z.enum(PAPER_KINDS).exclude(['order']).default('other') })

/** Draws a sample of accepted claims. The same seed draws the same sample. */
export const DrawVoucherSample = z
  .object({
    programmeId: z.uuid(),
    monthFrom: month,
    monthTo: month,
    sharePercent: z.int().min(1).max(100),
    seed: z.string().trim().min(1).max(100).describe('Such as the day’s lottery number: whoever has it can draw again'),
  })
  .meta({ id: 'DrawVoucherSample' })
export type DrawVoucherSample = z.infer<typeof DrawVoucherSample>

const sample = {
  id: z.uuid(),
  programmeId: z.uuid(),
  nameZh: z.string(),
  nameEn: z.string(),
  monthFrom: month,
  monthTo: month,
  sharePercent: z.int(),
  seed: z.string(),
  population: z.int().describe('Accepted claims at the time of drawing'),
  drawnBy: z.string().nullable(),
  drawnAt: z.iso.datetime(),
  size: z.int(),
  open: z.int(),
  faults: z.int(),
}
export const VoucherSampleSummary = z.object(sample).meta({ id: 'VoucherSampleSummary' })
export type VoucherSampleSummary = z.infer<typeof VoucherSampleSummary>
export const ListSamples = z.object(pageQuery)
export const VoucherSampleList = pageOf(VoucherSampleSummary).meta({ id: 'VoucherSampleList' })
export const VoucherSample = z
  .object({
    ...sample,
    items: z.array(
      z.object({
        position: z.int(),
        voucherId: z.uuid(),
        number: z.string(),
        orderNumber: z.string(),
        providerName: z.string(),
        organisationName: z.string(),
        amount: yuan,
        claimState: z.enum(CLAIM_STATES),
        finding: z.enum(FINDINGS),
        words: z.string().nullable(),
        foundBy: z.string().nullable(),
        foundAt: z.iso.datetime().nullable(),
      }),
    ),
  })
  .meta({ id: 'VoucherSample' })
export type VoucherSample = z.infer<typeof VoucherSample>
export const SampleParams = z.object({ id: z.uuid() })
export const SampleItemParams = z.object({ id: z.uuid(), position: z.coerce.number().int().min(1).max(100_000) })
export const NoteFinding = z
  .object({ finding: z.enum(FINDINGS).exclude(['open']), words: words.exactOptional().describe('Needed for a fault') })
  .refine(({ finding, words: said }) => finding !== 'fault' || said !== undefined, { path: ['words'], error: 'Say what the fault is' })
  .meta({ id: 'NoteFinding' })
