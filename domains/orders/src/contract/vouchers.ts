import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { LINE_KINDS, ORDER_STATES, PURPOSES } from '../core/vocabulary.ts'
import {
  APPLICANT_KINDS,
  CERTAINTIES,
  CLAIM_STATES,
  CONDITIONS,
  FACT_SOURCES,
  PARAMETERS,
  VERDICTS,
  VOUCHER_STATES,
} from '../core/vouchers/vocabulary.ts'
import { yuan } from './orders.ts'

const yuanText = z.string().regex(/^-?\d{1,13}(\.\d{1,2})?$/)
const year = z.coerce.number().int().min(2000).max(2200)

/** Where a parameter of the rules comes from. `assumed` and `reported` are shown as to be confirmed. */
export const VoucherSource = z
  .object({ parameter: z.enum(PARAMETERS), source: z.string().trim().min(1).max(500), certainty: z.enum(CERTAINTIES) })
  .meta({ id: 'VoucherSource' })

/** One condition of a programme for one order: whether it is met, by which fact, known from where. */
export const VoucherCondition = z
  .object({
    code: z.enum(CONDITIONS),
    verdict: z.enum(VERDICTS),
    fact: z.record(z.string(), z.string()).describe('What it was judged by; money is yuan, days are local'),
    factSource: z.enum(FACT_SOURCES),
    factSourceText: z.string().nullable(),
    rule: VoucherSource.nullable().describe('The parameter that asks for it, where that comes from and how sure it is'),
  })
  .meta({ id: 'VoucherCondition' })
export type VoucherCondition = z.infer<typeof VoucherCondition>

export const VoucherRate = z
  .object({ numerator: z.int().min(1).max(10_000), denominator: z.int().min(1).max(10_000) })
  .describe('Exact fraction of the eligible cost')
  .meta({ id: 'VoucherRate' })

/** A price to be paid in part by a voucher: that of an order that is not placed yet, or of a quote. */
export const PreviewVouchers = z
  .object({
    providerId: z.uuid(),
    purpose: z.enum(PURPOSES),
    lines: z
      .array(z.object({ kind: z.enum(LINE_KINDS).default('test'), serviceId: z.uuid().nullable().default(null), amount: yuanText }))
      .min(1)
      .max(200),
  })
  .meta({ id: 'PreviewVouchers' })
export type PreviewVouchers = z.infer<typeof PreviewVouchers>

/** What a programme would pay, and what speaks for and against it. */
export const VoucherOffer = z
  .object({
    programmeId: z.uuid(),
    nameZh: z.string(),
    nameEn: z.string(),
    issuer: z.string(),
    rate: VoucherRate,
    isEligible: z.boolean().describe('Nothing speaks against it; what is unknown is decided by the office'),
    isToConfirm: z.boolean().describe('A parameter of the rules or a condition is not confirmed'),
    total: yuan,
    eligible: yuan.describe('What of the price counts'),
    amount: yuan.describe('What the voucher pays'),
    clientPays: yuan,
    year: z.int(),
    quota: yuan,
    taken: yuan.describe('Reserved and redeemed in this year'),
    left: yuan,
    conditions: z.array(VoucherCondition),
  })
  .meta({ id: 'VoucherOffer' })
export type VoucherOffer = z.infer<typeof VoucherOffer>
export const VoucherOffers = z.object({ items: z.array(VoucherOffer) }).meta({ id: 'VoucherOffers' })

/** What an order has of a programme. */
export const Voucher = z
  .object({
    id: z.uuid(),
    number: z.string(),
    orderId: z.uuid(),
    orderNumber: z.string(),
    orderTitle: z.string(),
    orderState: z.enum(ORDER_STATES),
    programmeId: z.uuid(),
    nameZh: z.string(),
    nameEn: z.string(),
    organisationId: z.uuid(),
    organisationName: z.string(),
    providerId: z.uuid(),
    providerName: z.string(),
    year: z.int().describe('The year in which the order was placed'),
    state: z.enum(VOUCHER_STATES),
    total: yuan,
    eligible: yuan,
    amount: yuan,
    reservedAt: z.iso.datetime(),
    redeemedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
    endReason: z.string().nullable().describe('The act that freed it, or why the office rejected the claim'),
    claimState: z.enum(CLAIM_STATES).nullable(),
  })
  .meta({ id: 'Voucher' })
export type Voucher = z.infer<typeof Voucher>

export const ListVouchers = z.object({
  state: z.enum([...VOUCHER_STATES, 'all']).default('all'),
  year: year.exactOptional(),
  programmeId: z.uuid().exactOptional(),
  ...pageQuery,
})
export const VoucherList = pageOf(Voucher).meta({ id: 'VoucherList' })

/** The voucher of one order for both parties, with what it was judged by and what of it falls on each item. */
export const OrderVoucher = z
  .object({
    voucher: Voucher.nullable(),
    rate: VoucherRate.nullable(),
    clientPays: yuan,
    conditions: z.array(VoucherCondition),
    shares: z.array(z.object({ position: z.int(), name: z.string(), amount: yuan, eligible: yuan, voucher: yuan })),
  })
  .meta({ id: 'OrderVoucher' })
export type OrderVoucher = z.infer<typeof OrderVoucher>

/** What an organisation may use of a programme in a year, and whether it may at all. */
export const VoucherAccount = z
  .object({
    programmeId: z.uuid(),
    nameZh: z.string(),
    nameEn: z.string(),
    issuer: z.string(),
    isOpen: z.boolean(),
    applicantKind: z.enum(APPLICANT_KINDS),
    rate: VoucherRate,
    minimum: yuan,
    orderCap: yuan.nullable(),
    allowedPurposes: z.array(z.enum(PURPOSES)),
    excludedPurposes: z.array(z.enum(PURPOSES)),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
    quota: yuan,
    reserved: yuan,
    redeemed: yuan,
    left: yuan,
    isEligible: z.boolean().describe('Nothing about the organisation itself speaks against it'),
    conditions: z.array(VoucherCondition).describe('What depends on the organisation alone'),
    sources: z.array(VoucherSource),
    listedProviders: z.array(z.object({ providerId: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'VoucherAccount' })
export type VoucherAccount = z.infer<typeof VoucherAccount>
export const VoucherAccounts = z.object({ year: z.int(), items: z.array(VoucherAccount) }).meta({ id: 'VoucherAccounts' })
export const ListAccounts = z.object({ year: year.exactOptional().describe('This year when left out') })
